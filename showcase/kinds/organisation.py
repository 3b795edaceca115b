"""Organisations: ministries, agencies and associations, and what became of them."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, choice, fact
from showcase.kinds.schema_org import Said, contact_point, described, reference, value_of, written
from showcase.kinds.values import Address, Id, Name, Partial

FORMS = choice(
    "form of organisation",
    ministry=_p("form of organisation", "Ministry"),
    agency=_p("form of organisation", "Agency"),
    association=_p("form of organisation", "Association"),
    party_body=_p("form of organisation", "Party body"),
    committee=_p("form of organisation", "Steering committee"),
)


class Organisation(Entry):
    """A body that issues policies, runs campaigns or gives awards."""

    form: Annotated[str, FORMS] = fact(_p("field", "Form"), "What sort of body it is.", "ministry", required=True)
    abbreviation: Name | None = fact(_p("field", "Abbreviation"), "Its usual short name.", "VCCI")
    valid_from: Partial | None = fact(_p("field", "Established"), "Since when it exists under this name.", "2007")
    valid_until: Partial | None = fact(_p("field", "Until"), "Until when it existed.", "2025-02-28")
    merged_into: Annotated[Id, Reference(("organisations",), reverse="merged_from", acyclic=True)] | None = fact(
        _p("field", "Merged into"), "The body that took over its tasks.", "most"
    )
    part_of: Annotated[Id, Reference(("organisations",), reverse="units", acyclic=True)] | None = fact(
        _p("field", "Part of"), "The body it belongs to.", "moit"
    )
    website: Address | None = fact(_p("field", "Official website"), "Its own address.", "https://vcci.com.vn/")


STATE_BODIES = ("ministry", "agency", "committee")


def structured_data(entry: Any) -> Said:
    """An organisation, or one of the state."""
    return {
        "@type": "GovernmentOrganization" if value_of(entry.form) in STATE_BODIES else "Organization",
        **described(entry),
        "alternateName": entry.abbreviation if entry.abbreviation != entry.title else None,
        "foundingDate": written(entry.valid_from),
        "dissolutionDate": written(entry.valid_until),
        "parentOrganization": reference(entry.part_of, "Organization"),
        "contactPoint": contact_point(entry),
    }


KIND = Kind(
    folder="organisations",
    word="organisation",
    model=Organisation,
    one=_p("kind", "Organisation"),
    many=_p("kinds", "Organisations"),
    slug=_p("address", "organisations"),
    intro=_p(
        "intro",
        "The ministries, agencies and associations that issue the policies, run the campaigns and give the awards.",
    ),
    label=("form", "abbreviation", "valid_from", "valid_until", "merged_into", "part_of", "website"),
    card=("form", "abbreviation"),
    structured_data=structured_data,
)
