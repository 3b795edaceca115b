"""All entries become an index from A to Z: one page, or where they are too many a page for each letter."""

from collections.abc import Iterator, Mapping

from showcase.kinds.model import _p
from showcase.language.collation import DIGITS_AND_SIGNS, OTHERS, heading, headings
from showcase.language.slugs import slug
from showcase.library.addresses import index_permalink, paged_permalink
from showcase.pages.cards import mention
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.lists import pager
from showcase.pages.site import Site
from showcase.pages.views import Crumb, IndexView, Job, Letter, Mention, Outline

TITLE = _p("index", "A–Z")
TEXT = _p("index", "Every entry of the showcase, in alphabetical order.")
ROOM = 2000  # entries on one page; it is of some 40 kB then
LETTER_ROOM = 500
# How Vietnamese types letters that a bare address lacks (Telex): đ is `dd`, ơ is `ow`.
TYPED: Mapping[str, str] = {"Đ": "dd", "Ă": "aw", "Â": "aa", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
TYPED_OTHERS: Mapping[str, str] = {DIGITS_AND_SIGNS: "0-9", OTHERS: "other"}

Listed = tuple[Mention, str]
Groups = Mapping[str, tuple[Listed, ...]]


def index_jobs(here: Site) -> Iterator[Job]:
    """The pages of the index."""
    groups = letter_groups(here)
    if sum(map(len, groups.values())) <= ROOM:
        yield _job(here, IndexView(_outline(here), groups=tuple(groups.items())))
        return
    letters = tuple(Letter(letter, len(listed), letter_permalink(here, letter)) for letter, listed in groups.items())
    yield _job(here, IndexView(_outline(here), letters))
    for letter in letters:
        yield from (_job(here, view) for view in _letter_views(here, letter, letters, groups[letter.name]))


def letter_groups(here: Site) -> Groups:
    """Every entry under the letter of its title, in the language's own order."""
    groups: dict[str, list[Listed]] = {}
    entries = [page for page in here.pages.values() if not page.is_front]
    for page in sorted(entries, key=lambda page: (page.sort, page.key)):
        word = here.kind(page.kind).one
        groups.setdefault(heading(page.title, here.locale), []).append((mention(page), word))
    return {letter: tuple(groups[letter]) for letter in headings(here.locale) if letter in groups}


def letter_permalink(here: Site, letter: str) -> str:
    """The address of a letter's page."""
    word = TYPED.get(letter) or TYPED_OTHERS.get(letter) or slug(letter, here.locale)
    return f"{index_permalink(here.locale, here.say)}{word}/"


def _letter_views(
    here: Site, letter: Letter, letters: tuple[Letter, ...], listed: tuple[Listed, ...]
) -> Iterator[IndexView]:
    count = -(-len(listed) // LETTER_ROOM)
    for number in range(1, count + 1):
        shown = listed[(number - 1) * LETTER_ROOM : number * LETTER_ROOM]
        made = pager(here, letter.permalink, number, count)
        yield IndexView(_letter_outline(here, letter, number), letters, ((letter.name, shown),), letter.name, made)


def _outline(here: Site) -> Outline:
    title, text = here.say(TITLE, here.locale), here.say(TEXT, here.locale)
    versions = {locale: index_permalink(locale, here.say) for locale in here.library.settings.codes}
    crumbs = (home_crumb(here), Crumb(title, versions[here.locale]))
    return outline(here, Subject(title, text, versions[here.locale], versions), crumbs=crumbs, section="index")


def _letter_outline(here: Site, letter: Letter, number: int) -> Outline:
    """A letter's page is of one language: other alphabets have other letters, and their readers get the whole index."""
    index, text = here.say(TITLE, here.locale), here.say(TEXT, here.locale)
    own = paged_permalink(letter.permalink, number, here.locale, here.say)
    versions = {locale: index_permalink(locale, here.say) for locale in here.library.settings.codes}
    title = f"{index}: {letter.name}" if number == 1 else f"{index}: {letter.name} ({number})"
    crumbs = (home_crumb(here), Crumb(index, versions[here.locale]), Crumb(letter.name, letter.permalink))
    subject = Subject(title, text, own, versions | {here.locale: own}, (here.locale,))
    return outline(here, subject, crumbs=crumbs, section="index")


def _job(here: Site, view: IndexView) -> Job:
    permalink = view.page.head.canonical.removeprefix(here.library.settings.base_url)
    return Job(f"{permalink.lstrip('/')}index.html", view, "index.html", here.locale)
