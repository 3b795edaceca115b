"""All entries become an index from A to Z: one page, or where they are too many a page for each letter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from showcase.digests import digest
from showcase.kinds import KINDS
from showcase.kinds.model import _p
from showcase.language.collation import DIGITS_AND_SIGNS, OTHERS, heading, headings
from showcase.language.slugs import slug
from showcase.library.addresses import index_permalink, paged_permalink
from showcase.library.values import Page
from showcase.pages.cards import mention
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.lists import pager
from showcase.pages.site import Site
from showcase.pages.views import Crumb, IndexView, Job, Later, Letter, Listing, Mention, Outline

TITLE = _p("index", "A–Z")
TEXT = _p("index", "Every entry of the showcase, in alphabetical order.")
ROOM = 2000  # entries on one page; it is of some 40 kB then
LETTER_ROOM = 500
# How Vietnamese types letters that a bare address lacks (Telex): đ is `dd`, ơ is `ow`.
TYPED: Mapping[str, str] = {"Đ": "dd", "Ă": "aw", "Â": "aa", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
TYPED_OTHERS: Mapping[str, str] = {DIGITS_AND_SIGNS: "0-9", OTHERS: "other"}

Groups = Mapping[str, tuple[Page, ...]]


def index_jobs(here: Site) -> Iterator[Job]:
    """The pages of the index."""
    groups = letter_groups(here)
    if sum(map(len, groups.values())) <= ROOM:
        yield _job(here, Later(_whole_view, (here, groups)))
        return
    letters = tuple(Letter(letter, len(listed), letter_permalink(here, letter)) for letter, listed in groups.items())
    yield _job(here, Later(IndexView, (_outline(here), letters)))
    for letter in letters:
        for view in _letter_views(here, letter, letters, groups[letter.name]):
            yield _job(here, view)


def letter_groups(here: Site) -> Groups:
    """Every entry under the letter of its title, in the language's own order."""
    groups: dict[str, list[Page]] = {}
    entries = (here.pages[key] for key in here.by_title)
    for page in (each for each in entries if not each.is_front):
        groups.setdefault(heading(page.title, here.locale), []).append(page)
    return {letter: tuple(groups[letter]) for letter in headings(here.locale) if letter in groups}


def _listed(here: Site, pages: Iterable[Page]) -> tuple[tuple[Mention, str], ...]:
    """The entries, each with the word for its kind."""
    words = {folder: here.kind(folder).one for folder in KINDS}
    return tuple((mention(page), words[page.kind]) for page in pages)


def letter_permalink(here: Site, letter: str) -> str:
    """The address of a letter's page."""
    word = TYPED.get(letter) or TYPED_OTHERS.get(letter) or slug(letter, here.locale)
    return f"{index_permalink(here.locale, here.say)}{word}/"


def _whole_view(here: Site, groups: Groups) -> IndexView:
    return IndexView(_outline(here), groups=tuple((name, _listed(here, pages)) for name, pages in groups.items()))


def _letter_views(here: Site, letter: Letter, letters: tuple[Letter, ...], pages: tuple[Page, ...]) -> Iterator[Later]:
    count = -(-len(pages) // LETTER_ROOM)
    for number in range(1, count + 1):
        shown = pages[(number - 1) * LETTER_ROOM : number * LETTER_ROOM]
        yield Later(_letter_view, (here, letter, letters, shown, number, count))


def _letter_view(
    here: Site, letter: Letter, letters: tuple[Letter, ...], pages: tuple[Page, ...], number: int, count: int
) -> IndexView:
    made, groups = pager(here, letter.permalink, number, count), ((letter.name, _listed(here, pages)),)
    return IndexView(_letter_outline(here, letter, number), letters, groups, letter.name, made)


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


def _job(here: Site, later: Later) -> Job:
    """The job of a view, which is made for its digest now and then let go: together they name every entry."""
    view: IndexView = later()
    head = view.page.head
    permalink = head.canonical.removeprefix(here.library.settings.base_url)
    later = replace(later, lists=_Told(Listing(head.canonical, head.hreflang, head.robots)))
    return Job(f"{permalink.lstrip('/')}index.html", later, "index.html", here.locale, digest=digest(view))


@dataclass(frozen=True, slots=True)
class _Told:
    """How a page lists itself, which is known."""

    listing: Listing

    def __call__(self, *_given: Any) -> Listing:
        """What is known."""
        return self.listing
