"""An entry's page becomes its view: the record, the label, the text, and everything that belongs to it elsewhere."""

from collections.abc import Mapping
from functools import cache

from showcase.kinds import KINDS
from showcase.kinds.model import Model, Reference, shapes
from showcase.language.formats import language_name
from showcase.library.values import Page
from showcase.pages.bodies import body_parts
from showcase.pages.cards import label, mention
from showcase.pages.heads import (
    Subject,
    entry_crumbs,
    listing,
    outline,
    own_versions,
    translated_locales,
    versions_of,
)
from showcase.pages.records import Reading, citations, record
from showcase.pages.site import Site
from showcase.pages.structured_data import entry_data
from showcase.pages.views import Crumb, EntryView, Feed, Listing, Notice, Outline, Record
from showcase.settings import FACETS

OG_TYPES: Mapping[str, str] = {"products": "product", "enterprises": "profile", "updates": "article"}


def entry_view(
    here: Site, page: Page, related: tuple[str, ...], feeds: tuple[Feed, ...] = (), extra: Record | None = None
) -> EntryView:
    """All that the page of an entry shows."""
    reading = reading_of(here, page)
    made = record(page.entry, reading)
    before, after = beside(here, page)
    reverse = in_reverse(here, page)
    crumbs = entry_crumbs(here, page, KINDS[page.kind].listed)
    data = entry_data(here, page, made, crumbs)
    return EntryView(
        page=entry_outline(here, page, crumbs, feeds, data),
        kind=here.kind(page.kind),
        entry=made,
        card=here.cards[page.key],
        label=label(KINDS[page.kind], made, reading),
        body=body_parts(page, here.pages, here.cards, here.library.pictures, here.elsewhere),
        body_lang="" if page.body_locale == page.locale else page.body_locale,
        headings=tuple((each.level, each.id, each.text) for each in page.body.headings),
        reverse=_reverse(here, reverse),
        related=tuple(here.cards[key] for key in related),
        previous=mention(before) if before else None,
        next=mention(after) if after else None,
        notices=_notices(here, page),
        cut=_cut(here, page, reverse),
        extra=extra or Record({}),
    )


def entry_outline(
    here: Site, page: Page, crumbs: tuple[Crumb, ...], feeds: tuple[Feed, ...], structured_data: str
) -> Outline:
    """The outline of an entry's page."""
    kind = KINDS[page.kind]
    subject = Subject(
        _head_title(here, page),
        page.entry.summary,
        page.permalink,
        versions_of(here, page.key),
        translated_locales(here, page.key),
        here.cards[page.key],
        page.path,
    )
    return outline(
        here,
        subject,
        crumbs=crumbs,
        section=page.kind if kind.listed else page.key,
        og_type=OG_TYPES.get(page.kind, "website"),
        feeds=feeds,
        structured_data=structured_data,
        robots="" if page.is_translated else "noindex",
    )


def entry_listing(here: Site, page: Page) -> Listing:
    """How an entry's page lists itself."""
    return listing(here, page.permalink, own_versions(here, page.key), "" if page.is_translated else "noindex")


def _head_title(here: Site, page: Page) -> str:
    """The title for tabs and search results, where entries of one name are told apart by their kinds."""
    if page.is_front:
        return here.settings.title
    title = str(page.title)
    return f"{title} ({here.kind(page.kind).one})" if title in here.twins else title


def reading_of(here: Site, page: Page) -> Reading:
    """How the values of a page's entry are read."""
    return Reading(
        here.locale,
        here.say,
        here.cards.get,
        citations(page.entry),
        lambda name: here.library.pictures.get(f"{page.folder}/{name}"),
    )


def beside(here: Site, page: Page) -> tuple[Page | None, Page | None]:
    """The pages before and after this one in its section's list."""
    if not KINDS[page.kind].listed:
        return None, None
    section, place = here.sections[page.kind], here.places[page.key]
    return section[place - 1] if place else None, section[place + 1] if place + 1 < len(section) else None


def in_reverse(here: Site, page: Page) -> dict[str, list[str]]:
    """Who names this entry, by relation, each list in the order of its section."""
    names = here.library.reverse.get(page.key, {})
    return {
        name: sorted((key for key in keys if key in here.places), key=lambda key: (_kind(key), here.places[key]))
        for name, keys in names.items()
    }


def _reverse(here: Site, naming: Mapping[str, list[str]]) -> Record:
    """The cards of those who name this entry, by relation. Relations nobody uses are empty."""
    made: dict[str, tuple[object, ...]] = dict.fromkeys(relations(), ())
    for name, keys in naming.items():
        made[name] = tuple(here.cards[key] for key in keys[: here.library.settings.page_room])
    return Record(made)


def _cut(here: Site, page: Page, naming: Mapping[str, list[str]]) -> int:
    """How many of a relation stand on the page where it has more and leads to no list of its own; 0 if all do."""
    listed = ("products",) if here.makes(FACETS) and page.kind in ("fields", "enterprises") else ()
    room = here.library.settings.page_room
    return room if any(len(keys) > room and name not in listed for name, keys in naming.items()) else 0


def _kind(key: str) -> str:
    return key.partition("/")[0]


def _notices(here: Site, page: Page) -> tuple[Notice, ...]:
    """What a reader should know of the translation."""
    if page.is_stub:
        original = here.library.pages[page.content_locale][page.key]
        name = language_name(original.locale, page.locale)
        return (Notice("stub", name, original.locale, original.permalink),)
    if not page.is_translated:
        return (Notice("untranslated", language_name(page.content_locale, page.locale)),)
    states = [state for state, keys in (("partial", page.missing), ("stale", page.stale)) if keys]
    return tuple(Notice(state, language_name(page.entry.source_locale, page.locale)) for state in states)


def _reverse_names(model: type[Model]) -> frozenset[str]:
    own = (mark.reverse for shape in shapes(model).values() if (mark := shape.mark(Reference)))
    inner = (name for shape in shapes(model).values() if shape.model for name in _reverse_names(shape.model))
    return frozenset((*own, *inner))


@cache
def relations() -> tuple[str, ...]:
    """The names of the lists in which entries find those that name them."""
    return tuple(sorted(frozenset[str]().union(*(_reverse_names(kind.model) for kind in KINDS.values())) - {""}))
