"""Markets: a guide to a country for makers who sell there and readers who live there."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, fact
from showcase.kinds.parts import Text
from showcase.kinds.schema_org import Said, web_page
from showcase.kinds.values import Territory


class Market(Entry):
    """A country seen from Viet Nam; what is available there follows from the products."""

    territory: Territory = fact(_p("field", "Territory"), "The country, as an ISO 3166-1 code.", "JP", required=True)
    partners: tuple[Annotated[str, Reference(("organisations", "enterprises"), reverse="markets")], ...] = fact(
        _p("field", "Partners"), "Who helps there.", ["organisations/vietrade"], default=()
    )
    advice: tuple[Text, ...] = fact(_p("field", "Advice"), "What to know.", [{"id": "language"}], default=())


def structured_data(entry: Any) -> Said:
    """A page about a country."""
    if entry.territory is None:
        return web_page(entry)
    country = {"@type": "Country", "name": entry.territory.name, "identifier": entry.territory.value}
    return {**web_page(entry), "about": country}


KIND = Kind(
    folder="markets",
    word="market",
    model=Market,
    one=_p("kind", "Market"),
    many=_p("kinds", "Markets"),
    slug=_p("address", "markets"),
    intro=_p("intro", "Countries in which Vietnamese products can be had, with partners and contacts."),
    label=("territory", "partners"),
    card=("territory",),
    structured_data=structured_data,
)
