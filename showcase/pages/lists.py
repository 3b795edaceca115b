"""Sections become lists in pages."""

from collections.abc import Iterator

from showcase.kinds import KINDS
from showcase.library.addresses import paged_permalink, section_permalink
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.site import Site
from showcase.pages.structured_data import list_data
from showcase.pages.views import (
    Card,
    Crumb,
    Facet,
    Feed,
    KindView,
    ListView,
    Outline,
    Pager,
    PlainView,
)

NEAR = 3  # pages on either side that a page of a list leads to


def list_views(
    here: Site, folder: str, feeds: tuple[Feed, ...], found: tuple[Facet, ...] = (), data: str = "", every: str = ""
) -> Iterator[ListView]:
    """The pages of a kind's list; none where the kind has no entries."""
    settings, kind, pages = here.library.settings, here.kind(folder), here.sections[folder]
    totals = {locale: len(here.library.of_kind(folder, locale)) for locale in settings.codes}
    size = max(1, *totals.values()) if folder in settings.unpaged else settings.page_size
    count = -(-len(pages) // size)
    fields = fields_with_counts(here) if folder == "products" else ()
    for number in range(1, count + 1):
        shown = pages[(number - 1) * size : number * size]
        reached = tuple(locale for locale, total in totals.items() if total > (number - 1) * size)
        yield ListView(
            page=_list_outline(here, kind, number, feeds, reached),
            kind=kind,
            cards=tuple(here.cards[page.key] for page in shown),
            total=len(pages),
            pager=pager(here, kind.permalink, number, count),
            fields=fields,
            facets=found,
            data=data,
            every=every,
        )


def _list_outline(
    here: Site, kind: KindView, number: int, feeds: tuple[Feed, ...], locales: tuple[str, ...]
) -> Outline:
    """The outline of a page of a list, which `locales` have: what is hidden makes a list shorter."""
    permalink = paged_permalink(kind.permalink, number, here.locale, here.say)
    versions = {
        locale: paged_permalink(section_permalink(KINDS[kind.folder], locale, here.say), number, locale, here.say)
        for locale in locales
    }
    crumbs = (home_crumb(here), Crumb(kind.many, kind.permalink))
    title = kind.many if number == 1 else f"{kind.many} ({number})"
    data = list_data(here, crumbs)
    subject = Subject(title, kind.intro, permalink, versions)
    return outline(here, subject, crumbs=crumbs, section=kind.folder, feeds=feeds, structured_data=data)


def pager(here: Site, first: str, number: int, count: int) -> Pager:
    """Where a page of a list stands among the others: it leads to its neighbours, and to both ends."""
    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    links = {each: paged_permalink(first, each, here.locale, here.say) for each in sorted({1, *near, count})}
    return Pager(number, count, links.get(number - 1, ""), links.get(number + 1, ""), tuple(links.items()))


def fields_with_counts(here: Site) -> tuple[tuple[Card, int], ...]:
    """The fields in their order, each with the number of its products."""
    reverse = here.library.reverse
    return tuple(
        (here.cards[page.key], sum(key in here.pages for key in reverse.get(page.key, {}).get("products", ())))
        for page in here.sections["fields"]
    )


def plain_view(here: Site, subject: Subject, robots: str = "") -> PlainView:
    """A page without content of its own, with the sections that have entries."""
    lists = (here.kind(folder) for folder, pages in here.sections.items() if pages and KINDS[folder].listed)
    return PlainView(outline(here, subject, robots=robots), tuple(lists))
