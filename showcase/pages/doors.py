"""A page for readers of one sort meets the data: what can be had where, in which languages, and who works abroad."""

from collections.abc import Mapping

from showcase.kinds.enterprise import REACH, Enterprise
from showcase.kinds.model import Choice
from showcase.kinds.page import Page as FreePage
from showcase.kinds.parts import AVAILABILITY, TRUST
from showcase.kinds.product import Product
from showcase.language.collation import sort_key
from showcase.language.formats import list_and, territory_name
from showcase.library.facet_values import ABROAD, AUDIENCE, HOME, LANGUAGE
from showcase.library.values import Page
from showcase.pages.cards import mention
from showcase.pages.facets import ROOM, facets
from showcase.pages.site import Site
from showcase.pages.views import Card, FacetValue, Mention, Record, Word

ABROAD_READERS = ("buyers", "overseas")
FEW = 12  # products of a country that stand in the table
LANGUAGES: dict[str, tuple[str, ...]] = {"buyers": ("en",), "overseas": ("vi", "en")}


def door(here: Site, page: Page) -> Record:
    """What the data has for the readers of a page; nothing where it is for others."""
    entry = page.entry
    assert isinstance(entry, FreePage)  # noqa: S101 - only free pages are doors
    if entry.reader in ABROAD_READERS:
        return Record(_abroad(here, entry.reader))
    if entry.reader == "consumers":
        return Record(_home(here))
    return Record({})


def _home(here: Site) -> dict[str, object]:
    """For consumers: the fields with their products, what is made for them, and where it says how to check."""
    found = {facet.id: facet for facet in facets(here)}
    audience = found.get(AUDIENCE)
    checked = tuple(
        here.cards[page.key]
        for page in here.sections["products"]
        if isinstance(page.entry, Product) and page.entry.genuine
    )
    own = next((each for each in audience.values if each.value == "consumers"), None) if audience else None
    fields = found["field"].values if "field" in found else ()
    return {"by_field": fields, "own": own, "checked": checked[:ROOM], "most": ROOM}


def _abroad(here: Site, reader: str) -> dict[str, object]:
    """For readers abroad: products by country, by language of the interface, and enterprises that work abroad."""
    found = {facet.id: facet for facet in facets(here)}
    pages = {each.value: each for id_ in (ABROAD, LANGUAGE) if id_ in found for each in found[id_].values}
    return {
        "most": ROOM,
        "few": FEW,
        "countries": _countries(here, pages),
        "languages": tuple(
            (pages[language], _speaking(here, language)) for language in LANGUAGES[reader] if language in pages
        ),
        "enterprises": _enterprises(here),
    }


def _countries(here: Site, pages: Mapping[str, FacetValue]) -> tuple[Record, ...]:
    """The countries of which something is known, by name: its page, and the state of each product there."""
    rows: dict[str, list[tuple[Mention, Word, Word]]] = {}
    for page in here.sections["products"]:
        assert isinstance(page.entry, Product)  # noqa: S101 - products are products
        for each in page.entry.availability:
            row = (mention(page), _word(here, AVAILABILITY, each.state), _word(here, TRUST, each.trust))
            rows.setdefault(each.territory, []).append(row)
    made = (
        {"name": territory_name(code, here.locale), "page": pages.get(code), "products": tuple(products[:FEW])}
        for code, products in rows.items()
        if code != HOME
    )
    return tuple(Record(each) for each in sorted(made, key=lambda each: sort_key(str(each["name"]), here.locale)))


def _speaking(here: Site, language: str) -> tuple[Card, ...]:
    """The products whose interface speaks a language."""
    return tuple(
        here.cards[page.key]
        for page in here.sections["products"]
        if isinstance(page.entry, Product) and language in page.entry.languages
    )[:ROOM]


def _enterprises(here: Site) -> tuple[tuple[Mention, Word | None, str], ...]:
    """The enterprises that work outside Viet Nam: each with its reach and its markets, by name."""
    found = []
    for page in here.sections["enterprises"]:
        entry = page.entry
        assert isinstance(entry, Enterprise)  # noqa: S101 - enterprises are enterprises
        markets = [territory_name(code, here.locale) for code in entry.markets if code != HOME]
        if markets or entry.reach in ("regional", "world"):
            reach = _word(here, REACH, entry.reach) if entry.reach else None
            found.append(
                (
                    mention(page),
                    reach,
                    list_and(sorted(markets, key=lambda name: sort_key(name, here.locale)), here.locale),
                )
            )
    return tuple(found[:ROOM])


def _word(here: Site, choice: Choice, value: str) -> Word:
    return Word(value, here.say(choice.name_of(value), here.locale))
