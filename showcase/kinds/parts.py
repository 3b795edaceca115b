"""The parts that entries of several kinds are made of: sources, claims, certificates, prices, contacts."""

from typing import Annotated

from pydantic import model_validator

from showcase.kinds.model import FieldError, Model, Reference, _p, choice, fact
from showcase.kinds.values import (
    Address,
    Amount,
    Code,
    Currency,
    Day,
    FileName,
    Flag,
    Id,
    Line,
    Measure,
    Name,
    Partial,
    SourceId,
    Territory,
)

TRUST = choice(
    "trust",
    verified=_p("trust", "Verified by a document"),
    declared=_p("trust", "Declared by the maker"),
    unchecked=_p("trust", "Not checked"),
)
Trust = Annotated[str, TRUST]

SOURCE_KINDS = choice(
    "kind of source",
    government=_p("kind of source", "State body"),
    association=_p("kind of source", "Association"),
    news=_p("kind of source", "News"),
    company=_p("kind of source", "Company"),
    document=_p("kind of source", "Document"),
    reference=_p("kind of source", "Reference work"),
)


class Source(Model):
    """Where a claim comes from."""

    id: Id = fact(_p("field", "Id"), "A short name by which claims cite this source.", "asocio-2018", required=True)
    name: Name = fact(
        _p("field", "Publisher"), "Who published it, as they write their name.", "Việt Nam News", required=True
    )
    kind: Annotated[str, SOURCE_KINDS] = fact(
        _p("field", "Kind of source"), "What sort of publisher it is.", "news", required=True
    )
    title: Name | None = fact(
        _p("field", "Title"), "The title of the page or document, in its own language.", "Directive 28/CT-TTg"
    )
    url: Address | None = fact(
        _p("field", "Address"), "Where it can be read.", "https://vietnamnews.vn/economy/469563/"
    )
    publish_link: Flag = fact(
        _p("field", "Show the link"),
        "Whether the page may link to it; false for mirrors and weak hosts.",
        "false",
        default=True,
    )
    date: Partial | None = fact(_p("field", "Date"), "When it was published.", "2018-11-23", "2018-11")
    checked: Day | None = fact(_p("field", "Checked on"), "When an editor last read it.", "2026-11-01")


class Evidence(Model):
    """What a fact rests on."""

    sources: tuple[SourceId, ...] = fact(
        _p("field", "Sources"), "The ids of the sources that say so.", ["asocio-2018"], required=True, min_length=1
    )
    trust: Trust = fact(
        _p("field", "Trust"),
        "verified: a third party's document that readers can open; declared: the maker's own word; unchecked: neither.",
        "verified",
        required=True,
    )
    as_of: Partial | None = fact(_p("field", "As of"), "The date for which it was true.", "2018-11")
    review_by: Day | None = fact(_p("field", "Review by"), "When it should be checked again.", "2027-06-30")
    note: Line | None = fact(
        _p("field", "Note"), "What a reader should know about it.", "Another page gives 23 November 2003."
    )


CLAIM_KINDS = choice(
    "kind of claim",
    figure=_p("kind of claim", "Figure"),
    award=_p("kind of claim", "Recognition"),
    capability=_p("kind of claim", "Capability"),
    history=_p("kind of claim", "History"),
)


class Claim(Evidence):
    """A statement with its evidence."""

    id: Id = fact(
        _p("field", "Id"), "A short name, by which a translation finds the claim.", "customers-2018", required=True
    )
    kind: Annotated[str, CLAIM_KINDS] = fact(
        _p("field", "Kind of claim"), "What sort of statement it is.", "figure", required=True
    )
    text: Line = fact(
        _p("field", "Statement"),
        "The statement, in one sentence.",
        "Over 179,000 organisations used its products.",
        required=True,
    )


class Picture(Model):
    """A picture that belongs to the entry."""

    id: Id = fact(
        _p("field", "Id"), "A short name, by which a translation finds the picture.", "overview", required=True
    )
    file: FileName = fact(_p("field", "File"), "The file's name, beside the text.", "overview.jpg", required=True)
    alt: Line = fact(
        _p("field", "Description"),
        "What the picture shows, for people who cannot see it.",
        "A clerk scans a QR code.",
        required=True,
    )
    caption: Line | None = fact(_p("field", "Caption"), "A line below the picture.", "The cash desk in 2024")
    credit: Name | None = fact(_p("field", "Credit"), "Who made the picture and may be named.", "MISA")


class Certificate(Evidence):
    """A certificate of conformity with a standard."""

    id: Id = fact(_p("field", "Id"), "A short name.", "iso-27001", required=True)
    name: Name = fact(_p("field", "Certificate"), "Its name.", "ISO/IEC 27001:2022", required=True)
    body: Name | None = fact(_p("field", "Issued by"), "The body that issued it.", "BSI")
    number: Code | None = fact(_p("field", "Number"), "The certificate's number.", "IS 700000")
    valid_until: Partial | None = fact(_p("field", "Valid until"), "The last day on which it is valid.", "2027-03-31")


