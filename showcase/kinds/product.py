"""Products: what is made in Viet Nam, by whom, and what supports each claim."""

from collections.abc import Mapping
from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, choice, fact
from showcase.kinds.parts import (
    Availability,
    Capability,
    Certificate,
    Channel,
    Distinction,
    IpRecord,
    Price,
    Specification,
    Text,
)
from showcase.kinds.schema_org import Said, awards_of, described, reference, value_of, written
from showcase.kinds.values import Address, Id, Language, Line, Measure, Partial

FORMS = choice(
    "form of product",
    product=_p("form of product", "Product"),
    solution=_p("form of product", "Solution"),
    service=_p("form of product", "Service"),
)
STATES = choice(
    "product status",
    active=_p("product status", "In use"),
    retired=_p("product status", "Retired"),
    re_owned=_p("product status", "Under a new owner"),
)
PLATFORMS = choice(
    "platform",
    web=_p("platform", "Web"),
    ios=_p("platform", "iOS"),
    android=_p("platform", "Android"),
    windows=_p("platform", "Windows"),
    macos=_p("platform", "macOS"),
    linux=_p("platform", "Linux"),
    device=_p("platform", "Device"),
    cloud=_p("platform", "Cloud"),
)
AUDIENCES = choice(
    "audience",
    consumers=_p("audience", "Consumers"),
    small_business=_p("audience", "Small and medium-sized enterprises"),
    enterprises=_p("audience", "Large enterprises"),
    government=_p("audience", "State agencies"),
    schools=_p("audience", "Schools"),
    hospitals=_p("audience", "Hospitals and clinics"),
    farmers=_p("audience", "Farmers"),
    developers=_p("audience", "Developers"),
)


COVERS = choice("cover", drawn=_p("cover", "Drawn"))


class Product(Entry):
    """A product, solution or service."""

    maker: Annotated[Id, Reference(("enterprises",), reverse="products")] = fact(
        _p("field", "Maker"), "The enterprise that makes it.", "misa", required=True
    )
    field: Annotated[Id, Reference(("fields",), reverse="products")] = fact(
        _p("field", "Field"), "The one field it belongs to.", "quan-tri-doanh-nghiep", required=True
    )
    form: Annotated[str, FORMS] = fact(
        _p("field", "Form"), "Whether it is a product, a solution or a service.", "solution", default="product"
    )
    launched: Partial | None = fact(_p("field", "Launched"), "When it was first offered.", "2020-12-30", "2012-12")
    status: Annotated[str, STATES] | None = fact(
        _p("field", "Status"), "Whether it is still offered, where that is known.", "active"
    )
    status_as_of: Partial | None = fact(
        _p("field", "Status as of"), "The date for which the status was known.", "2025-12"
    )
    website: Address | None = fact(_p("field", "Official website"), "Its own address.", "https://amis.misa.vn/")
    platforms: tuple[Annotated[str, PLATFORMS], ...] = fact(
        _p("field", "Platforms"), "Where it runs.", ["web", "ios"], default=()
    )
    languages: tuple[Language, ...] = fact(
        _p("field", "Supported languages"), "The languages of its interface.", ["vi", "en"], default=()
    )
    audiences: tuple[Annotated[str, AUDIENCES], ...] = fact(
        _p("field", "Intended users"), "Whom it is for.", ["small-business"], default=()
    )
    price: Price | None = fact(
        _p("field", "Reference price"), "The price, before tax.", {"amount": "1250000", "currency": "VND"}
    )
    channels: tuple[Channel, ...] = fact(
        _p("field", "Where to buy or try"), "Where it can be bought or tried.", [{"id": "website"}], default=()
    )
    availability: tuple[Availability, ...] = fact(
        _p("field", "Availability abroad"),
        "Whether it can be had in other countries.",
        [{"territory": "MM"}],
        default=(),
    )
    specifications: tuple[Specification, ...] = fact(
        _p("field", "Specifications"), "Technical data.", [{"id": "capacity"}], default=()
    )
    capabilities: tuple[Capability, ...] = fact(
        _p("field", "Capabilities"), "What it can do.", [{"id": "e-invoice"}], default=()
    )
    certificates: tuple[Certificate, ...] = fact(
        _p("field", "Certificates"), "Certificates it holds.", [{"id": "iso-27001"}], default=()
    )
    awards: tuple[Distinction, ...] = fact(
        _p("field", "Awards"), "Awards it has received.", [{"id": "sao-khue-2023", "award": "sao-khue"}], default=()
    )
    ip_records: tuple[IpRecord, ...] = fact(
        _p("field", "Intellectual property"), "Registered rights, by territory.", [{"id": "trade-mark-vn"}], default=()
    )
    made_in: Line | None = fact(
        _p("field", "Made in Viet Nam"),
        "Which part of the work is done in Viet Nam.",
        "Designed and developed in Ha Noi.",
    )
    domestic_share: Measure | None = fact(
        _p("field", "Domestic share"), "The domestic share of its value.", "60", unit="percent", ge=0, le=100
    )
    built_on: tuple[Annotated[Id, Reference(("products",), reverse="basis_of", acyclic=True)], ...] = fact(
        _p("field", "Built on"), "Vietnamese products it is built on.", ["viettel-cloud"], default=()
    )
    works_with: tuple[Annotated[Id, Reference(("products",), reverse="works_with")], ...] = fact(
        _p("field", "Works with"), "Vietnamese products it works with.", ["vnpt-smartca"], default=()
    )
    cover: Annotated[str, COVERS] | None = fact(
        _p("field", "Cover"), "drawn: the drawn cover is enough, for there is no picture that may be used.", "drawn"
    )
    video: Address | None = fact(
        _p("field", "Video"), "A film about it, on its publisher's page.", "https://example.com/film"
    )
    support: Line | None = fact(
        _p("field", "Technical support"), "How its users are helped.", "By telephone on working days."
    )
    warranty: Line | None = fact(_p("field", "Warranty"), "What the maker warrants.", "Twelve months")
    genuine: tuple[Text, ...] = fact(
        _p("field", "How to check a product is genuine"),
        "Steps to make sure that it is the real one.",
        [{"id": "address"}],
        default=(),
    )


