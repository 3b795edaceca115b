"""`translate export` and `translate import`: texts go to translators as PO or XLIFF, and come back."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from showcase.codes import ERROR, _
from showcase.commands.stamps import stamped
from showcase.commands.tool import RefusalError, Tool
from showcase.language.catalogs import read_catalog, translations
from showcase.language.text import normalised
from showcase.library.entries import Group
from showcase.problems import ContentError, Problem
from showcase.reading.text_file import foreign_encoding
from showcase.reporting.sentences import filled
from showcase.reporting.source_lines import line_finder
from showcase.reporting.text import text_report
from showcase.translating.importing import entry_of, imported
from showcase.translating.po import po_text, read_po
from showcase.translating.segments import Pair, Segment, segments
from showcase.translating.spans import text_file
from showcase.translating.units import Comments, Exchange, Texts, Unit, site_locale
from showcase.translating.writing import Written
from showcase.translating.xliff import xliff_text
from showcase.translating.xliff_reader import read_xliff

ENDINGS = {"po": "po", "xliff": "xlf"}

NO_SUCH_LOCALE = _("the site has no language “{name}”; its languages are: {known}")
EXISTS = _("{path} is there already; nothing was changed")
NO_TEXTS = _("there is nothing to translate into {locale}")
EXPORTED = _("written: {path} ({texts} texts of {entries} entries)")
IMPORTED = _("imported: {path} ({texts} new texts)")
NOTHING_NEW = _("nothing in it is new")
LIMIT = _("At most {limit} characters.")
PART = _("A part of the body, in Markdown: keep its marks, links and footnotes.")
WHOLE = _("The whole body, in Markdown, for the translation has other parts than the source.")


def exported(tool: Tool, groups: Iterable[Group], known: tuple[str, ...], locale: str, form: str, output: Path) -> None:
    """Write the texts of the entries with their translations into a file for translators."""
    if locale not in known:
        raise RefusalError(NO_SUCH_LOCALE, {"name": locale, "known": ", ".join(known)})
    texts = texts_of(tool.root, groups, locale)
    if not texts:
        raise RefusalError(NO_TEXTS, {"locale": locale}, exit_code=1)
    write = {"po": po_text, "xliff": xliff_text}[form]
    output.write_bytes(write(texts, locale, comments_in(tool)).encode())
    count = sum(len(found) for _pair, found in texts)
    click.echo(filled(tool.say(EXPORTED), {"path": tool.shown(output), "texts": count, "entries": len(texts)}))


def output_path(tool: Tool, wanted: Path | None, locale: str, form: str) -> Path:
    """Where the texts go; a file that nobody named is never written over, for it may hold a translator's work."""
    path = wanted or tool.root / f"texts.{locale}.{ENDINGS[form]}"
    if wanted is None and path.exists():
        raise RefusalError(EXISTS, {"path": tool.shown(path)})
    return path


def texts_of(root: Path, groups: Iterable[Group], locale: str) -> Texts:
    """The segments of all entries that are not written in the language."""
    found = ((pair, segments(pair)) for pair in (pair_of(root, group, locale) for group in groups) if pair)
    return tuple((pair, made) for pair, made in found if made)


def pair_of(root: Path, group: Group, locale: str) -> Pair | None:
    """The entry beside its translation; nothing where it is written in that language."""
    if group.source.locale == locale:
        return None
    # As bytes: reading as text would turn the line ends of another system into ours.
    read = {path: text_file((root / path).read_bytes().decode()) for path in paths_of(group, locale)}
    source, *translation = read.values()
    return Pair(group, locale, source, next(iter(translation), None))


def paths_of(group: Group, locale: str) -> list[str]:
    """The files of an entry in its own language and in another."""
    return [group.source.path, *(group.translations[each].path for each in (locale,) if each in group.translations)]


def comments_in(tool: Tool) -> Comments:
    """A function that tells a translator about a segment, in the language of the tool."""
    word_of = site_words(tool)

    def comments(segment: Segment) -> tuple[str, ...]:
        if segment.is_body:
            return (tool.say(PART if segment.kind else WHOLE),)
        extra = segment.info.json_schema_extra
        context = str(extra.get("context", "")) if isinstance(extra, dict) else ""
        about = f"{word_of(context, segment.info.title or '')}: {tool.say(segment.info.description or '')}"
        return (about, filled(tool.say(LIMIT), {"limit": segment.limit})) if segment.limit else (about,)

    return comments


def site_words(tool: Tool) -> Callable[[str, str], str]:
    """A function that gives a word of the site's interface in the language of the tool."""
    path = Path("locales", tool.language, "LC_MESSAGES", "messages.po")
    file = tool.root / path
    catalog, _problems = read_catalog(file.read_bytes(), tool.language, str(path)) if file.is_file() else (None, ())
    if catalog is None:
        return lambda _context, word: word
    known = translations(catalog)
    return lambda context, word: str(known.pgettext(context, word))


def brought_back(
    tool: Tool, groups: Iterable[Group], known: tuple[str, ...], default: str, paths: Iterable[Path], fuzzy: bool
) -> int:
    """Write what translators gave back into the texts, or nothing at all where something is wrong."""
    by_key = {group.source.key: group for group in groups}
    files: list[Written] = []
    problems: list[Problem] = []
    for locale, units in by_locale(tool, paths, known).items():
        named = sorted({entry_of(unit) for unit in units} & by_key.keys())
        pairs = {key: pair for key in named if (pair := pair_of(tool.root, by_key[key], locale))}
        made, found = imported(pairs, units, default, use_fuzzy=fuzzy)
        files += made
        problems += found
    if any(each.severity == ERROR for each in problems):
        raise ContentError(*problems)
    tool.write(text_report(problems, tool.say, line_finder(tool.root), tool.colour))
    for file in files:
        save(tool.root, file)
        click.echo(filled(tool.say(IMPORTED), {"path": file.path, "texts": file.count}))
    if not files:
        click.echo(tool.say(NOTHING_NEW))
    return 0


def save(root: Path, file: Written) -> None:
    """Write the file with its stamps."""
    (root / file.path).write_bytes((stamped(file.text, file.stamps) if file.stamps else file.text).encode())


def by_locale(tool: Tool, paths: Iterable[Path], known: tuple[str, ...]) -> Mapping[str, list[Unit]]:
    """The units of all files by language; ContentError with everything that is wrong with the files."""
    found: dict[str, list[Unit]] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            exchange = read_exchange(path.read_bytes(), tool.shown(path))
        except ContentError as error:
            problems += error.problems
            continue
        locale, wrong = site_locale(exchange, known)
        problems += wrong
        found.setdefault(locale, []).extend(exchange.units)
    if problems:
        raise ContentError(*problems)
    return found


def read_exchange(data: bytes, path: str) -> Exchange:
    """What a file of translators holds, XLIFF or PO; ContentError where it cannot be read."""
    if foreign := foreign_encoding(data, path):
        raise ContentError(foreign)
    text = normalised(data.decode())
    return read_xliff(text.lstrip(), path) if text.lstrip().startswith("<") else read_po(text, path)
