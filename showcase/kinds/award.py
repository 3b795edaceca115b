"""Award families and their editions."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, fact
from showcase.kinds.parts import Evidence, Text
from showcase.kinds.schema_org import Said, described
from showcase.kinds.values import Address, Id, Line, Measure, Partial, Whole


class Figure(Evidence, Text):
    """A counted thing of an edition."""

    value: Measure = fact(_p("field", "Value"), "The number.", "182", required=True, unit="piece")


class Edition(Evidence):
    """One edition, with the categories of that edition."""

    id: Id = fact(_p("field", "Id"), "A short name.", "edition-2023", required=True)
    year: Partial = fact(_p("field", "Year"), "The year.", "2023", required=True)
    categories: tuple[Text, ...] = fact(
        _p("field", "Categories"), "The categories of this edition.", [{"id": "digital-economy"}], default=()
    )
    figures: tuple[Figure, ...] = fact(
        _p("field", "Figures"), "Counts, such as nominations and awards.", [{"id": "awards"}], default=()
    )
    event: Annotated[Id, Reference(("events",), reverse="editions")] | None = fact(
        _p("field", "Event"), "Its launch or ceremony.", "le-trao-sao-khue-2023"
    )
    rules: Line | None = fact(_p("field", "Award rules"), "The rules of this edition.", "Decision 1385/QĐ-BTTTT")


class Award(Entry):
    """A family of awards."""

    bodies: tuple[Annotated[Id, Reference(("organisations",), reverse="awards")], ...] = fact(
        _p("field", "Awarding bodies"), "Who gives it.", ["vinasa"], default=()
    )
    campaign: Annotated[Id, Reference(("campaigns",), reverse="awards")] | None = fact(
        _p("field", "Campaign"), "The campaign it serves.", "make-in-viet-nam"
    )
    first_year: Partial | None = fact(_p("field", "First edition"), "The year of the first edition.", "2003")
    validity_years: Whole | None = fact(
        _p("field", "Valid for"), "After how many years it lapses.", "2", unit="year", ge=1
    )
    eligibility: Line | None = fact(
        _p("field", "Eligibility"), "Who may enter.", "Enterprises established under Vietnamese law."
    )
    criteria: tuple[Text, ...] = fact(
        _p("field", "Criteria"), "What is judged.", [{"id": "made-in-viet-nam"}], default=()
    )
    website: Address | None = fact(_p("field", "Official website"), "Its own address.", "https://danhhieusaokhue.vn/")
    editions: tuple[Edition, ...] = fact(
        _p("field", "Editions"), "Its editions, each with its own categories.", [{"id": "edition-2023"}], default=()
    )


def structured_data(entry: Any) -> Said:
    """schema.org has no word for an award that nobody has won yet: it is a thing with a name."""
    return {"@type": "Thing", **described(entry)}


KIND = Kind(
    folder="awards",
    word="award",
    model=Award,
    one=_p("kind", "Award"),
    many=_p("kinds", "Awards"),
    slug=_p("address", "awards"),
    intro=_p("intro", "Awards for digital products, edition by edition, with the categories of each year."),
    label=("bodies", "campaign", "first_year", "validity_years", "eligibility", "website"),
    card=("bodies", "first_year"),
    structured_data=structured_data,
)
