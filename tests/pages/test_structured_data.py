"""What pages tell search engines is read back from the page's JSON-LD."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from showcase.kinds import KINDS
from showcase.library.values import PictureFile
from showcase.pages.entries import entry_view
from showcase.pages.plain import filled, plain
from showcase.pages.structured_data import script_json
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, list_views, product, settings, site

BASE = "https://showcase.test"
NEWS = {"id": "bao", "name": "Báo", "kind": "news", "url": "https://news.test/a"}


def data(*documents: Document, key: str, locale: str = "vi", **options: Any) -> dict[str, dict[str, Any]]:
    """The nodes of an entry's page by type."""
    here = site(*documents, locale=locale, **options)
    graph = json.loads(entry_view(here, here.pages[key], ()).page.head.structured_data)["@graph"]
    return {node["@type"]: node for node in graph}


def test_software_names_its_maker_field_platforms_and_awards() -> None:
    made = product(
        platforms=["web", "ios"],
        languages=["vi", "en"],
        launched="2012-12",
        website="https://amis.test/",
        tagline="Kế toán",
        sources=[NEWS],
        awards=[
            {"id": "a", "name": "Sao Khuê", "year": "2023", "sources": ["bao"], "trust": "verified"},
            {"id": "b", "name": "Vòng cuối", "rank": "finalist", "sources": ["bao"], "trust": "verified"},
            {"id": "c", "name": "Tin đồn", "sources": ["bao"], "trust": "unchecked"},
        ],
    )
    nodes = data(field(), enterprise(), made, key="products/amis")

    software = nodes["SoftwareApplication"]
    assert software == {
        "@type": "SoftwareApplication",
        "@id": f"{BASE}/id/products/amis",
        "name": "AMIS",
        "description": "amis.",
        "disambiguatingDescription": "Kế toán",
        "url": "https://amis.test/",
        "creator": {"@type": "Organization", "@id": f"{BASE}/id/enterprises/misa", "name": "MISA"},
        "applicationCategory": "Y tế",
        "operatingSystem": "Web, iOS",
        "datePublished": "2012-12",
        "inLanguage": ["vi", "en"],
        "award": ["Sao Khuê (2023)"],
        "mainEntityOfPage": {"@id": f"{BASE}/vi/san-pham/amis/"},
    }
    assert nodes["WebPage"]["mainEntity"] == {"@id": software["@id"]}
    assert nodes["WebPage"]["inLanguage"] == "vi"
    steps = nodes["BreadcrumbList"]["itemListElement"]
    assert [step["item"] for step in steps] == [f"{BASE}/vi/", f"{BASE}/vi/san-pham/", f"{BASE}/vi/san-pham/amis/"]


def test_both_languages_name_the_same_thing_at_their_own_pages() -> None:
    documents = (field(), enterprise(), product(), document("products/amis", "en", title="AMIS!", summary="It."))
    vi, en = (data(*documents, key="products/amis", locale=locale) for locale in ("vi", "en"))

    assert vi["Product"]["@id"] == en["Product"]["@id"]
    assert (vi["Product"]["url"], en["Product"]["url"]) == (f"{BASE}/vi/san-pham/amis/", f"{BASE}/en/products/amis/")
    assert (en["WebPage"]["inLanguage"], en["Product"]["name"]) == ("en", "AMIS!")


def test_a_page_in_the_other_languages_text_says_so() -> None:
    assert data(field(), key="fields/y-te", locale="en")["WebPage"]["inLanguage"] == "vi"


@pytest.mark.parametrize(
    ("form", "platforms", "type_", "maker"),
    [
        ("product", [], "Product", "manufacturer"),
        ("product", ["device"], "Product", "manufacturer"),
        ("service", [], "Service", "provider"),
        ("service", ["android"], "SoftwareApplication", "creator"),
        ("solution", [], "SoftwareApplication", "creator"),
    ],
)
def test_products_are_classed_by_form_and_platform(form: str, platforms: list[str], type_: str, maker: str) -> None:
    node = data(field(), enterprise(), product(form=form, platforms=platforms), key="products/amis")[type_]
    assert node[maker]["@id"] == f"{BASE}/id/enterprises/misa"


