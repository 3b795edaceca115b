"""Words without facts become specimens: an entry in every state, for the style guide."""

from collections.abc import Callable
from typing import Any

from showcase.kinds.campaign import Campaign
from showcase.kinds.model import Message, _p
from showcase.kinds.product import Product
from showcase.kinds.words import Say
from showcase.pages.records import Reading, citations, record
from showcase.pages.views import Card, Fact, FieldMark, Mention, Record, Shown

WORK = _p("specimen", "Sample work")
LONG = _p(
    "specimen", "A sample work whose name is so long that it needs a second line and perhaps a third on a narrow wall"
)
MAKER = _p("specimen", "Sample maker")
LINE = _p("specimen", "What the work does, said in one line")
SAID = _p("specimen", "A statement about the work, in one sentence.")
STEP = _p("specimen", "A step, told so that a reader can follow it.")
NOTE = _p("specimen", "What a reader should know about it.")
SOURCE = _p("specimen", "Sample source")
AWARD = _p("specimen", "Sample award")
PLACE = _p("specimen", "Sample place")
SHARE = _p("specimen", "A measured share")
COUNT = _p("specimen", "A counted thing")
UNIT = _p("specimen", "works")

TRUST = ("verified", "declared", "unchecked")
ADDRESS = "https://example.com/"
ICON = "/icons/512.png"
Words = Callable[[Message], str]


def words(say: Say, locale: str) -> Words:
    """The messages in one language."""
    return lambda message: say(message, locale)


def product(say: Words) -> Product:
    """A product that fills every field: each trust mark, an award that holds, one that lapsed, a range of prices."""
    return Product.model_validate(
        {
            "title": say(WORK),
            "summary": say(LINE),
            "maker": "maker",
            "field": "field",
            "launched": "2020-12",
            "status": "active",
            "status_as_of": "2025",
            "website": ADDRESS,
            "platforms": ["web", "ios"],
            "languages": ["vi", "en"],
            "domestic_share": "60",
            "sources": [
                _source("one", say),
                _source("two", say) | {"title": say(LINE), "date": "2025-11", "publish_link": "false"},
            ],
            "evidence": {"launched": _cited(0) | {"note": say(NOTE)}, "website": _cited(1), "languages": _cited(2)},
            "capabilities": [{"id": f"c{at}", "text": say(SAID)} | _cited(at) for at in range(3)],
            "claims": [
                {"id": "c", "kind": "figure", "text": say(SAID), "as_of": "2025-11", "note": say(NOTE)} | _cited(0)
            ],
            "awards": [
                {"id": "a", "name": say(AWARD), "year": "2025", "rank": "gold", "category": say(LINE)} | _cited(0),
                {"id": "b", "name": say(AWARD), "year": "2020", "valid_until": "2022-12-31"} | _cited(1),
            ],
            "certificates": [
                {"id": "iso", "name": "ISO 0000", "body": say(SOURCE), "number": "0", "valid_until": "2022"} | _cited(1)
            ],
            "price": {
                "amount": "1250000",
                "highest": "2400000",
                "currency": "VND",
                "period": "month",
                "note": say(NOTE),
            }
            | _cited(1),
            "channels": [
                {"id": "web", "kind": "website", "url": ADDRESS, "trial": "true"},
                {"id": "shop", "kind": "website", "name": say(PLACE), "territory": "JP"},
            ],
            "availability": [
                {"id": state, "territory": territory, "state": state} | _cited(at)
                for at, (territory, state) in enumerate((("JP", "sold"), ("US", "not-sold")))
            ],
            "specifications": [{"id": "s", "label": say(COUNT), "value": "5000", "unit": "mAh"}],
            "ip_records": [
                {"id": "r", "kind": "trade-mark", "territory": "VN", "state": "granted", "number": "0"} | _cited(0)
            ],
            "genuine": [{"id": f"g{at}", "text": say(STEP)} for at in range(2)],
            "documents": [{"id": "d", "title": say(LINE), "url": f"{ADDRESS}a.pdf"}],
            "contact": {"name": say(MAKER), "telephone": "1900 0000", "email": "name@example.com", "url": ADDRESS},
        }
    )


def campaign(say: Words) -> Campaign:
    """A campaign with a timeline, and with a figure of each sort: with a range, with a target, without either."""
    return Campaign.model_validate(
        {
            "title": say(WORK),
            "summary": say(LINE),
            "form": "campaign",
            "sources": [_source("one", say), _source("two", say)],
            "timeline": [
                {"id": f"t{at}", "date": f"202{at}-0{at + 1}", "text": say(SAID)} | _cited(at) for at in range(3)
            ],
            "indicators": [
                {
                    "id": "a",
                    "name": say(SHARE),
                    "value": "60",
                    "highest": "70",
                    "target": "85",
                    "target_by": "2030",
                    "unit": "percent",
                    "as_of": "2025",
                }
                | _cited(0),
                {
                    "id": "b",
                    "name": say(COUNT),
                    "value": "1500",
                    "target": "2000",
                    "unit_name": say(UNIT),
                    "as_of": "2025-11",
                }
                | _cited(1),
                {"id": "c", "name": say(COUNT), "value": "34", "unit_name": say(UNIT)} | _cited(2),
            ],
        }
    )


def picture(say: Words) -> Record:
    """A picture: the icon of the site, on its ground."""
    shown = Shown(ICON, 512, 512, "oklch(38% 0.135 28)", (("image/png", f"{ICON} 512w"),))
    return Record({"shown": shown, "alt": say(WORK), "caption": say(LINE), "credit": say(MAKER)})


def _source(id_: str, say: Words) -> dict[str, str]:
    return {"id": id_, "name": say(SOURCE), "kind": "news", "url": ADDRESS}


def _cited(at: int) -> dict[str, Any]:
    return {"sources": ["one", "two"][: at + 1], "trust": TRUST[at]}


def read(entry: Product | Campaign, say: Say, locale: str, home: str) -> Record:
    """The entry as a template reads it; what it refers to leads home."""
    maker = Mention("enterprises/maker", say(MAKER, locale), home)
    return record(entry, Reading(locale, say, lambda key: maker if key == maker.key else None, citations(entry)))


def cards(say: Words, fields: tuple[FieldMark, ...], home: str) -> dict[str, Card]:
    """Cards by what they show: a work, its long name, little known of it, a maker, an entry without a picture."""
    field = fields[0] if fields else FieldMark(say(PLACE), home, 28, "sun")
    facts = (Fact("maker", "", say(MAKER)), Fact("headquarters", "", say(PLACE)))

    def card(id_: str, title: str, kind: str = "products", **more: Any) -> Card:
        own: dict[str, Any] = {"text": say(LINE), "lang": "", "field": field, "facts": facts} | more
        return Card(key=f"{kind}/{id_}", kind=kind, id=id_, title=title, permalink=home, **own)

    return {
        "full": card("sample", say(WORK), awards=(say(AWARD),), trust="verified"),
        "declared": card("sample-2", say(WORK), trust="declared"),
        "long": card("sample-3", say(LONG), trust="unchecked"),
        "bare": card("sample-4", say(WORK), text="", facts=()),
        "maker": card("maker", say(MAKER), "enterprises", field=None, trust="verified"),
        "plain": card("award", say(AWARD), "awards", field=None, facts=()),
    }
