"""A library whose rules are checked becomes one that holds no more of a page than planning asks of all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from showcase.library.values import Brief, Library, Page, Target
from showcase.problems import Place

Value = TypeVar("Value")
Share = Callable[[Any], Any]

NOWHERE = Place("")  # of a reference that has been checked


def light(library: Library) -> Library:
    """The library with lighter pages: without the places of what was checked, and equal values held once.

    What the pages of an entry have in common they share, too.
    """
    known: dict[Any, Any] = {}
    pages: dict[str, dict[str, Page]] = {}
    for locale, own in library.pages.items():
        others = tuple(pages.values())
        pages[locale] = {}
        for page in own.values():
            twin = next((each[page.key] for each in others if page.key in each), None)
            made = _light(page, twin, lambda value: known.setdefault(value, value))
            pages[locale][made.key] = made
    return replace(library, pages=pages)


def _light(page: Page, twin: Page | None, share: Share) -> Page:
    """The page. `twin` is that of the same entry in another language, if it has one already."""
    targets = tuple(share(Target(NOWHERE, share(each.field), share(each.key))) for each in page.targets)
    return replace(
        page,
        key=share(page.key),
        kind=share(page.kind),
        id=twin.id if twin else page.id,
        locale=share(page.locale),
        content_locale=share(page.content_locale),
        source_locale=share(page.source_locale),
        body_locale=share(page.body_locale),
        brief=_brief(page.brief, twin.brief if twin else None, share),
        path=_same(page.path, twin.path if twin else None),
        targets=_same(targets, twin.targets if twin else None),
        refers=_same(tuple(map(share, page.refers)), twin.refers if twin else None),
        mentions=_same(tuple(map(share, page.mentions)), twin.mentions if twin else None),
    )


def _brief(brief: Brief, twin: Brief | None, share: Share) -> Brief:
    days = {share(name): share(day) for name, day in brief.days.items()}
    facets = {share(name): share(tuple(map(share, values))) for name, values in brief.facets.items()}
    return replace(
        brief,
        days=_same(days, twin.days if twin else None),
        edited=share(brief.edited),
        happened=share(brief.happened),
        facets=_same(facets, twin.facets if twin else None),
        links=(),
        cards=(),
        pictures=(),
    )


def _same(value: Value, known: Value | None) -> Value:
    """The known value where it is equal, so that there is one."""
    return known if known is not None and known == value else value
