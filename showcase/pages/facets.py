"""Products become facets: the ways of grouping them, the values they have, how many have each, and its address."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from heapq import nsmallest
from types import MappingProxyType

from showcase.kinds.model import Message, _p
from showcase.kinds.product import AUDIENCES
from showcase.language.collation import sort_key
from showcase.language.formats import language_name, territory_name
from showcase.language.slugs import slug
from showcase.library.addresses import FILTER
from showcase.library.facet_values import ABROAD, AUDIENCE, AWARD, FIELD, IDS, LANGUAGE, MAKER, TRIAL
from showcase.library.values import Page
from showcase.pages.site import Site
from showcase.pages.views import Facet, FacetValue

NAMES: Mapping[str, Message] = MappingProxyType(
    {
        FIELD: _p("field", "Field"),
        MAKER: _p("field", "Maker"),
        AUDIENCE: _p("field", "Intended users"),
        AWARD: _p("field", "Awards"),
        TRIAL: _p("facet", "Trial"),
        ABROAD: _p("field", "Availability abroad"),
        LANGUAGE: _p("facet", "Interface language"),
    }
)
# Values of some facets are entries, which have pages of their own; those of an award are not products alone.
WORDS: Mapping[str, Message] = MappingProxyType(
    {
        FIELD: _p("address", "field"),
        MAKER: _p("address", "maker"),
        AUDIENCE: _p("address", "users"),
        TRIAL: _p("address", "trial"),
        ABROAD: _p("address", "abroad"),
        LANGUAGE: _p("address", "language"),
    }
)
ENTRIES: Mapping[str, str] = MappingProxyType({FIELD: "fields", MAKER: "enterprises", AWARD: "awards"})
FREE_NAME = _p("field", "Free trial")
MANY = 1000  # products among which a script filters, or that a value lists; of more, counts are shown
BESIDE = 60  # values of a facet that stand beside the list of products
ROOM = 60  # products or enterprises that the page of a market or a door shows


def values_of(page: Page) -> Mapping[str, tuple[str, ...]]:
    """The values of a product by facet, each once; facets of which it has none are left out."""
    return dict(page.brief.facets)


def facets(here: Site) -> tuple[Facet, ...]:
    """The facets that products of this language have a value of, each with its values in order."""
    counts = counted(here, here.locale)
    return tuple(
        Facet(id_, here.say(NAMES[id_], here.locale), values)
        for id_ in IDS
        if (values := _values(here, id_, counts[id_]))
    )


def commonest(here: Site, found: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """The facets with no more values than have room beside a list: those that most products have, in their order.

    Only entries can be so many; all of them stand in the list of their kind.
    """
    return tuple(_shortened(here, facet) for facet in found)


def _shortened(here: Site, facet: Facet) -> Facet:
    if facet.id not in ENTRIES or len(facet.values) <= BESIDE:
        return facet
    most = nsmallest(BESIDE, facet.values, key=lambda each: (-each.count, each.value))
    kept = frozenset(each.value for each in most)
    values = tuple(each for each in facet.values if each.value in kept)
    return replace(facet, values=values, all=here.kind(ENTRIES[facet.id]).permalink)


def counted(here: Site, locale: str) -> dict[str, Counter[str]]:
    """How many products have each value, in a language of the library."""
    counts: dict[str, Counter[str]] = {id_: Counter() for id_ in IDS}
    for page in here.library.of_kind("products", locale):
        for id_, values in values_of(page).items():
            counts[id_].update(values)
    return counts


def _values(here: Site, id_: str, counts: Counter[str]) -> tuple[FacetValue, ...]:
    """The values of a facet: fields and audiences in their own order, others by name."""
    kept = [value for value in counts if id_ not in ENTRIES or f"{ENTRIES[id_]}/{value}" in here.pages]
    made = [
        FacetValue(value, name_of(here, id_, value), address(here, id_, value, here.locale), counts[value])
        for value in kept
    ]
    order = _orders(here).get(id_, lambda each: sort_key(each.name, here.locale))
    return tuple(sorted(made, key=order))


def _orders(here: Site) -> dict[str, Callable[[FacetValue], object]]:
    fields, audiences = [page.id for page in here.sections["fields"]], [value for value, _ in AUDIENCES.names]
    return {FIELD: lambda each: fields.index(each.value), AUDIENCE: lambda each: audiences.index(each.value)}


def name_of(here: Site, id_: str, value: str, locale: str = "") -> str:
    """The name of a value, in the page's language if no other is asked for."""
    locale = locale or here.locale
    if id_ in ENTRIES:
        return here.library.pages[locale][f"{ENTRIES[id_]}/{value}"].title
    if id_ == AUDIENCE:
        return here.say(AUDIENCES.name_of(value), locale)
    if id_ == TRIAL:
        return here.say(FREE_NAME, locale)
    return (language_name if id_ == LANGUAGE else territory_name)(value, locale)


def address(here: Site, id_: str, value: str, locale: str) -> str:
    """The address of a value's page: the entry's own, or one below the list of products."""
    if id_ in ENTRIES:
        return here.library.pages[locale][f"{ENTRIES[id_]}/{value}"].permalink
    return list_address(here, id_, value, locale)


def list_address(here: Site, id_: str, value: str, locale: str) -> str:
    """The address of a value's list below the list of products; of an entry whose own page holds too few of them."""
    return f"{folder(here, locale)}{here.say(WORDS[id_], locale)}/{_word(here, id_, value, locale)}/"


def _word(here: Site, id_: str, value: str, locale: str) -> str:
    if id_ in ENTRIES:
        return here.library.pages[locale][f"{ENTRIES[id_]}/{value}"].slug
    return slug(name_of(here, id_, value, locale), locale) or value.lower()


def folder(here: Site, locale: str) -> str:
    """What the addresses of all facets begin with."""
    return f"{here.products(locale)}{here.say(FILTER, locale)}/"
