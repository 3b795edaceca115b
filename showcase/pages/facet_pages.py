"""Facets become pages: one list for each value that has no page elsewhere, and one of all products."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from showcase.digests import digest
from showcase.kinds.model import _p
from showcase.library.addresses import EVERY, paged_permalink
from showcase.library.facet_values import FIELD, MAKER
from showcase.library.values import Page
from showcase.pages.facets import ENTRIES, MANY, WORDS, list_address, values_of
from showcase.pages.heads import Subject, home_crumb, listing, outline
from showcase.pages.ingredients import Ingredients
from showcase.pages.lists import pager
from showcase.pages.site import Site
from showcase.pages.structured_data import list_data
from showcase.pages.views import Card, Crumb, Facet, FacetValue, FacetView, Job, Later, Listing, Outline, Pager
from showcase.settings import FACETS

EVERY_TITLE = _p("facet", "All products on one page")
EVERY_TEXT = _p("facet", "Every product of the showcase, by name.")
VALUE_TITLE = _p("facet", "{facet}: {value}")
VALUE_TEXT = _p("facet", "Vietnamese products by {facet}: {value}.")

Place = tuple[str, str, str]  # a facet, a value of it, and a field where the value has very many products


@dataclass(frozen=True, slots=True)
class Lists:
    """The products of each place, in the order of their list, and how many there are in each language."""

    members: Mapping[Place, list[Page]]
    totals: Mapping[str, Mapping[Place, int]]

    def is_divided(self, place: Place, locale: str) -> bool:
        """Whether the page of a value counts its products by field, for they are too many to list."""
        id_, value, _ = place
        return id_ != FIELD and self.totals[locale][id_, value, ""] > MANY

    def length(self, here: Site, place: Place, locale: str) -> int:
        """How many pages the list of a place has in a language of the library."""
        id_, value, field = place
        whole, pages = self.totals[locale][id_, value, ""], here.library.pages[locale]
        if id_ in ENTRIES and (whole <= here.library.settings.page_room or f"{ENTRIES[id_]}/{value}" not in pages):
            return 0
        if field and f"fields/{field}" not in pages:
            return 0
        is_divided = self.is_divided(place, locale)
        if is_divided != bool(field):
            return int(is_divided)
        return -(-self.totals[locale][place] // here.library.settings.page_size)


def lists(here: Site) -> Lists:
    """The places of all products of a language, as far as they may have a list."""
    totals = {code: _totals(here, code) for code in here.library.settings.codes}
    members: dict[Place, list[Page]] = {place: [] for place in totals[here.locale]}
    for page in here.sections["products"]:
        for place in _places(page):
            if place in members:
                members[place].append(page)
    return Lists(members, totals)


def _totals(here: Site, locale: str) -> Counter[Place]:
    """How many products of a language stand in each place, but for those that an entry shows on its own page."""
    found, room = Counter(_every_place(here.library.of_kind("products", locale))), here.library.settings.page_room
    return Counter(
        {
            (id_, value, field): count
            for (id_, value, field), count in found.items()
            if id_ not in ENTRIES or found[id_, value, ""] > room
        }
    )


def _every_place(pages: Sequence[Page]) -> Iterator[Place]:
    for page in pages:
        yield from _places(page)


def _places(page: Page) -> Iterator[Place]:
    found = values_of(page)
    for id_, values in found.items():
        for value in values:
            yield id_, value, ""
            if id_ != FIELD:
                yield id_, value, found[FIELD][0]


def every_permalink(here: Site, locale: str) -> str:
    """The address of the page of all products; of their list where they have no such page."""
    return f"{here.products(locale)}{here.say(EVERY, locale)}/" if has_every(here, locale) else here.products(locale)


def has_every(here: Site, locale: str) -> bool:
    """Whether all products of a language stand on one page: as long as a script can filter them."""
    return here.makes(FACETS) and 0 < len(here.library.of_kind("products", locale)) <= MANY


def facet_jobs(here: Site, made_of: Ingredients, found: tuple[Facet, ...]) -> Iterator[Job]:
    """The pages of the values, and the page of all products where there are any; none if the site goes without."""
    if not here.makes(FACETS) or not here.sections["products"]:
        return
    known = lists(here)
    for facet in found:
        for value in (each for each in facet.values if _has_list(here, facet, each)):
            for part in _value_parts(here, known, facet, value):
                yield _job(here, made_of, known, part)
    if has_every(here, here.locale):
        versions, cards = _every_versions(here), (made_of.card(page.key) for page in here.sections["products"])
        yield Job(
            f"{versions[here.locale].lstrip('/')}index.html",
            Later(every_view, (here,), _every_listing),
            "facet.html",
            here.locale,
            digest=digest(made_of.settings, versions, *cards),
        )


def _has_list(here: Site, facet: Facet, value: FacetValue) -> bool:
    """Whether a value has a list: an entry shows its products on its own page as long as it has room for them."""
    return facet.id not in ENTRIES or (facet.id in WORDS and value.count > here.library.settings.page_room)


def all_products(here: Site, page: Page) -> FacetValue | None:
    """The list of all products of a field or a maker, where its own page has no room for them."""
    keys = here.library.reverse.get(page.key, {}).get("products", ())
    count = sum(key in here.pages for key in keys)
    id_ = FIELD if page.kind == "fields" else MAKER
    if count <= here.library.settings.page_room or not here.makes(FACETS):
        return None
    return FacetValue(page.id, page.title, list_address(here, id_, page.id, here.locale), count)


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a value: of the list of a place, its number of how many, or of counts by field where it has none."""

    facet: Facet
    value: FacetValue
    place: Place
    number: int = 1
    count: int = 1
    fields: tuple[FacetValue, ...] = ()


