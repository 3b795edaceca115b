"""Policies: directives, resolutions, decisions and laws, and how they build on each other."""

from collections.abc import Mapping
from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, choice, fact
from showcase.kinds.schema_org import Said, described, name_of, reference, references, value_of, written
from showcase.kinds.values import Address, Code, Day, Id, Name, Partial

FORMS = choice(
    "form of policy",
    directive=_p("form of policy", "Directive"),
    resolution=_p("form of policy", "Resolution"),
    decision=_p("form of policy", "Decision"),
    decree=_p("form of policy", "Decree"),
    circular=_p("form of policy", "Circular"),
    conclusion=_p("form of policy", "Conclusion"),
    notice=_p("form of policy", "Notice"),
    law=_p("form of policy", "Law"),
    strategy=_p("form of policy", "Strategy"),
)
STATES = choice(
    "policy status",
    in_force=_p("policy status", "In force"),
    replaced=_p("policy status", "Replaced"),
    expired=_p("policy status", "No longer in force"),
)


class Policy(Entry):
    """A document of the Party or the State."""

    number: Code | None = fact(_p("field", "Number"), "Its number, as it stands on the document.", "28/CT-TTg")
    form: Annotated[str, FORMS] = fact(_p("field", "Form"), "What sort of document it is.", "directive", required=True)
    issuer: Annotated[Id, Reference(("organisations",), reverse="policies")] | None = fact(
        _p("field", "Issuing body"), "Who issued it, if the showcase has an entry.", "ban-bi-thu"
    )
    issuer_name: Name | None = fact(
        _p("field", "Issuing body"), "Who issued it, where there is no entry.", "Prime Minister"
    )
    signed_by: Name | None = fact(_p("field", "Signed by"), "Who signed it.", "Lê Văn Thành")
    issued: Partial | None = fact(_p("field", "Date of issue"), "When it was issued.", "2021-10-26")
    effective: Partial | None = fact(_p("field", "Effective date"), "When it took effect.", "2021-10-26")
    status: Annotated[str, STATES] | None = fact(_p("field", "Status"), "Whether it is in force.", "in-force")
    implements: tuple[Annotated[Id, Reference(("policies",), reverse="implemented_by", acyclic=True)], ...] = fact(
        _p("field", "Implements"), "Policies it carries out.", ["chi-thi-03-ct-tw"], default=()
    )
    amends: tuple[Annotated[Id, Reference(("policies",), reverse="amended_by", acyclic=True)], ...] = fact(
        _p("field", "Amends"), "Policies it changes.", ["quyet-dinh-386-qd-ttg"], default=()
    )
    replaces: tuple[Annotated[Id, Reference(("policies",), reverse="replaced_by", acyclic=True)], ...] = fact(
        _p("field", "Replaces"), "Policies it takes the place of.", ["chi-thi-24-ct-ttg"], default=()
    )
    last_reviewed: Day | None = fact(
        _p("field", "Last reviewed"), "When an editor last checked its status.", "2026-11-01"
    )
    website: Address | None = fact(
        _p("field", "Full text"), "Where the document can be read.", "https://vanban.chinhphu.vn/"
    )


LEGAL_FORCES: Mapping[str, str] = {"in-force": "InForce", "replaced": "NotInForce", "expired": "NotInForce"}


def structured_data(entry: Any) -> Said:
    """A document of the law with its number and its place among others."""
    force = LEGAL_FORCES.get(value_of(entry.status))
    return {
        "@type": "Legislation",
        **described(entry),
        "legislationIdentifier": entry.number,
        "legislationType": name_of(entry.form),
        "legislationDate": written(entry.issued),
        "legislationDateOfApplicability": written(entry.effective),
        "legislationLegalForce": f"https://schema.org/{force}" if force else None,
        "legislationJurisdiction": {"@type": "Country", "identifier": "VN"},
        "legislationPassedBy": reference(entry.issuer, "Organization") or _issuer(entry.issuer_name),
        "legislationApplies": references(entry.implements, "Legislation"),
        "legislationChanges": references((*entry.amends, *entry.replaces), "Legislation"),
    }


def _issuer(name: str | None) -> Said | None:
    return {"@type": "Organization", "name": name} if name else None


KIND = Kind(
    folder="policies",
    word="policy",
    model=Policy,
    one=_p("kind", "Policy"),
    many=_p("kinds", "Policies"),
    slug=_p("address", "policies"),
    intro=_p("intro", "The documents of the Party and the State on which the campaign and its programmes rest."),
    label=(
        "number",
        "form",
        "issuer",
        "issuer_name",
        "signed_by",
        "issued",
        "effective",
        "status",
        "implements",
        "amends",
        "replaces",
        "last_reviewed",
        "website",
    ),
    card=("form", "issued"),
    newest="issued",
    structured_data=structured_data,
)
