"""Every code a problem can have: its severity, its message, its remedy and why the rule exists."""

from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"


def _(message: str) -> str:
    """The message itself, marked for the catalogue of the tool's own words."""
    return message


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem. `message` and `remedy` are message ids with `{named}` placeholders."""

    name: str
    severity: str
    message: str
    remedy: str
    reason: str


DID_YOU_MEAN = _("did you mean “{suggestion}”?")

# Words that fill messages and are translated like them
A_TEXT = _("a text")
A_LIST = _("a list")
SOME_FIELDS = _("a group of fields, indented")
AT_LEAST = _("of at least {limit}")
AT_MOST = _("of at most {limit}")
PRODUCTS = _("products")
FIELDS = _("fields")
WITHOUT_SCHEME = _("it must begin with https://, such as https://example.org")
WITH_PATH = _("it must be a host alone, without a path, such as https://example.org")
WITH_PASSWORD = _("an address must hold no password; it belongs into the environment")
A_LINK = _("it is a link")
A_FOLDER = _("it is a folder")
A_DEVICE = _("it is a device or a pipe")
NO_PICTURE = _("it has no known picture format inside")
TOO_MUCH_WORK = _("it takes too long to decode")
IS_DRAFT = _("it is a draft")
IS_SCHEDULED = _("it is to be published later")
IS_EXPIRED = _("it has expired")
NOT_TRANSLATED = _("not translated yet")
FUZZY = _("marked as fuzzy and therefore not used")
OBSOLETE = _("no longer used anywhere")
LINKS = _("links")
PICTURES = _("pictures")
CARDS = _("product cards")
A_PARAGRAPH = _("a paragraph")
A_TABLE = _("a table")
A_FOOTNOTE = _("a footnote")
A_NOTE = _("a note")
A_QUOTATION = _("a quotation")
DEFINITIONS = _("a list of definitions")
A_CODE = _("code")
A_CARD = _("a card")
A_RULE = _("a line across")
AN_ELEMENT = _("HTML")
SEVERAL_BLOCKS = _("another block, or several")

# Front matter and its fields
MISSING_FIELD = Code(
    "missing-field",
    ERROR,
    _("the field “{field}” is missing"),
    _("add a line “{field}: …”; {description}"),
    "A page without this field would be incomplete.",
)
UNKNOWN_FIELD = Code(
    "unknown-field",
    ERROR,
    _("there is no field “{field}” here"),
    _("remove it, or use one of: {known}"),
    "A misspelt field would be ignored in silence, and what it says would be lost.",
)
FACT_IN_TRANSLATION = Code(
    "fact-in-translation",
    ERROR,
    _("“{field}” is the same in every language, so a translation does not repeat it"),
    _("remove it here and keep it in {source}"),
    "A fact that stands twice will one day differ.",
)
EMPTY_FIELD = Code(
    "empty-field",
    ERROR,
    _("the field “{field}” is empty"),
    _("write its text, or remove the line if it may be left out"),
    "An empty text would leave a hole in the page.",
)
UNFILLED_FIELD = Code(
    "unfilled-field",
    ERROR,
    _("the field “{field}” is empty"),
    _("write its value after the colon; {description}"),
    "A page without this field would be incomplete.",
)
WRONG_TYPE = Code(
    "wrong-type",
    ERROR,
    _("“{field}” must be {expected}, not {value}"),
    _("write it like this: {example}"),
    "The value has another shape than the field asks for.",
)
NOT_A_NUMBER = Code(
    "not-a-number",
    ERROR,
    _("“{field}” must be a number, not “{value}”"),
    _("write digits only, such as 1250000: no dots between thousands, no currency sign"),
    "1.250.000 is one number in Vietnamese and no number at all to a machine; 1.990 would be read as 1.99.",
)
BAD_DATE = Code(
    "bad-date",
    ERROR,
    _("“{field}” is not a date: “{value}”"),
    _("write year-month-day, such as 2025-03-05{less}"),
    "Dates stand in one order on disk; the page shows each language its own.",
)
NOT_A_CHOICE = Code(
    "not-a-choice",
    ERROR,
    _("“{field}” cannot be “{value}”"),
    _("use one of: {choices}"),
    "Only these values have a meaning and a translation.",
)
BAD_PATTERN = Code(
    "bad-pattern",
    ERROR,
    _("“{field}” does not have the form it must have: “{value}”"),
    _("write it like this: {example}"),
    "The value is used in addresses or by machines, which need that form.",
)
TOO_LONG = Code(
    "too-long",
    ERROR,
    _("“{field}” has {length} characters; {limit} is the most"),
    _("say it in fewer words"),
    "The text stands on cards, in search results and in shared links, where longer text is cut off.",
)
TOO_SHORT = Code(
    "too-short",
    ERROR,
    _("“{field}” needs at least {limit}; it has {length}"),
    _("add what is missing"),
    "Less than this does not say enough to be published.",
)
OUT_OF_RANGE = Code(
    "out-of-range",
    ERROR,
    _("“{field}” is out of range: {value}"),
    _("write a value {range}"),
    "A value outside this range is a slip.",
)
UNSAFE_ADDRESS = Code(
    "unsafe-address",
    ERROR,
    _("the address “{value}” is not allowed"),
    _("use https://, http://, mailto:, tel: or a content: address"),
    "Other schemes can run code in a visitor's browser.",
)
INVALID = Code(
    "invalid",
    ERROR,
    _("“{field}” is not right: {detail}"),
    _("correct it; docs/kinds.md describes the field"),
    "The value breaks a rule of its field.",
)
DUPLICATE_ID = Code(
    "duplicate-id",
    ERROR,
    _("the id “{id}” stands twice in “{field}”"),
    _("give each item an id of its own"),
    "A translation finds its item by the id.",
)
UNKNOWN_SOURCE = Code(
    "unknown-source",
    ERROR,
    _("no source “{id}” is listed under “sources”"),
    _("add it to “sources”, or use one of: {known}"),
    "A claim without its source cannot be trusted.",
)
UNKNOWN_ITEM = Code(
    "unknown-item",
    ERROR,
    _("the source text has no item “{id}” in “{field}”"),
    _("use the ids of {source}, or remove the item"),
    "The translation would be of something that no longer exists.",
)

# Files and text
NOT_UTF8 = Code(
    "not-utf8",
    ERROR,
    _("the file is not UTF-8 text: {detail}"),
    _("save it again with the encoding UTF-8"),
    "Other encodings turn Vietnamese letters into other letters.",
)
UNREADABLE = Code(
    "unreadable",
    ERROR,
    _("the file cannot be read: {detail}"),
    _("check that it exists and that you may read it"),
    "What cannot be read cannot be published.",
)
NOT_A_FILE = Code(
    "not-a-file",
    ERROR,
    _("this is not a regular file: {detail}"),
    _("put the file itself here, not a link or a device"),
    "Links can lead out of the project.",
)
FILE_TOO_LARGE = Code(
    "file-too-large",
    ERROR,
    _("the file has {size} bytes; {limit} is the most"),
    _("shorten or split it; pictures: make them smaller"),
    "A huge file can stop a build.",
)
CONTROL_CHARACTER = Code(
    "control-character",
    ERROR,
    _("an invisible control character ({name}) stands here"),
    _("delete it; typing the word again usually does"),
    "Control characters can hide text from the reader or reverse its direction.",
)
STRAY_MARK = Code(
    "stray-mark",
    ERROR,
    _("a combining mark ({name}) stands on “{letter}”, which no Vietnamese or English letter carries"),
    _("type the letter again"),
    "The letter would look right in one font and fall apart in another.",
)
WRONG_ETH = Code(
    "wrong-eth",
    WARNING,
    _("“{word}” is written with Ð (Icelandic eth, U+00D0)"),
    _("write Đ (U+0110)"),
    "It looks the same and is another letter: search and sorting will not find the word.",
)
LEGACY_ENCODING = Code(
    "legacy-encoding",
    ERROR,
    _("this looks like Vietnamese in the old encoding {encoding}: “{sample}”"),
    _("convert the text to Unicode, then save it as UTF-8"),
    "Readers would see scrambled letters.",
)
NO_FRONT_MATTER = Code(
    "no-front-matter",
    ERROR,
    _("the file does not begin with front matter"),
    _("begin the file with a line ---, then the fields, then another line ---"),
    "Without its fields the entry has no title.",
)
BAD_FENCE = Code(
    "bad-fence",
    ERROR,
    _("“{line}” neither begins nor ends front matter"),
    _("write exactly three hyphens and nothing else: ---"),
    "Three hyphens on a line of their own tell the fields from the text.",
)
UNCLOSED_FRONT_MATTER = Code(
    "unclosed-front-matter",
    ERROR,
    _("the front matter that begins here does not end"),
    _("add a line with exactly --- (three dashes) after the last field"),
    "The whole text would be read as fields.",
)
BAD_YAML = Code(
    "bad-yaml",
    ERROR,
    _("the front matter cannot be read: {detail}"),
    _("look at this line and the one above it: their spaces, colons and quotation marks"),
    "YAML is exact about spaces, colons and quotes.",
)
YAML_TAB = Code(
    "yaml-tab",
    ERROR,
    _("a tab stands at the beginning of this line"),
    _("indent with spaces, two for each level"),
    "YAML does not know how wide a tab is.",
)
YAML_COLON = Code(
    "yaml-colon",
    ERROR,
    _("a second colon stands in the value of “{field}”"),
    _('put the whole value between straight quotation marks: {field}: "…"'),
    "A colon followed by a space separates a field's name from its value.",
)
YAML_CURLY_QUOTES = Code(
    "yaml-curly-quotes",
    ERROR,
    _("curly quotation marks (“…”) hold no value together"),
    _('use straight ones ("…"); to show curly ones, put straight ones around them'),
    "Word processors change straight marks into curly ones; YAML takes those for a part of the text.",
)
YAML_OPEN_QUOTE = Code(
    "yaml-open-quote",
    ERROR,
    _("the quotation mark that stands here is never closed"),
    _("close it with the same mark at the end of the value"),
    "The fields that follow would be read as a part of this value.",
)
YAML_AFTER_QUOTE = Code(
    "yaml-after-quote",
    ERROR,
    _("text stands after the closing quotation mark"),
    _('put the marks around the whole value, and write \\" for a mark inside it'),
    "A value between quotation marks ends with the second mark.",
)
YAML_SPECIAL = Code(
    "yaml-special",
    ERROR,
    _("a value cannot begin with “{sign}” here"),
    _("put the whole value between straight quotation marks"),
    "This sign begins something else in YAML.",
)
YAML_NO_COLON = Code(
    "yaml-no-colon",
    ERROR,
    _("a field is expected here: “{line}”"),
    _("write its name, a colon, a space and its value, such as title: Tea"),
    "Without a colon and a space after it YAML sees no field.",
)
YAML_DASH = Code(
    "yaml-dash",
    ERROR,
    _("a space is missing after the dash: “{line}”"),
    _("write a dash, a space, then the item"),
    "Without the space the line continues the text of the line above.",
)
YAML_INDENT = Code(
    "yaml-indent",
    ERROR,
    _("this line is not indented like the lines it belongs to"),
    _("begin what belongs together in the same column, two spaces deeper for each level"),
    "The indentation tells which field a line belongs to.",
)
YAML_COMMENT = Code(
    "yaml-comment",
    WARNING,
    _("everything from “{comment}” on is taken for a comment and not shown"),
    _("put the whole value between straight quotation marks, or write a space after # if it is a comment"),
    "A value such as “Top #1” loses its end in silence.",
)
DUPLICATE_KEY = Code(
    "duplicate-key",
    ERROR,
    _("the field “{field}” stands twice; the first is in line {first}"),
    _("keep one of them"),
    "Only one of the two would count, and nobody would know which.",
)
YAML_FEATURE = Code(
    "yaml-feature",
    ERROR,
    _("“{feature}” begins a feature of YAML that is not used here (an anchor, alias, tag, merge or directive)"),
    _("write the value out in full; put text that begins with this sign between straight quotation marks"),
    "A few bytes of them can stop a build for minutes.",
)
YAML_TOO_BIG = Code(
    "yaml-too-big",
    ERROR,
    _("the front matter has {size} bytes; {limit} is the most"),
    _("move long text into the body below the front matter"),
    "A bound on size keeps builds quick and safe.",
)
YAML_TOO_MANY = Code(
    "yaml-too-many",
    ERROR,
    _("the front matter has more than {limit} values"),
    _("split the entry, or leave out what no page shows"),
    "A bound on size keeps builds quick and safe.",
)
YAML_TOO_DEEP = Code(
    "yaml-too-deep",
    ERROR,
    _("the front matter is nested more than {limit} levels deep"),
    _("correct the brackets or the indentation here"),
    "No field is nested that deeply; it is a slip or an attack.",
)
EMPTY_FILE = Code(
    "empty-file",
    ERROR,
    _("the file is empty"),
    _("fill it, or delete it; `python build.py new` writes one to start from"),
    "An empty page helps nobody.",
)
MARKDOWN_TOO_COMPLEX = Code(
    "markdown-too-complex",
    ERROR,
    _("the paragraph has too many “{sign}” ({count}; {limit} is the most for its length)"),
    _("split it with empty lines, or simplify it"),
    "Such text takes the Markdown parser minutes.",
)
MARKDOWN_TOO_DEEP = Code(
    "markdown-too-deep",
    ERROR,
    _("lists, quotations or indentation are nested more than {limit} levels deep"),
    _("simplify the text here"),
    "Such text takes the Markdown parser minutes, or stops it.",
)
MARKDOWN_TOO_SLOW = Code(
    "markdown-too-slow",
    ERROR,
    _("reading the text takes longer than {limit} seconds"),
    _("split the text, or take out what repeats: tables, lists, references, signs"),
    "One text must not keep a whole site from being made.",
)
UNCLOSED_HTML = Code(
    "unclosed-html",
    ERROR,
    _("too many <{tag}> are opened here and not closed"),
    _("close each element that you open, or write Markdown instead"),
    "A browser opens them again in every paragraph that follows: a short text would become gigabytes.",
)
LINE_TOO_LONG = Code(
    "line-too-long",
    ERROR,
    _("the line has {count} characters; {limit} is the most"),
    _("break the line; pictures belong into files beside the text"),
    "Such text takes the Markdown parser minutes.",
)
MARKUP_REMOVED = Code(
    "markup-removed",
    WARNING,
    _("<{tag}> is not allowed in a text and is left out"),
    _("remove it; link to the page instead, or use a picture"),
    "Scripts, frames and forms inside a text could harm visitors.",
)
STRANGE_FILE = Code(
    "strange-file",
    WARNING,
    _("nothing uses the file “{name}”"),
    _("remove it, or check its name: texts are called index.<language>.md"),
    "A file with a misspelt name is silently missing from the site.",
)
TOO_MANY_FILES = Code(
    "too-many-files",
    ERROR,
    _("the folder holds {count} files; {limit} is the most"),
    _("remove what the entry does not show, or raise “files” under “limits” in site.yaml"),
    "A flood of files can stop a build.",
)
NO_TEXT = Code(
    "no-text",
    WARNING,
    _("the folder holds no text"),
    _("write index.<language>.md in it, or remove it"),
    "An entry without a text is silently missing from the site.",
)
UNKNOWN_FOLDER = Code(
    "unknown-folder",
    ERROR,
    _("there is no kind of entry called “{name}”"),
    _("use one of: {known}"),
    "Everything in the folder would be missing from the site.",
)
BAD_ID = Code(
    "bad-id",
    ERROR,
    _("“{id}” cannot be the name of an entry's folder"),
    _("use lower-case letters a–z, digits and single hyphens, up to 80 characters, such as misa-amis"),
    "The folder's name is the entry's id and is used in addresses.",
)
RESERVED_NAME = Code(
    "reserved-name",
    ERROR,
    _("“{name}” is a name that Windows keeps for devices"),
    _("choose another name for the folder, or write another “slug”, such as {name}-1"),
    "Neither the project nor the site could be copied to a computer with Windows.",
)
NAMES_COLLIDE = Code(
    "names-collide",
    ERROR,
    _("“{name}” and “{other}” differ only in capital letters or in the form of their marks"),
    _("rename one of the two files"),
    "Where systems do not tell such names apart, one file takes the place of the other.",
)
UNKNOWN_LOCALE = Code(
    "unknown-locale",
    ERROR,
    _("the site has no language “{locale}”"),
    _("use one of: {known}; languages are listed in site.yaml"),
    "The text would never be shown.",
)
MISSING_SOURCE_TEXT = Code(
    "missing-source-text",
    ERROR,
    _("the translation has no source: {source} is missing"),
    _("write {source} first, or say “source_locale: {locale}” here"),
    "The facts of an entry stand in its source language.",
)
SOURCE_LOCALE_DIFFERS = Code(
    "source-locale-differs",
    ERROR,
    _("“source_locale” is “{locale}” here and “{other}” in {path}"),
    _("write the same language in both files"),
    "An entry has one source language.",
)
NO_CONTENT = Code(
    "no-content",
    ERROR,
    _("there is no content to build"),
    _('write an entry first: python build.py new product "Name"'),
    "An empty site would replace a full one.",
)

# References, links, pictures
UNKNOWN_REFERENCE = Code(
    "unknown-reference",
    ERROR,
    _("there is no “{id}” in content/{kind}"),
    _("check the id: it is the name of the entry's folder in content/{kind}"),
    "The page would promise a link that leads nowhere.",
)
SELF_REFERENCE = Code(
    "self-reference",
    ERROR,
    _("“{field}” refers to the entry itself"),
    _("name another entry, or remove the line"),
    "An entry is not related to itself.",
)
UNPUBLISHED_REFERENCE = Code(
    "unpublished-reference",
    ERROR,
    _("“{id}” is not published: {state}"),
    _("publish it, or remove the reference until it is"),
    "Visitors would meet a link to a page that does not exist.",
)
REFERENCE_CYCLE = Code(
    "reference-cycle",
    ERROR,
    _("“{field}” leads in a circle: {cycle}"),
    _("remove one of these references"),
    "A document cannot replace itself by way of others.",
)
BROKEN_LINK = Code(
    "broken-link",
    ERROR,
    _("the link leads nowhere: {target}"),
    _("write content:/<kind>/<id>, such as content:/products/misa-amis"),
    "Visitors would get “page not found”.",
)
DEAD_LINK = Code(
    "dead-link",
    ERROR,
    _("{url} cannot be reached: {detail}"),
    _("correct the address, or link to where the page is now; a source that is gone keeps its name without its link"),
    "A reader who follows it finds nothing, and a claim loses its source.",
)
MOVED_LINK = Code(
    "moved-link",
    WARNING,
    _("{url} has moved for good to {target}"),
    _("write the new address"),
    "Redirects end some day.",
)
UNSURE_LINK = Code(
    "unsure-link",
    WARNING,
    _("nobody knows whether {url} is there: {detail}"),
    _("look at it in a browser; hosts often refuse programs, or are slow for a while"),
    "What a host does not tell a program it may still show to people.",
)
NO_NETWORK = Code(
    "no-network",
    ERROR,
    _("no host could be reached, so nothing is known of the {count} links outside"),
    _("look whether this machine is connected, and whether a proxy is to be named in HTTPS_PROXY"),
    "A machine without a network would call every link dead.",
)
BROKEN_ANCHOR = Code(
    "broken-anchor",
    ERROR,
    _("{target} has no heading “#{anchor}” in this language"),
    _("use one of: {known}"),
    "The link would lead to the top of the page instead of the passage.",
)
UNKNOWN_CARD = Code(
    "unknown-card",
    ERROR,
    _("[[{target}]] names no entry"),
    _("write [[product:misa-amis]]: a kind, a colon, an id"),
    "The card would be missing from the page.",
)
CARD_IN_TEXT = Code(
    "card-in-text",
    ERROR,
    _("[[{target}]] stands inside a paragraph"),
    _("put it on a line of its own, with an empty line above and below"),
    "Only a paragraph of its own becomes a card; here readers would see the brackets.",
)
MISSING_FOOTNOTE = Code(
    "missing-footnote",
    ERROR,
    _("the footnote [^{label}] has no text"),
    _("add a paragraph that begins with [^{label}]: and says what the note says"),
    "Readers would see the brackets instead of a note.",
)
EMPTY_ANCHOR = Code(
    "empty-anchor",
    ERROR,
    _("no address can be made from the heading “{text}”"),
    _("write an id of letters a–z after it, such as {example}"),
    "Links to a heading, and the table of contents, need its address.",
)
MISSING_PICTURE = Code(
    "missing-picture",
    ERROR,
    _("there is no picture “{name}” beside the text"),
    _("put the file into the entry's folder; capital letters count"),
    "Visitors would see a broken picture.",
)
BAD_PICTURE = Code(
    "bad-picture",
    ERROR,
    _("“{name}” is not a picture that can be shown: {detail}"),
    _("export it again as JPEG, PNG, WebP or AVIF"),
    "A file that only calls itself a picture stays empty in the browser, or worse.",
)
CHANGED_MEANWHILE = Code(
    "changed-meanwhile",
    ERROR,
    _("“{name}” has changed or vanished while the site was made"),
    _("build again once nobody is working on it"),
    "Half of a site would show the old picture and half of it the new one.",
)
MISSING_ALT = Code(
    "missing-alt",
    ERROR,
    _("the picture “{name}” has no description"),
    _("write what it shows between the square brackets: ![description]({name})"),
    "People who cannot see the picture read its description.",
)

# Addresses
EMPTY_SLUG = Code(
    "empty-slug",
    ERROR,
    _("no address can be made from “{text}”"),
    _("add a line “slug: …” with lower-case letters a–z, digits and hyphens"),
    "Every page needs an address.",
)
BAD_SLUG = Code(
    "bad-slug",
    ERROR,
    _("“{slug}” cannot be part of an address"),
    _("use lower-case letters a–z, digits and single hyphens, up to 80 characters"),
    "Addresses are typed, printed and read aloud.",
)
ADDRESS_REUSED = Code(
    "address-reused",
    ERROR,
    _("{address} was the address of {other}; it cannot become that of {id}"),
    _(
        "write another “slug”; where {other} itself was renamed: python build.py addresses move {other} {id}; "
        "where its old address may be forgotten, remove the line from content/history.yaml"
    ),
    "Whoever kept the old address would come to another thing without noticing.",
)
ADDRESS_GONE = Code(
    "address-gone",
    WARNING,
    _("{address} leads nowhere any more: there is no entry {id}"),
    _("write the entry that took its place, or “gone”; where it was renamed: python build.py addresses move {id} NEW"),
    "A link that somebody kept should lead somewhere, or be given up on purpose.",
)
HISTORY_OUTDATED = Code(
    "history-outdated",
    WARNING,
    _("addresses that are not recorded: {count}, such as {address}"),
    _("run: python build.py addresses update"),
    "Only an address that was recorded can lead on after it has changed.",
)
ADDRESS_COLLISION = Code(
    "address-collision",
    ERROR,
    _("two pages want the address {address}: this one and {other}"),
    _("give one of them another “slug:”"),
    "Many Vietnamese words differ only by their marks, which addresses do not carry. One page would hide the other.",
)

OUTPUT_COLLISION = Code(
    "output-collision",
    ERROR,
    _("two parts of the site want the file {output}"),
    _("give one of them another name: look at “slug”, “aliases”, the names of assets, and what extensions make"),
    "One file would silently take the place of the other.",
)

# Rules of kinds
SELECTION_SIZE = Code(
    "selection-size",
    ERROR,
    _("this selection must hold exactly {expected} {what}; it has {count}"),
    _("add or remove entries"),
    "The agreement of 30 July 2024 speaks of ten products in ten fields.",
)
SELECTION_FIELD = Code(
    "selection-field",
    ERROR,
    _("“{product}” stands for the field “{field}”, but its own field is “{actual}”"),
    _("choose a product of that field, or correct the field"),
    "Each of the ten products represents its own field.",
)
SELECTION_TWICE = Code(
    "selection-twice",
    ERROR,
    _("“{id}” stands twice in the selection"),
    _("choose another"),
    "Ten different products in ten different fields.",
)
MANY_FRONTS = Code(
    "many-fronts",
    ERROR,
    _("two pages say that they are the front page: this one and {other}"),
    _("keep “front:” in one of them"),
    "The address of each language can show one page only.",
)
NO_FRONT = Code(
    "no-front",
    WARNING,
    _("no page says that it is the front page"),
    _("add “front:” to one of the pages in content/pages"),
    "The address of each language, to which every page leads, would show nothing.",
)
DATES_REVERSED = Code(
    "dates-reversed",
    ERROR,
    _("“{last}” ({last_value}) lies before “{first}” ({first_value})"),
    _("exchange or correct the dates"),
    "Nothing ends before it begins.",
)
REVIEW_DUE = Code(
    "review-due",
    WARNING,
    _("“{field}” was to be reviewed by {date}"),
    _("check the figure, update it or its “review_by” date"),
    "An old figure that looks current misleads.",
)
LAPSES_SOON = Code(
    "lapses-soon",
    WARNING,
    _("“{field}” is valid until {date}, in {days} days"),
    _("ask whether it was renewed, and move “valid_until”; afterwards the page says that it has lapsed"),
    "A certificate or an award that lapses unnoticed makes a page claim too much.",
)
NO_TAGLINE = Code(
    "no-tagline",
    WARNING,
    _("the entry has no tagline"),
    _("add a line “tagline: …” that says in up to 90 characters what it does"),
    "On a card the tagline is all that tells a stranger what the product is for.",
)
TAGLINE_LENGTH = Code(
    "tagline-length",
    WARNING,
    _("the tagline has {count} words; between {least} and {most} are asked for"),
    _("say in one phrase what it does, and for whom"),
    "One word is a label, and twenty are a summary.",
)
TAGLINE_SAME = Code(
    "tagline-same",
    WARNING,
    _("the tagline says the same as “{field}”"),
    _("say what it does instead"),
    "The same words twice tell a reader nothing more.",
)
TAGLINE_JARGON = Code(
    "tagline-jargon",
    WARNING,
    _("“{phrase}” in the tagline does not say what it does: {why}"),
    _("write instead: {instead}; the list is kept in locales/{locale}/style.yaml"),
    "Whoever does not know the trade must understand the first line.",
)
NO_PICTURE_YET = Code(
    "no-picture",
    WARNING,
    _("the entry shows no picture"),
    _("add one that you may use, with its description, or write “cover: drawn” to accept the drawn cover"),
    "A picture shows at a glance what a page is about; that there is none should be somebody's decision.",
)
WEAK_ALT = Code(
    "weak-alt",
    WARNING,
    _("the description of the picture “{name}” says too little: “{alt}”"),
    _("write what can be seen, as you would tell it on the telephone"),
    "A file's name or a single word shows nothing to those who cannot see the picture.",
)

# Languages
STALE_TRANSLATION = Code(
    "stale-translation",
    WARNING,
    _("the translation is older than its source: {fields}"),
    _("translate the change, then run: python build.py translate stamp {id}"),
    "Readers of one language would be told something else than readers of the other.",
)
PARTIAL_TRANSLATION = Code(
    "partial-translation",
    WARNING,
    _("the translation leaves out: {fields}"),
    _("translate what is missing; until then readers see it in the source language, with a notice"),
    "A page in two languages at once is honest, and nobody's aim.",
)
MACHINE_DRAFT = Code(
    "machine-draft",
    WARNING,
    _("a machine wrote this translation, and nobody has read it yet; it is not published"),
    _("read it through and correct it, then run: python build.py translate accept {id}"),
    "A machine writes fluently and wrongly; a person answers for what the site says.",
)
TRANSLATION_BELOW_THRESHOLD = Code(
    "translation-below-threshold",
    ERROR,
    _("{kind}: of the translations into {locale}, {share} % are current; {limit} % are asked for"),
    _("see what is missing or stale with: python build.py translate status --diff; or ask for less"),
    "The site's own settings promise that so much of it is translated.",
)
TRANSLATION_REQUIRED = Code(
    "translation-required",
    ERROR,
    _("the settings ask for a translation into {locale}, and it leaves out: {fields}"),
    _("write what is missing in {path}, or ask for less under “fallback” in site.yaml"),
    "The site's own settings say that these texts are not shown in another language.",
)
MISSING_TRANSLATION = Code(
    "missing-translation",
    WARNING,
    _("there is no translation into {locale}"),
    _("write {path}"),
    "Readers of that language see the source text with a notice.",
)
# Importing tables and folders
TABLE_UNREADABLE = Code(
    "table-unreadable",
    ERROR,
    _("the table cannot be read: {detail}"),
    _("save it again as .xlsx, or as .csv in UTF-8"),
    "What cannot be read whole is not imported in part.",
)
TABLE_NO_TITLE = Code(
    "table-no-title",
    ERROR,
    _("no column holds the title of the entries"),
    _("name a column “title”; its first row tells what each column holds"),
    "An entry is known by its title.",
)
TABLE_COLUMN_TWICE = Code(
    "table-column-twice",
    ERROR,
    _("two columns hold “{field}”; the first is column {first}"),
    _("remove one of them, or name its language, such as title (en)"),
    "Only one of the two could be taken, and nobody would know which.",
)
TABLE_ROW_TWICE = Code(
    "table-row-twice",
    ERROR,
    _("this row makes the entry “{id}”, as row {first} does"),
    _("remove one of them, or give the rows ids in a column “id”"),
    "One of the two would be lost.",
)
TABLE_NO_ID = Code(
    "table-no-id",
    ERROR,
    _("no id can be made from “{value}”"),
    _("add a column “id” with lower-case letters a–z, digits and hyphens"),
    "An entry's folder is its id, and part of addresses.",
)
TABLE_FORMULA = Code(
    "table-formula",
    ERROR,
    _("the cell holds a formula whose result is not in the file: {value}"),
    _("open the file in a spreadsheet program and save it, or put the value in the formula's place"),
    "The program reads values; it does not compute what somebody else's formula may mean.",
)
TABLE_CELL_ERROR = Code(
    "table-cell-error",
    ERROR,
    _("the cell holds an error of the spreadsheet: {value}"),
    _("correct the formula, or empty the cell"),
    "The error would stand on the page.",
)
TABLE_NUMBER = Code(
    "table-number",
    ERROR,
    _("“{value}” may be two numbers: {first} or {second}"),
    _("write one of them, digits alone with a point before decimals"),
    "A dot stands before decimals in English and between thousands in Vietnamese.",
)
TABLE_DATE = Code(
    "table-date",
    ERROR,
    _("“{value}” may be two days: {first} or {second}"),
    _("write year-month-day"),
    "The day stands first in Viet Nam, the month first in the United States.",
)

# Texts that come back from translators
IMPORT_UNREADABLE = Code(
    "import-unreadable",
    ERROR,
    _("the file of translations cannot be read: {detail}"),
    _("save it as PO or as XLIFF 1.2, in UTF-8, or correct the line"),
    "What cannot be read is not guessed.",
)
IMPORT_LOCALE = Code(
    "import-locale",
    ERROR,
    _("the file says “{locale}” as the language of its translations; the languages of the site are {known}"),
    _("correct “Language:” in the head of a PO file, or “target-language” in an XLIFF file"),
    "Texts would be written into the files of another language.",
)
IMPORT_UNKNOWN = Code(
    "import-unknown",
    ERROR,
    _("“{context}” names no text that could be translated into this language"),
    _("take the message out of the file, or run: python build.py translate export"),
    "A translation would be lost without a word.",
)
IMPORT_TWICE = Code(
    "import-twice",
    ERROR,
    _("“{context}” is translated otherwise in {other}"),
    _("keep one of the two translations"),
    "Only one of them would count.",
)
IMPORT_OUTDATED = Code(
    "import-outdated",
    WARNING,
    _("the source of “{context}” is another one now; the translation was left out"),
    _("run: python build.py translate export, and translate the text as it stands now"),
    "A translation of what is no longer said would look up to date.",
)
IMPORT_DIFFERS = Code(
    "import-differs",
    ERROR,
    _("the translation of “{context}” differs from its source: only here {ours}; only there {theirs}"),
    _("keep links, pictures, cards, footnotes and placeholders as they stand in the source"),
    "A link that is lost or damaged leads readers of one language nowhere.",
)
IMPORT_SHAPE = Code(
    "import-shape",
    ERROR,
    _("the translation of “{context}” is {detail}, where the source has {expected}"),
    _("keep the marks at the beginning of its lines, and no empty line that the source does not have"),
    "Both languages have the same parts in the same order, so that each finds its translation.",
)
IMPORT_WAITING = Code(
    "import-waiting",
    WARNING,
    _("the body of {entry} is not written yet: {count} of its {total} parts are not translated"),
    _("translate the other parts in the same file, and import it again"),
    "Half a body is no text; until it is whole, readers see the source with a notice.",
)
IMPORT_UNPLACED = Code(
    "import-unplaced",
    ERROR,
    _("“{field}” finds no place in the front matter of the translation"),
    _("write it there by hand"),
    "The file would be damaged.",
)
NUMBERS_DIFFER = Code(
    "numbers-differ",
    WARNING,
    _("the numbers of “{field}” differ: only here {ours}; only in {other}: {theirs}"),
    _("correct the text that is wrong; both must name the same numbers, in digits"),
    "A figure or date that differs between two languages is wrong in one of them.",
)
PLACEHOLDERS_DIFFER = Code(
    "placeholders-differ",
    WARNING,
    _("the placeholders of “{field}” differ: only here {ours}; only in {other}: {theirs}"),
    _("copy the placeholders from the source text; they are not translated"),
    "A placeholder that is missing or misspelt leaves a hole in the page.",
)
HEADINGS_DIFFER = Code(
    "headings-differ",
    WARNING,
    _("the headings have the levels {ours}; those of {other} have {theirs}"),
    _("give both texts the same headings in the same order"),
    "Readers of one language would miss a part, or find it elsewhere.",
)
MENTIONS_DIFFER = Code(
    "mentions-differ",
    WARNING,
    _("the {what} differ: only here {ours}; only in {other}: {theirs}"),
    _("let both texts show and name the same"),
    "What one language links or shows, the other's readers need too.",
)
GLOSSARY_TERM = Code(
    "glossary-term",
    ERROR,
    _("“{field}” does not have “{expected}”, which stands for “{term}” in {other}"),
    _("write “{expected}”; locales/glossary.yaml lists the terms and the other forms that are accepted"),
    "A thing that has two names looks like two things.",
)
GLOSSARY_WRONG = Code(
    "glossary-wrong",
    ERROR,
    _("“{found}” is not the word for “{term}” in {other}"),
    _("write “{expected}”; locales/glossary.yaml lists the terms"),
    "A thing that has two names looks like two things.",
)
BANNED_PHRASE = Code(
    "banned-phrase",
    WARNING,
    _("“{phrase}” is not used here: {why}"),
    _("write {instead}; in an official name it may stand once locales/{locale}/style.yaml lists the name"),
    "Praise without evidence is the language of a brochure; facts convince.",
)
HOUSE_SPELLING = Code(
    "house-spelling",
    WARNING,
    _("“{wrong}” is not the spelling of the house"),
    _("write “{right}”; in an official name it may stand once locales/{locale}/style.yaml lists the name"),
    "One spelling throughout is easier to read and to search.",
)
SPACED_PERCENT = Code(
    "spaced-percent",
    WARNING,
    _("a blank stands before the sign in “{found}”"),
    _("write the sign % directly behind the number"),
    "The number and its sign could be parted at the end of a line.",
)
BODY_LENGTH = Code(
    "body-length",
    WARNING,
    _("the text has {count} words; {least} to {most} are asked for"),
    _("add facts that have a source, or leave out what repeats"),
    "Much less tells a buyer too little; much more is not read.",
)
FEW_MARKS = Code(
    "few-marks",
    WARNING,
    _("only {share}% of the words carry Vietnamese marks; at least {limit}% is usual"),
    _("write the text with its marks, or put it into the file of its own language"),
    "The text is probably typed without marks, or is not Vietnamese.",
)
MANY_MARKS = Code(
    "many-marks",
    WARNING,
    _("{share}% of the words carry Vietnamese marks; at most {limit}% is usual"),
    _("translate what is still Vietnamese"),
    "The text is probably not translated.",
)
BAD_CATALOG = Code(
    "bad-catalog",
    ERROR,
    _("the catalogue cannot be used: {detail}"),
    _("correct the entry, or run: make messages"),
    "A damaged message would break pages in one language only.",
)
CATALOG_CONFLICT = Code(
    "catalog-conflict",
    ERROR,
    _("two versions of this catalogue were merged and the conflict was left: {line}"),
    _("keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    "Both versions would be read as one, and nobody would know which message counts.",
)
CATALOG_DUPLICATE = Code(
    "catalog-duplicate",
    ERROR,
    _("the message “{message}” stands twice; the first is in line {first}"),
    _("keep one of the two entries"),
    "Only one of the two translations would count.",
)
CATALOG_PLURALS = Code(
    "catalog-plurals",
    ERROR,
    _("the header says nplurals={count}, but “{locale}” has {expected}"),
    _("delete the line Plural-Forms, then run: make messages"),
    "Numbers would choose the wrong form; Vietnamese has one form for all numbers.",
)
CATALOG_PLACEHOLDERS = Code(
    "catalog-placeholders",
    ERROR,
    _("the translation of “{message}” needs the placeholders {expected}; it has {actual}"),
    _("copy the placeholders from the source text; they are not translated"),
    "The page would lose a value, or could not be made at all.",
)
CATALOG_HTML = Code(
    "catalog-html",
    ERROR,
    _("the translation of “{message}” has {tag}, which the source text does not have"),
    _("use only the tags of the source text, exactly as they stand there"),
    "Messages are put into pages as they are; a stray tag would break the page or let foreign code in.",
)
INCOMPLETE_CATALOG = Code(
    "incomplete-catalog",
    WARNING,
    _("the message “{message}” is {state}"),
    _("translate or check it in {path}; delete it there where it is no longer used"),
    "The page would show a word of another language.",
)

MISSING_RETURN_LINK = Code(
    "missing-return-link",
    ERROR,
    _("the page names {other} as itself in another language, but that page does not name it in return"),
    _("the two must name each other; this is a fault of the engine or of an extension"),
    "Search engines ignore alternates that are not mutual.",
)
WRONG_CANONICAL = Code(
    "wrong-canonical",
    ERROR,
    _("the page gives {canonical} as its own address"),
    _("a page's canonical address is its own; this is a fault of the engine or of an extension"),
    "Search engines would drop the page in favour of another.",
)
WRONG_LANGUAGE = Code(
    "wrong-language",
    ERROR,
    _("the page's language is “{locale}”, but its address begins with another"),
    _("a page stands below the folder of its language; this is a fault of the engine or of an extension"),
    "Readers and search engines take the language from the address.",
)

# Templates, settings, output
MISSING_TEMPLATE = Code(
    "missing-template",
    ERROR,
    _("the template “{template}” is missing"),
    _("create templates/{template}"),
    "Pages of this kind cannot be made.",
)
TEMPLATE_SYNTAX = Code(
    "template-syntax",
    ERROR,
    _("the template cannot be read: {detail}"),
    _("correct the template at this line"),
    "Pages that use it cannot be made.",
)
TEMPLATE_UNDEFINED = Code(
    "template-undefined",
    ERROR,
    _("the template uses a name that does not exist: {detail}"),
    _("docs/designers.md lists what each template is given (seen while making {address})"),
    "The page would have a hole where the value should be.",
)
TEMPLATE_FAILED = Code(
    "template-failed",
    ERROR,
    _("the template fails: {detail}"),
    _("correct the template at this line (seen while making {address})"),
    "The page cannot be made.",
)
NOT_REPRODUCED = Code(
    "not-reproduced",
    ERROR,
    _("this file comes out otherwise when everything is made anew"),
    _("delete .cache and build again; then please tell those who maintain the program, for it should never be so"),
    "What is remembered must be what would be made: a site that depends on the past cannot be trusted.",
)
WORKER_DIED = Code(
    "worker-died",
    ERROR,
    _("working on this file ended the process that did it, twice"),
    _("look whether the machine has memory enough; if so, the file is damaged: save it anew with another program"),
    "A picture or a text that a library cannot bear would otherwise end the whole build without a word.",
)
MISSING_LETTERS = Code(
    "missing-letters",
    WARNING,
    _("the fonts of the site have no shape for: {letters}"),
    _("write the title and the summary without them; the picture for sharing leaves them out"),
    "A picture for sharing would show a box in their place.",
)
CONTACTS_EXPIRED = Code(
    "contacts-expired",
    WARNING,
    _("the contacts in security.txt are no longer to be trusted since {day}"),
    _("make sure that they are right, and set a later day, at most a year ahead"),
    "Whoever finds a weakness would not know whether anybody still reads what is sent there.",
)
NO_PARQUET = Code(
    "no-parquet",
    ERROR,
    _("open data as Parquet is asked for, and pyarrow is not installed"),
    _("run: make extras; or take parquet out of outputs"),
    "The package that writes Parquet is large and not part of the usual installation.",
)
HOST_FILES = Code(
    "host-files",
    WARNING,
    _("{host} takes {most} files at the most; the site has {found}"),
    _("leave outputs out, or publish to another host"),
    "The host would refuse the site, or take only a part of it.",
)
HOST_SIZE = Code(
    "host-size",
    WARNING,
    _("{host} takes {most} MiB at the most; the site has {found}"),
    _("leave outputs out, or publish to another host"),
    "The host would refuse the site.",
)
HOST_FILE = Code(
    "host-file",
    WARNING,
    _("{host} takes files of {most} MiB at the most; {path} has {found}"),
    _("leave outputs out, or publish to another host"),
    "The host would refuse the file, and with it the site.",
)
HOST_RULES = Code(
    "host-rules",
    WARNING,
    _("{host} reads {most} rules of a kind in {path} at the most; there are {found}"),
    _("take rules out of the file that the theme brings"),
    "The host passes over the rules beyond without a word.",
)
BAD_SETTINGS = Code(
    "bad-settings",
    ERROR,
    _("“{field}”: {detail}"),
    _("correct site.yaml; docs/operators.md describes each setting"),
    "The settings decide about addresses and languages of every page.",
)

CODES: dict[str, Code] = {value.name: value for value in tuple(globals().values()) if isinstance(value, Code)}
