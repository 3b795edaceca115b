"""Enterprises: who makes the products, what they can do and where they work."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import _p, choice, fact
from showcase.kinds.parts import Capability, Certificate, Distinction
from showcase.kinds.places import Province
from showcase.kinds.schema_org import Said, address_in, awards_of, contact_point, described, written
from showcase.kinds.values import Address, Flag, Line, Name, Partial, Territory, Title, Whole

SIZES = choice(
    "size of enterprise",
    micro=_p("size of enterprise", "Micro"),
    small=_p("size of enterprise", "Small"),
    medium=_p("size of enterprise", "Medium-sized"),
    large=_p("size of enterprise", "Large"),
)
REACH = choice(
    "reach",
    national=_p("reach", "National"),
    regional=_p("reach", "Regional"),
    world=_p("reach", "Worldwide"),
)


class Enterprise(Entry):
    """A Vietnamese enterprise."""

    official_name: Title = fact(
        _p("field", "Official name"), "Its full name in this language.", "MISA Joint Stock Company", required=True
    )
    brand: Name | None = fact(_p("field", "Brand"), "The name it is known by.", "MISA")
    founded: Partial | None = fact(_p("field", "Founded"), "When it was founded.", "1993-04-16")
    headquarters: Province | None = fact(
        _p("field", "Headquarters"), "The province or city of its head office.", "ha-noi"
    )
    ownership: Line | None = fact(
        _p("field", "Ownership"), "Who owns it; its date stands in the evidence.", "State-owned"
    )
    size: Annotated[str, SIZES] | None = fact(_p("field", "Size"), "Its size under Vietnamese law.", "large")
    staff: Whole | None = fact(_p("field", "Staff"), "How many people work there.", "6000", unit="person", ge=1)
    website: Address | None = fact(_p("field", "Official website"), "Its own address.", "https://misa.vn/")
    markets: tuple[Territory, ...] = fact(
        _p("field", "Markets"), "Countries in which it works, as ISO 3166-1 codes.", ["VN", "LA"], default=()
    )
    reach: Annotated[str, REACH] | None = fact(_p("field", "Reach"), "How far it reaches; needs evidence.", "regional")
    capabilities: tuple[Capability, ...] = fact(
        _p("field", "Enterprise capabilities"), "What it can do.", [{"id": "e-government"}], default=()
    )
    certificates: tuple[Certificate, ...] = fact(
        _p("field", "Certificates"), "Certificates it holds.", [{"id": "iso-27001"}], default=()
    )
    awards: tuple[Distinction, ...] = fact(
        _p("field", "Awards"), "Awards it has received.", [{"id": "sao-khue-2023", "award": "sao-khue"}], default=()
    )
    seeks_partners: Flag = fact(
        _p("field", "Seeks partners"), "Whether it has said that it seeks partners.", "true", default=False
    )
    offers_transfer: Flag = fact(
        _p("field", "Offers technology transfer"), "Whether it has said so.", "true", default=False
    )


def structured_data(entry: Any) -> Said:
    """An organisation with its seat."""
    return {
        "@type": "Organization",
        **described(entry),
        "legalName": entry.official_name,
        "alternateName": entry.brand if entry.brand != entry.title else None,
        "foundingDate": written(entry.founded),
        "address": address_in(entry.headquarters),
        "numberOfEmployees": {"@type": "QuantitativeValue", "value": entry.staff} if entry.staff else None,
        "award": awards_of(entry),
        "contactPoint": contact_point(entry),
    }


KIND = Kind(
    folder="enterprises",
    word="enterprise",
    model=Enterprise,
    one=_p("kind", "Enterprise"),
    many=_p("kinds", "Enterprises"),
    slug=_p("address", "enterprises"),
    intro=_p("intro", "The enterprises behind the products: what they can do, since when, and where."),
    label=(
        "official_name",
        "founded",
        "headquarters",
        "ownership",
        "size",
        "staff",
        "markets",
        "reach",
        "website",
        "seeks_partners",
        "offers_transfer",
    ),
    card=("headquarters", "founded"),
    structured_data=structured_data,
)
