"""Sections become lists in pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.digests import digest
from showcase.kinds import KINDS
from showcase.library.addresses import paged_permalink, section_permalink
from showcase.pages.heads import Subject, home_crumb, listing, outline
from showcase.pages.ingredients import Ingredients
from showcase.pages.site import Site
from showcase.pages.structured_data import list_data
from showcase.pages.views import (
    Card,
    Crumb,
    Facet,
    Feed,
    Job,
    KindView,
    Later,
    Listing,
    ListView,
    Outline,
    Pager,
    PlainView,
)

NEAR = 3  # pages on either side that a page of a list leads to


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of products has to choose by: facets, the path of their data, the page of all products."""

    facets: tuple[Facet, ...] = ()
    data: str = ""
    every: str = ""


UNFILTERED = Filters()


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a kind's list: its number of how many, the entries on it, and the languages that have such a page.

    What is hidden in a language makes its list shorter.
    """

    folder: str
    number: int
    count: int
    span: slice
    locales: tuple[str, ...]


def list_parts(here: Site, folder: str) -> tuple[Part, ...]:
    """The pages of a kind's list; none where the kind has no entries."""
    settings, total = here.library.settings, len(here.sections[folder])
    totals = {locale: len(here.library.of_kind(folder, locale)) for locale in settings.codes}
    size = max(1, *totals.values()) if folder in settings.unpaged else settings.page_size
    return tuple(
        Part(
            folder,
            start // size + 1,
            -(-total // size),
            slice(start, start + size),
            tuple(locale for locale, count in totals.items() if count > start),
        )
        for start in range(0, total, size)
    )


def list_jobs(
    here: Site, folder: str, made_of: Ingredients, feeds: tuple[Feed, ...], filters: Filters = UNFILTERED
) -> Iterator[Job]:
    """The pages of a kind's list."""
    pages, counts = here.sections[folder], _counts(here) if folder == "products" else ()
    fields = tuple(made_of.card(key) for key, _count in counts)
    shared = digest(made_of.settings, len(pages), feeds, filters, counts, fields)
    for part in list_parts(here, folder):
        versions, cards = _versions(here, part), tuple(made_of.card(page.key) for page in pages[part.span])
        yield Job(
            f"{versions[here.locale].lstrip('/')}index.html",
            Later(list_view, (here, part, feeds, filters), _listing),
            "list.html",
            here.locale,
            digest=digest(shared, folder, part.number, part.count, versions, cards),
        )


def list_view(here: Site, part: Part, feeds: tuple[Feed, ...] = (), filters: Filters = UNFILTERED) -> ListView:
    """All that a page of a list shows."""
    kind, pages = here.kind(part.folder), here.sections[part.folder]
    return ListView(
        page=_list_outline(here, kind, part, feeds),
        kind=kind,
        cards=tuple(here.cards[page.key] for page in pages[part.span]),
        total=len(pages),
        pager=pager(here, kind.permalink, part.number, part.count),
        fields=fields_with_counts(here) if part.folder == "products" else (),
        facets=filters.facets,
        data=filters.data,
        every=filters.every,
    )


def _versions(here: Site, part: Part) -> dict[str, str]:
    """The permalinks of a page of a list."""
    kind, number = KINDS[part.folder], part.number
    return {
        locale: paged_permalink(section_permalink(kind, locale, here.say), number, locale, here.say)
        for locale in part.locales
    }


def _listing(here: Site, part: Part, _feeds: tuple[Feed, ...], _filters: Filters) -> Listing:
    versions = _versions(here, part)
    return listing(here, versions[here.locale], versions)


def _list_outline(here: Site, kind: KindView, part: Part, feeds: tuple[Feed, ...]) -> Outline:
    versions = _versions(here, part)
    crumbs = (home_crumb(here), Crumb(kind.many, kind.permalink))
    title = kind.many if part.number == 1 else f"{kind.many} ({part.number})"
    data = list_data(here, crumbs)
    subject = Subject(title, kind.intro, versions[here.locale], versions)
    return outline(here, subject, crumbs=crumbs, section=kind.folder, feeds=feeds, structured_data=data)


def pager(here: Site, first: str, number: int, count: int) -> Pager:
    """Where a page of a list stands among the others: it leads to its neighbours, and to both ends."""
    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    links = {each: paged_permalink(first, each, here.locale, here.say) for each in sorted({1, *near, count})}
    return Pager(number, count, links.get(number - 1, ""), links.get(number + 1, ""), tuple(links.items()))


def fields_with_counts(here: Site) -> tuple[tuple[Card, int], ...]:
    """The fields in their order, each with the number of its products."""
    return tuple((here.cards[key], count) for key, count in _counts(here))


def _counts(here: Site) -> tuple[tuple[str, int], ...]:
    """The keys of the fields in their order, each with the number of its products."""
    reverse = here.library.reverse
    return tuple(
        (page.key, sum(key in here.pages for key in reverse.get(page.key, {}).get("products", ())))
        for page in here.sections["fields"]
    )


def plain_view(here: Site, subject: Subject, robots: str = "") -> PlainView:
    """A page without content of its own, with the sections that have entries."""
    lists = (here.kind(folder) for folder, pages in here.sections.items() if pages and KINDS[folder].listed)
    return PlainView(outline(here, subject, robots=robots), tuple(lists))