RANKS = choice(
    "rank",
    gold=_p("rank", "Gold"),
    silver=_p("rank", "Silver"),
    bronze=_p("rank", "Bronze"),
    first=_p("rank", "First"),
    top_10=_p("rank", "Top 10"),
    winner=_p("rank", "Winner"),
    finalist=_p("rank", "Finalist"),
)


class Distinction(Evidence):
    """An award that was received."""

    id: Id = fact(_p("field", "Id"), "A short name.", "sao-khue-2023", required=True)
    award: Annotated[Id, Reference(("awards",), reverse="winners")] | None = fact(
        _p("field", "Award"), "The award family, if the showcase has an entry for it.", "sao-khue"
    )
    name: Name | None = fact(
        _p("field", "Award name"),
        "The award's name, where it has no entry of its own.",
        "ASOCIO Outstanding ICT Company Award",
    )
    year: Partial | None = fact(_p("field", "Year"), "The edition; left out where no source names it.", "2018")
    category: Line | None = fact(_p("field", "Category"), "The category of that edition.", "Digital solution")
    rank: Annotated[str, RANKS] | None = fact(_p("field", "Rank"), "The rank, where the award has ranks.", "gold")
    valid_until: Partial | None = fact(_p("field", "Valid until"), "When the award lapses, if it does.", "2026-11")

    @model_validator(mode="after")
    def _is_named(self) -> "Distinction":
        if self.award is None and self.name is None:
            raise FieldError("missing-field", field="award", description="or “name” for an award without an entry")
        return self


PRICE_PERIODS = choice(
    "price period",
    once=_p("price period", "once"),
    month=_p("price period", "a month"),
    year=_p("price period", "a year"),
)


class Price(Evidence):
    """A price or a range of prices, before tax."""

    amount: Amount = fact(
        _p("field", "Price"),
        "The price, or the lowest of a range; digits only.",
        "1250000",
        required=True,
        unit="currency",
    )
    highest: Amount | None = fact(_p("field", "Highest price"), "The highest of a range.", "2400000", unit="currency")
    currency: Currency = fact(_p("field", "Currency"), "The ISO 4217 code.", "VND", "USD", required=True)
    per: Line | None = fact(_p("field", "Price for"), "What the price buys.", "one user")
    period: Annotated[str, PRICE_PERIODS] = fact(
        _p("field", "Period"), "How often it is paid.", "month", default="once"
    )

    @model_validator(mode="after")
    def _is_whole_dong(self) -> "Price":
        if self.currency == "VND" and any(a is not None and a % 1 for a in (self.amount, self.highest)):
            raise FieldError("not-a-number", field="amount", value=str(self.amount))
        return self


CHANNELS = choice(
    "channel",
    website=_p("channel", "Website"),
    app_store=_p("channel", "App store"),
    google_play=_p("channel", "Google Play"),
    shop=_p("channel", "Shop"),
    marketplace=_p("channel", "E-commerce"),
    reseller=_p("channel", "Reseller"),
    office=_p("channel", "Office"),
)


class Channel(Model):
    """A place where a product can be bought or tried."""

    id: Id = fact(_p("field", "Id"), "A short name.", "website", required=True)
    kind: Annotated[str, CHANNELS] = fact(_p("field", "Channel"), "What sort of place it is.", "website", required=True)
    name: Name | None = fact(_p("field", "Name"), "Its name, where the kind does not say enough.", "amis.misa.vn")
    territory: Territory | None = fact(
        _p("field", "Territory"), "Where it sells, as an ISO 3166-1 code; left out: everywhere.", "VN"
    )
    url: Address | None = fact(_p("field", "Address"), "Its address on the web.", "https://amis.misa.vn/")
    trial: Flag = fact(_p("field", "Free trial"), "Whether the product can be tried there.", "true", default=False)


AVAILABILITY = choice(
    "availability",
    sold=_p("availability", "Available"),
    limited=_p("availability", "Available in part"),
    planned=_p("availability", "Planned"),
    not_sold=_p("availability", "Not available"),
)


class Availability(Evidence):
    """Whether a product can be had in a country."""

    id: Id = fact(_p("field", "Id"), "A short name, by which a translation finds the row.", "la", required=True)
    territory: Territory = fact(_p("field", "Territory"), "The country, as an ISO 3166-1 code.", "MM", required=True)
    state: Annotated[str, AVAILABILITY] = fact(
        _p("field", "Availability"), "Whether it can be had there.", "sold", required=True
    )


class Specification(Model):
    """A row of the specification table."""

    id: Id = fact(_p("field", "Id"), "A short name.", "capacity", required=True)
    label: Line = fact(_p("field", "Label"), "What is specified.", "Storage", required=True)
    value: Name = fact(_p("field", "Value"), "The value; a number stands in digits.", "15", required=True)
    unit: Code | None = fact(_p("field", "Unit"), "A CLDR unit id, or mAh or MP.", "digital-gigabyte", "mAh")


