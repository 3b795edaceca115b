"""Addresses: a slug for every page, a permalink for every slug, and never two pages at one permalink."""

from collections.abc import Iterable, Mapping

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.model import Message, _p
from showcase.kinds.words import Say
from showcase.language.slugs import is_reserved, is_slug, slug
from showcase.library.values import Page
from showcase.problems import Place, Problem, problem
from showcase.reading.parse import Document

PAGING = _p("address", "page")
INDEX = _p("address", "a-z")
SEARCH = _p("address", "search")
COMPARE = _p("address", "compare")
SHORTLIST = _p("address", "shortlist")
FILTER = _p("address", "filter")
EVERY = _p("address", "all")


def section_permalink(kind: Kind, locale: str, say: Say) -> str:
    """The address of a kind's list."""
    return f"/{locale}/{say(kind.slug, locale)}/"


def paged_permalink(first: str, number: int, locale: str, say: Say) -> str:
    """The address of a page of a list; its first page has the list's own address."""
    word = say(PAGING, locale)
    return first if number == 1 else f"{first}{word}/{number}/"


def index_permalink(locale: str, say: Say) -> str:
    """The address of the A–Z index."""
    return f"/{locale}/{say(INDEX, locale)}/"


def search_permalink(locale: str, say: Say) -> str:
    """The address of the search page."""
    return f"/{locale}/{say(SEARCH, locale)}/"


def compare_permalink(locale: str, say: Say) -> str:
    """The address of the page that compares products."""
    return f"/{locale}/{say(COMPARE, locale)}/"


def shortlist_permalink(locale: str, say: Say) -> str:
    """The address of the page of the products that a visitor has chosen."""
    return f"/{locale}/{say(SHORTLIST, locale)}/"


def manifest_permalink(locale: str) -> str:
    """The address of a language's web manifest."""
    return f"/{locale}/site.webmanifest"


def entry_permalink(kind: str, slug_: str, locale: str, say: Say, *, is_front: bool) -> str:
    """The address of an entry: below its section; free pages are directly below the language, the front page is it."""
    if is_front:
        return f"/{locale}/"
    return f"/{locale}/{slug_}/" if kind == "pages" else f"{section_permalink(KINDS[kind], locale, say)}{slug_}/"


def slug_of(title: str, chosen: str | None, locale: str, document: Document) -> tuple[str, tuple[Problem, ...]]:
    """The slug that was chosen or follows from the title, and a problem where neither gives one."""
    made = chosen or slug(title, locale)
    if not made:
        return document.id, (problem(codes.EMPTY_SLUG, document.place(("title",)), text=str(title)),)
    if is_reserved(made):
        return made, (problem(codes.RESERVED_NAME, document.place(("slug" if chosen else "title",)), name=made),)
    return made, ()


def collision_problems(pages: Iterable[Page], taken: Mapping[str, str]) -> tuple[Problem, ...]:
    """Pages and aliases that want an address that another has. `taken` are addresses of lists, with what stands there.

    A second front page is not a second problem.
    """
    owners: dict[str, str] = dict(taken)
    found: list[Problem] = []
    wanted = [(page.permalink, page, ("slug",)) for page in sorted(pages, key=lambda page: page.path)]
    wanted += [(alias, page, ("aliases",)) for _, page, _ in wanted for alias in page.aliases]
    for address, page, field in wanted:
        if address in owners and owners[address] != page.path and not (page.is_front and field == ("slug",)):
            found.append(
                problem(
                    codes.ADDRESS_COLLISION,
                    Place(page.path, 1, 1),
                    address=address,
                    other=owners[address],
                    field=field[0],
                )
            )
        else:
            owners[address] = page.path
    return tuple(found)


def section_problems(locales: Iterable[str], say: Say) -> tuple[Problem, ...]:
    """Translations of the words that stand in addresses which cannot stand there."""
    words: tuple[Message, ...] = (
        *(kind.slug for kind in KINDS.values()),
        *(PAGING, INDEX, SEARCH, COMPARE, SHORTLIST, FILTER, EVERY),
    )
    return tuple(
        problem(codes.BAD_SLUG, Place(f"locales/{locale}/LC_MESSAGES/messages.po"), slug=say(message, locale))
        for locale in locales
        for message in words
        if not is_slug(say(message, locale))
    )
