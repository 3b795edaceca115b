"""What every entry carries, whatever its kind, and what a kind is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from showcase.kinds.model import Message, Model, Reference, Translatable, _p, fact
from showcase.kinds.parts import Claim, Contact, Document, Evidence, Picture, Source
from showcase.kinds.schema_org import web_page
from showcase.kinds.values import Day, Flag, Id, Language, Slug, Summary, Tagline, Title, Whole

ANY = (
    "products",
    "enterprises",
    "campaigns",
    "selections",
    "awards",
    "events",
    "policies",
    "organisations",
    "needs",
    "updates",
    "markets",
    "fields",
    "pages",
)


class Entry(Model):
    """The fields that every kind shares."""

    source_locale: Language = fact(
        _p("field", "Source language"),
        "The language in which the entry was first written; both files say the same.",
        "en",
        default="vi",
    )
    title: Title = fact(_p("field", "Title"), "The entry's name.", "MISA AMIS", required=True)
    tagline: Tagline | None = fact(
        _p("field", "Tagline"),
        "What it is or does, in up to 90 characters.",
        "Accounting and management for small enterprises",
    )
    summary: Summary = fact(
        _p("field", "Summary"),
        "One or two sentences for cards and search results, in up to 200 characters.",
        "…",
        required=True,
    )
    slug: Slug | None = fact(
        _p("field", "Slug"), "The last part of the address; made from the title if left out.", "misa-amis"
    )
    aliases: Annotated[tuple[Id, ...], Translatable(prose=False)] = fact(
        _p("field", "Old slugs"), "Earlier slugs of this page; they lead here.", ["misa-amis-platform"], default=()
    )
    order: Whole | None = fact(
        _p("field", "Order"), "Its place in its list; entries without one follow.", "1", unit="place", ge=1
    )
    draft: Flag = fact(_p("field", "Draft"), "true keeps the entry out of the published site.", "true", default=False)
    publish_on: Day | None = fact(_p("field", "Publish on"), "The first day on which the entry is shown.", "2026-12-01")
    expires_on: Day | None = fact(
        _p("field", "Expires on"), "The first day on which the entry is no longer shown.", "2027-12-01"
    )
    review_by: Day | None = fact(_p("field", "Review by"), "When an editor should read the entry again.", "2027-06-30")
    updated: Day | None = fact(
        _p("field", "Last updated"), "When the entry was last changed in substance.", "2026-11-20"
    )
    sources: tuple[Source, ...] = fact(
        _p("field", "Sources"), "Where the entry's facts come from.", [{"id": "asocio-2018"}], default=()
    )
    evidence: dict[str, Evidence] = fact(
        _p("field", "Evidence"),
        "For a field of this entry: which sources support it, and how far they can be trusted.",
        {"founded": {"sources": ["asocio-2018"], "trust": "verified"}},
        default={},
    )
    claims: tuple[Claim, ...] = fact(
        _p("field", "Claims"), "Statements with their evidence.", [{"id": "customers-2018"}], default=()
    )
    pictures: tuple[Picture, ...] = fact(
        _p("field", "Pictures"), "Pictures beside the text.", [{"id": "overview"}], default=()
    )
    documents: tuple[Document, ...] = fact(
        _p("field", "Brochure"), "Documents to download.", [{"id": "brochure"}], default=()
    )
    related: tuple[Annotated[str, Reference(ANY, reverse="related")], ...] = fact(
        _p("field", "Related"),
        "Other entries a reader may want, as kind and id.",
        ["products/misa-meinvoice"],
        default=(),
    )
    contact: Contact | None = fact(
        _p("field", "Contact"), "How to reach somebody about it.", {"url": "https://example.com/contact"}
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: where its entries live, what they are called and how they are listed.

    `label` names the facts of the museum label, in order; `card` those of its third line (`maker.headquarters` reads
    through a reference). `newest` names the date by which the list runs, newest first; without it it runs by name.
    `structured_data` gives what search engines are told, from the entry's record (`kinds.schema_org` says how).
    """

    folder: str
    word: str
    model: type[Entry]
    one: Message
    many: Message
    slug: Message
    intro: Message
    label: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    newest: str = ""
    listed: bool = True
    structured_data: Callable[[Any], dict[str, Any]] = web_page