SOFTWARE = ("web", "ios", "android", "windows", "macos", "linux", "cloud")
DURATIONS: Mapping[str, str] = {"month": "P1M", "year": "P1Y"}


def structured_data(entry: Any) -> Said:
    """Software, a service or a product with its maker, and its price where one is published."""
    return {
        **described(entry),
        **_classed(entry),
        "award": awards_of(entry),
        "offers": _offer(entry.price) if entry.price else None,
    }


def _classed(entry: Any) -> Said:
    """What differs: software runs somewhere, a service is provided, a product is manufactured."""
    maker, field = reference(entry.maker, "Organization"), entry.field.title if entry.field else None
    platforms = [each for each in entry.platforms if each.value in SOFTWARE]
    if platforms or value_of(entry.form) == "solution":
        return {
            "@type": "SoftwareApplication",
            "creator": maker,
            "applicationCategory": field,
            "operatingSystem": ", ".join(each.name for each in platforms),
            "datePublished": written(entry.launched),
            "inLanguage": [each.value for each in entry.languages],
        }
    if value_of(entry.form) == "service":
        return {"@type": "Service", "provider": maker, "brand": maker, "category": field}
    launched = written(entry.launched)
    return {"@type": "Product", "manufacturer": maker, "brand": maker, "category": field, "releaseDate": launched}


def _offer(price: Any) -> Said:
    """The published price before tax; a range has no one price, only its ends."""
    low, high = written(price.amount), written(price.highest)
    ends = {"minPrice": low, "maxPrice": high} if high else {"price": low}
    specification = {
        "@type": "UnitPriceSpecification",
        **ends,
        "priceCurrency": price.currency,
        "valueAddedTaxIncluded": False,
        "unitText": price.per,
        "billingDuration": DURATIONS.get(value_of(price.period)),
    }
    return {
        "@type": "Offer",
        "price": "" if high else low,
        "priceCurrency": price.currency,
        "priceSpecification": specification,
    }


KIND = Kind(
    folder="products",
    word="product",
    model=Product,
    one=_p("kind", "Product"),
    many=_p("kinds", "Products"),
    slug=_p("address", "products"),
    intro=_p(
        "intro",
        "Vietnamese products, solutions and services, each with its maker and the evidence for what is said of it.",
    ),
    label=(
        "maker",
        "field",
        "form",
        "launched",
        "status",
        "platforms",
        "languages",
        "audiences",
        "website",
        "made_in",
        "domestic_share",
    ),
    card=("maker", "maker.headquarters", "launched"),
    structured_data=structured_data,
)