def _value_parts(here: Site, known: Lists, facet: Facet, value: FacetValue) -> Iterator[Part]:
    """The pages of a value: those of its list, or a page of counts by field and the list of each field."""
    place = (facet.id, value.value, "")
    facet = replace(facet, values=())  # whose page names none of the others
    if not known.is_divided(place, here.locale):
        yield from _list_parts(here, known, facet, value, place)
        return
    fields = tuple(_fields(here, known, place))
    yield Part(facet, value, place, fields=fields)
    for each in fields:
        named = FacetValue(value.value, f"{value.name} · {each.name}", each.permalink, each.count)
        yield from _list_parts(here, known, facet, named, (facet.id, value.value, each.value))


def _list_parts(here: Site, known: Lists, facet: Facet, value: FacetValue, place: Place) -> Iterator[Part]:
    count = known.length(here, place, here.locale)
    return (Part(facet, value, place, number, count) for number in range(1, count + 1))


def _job(here: Site, made_of: Ingredients, known: Lists, part: Part) -> Job:
    versions = _versions(here, known, part)
    cards = tuple(made_of.card(page.key) for page in _shown(here, known, part))
    return Job(
        f"{versions[here.locale].lstrip('/')}index.html",
        Later(facet_view, (here, known, part), _listing),
        "facet.html",
        here.locale,
        digest=digest(made_of.settings, part, versions, len(known.members[part.place]), cards),
    )


def facet_view(here: Site, known: Lists, part: Part) -> FacetView:
    """All that a page of a value shows."""
    facet, value, kind = part.facet, part.value, here.kind("products")
    words = {"facet": facet.name, "value": value.name}
    title, text = (here.say(each, here.locale).format(**words) for each in (VALUE_TITLE, VALUE_TEXT))
    versions = _versions(here, known, part)
    subject = Subject(f"{title} ({part.number})" if part.number > 1 else title, text, versions[here.locale], versions)
    return FacetView(
        _outline(here, subject),
        kind,
        facet.name,
        value.name,
        _cards(here, _shown(here, known, part)),
        value.count if part.fields else len(known.members[part.place]),
        pager(here, _address(here, part.place, here.locale), part.number, part.count),
        part.fields,
    )


def _shown(here: Site, known: Lists, part: Part) -> list[Page]:
    """The products on the page."""
    size = here.library.settings.page_size
    return [] if part.fields else known.members[part.place][(part.number - 1) * size : part.number * size]


def _versions(here: Site, known: Lists, part: Part) -> dict[str, str]:
    """The permalinks of the page; other languages have it if their list is as long."""
    return {
        locale: paged_permalink(_address(here, part.place, locale), part.number, locale, here.say)
        for locale in here.library.settings.codes
        if known.length(here, part.place, locale) >= part.number
    }


def _listing(here: Site, known: Lists, part: Part) -> Listing:
    versions = _versions(here, known, part)
    return listing(here, versions[here.locale], versions)


def _fields(here: Site, known: Lists, place: Place) -> Iterator[FacetValue]:
    """The fields of a value's products, in their order, with the address of each one's list."""
    id_, value, _ = place
    for page in here.sections["fields"]:
        own = (id_, value, page.id)
        if count := len(known.members.get(own, ())):
            yield FacetValue(page.id, str(page.title), _address(here, own, here.locale), count)


def _address(here: Site, place: Place, locale: str) -> str:
    """The address of the list of a place in a language of the library."""
    id_, value, field = place
    whole = list_address(here, id_, value, locale)
    return f"{whole}{here.library.pages[locale][f'fields/{field}'].slug}/" if field else whole


def every_view(here: Site) -> FacetView:
    """All products on one page: for readers who look through everything, and for the script that filters."""
    pages, title = here.sections["products"], here.say(EVERY_TITLE, here.locale)
    versions = _every_versions(here)
    subject = Subject(title, here.say(EVERY_TEXT, here.locale), versions[here.locale], versions)
    only = Pager(1, 1, "", "", ((1, versions[here.locale]),))
    page, kind = _outline(here, subject, "noindex"), here.kind("products")
    return FacetView(page, kind, "", title, _cards(here, pages), len(pages), only)


def _every_listing(here: Site) -> Listing:
    versions = _every_versions(here)
    return listing(here, versions[here.locale], versions, "noindex")


def _every_versions(here: Site) -> dict[str, str]:
    codes = here.library.settings.codes
    return {locale: every_permalink(here, locale) for locale in codes if has_every(here, locale)}


def _outline(here: Site, subject: Subject, robots: str = "") -> Outline:
    kind = here.kind("products")
    crumbs = (home_crumb(here), Crumb(kind.many, kind.permalink), Crumb(subject.title, subject.permalink))
    data = list_data(here, crumbs)
    return outline(here, subject, crumbs=crumbs, section="products", structured_data=data, robots=robots)


def _cards(here: Site, pages: Sequence[Page]) -> tuple[Card, ...]:
    return tuple(here.cards[page.key] for page in pages)
