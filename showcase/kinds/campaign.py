"""Campaigns, programmes, agreements and projects: who does what, why, since when, and with what result."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Model, Reference, _p, choice, fact
from showcase.kinds.parts import Indicator, Milestone, Party, Period, Text
from showcase.kinds.schema_org import Said, described, reference, references, value_of, written
from showcase.kinds.values import Address, Id, Line, Partial

FORMS = choice(
    "form of campaign",
    campaign=_p("form of campaign", "Campaign"),
    programme=_p("form of campaign", "Programme"),
    agreement=_p("form of campaign", "Cooperation agreement"),
    project=_p("form of campaign", "Project"),
)


class Pilot(Model):
    """A trial of a product at a host."""

    id: Id = fact(_p("field", "Id"), "A short name.", "chamber", required=True)
    product: Annotated[Id, Reference(("products",), reverse="pilots")] = fact(
        _p("field", "Product"), "What is tried.", "misa-amis", required=True
    )
    host: Annotated[str, Reference(("organisations", "enterprises"), reverse="hosted_pilots")] = fact(
        _p("field", "Host"), "Where it is tried.", "organisations/vcci", required=True
    )
    period: Period | None = fact(_p("field", "Period"), "When it is tried.", {"start": "2025-01", "end": "2025-06"})
    result: Line | None = fact(_p("field", "Outcome"), "What was found.", "Used by all departments.")
    decision: Line | None = fact(_p("field", "Decision"), "What was decided.", "To be replicated.")


class Campaign(Entry):
    """A campaign, programme, agreement or project."""

    form: Annotated[str, FORMS] = fact(
        _p("field", "Form"), "What sort of undertaking it is.", "agreement", required=True
    )
    parties: tuple[Party, ...] = fact(
        _p("field", "Parties"), "Who takes part, and as what.", [{"who": "organisations/vcci"}], default=()
    )
    legal_basis: tuple[Annotated[Id, Reference(("policies",), reverse="campaigns")], ...] = fact(
        _p("field", "Legal basis"), "The policies it rests on.", ["chi-thi-28-ct-ttg"], default=()
    )
    part_of: Annotated[Id, Reference(("campaigns",), reverse="parts", acyclic=True)] | None = fact(
        _p("field", "Part of"), "The campaign it belongs to.", "hang-viet"
    )
    launched: Partial | None = fact(_p("field", "Launched"), "When it began or was signed.", "2024-07-30")
    period: Period | None = fact(_p("field", "Period"), "The years it covers.", {"start": "2024", "end": "2026"})
    vision: Partial | None = fact(_p("field", "Vision to"), "The year its vision reaches to.", "2030")
    website: Address | None = fact(_p("field", "Official website"), "Its own address.", "https://smedx.vn/")
    pillars: tuple[Text, ...] = fact(
        _p("field", "Pillars"), "Its contents, in order.", [{"id": "domestic-market"}], default=()
    )
    timeline: tuple[Milestone, ...] = fact(_p("field", "Timeline"), "Dated steps.", [{"id": "signed"}], default=())
    indicators: tuple[Indicator, ...] = fact(
        _p("field", "Indicators"), "Dated figures with their sources.", [{"id": "modern-trade-share"}], default=()
    )
    products: tuple[Annotated[Id, Reference(("products",), reverse="campaigns")], ...] = fact(
        _p("field", "Products"), "Products that take part.", ["misa-amis"], default=()
    )
    enterprises: tuple[Annotated[Id, Reference(("enterprises",), reverse="campaigns")], ...] = fact(
        _p("field", "Enterprises"), "Enterprises that take part.", ["misa"], default=()
    )
    editions: tuple[Milestone, ...] = fact(
        _p("field", "Editions"), "Yearly editions.", [{"id": "edition-2025"}], default=()
    )
    pilots: tuple[Pilot, ...] = fact(_p("field", "Pilots"), "Trials of products.", [{"id": "chamber"}], default=())


def structured_data(entry: Any) -> Said:
    """A project: an undertaking that is planned, with those who carry it."""
    sponsors = [each.who for each in entry.parties if value_of(each.role) == "sponsor"]
    members = [each.who for each in entry.parties if value_of(each.role) != "sponsor"]
    return {
        "@type": "Project",
        **described(entry),
        "foundingDate": written(entry.launched),
        "parentOrganization": reference(entry.part_of, "Project"),
        "member": references(members, "Organization"),
        "sponsor": references(sponsors, "Organization"),
    }


KIND = Kind(
    folder="campaigns",
    word="campaign",
    model=Campaign,
    one=_p("kind", "Campaign"),
    many=_p("kinds", "Campaigns and programmes"),
    slug=_p("address", "campaigns"),
    intro=_p("intro", "The campaign for Vietnamese goods, the programmes under it and the agreements that carry it."),
    label=("form", "part_of", "launched", "period", "vision", "legal_basis", "website"),
    card=("form", "launched"),
    newest="launched",
    structured_data=structured_data,
)