IP_KINDS = choice(
    "intellectual property",
    trade_mark=_p("intellectual property", "Trade mark"),
    patent=_p("intellectual property", "Patent"),
    utility_solution=_p("intellectual property", "Utility solution"),
    industrial_design=_p("intellectual property", "Industrial design"),
    copyright=_p("intellectual property", "Copyright"),
)
IP_STATES = choice(
    "state of protection",
    filed=_p("state of protection", "Filed"),
    granted=_p("state of protection", "In force"),
    lapsed=_p("state of protection", "No longer in force"),
)


class IpRecord(Evidence):
    """A right registered in a territory."""

    id: Id = fact(_p("field", "Id"), "A short name.", "trade-mark-vn", required=True)
    kind: Annotated[str, IP_KINDS] = fact(
        _p("field", "Right"), "What sort of right it is.", "trade-mark", required=True
    )
    territory: Territory = fact(_p("field", "Territory"), "Where it holds, as an ISO 3166-1 code.", "VN", required=True)
    number: Code | None = fact(_p("field", "Registration number"), "Its number in the register.", "4-0000000")
    state: Annotated[str, IP_STATES] = fact(
        _p("field", "Status"), "Its state in the register.", "granted", required=True
    )
    valid_until: Partial | None = fact(_p("field", "Valid until"), "The last day of protection.", "2031-05-01")


class Contact(Model):
    """How to reach somebody about the entry; only what they publish for this purpose."""

    name: Name | None = fact(_p("field", "Contact"), "A department or role, never a private person.", "Export desk")
    email: str | None = fact(
        _p("field", "E-mail"),
        "An e-mail address.",
        "export@example.com",
        pattern=r"^[^@\s?&%,;:<>\"()\[\]\\]+@[\w-]+(\.[\w-]+)+$",  # nothing that adds a header to the visitor's letter
    )
    telephone: str | None = fact(
        _p("field", "Telephone"), "A telephone number.", "1800 6838", pattern=r"^\+?[0-9][0-9 .-]{3,20}$"
    )
    url: Address | None = fact(_p("field", "Address"), "A page with a contact form.", "https://example.com/contact")


class Document(Model):
    """A brochure or another document to download from its publisher."""

    id: Id = fact(_p("field", "Id"), "A short name.", "brochure", required=True)
    title: Line = fact(_p("field", "Title"), "The document's title.", "Product brochure", required=True)
    url: Address = fact(
        _p("field", "Address"),
        "Where it lies; https only.",
        "https://example.com/brochure.pdf",
        required=True,
        pattern=r"^https://",
    )


class Text(Model):
    """A numbered passage of text, such as a capability or a step."""

    id: Id = fact(_p("field", "Id"), "A short name.", "e-invoice", required=True)
    text: Line = fact(_p("field", "Text"), "The passage.", "Issues and manages electronic invoices.", required=True)


class Capability(Evidence, Text):
    """What a product or an enterprise can do, with the evidence."""


class Period(Model):
    """A span of time."""

    start: Partial | None = fact(_p("field", "Begins"), "When it begins.", "2024")
    end: Partial | None = fact(_p("field", "Ends"), "When it ends.", "2026")

    @model_validator(mode="after")
    def _runs_forward(self) -> "Period":
        if self.start and self.end and self.end.last_day() < self.start.first_day():
            raise FieldError(
                "dates-reversed", last="end", last_value=str(self.end), first="start", first_value=str(self.start)
            )
        return self


class Indicator(Evidence):
    """A figure of a campaign with its unit, date, source and target."""

    id: Id = fact(_p("field", "Id"), "A short name.", "modern-trade-share", required=True)
    name: Line = fact(
        _p("field", "Indicator"), "What is measured.", "Share of Vietnamese goods in modern retail", required=True
    )
    value: Measure | None = fact(
        _p("field", "Value"), "The measured value, or the lower end of a range.", "80", unit="unit"
    )
    highest: Measure | None = fact(_p("field", "Highest value"), "The upper end of a range.", "90", unit="unit")
    target: Measure | None = fact(_p("field", "Target"), "The value aimed at.", "85", unit="unit")
    target_by: Partial | None = fact(_p("field", "Target date"), "When the target is to be reached.", "2025")
    unit: Code | None = fact(_p("field", "Unit"), "percent, or a word given in “unit_name”.", "percent")
    unit_name: Line | None = fact(_p("field", "Unit name"), "The unit in words.", "enterprises")


ROLES = choice(
    "role",
    lead=_p("role", "Lead"),
    party=_p("role", "Party"),
    partner=_p("role", "Partner"),
    sponsor=_p("role", "Sponsor"),
    host=_p("role", "Host"),
)


class Party(Model):
    """Somebody with a role in a campaign or an event."""

    who: Annotated[str, Reference(("organisations", "enterprises"), reverse="roles")] = fact(
        _p("field", "Party"), "Who it is, as kind and id.", "organisations/vcci", required=True
    )
    role: Annotated[str, ROLES] = fact(_p("field", "Role"), "In which role.", "party", default="party")


class Milestone(Evidence):
    """A dated step on a timeline."""

    id: Id = fact(_p("field", "Id"), "A short name.", "signed", required=True)
    date: Partial = fact(_p("field", "Date"), "When it happened.", "2024-07-30", required=True)
    text: Line = fact(_p("field", "Event"), "What happened.", "The agreement is signed.", required=True)