def price(**fields: str) -> dict[str, Any]:
    own = {"amount": "1250000", "currency": "VND", "period": "month", "sources": ["bao"], "trust": "declared"} | fields
    made = product(sources=[NEWS], price=own)
    node: dict[str, Any] = data(field(), enterprise(), made, key="products/amis")["Product"]
    return node


def test_a_price_is_an_offer_before_tax() -> None:
    offer = price(per="một người dùng")["offers"]
    assert (offer["price"], offer["priceCurrency"]) == ("1250000", "VND")
    assert offer["priceSpecification"] == {
        "@type": "UnitPriceSpecification",
        "price": "1250000",
        "priceCurrency": "VND",
        "valueAddedTaxIncluded": False,
        "unitText": "một người dùng",
        "billingDuration": "P1M",
    }


def test_a_range_of_prices_has_two_ends_and_no_price() -> None:
    offer = price(highest="2400000", period="once")["offers"]
    assert "price" not in offer
    assert "billingDuration" not in offer["priceSpecification"]
    assert (offer["priceSpecification"]["minPrice"], offer["priceSpecification"]["maxPrice"]) == ("1250000", "2400000")


def test_without_a_price_or_with_an_unchecked_one_there_is_no_offer() -> None:
    assert "offers" not in price(trust="unchecked")
    assert "offers" not in data(field(), enterprise(), product(), key="products/amis")["Product"]


def test_unchecked_facts_are_not_told() -> None:
    evidence = {
        "founded": {"sources": ["bao"], "trust": "unchecked"},
        "headquarters": {"sources": ["bao"], "trust": "declared"},
        "title": {"sources": ["bao"], "trust": "unchecked"},
        "markets": {"sources": ["bao"], "trust": "unchecked"},
    }
    made = enterprise(founded="1994", headquarters="ha-noi", markets=["LA"], sources=[NEWS], evidence=evidence)
    node = data(made, key="enterprises/misa")["Organization"]
    assert "foundingDate" not in node
    assert node["address"] == {"@type": "PostalAddress", "addressCountry": "VN", "addressRegion": "Ha Noi"}
    assert node["name"] == "MISA"


def test_an_enterprise_tells_its_names_staff_and_contact() -> None:
    contact = {"name": "Phòng xuất khẩu", "email": "export@misa.test"}
    node = data(
        enterprise(brand="MISA Group", staff="6000", founded="1994-12-25", contact=contact), key="enterprises/misa"
    )["Organization"]
    assert (node["legalName"], node["alternateName"]) == ("Công ty cổ phần MISA", "MISA Group")
    assert node["foundingDate"] == "1994-12-25"
    assert node["numberOfEmployees"]["value"] == 6000
    assert node["contactPoint"] == {"@type": "ContactPoint", "name": "Phòng xuất khẩu", "email": "export@misa.test"}


def test_links_that_may_not_be_shown_are_nowhere() -> None:
    weak = NEWS | {"url": "https://mirror.test/x", "publish_link": "false"}
    here = site(enterprise(sources=[weak]))
    assert "mirror.test" not in entry_view(here, here.pages["enterprises/misa"], ()).page.head.structured_data


def test_state_bodies_are_told_from_associations() -> None:
    ministry = document(
        "organisations/mic",
        form="ministry",
        abbreviation="MIC",
        valid_from="2007",
        valid_until="2025-02-28",
        part_of="cp",
    )
    government = document("organisations/cp", form="agency")
    association = document("organisations/vinasa", form="association", abbreviation="vinasa")
    node = data(ministry, government, key="organisations/mic")["GovernmentOrganization"]
    assert (node["alternateName"], node["foundingDate"], node["dissolutionDate"]) == ("MIC", "2007", "2025-02-28")
    assert node["parentOrganization"]["name"] == "cp"
    assert "alternateName" not in data(association, key="organisations/vinasa")["Organization"]


def event(**fields: Any) -> dict[str, Any]:
    organiser = document("organisations/vcci", form="association")
    made = document("events/le", **({"start": "2024-07-30", "organisers": ["organisations/vcci"]} | fields))
    node: dict[str, Any] = data(organiser, made, key="events/le")["Event"]
    return node


