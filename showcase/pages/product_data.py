"""Products become data for the scripts that filter, compare and keep them: facet values by number, facts as text."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from showcase.digests import digest
from showcase.kinds.model import Message, _p
from showcase.kinds.parts import AVAILABILITY
from showcase.kinds.product import AUDIENCES, PLATFORMS, Product
from showcase.language.formats import language_name, list_and, partial_date, territory_name
from showcase.library.facet_values import MAKER
from showcase.library.values import Page
from showcase.pages.cards import lang_of
from showcase.pages.facets import MANY, values_of
from showcase.pages.ingredients import Ingredients
from showcase.pages.parts import parted, parts_for
from showcase.pages.plain import filled
from showcase.pages.search_shards import cards_folder
from showcase.pages.site import Site, day_of
from showcase.pages.views import Facet, Job, Later

ROWS: tuple[Message, ...] = (
    _p("field", "Maker"),
    _p("field", "Field"),
    _p("field", "Launched"),
    _p("field", "Platforms"),
    _p("field", "Supported languages"),
    _p("field", "Intended users"),
    _p("field", "Awards"),
    _p("field", "Certificates"),
    _p("field", "Availability abroad"),
    _p("field", "Official website"),
    _p("field", "Trust"),
)
TRUST: Mapping[str, Message] = {
    "verified": _p("trust on a card", "Partly verified"),
    "declared": _p("trust on a card", "Declared by the maker"),
    "unchecked": _p("trust on a card", "Not checked"),
}


PART = 16  # products in a part, on average at the most


@dataclass(frozen=True, slots=True)
class ProductData:
    """The files of the data, and where they are: the path of one, or the folder of so many parts."""

    jobs: tuple[Job, ...]
    path: str
    parts: int = 0


def product_data(here: Site, found: tuple[Facet, ...], made_of: Ingredients) -> ProductData:
    """The data of all products in the order of their names: in one file, by which a script filters too, or in parts.

    Parts keep their names, so that whoever wants a product knows where it is.
    """
    pages, rows = here.sections["products"], [here.say(row, here.locale) for row in ROWS]
    if len(pages) > MANY:
        return _in_parts(here, pages, made_of)
    numbers = {facet.id: {each.value: number for number, each in enumerate(facet.values)} for facet in found}
    facets = [{"id": facet.id, "values": [each.value for each in facet.values]} for facet in found]
    data = _bytes({"facets": facets, "rows": rows, "products": [_product(here, page, numbers) for page in pages]})
    path = f"search/products.{here.locale}.{hashlib.sha256(data).hexdigest()[:10]}.json"
    return ProductData((Job(path, data, make=bytes),), f"/{path}")


def _in_parts(here: Site, pages: Sequence[Page], made_of: Ingredients) -> ProductData:
    """The data in parts by the hashes of the products' ids; all of them are there, so that none is missed."""
    parts = parts_for(len(pages), PART)
    members = parted(pages, lambda page: page.id, parts)
    folder = f"{cards_folder(here.locale)}products/"
    words = digest(made_of.settings, here.library.catalogs[here.locale].digest)
    jobs = (
        Job(
            f"{folder}{number}.json",
            Later(_part, (here, tuple(own))),
            make=_bytes,
            digest=digest(words, *(_known(made_of, page) for page in own)),
        )
        for number, own in enumerate(members)
    )
    return ProductData(tuple(jobs), f"/{folder}", parts)


def _known(made_of: Ingredients, page: Page) -> str:
    """A digest of all that the data of a product is made from."""
    makers = (made_of.page(f"enterprises/{each}") for each in values_of(page).get(MAKER, ()))
    return " ".join((made_of.card(page.key), *makers))


def _part(here: Site, pages: tuple[Page, ...]) -> dict[str, Any]:
    """The data of some products."""
    rows = [here.say(row, here.locale) for row in ROWS]
    return {"rows": rows, "products": [_product(here, each, {}) for each in pages]}


def _bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _product(here: Site, page: Page, numbers: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """A product: what a list shows of it, the numbers of its values facet by facet, and its facts row by row."""
    values, card = values_of(page), here.cards[page.key]
    shown: dict[str, str] = {
        "id": page.id,
        "title": str(card.title),
        "lang": lang_of(card.title),
        "url": page.permalink,
        "text": str(card.text),
        "textLang": lang_of(card.text),
        "day": day_of(page, "launched") or day_of(page, "updated"),
        "award": _award_year(page),
    }
    has = [[known[value] for value in values.get(id_, ()) if value in known] for id_, known in numbers.items()]
    return {**filled(shown), **({"has": has} if has else {}), "facts": list(facts(here, page))}


def _award_year(page: Page) -> str:
    """The year of the latest award; an empty text where there is none."""
    assert isinstance(page.entry, Product)  # noqa: S101 - only products are asked
    return max((str(each.year)[:4] for each in page.entry.awards if each.year), default="")


def facts(here: Site, page: Page) -> tuple[str, ...]:
    """The facts of a product as texts, in the order of the rows; empty where a fact is not known."""
    entry, card, locale = page.entry, here.cards[page.key], here.locale
    assert isinstance(entry, Product)  # noqa: S101 - only products are compared
    maker = here.pages.get(f"enterprises/{entry.maker}")
    states = dict(AVAILABILITY.names)
    abroad = [
        f"{territory_name(each.territory, locale)}: {here.say(states[each.state], locale)}"
        for each in entry.availability
    ]
    return (
        str(maker.title) if maker else "",
        str(card.field.title) if card.field else "",
        partial_date(entry.launched, locale) if entry.launched else "",
        list_and([here.say(PLATFORMS.name_of(each), locale) for each in entry.platforms], locale),
        list_and([language_name(each, locale) for each in entry.languages], locale),
        list_and([here.say(AUDIENCES.name_of(each), locale) for each in entry.audiences], locale),
        list_and([str(each) for each in card.awards], locale),
        list_and([str(each.name) for each in entry.certificates], locale),
        "; ".join(abroad),
        urlsplit(entry.website).hostname or "" if entry.website else "",
        here.say(TRUST[card.trust], locale) if card.trust else "",
    )