def test_an_event_with_times_carries_its_offset() -> None:
    node = event(start_time="09:00", end_time="17:30", venue="Nhà hát", province="ha-noi", online="https://live.test/")
    assert (node["startDate"], node["endDate"]) == ("2024-07-30T09:00:00+07:00", "2024-07-30T17:30:00+07:00")
    assert node["eventStatus"] == "https://schema.org/EventScheduled"
    assert node["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in node["location"]] == ["Place", "VirtualLocation"]
    assert node["location"][0]["name"] == "Nhà hát"
    assert node["organizer"][0]["@id"] == f"{BASE}/id/organisations/vcci"


def test_an_event_elsewhere_has_the_offset_of_its_own_season() -> None:
    assert event(start_time="09:00", time_zone="Europe/Paris")["startDate"] == "2024-07-30T09:00:00+02:00"
    assert event(start="1905-01-01", start_time="09:00")["startDate"] == "1905-01-01T09:00:00+07:06"


def test_an_event_may_know_its_month_only() -> None:
    node = event(start="2025-01", end="2025-02", start_time="09:00", status="cancelled", province="hue")
    assert (node["startDate"], node["endDate"]) == ("2025-01", "2025-02")
    assert node["eventStatus"] == "https://schema.org/EventCancelled"
    assert node["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert node["location"][0]["name"] == "Hue"


def test_an_event_online_or_nowhere() -> None:
    assert event(online="https://live.test/")["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert not {"location", "eventAttendanceMode", "endDate"} & set(event())


def test_a_policy_tells_its_number_and_its_place_among_others() -> None:
    older = document("policies/chi-thi-24", form="directive")
    made = document(
        "policies/chi-thi-28",
        form="directive",
        number="28/CT-TTg",
        issued="2021-10-26",
        effective="2021-11",
        status="in-force",
        issuer_name="Thủ tướng Chính phủ",
        replaces=["chi-thi-24"],
        implements=["chi-thi-24"],
    )
    node = data(older, made, key="policies/chi-thi-28")["Legislation"]
    assert (node["legislationIdentifier"], node["legislationType"]) == ("28/CT-TTg", "Directive")
    assert (node["legislationDate"], node["legislationDateOfApplicability"]) == ("2021-10-26", "2021-11")
    assert node["legislationLegalForce"] == "https://schema.org/InForce"
    assert node["legislationPassedBy"]["name"] == "Thủ tướng Chính phủ"
    assert node["legislationChanges"][0]["@id"] == f"{BASE}/id/policies/chi-thi-24"
    bare = data(older, key="policies/chi-thi-24")["Legislation"]
    assert not {"legislationPassedBy", "legislationLegalForce", "legislationChanges"} & set(bare)


def test_the_other_kinds_have_their_own_types() -> None:
    bodies = (document("organisations/vcci", form="association"), enterprise())
    campaign = document(
        "campaigns/hang-viet",
        form="campaign",
        launched="2009",
        parties=[{"who": "organisations/vcci", "role": "lead"}, {"who": "enterprises/misa", "role": "sponsor"}],
    )
    part = document("campaigns/smedx", form="programme", part_of="hang-viet")
    news = document("updates/tin", date="2024-07-30", about=["campaigns/hang-viet"], updated="2024-08-01")
    others = (document("awards/sao-khue"), document("markets/jp", territory="JP"), field())
    need = document("needs/can", field="y-te", deadline="2027-03-31")
    documents = (*bodies, campaign, part, news, *others, need)

    project = data(*documents, key="campaigns/hang-viet")["Project"]
    assert project["foundingDate"] == "2009"
    assert [each["name"] for each in project["member"]] == ["vcci"]
    assert [each["name"] for each in project["sponsor"]] == ["MISA"]
    assert data(*documents, key="campaigns/smedx")["Project"]["parentOrganization"]["name"] == "hang-viet"
    article = data(*documents, key="updates/tin")["NewsArticle"]
    assert (article["headline"], article["datePublished"], article["dateModified"]) == (
        "tin",
        "2024-07-30",
        "2024-08-01",
    )
    assert data(*documents, key="needs/can")["Demand"]["validThrough"] == "2027-03-31"
    assert data(*documents, key="fields/y-te")["DefinedTerm"]["inDefinedTermSet"]["@id"] == f"{BASE}/id/fields"
    assert data(*documents, key="awards/sao-khue")["Thing"]["name"] == "sao-khue"
    assert data(*documents, key="markets/jp")["WebPage"]["about"]["identifier"] == "JP"


def test_an_unchecked_country_is_left_out_of_a_market() -> None:
    evidence = {"territory": {"sources": ["bao"], "trust": "unchecked"}}
    market = document("markets/jp", territory="JP", sources=[NEWS], evidence=evidence)
    assert "about" not in data(market, key="markets/jp")["WebPage"]


def test_a_selection_lists_its_products_even_where_nobody_has_decided() -> None:
    selection = document(
        "selections/muoi",
        rule="free",
        rule_text="Tự do.",
        chosen=[{"field": "y-te", "product": "amis"}],
        sources=[NEWS],
        evidence={"chosen": {"sources": ["bao"], "trust": "unchecked"}},
    )
    node = data(field(), enterprise(), product(), selection, key="selections/muoi")["ItemList"]
    assert node["numberOfItems"] == 1
    assert node["itemListElement"][0]["item"]["url"] == f"{BASE}/vi/san-pham/amis/"


def test_the_front_page_describes_the_site() -> None:
    front = document("pages/trang-chu", front={"campaign": "hang-viet"})
    campaign = document("campaigns/hang-viet", form="campaign")
    nodes = data(front, campaign, key="pages/trang-chu", site_settings=settings(publisher="VCCI"))
    assert nodes["WebSite"] == {
        "@type": "WebSite",
        "@id": f"{BASE}/vi/#website",
        "url": f"{BASE}/vi/",
        "name": "Trưng bày",
        "description": "Sản phẩm Việt Nam.",
        "inLanguage": "vi",
        "publisher": {"@type": "Organization", "name": "VCCI"},
    }
    assert "BreadcrumbList" not in nodes
    assert "publisher" not in data(front, campaign, key="pages/trang-chu")["WebSite"]


def test_a_page_with_a_contact_is_a_page_of_contacts() -> None:
    nodes = data(document("pages/lien-he", contact={"url": "https://showcase.test/form"}), key="pages/lien-he")
    assert nodes["ContactPage"]["url"] == f"{BASE}/vi/lien-he/"
    assert "WebSite" not in nodes


def test_a_list_is_a_collection() -> None:
    here = site(field(), enterprise(), product())
    head = next(iter(list_views(here, "products"))).page.head
    page, crumbs = json.loads(head.structured_data)["@graph"]
    assert (page["@type"], page["url"], page["inLanguage"]) == ("CollectionPage", f"{BASE}/vi/san-pham/", "vi")
    assert page["breadcrumb"]["@id"] == crumbs["@id"]


def test_pictures_are_named_by_their_published_addresses() -> None:
    made = enterprise(pictures=[{"id": "nha", "file": "nha.jpg", "alt": "Toà nhà."}])
    path = "content/enterprises/misa/nha.jpg"
    nodes = data(made, key="enterprises/misa", pictures={path: PictureFile(path, "ab" * 32, 10, 10)})
    assert nodes["Organization"]["image"] == [f"{BASE}/media/{'ab' * 8}.jpg"]


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!-- & ]]> \"'", "=cmd", "ă" * 300, "🇻🇳 emoji", "hai\ndòng"]
)
def test_no_title_ends_the_script_element(title: str) -> None:
    here = site(enterprise(title=title))
    text = entry_view(here, here.pages["enterprises/misa"], ()).page.head.structured_data
    assert not {"<", ">", "&"} & set(text)
    names = [node["name"] for node in json.loads(text)["@graph"] if "name" in node]
    assert names == [here.pages["enterprises/misa"].entry.title] * 2


@examples(max_examples=50, deadline=None)
@given(
    st.recursive(
        st.text() | st.none() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_comes_back_from_a_script_element(value: Any) -> None:
    text = script_json(value)
    assert "<" not in text
    assert json.loads(text) == value


def test_nothing_empty_is_told() -> None:
    value = {
        "@type": "Thing",
        "name": "",
        "a": {"@type": "Place", "name": None},
        "b": [{}, "", "x"],
        "zero": 0,
        "no": False,
    }
    assert filled(value) == {"@type": "Thing", "b": ["x"], "zero": 0, "no": False}
    assert plain("a\x00\ud800b\n") == "ab\n"


def test_every_kind_speaks() -> None:
    assert all(callable(kind.structured_data) for kind in KINDS.values())
