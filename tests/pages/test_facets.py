"""Facets of the products: their values, counts and pages."""

import json
from typing import Any

import pytest

from showcase.pages.facet_pages import facet_jobs
from showcase.pages.facets import ENTRIES, address, commonest, facets, values_of
from showcase.pages.ingredients import ingredients
from showcase.pages.parts import part_of
from showcase.pages.plan import plan
from showcase.pages.product_data import product_data
from showcase.pages.views import Facet, FacetView
from showcase.reading.parse import Document
from tests.makers import VIETNAMESE, document, enterprise, field, library, product, settings, site, sites

CITED = {"sources": ["bao"], "trust": "verified"}
SOURCE = {"id": "bao", "name": "Báo", "kind": "news", "url": "https://bao.example/1"}


def abroad(territory: str, state: str = "sold") -> dict[str, Any]:
    return {"id": territory.lower(), "territory": territory, "state": state, **CITED}


def rich() -> tuple[Document, ...]:
    """Two fields, and three products that share some values."""
    return (
        field(),
        field("giao-duc", title="Giáo dục", order="2"),
        enterprise(),
        document("awards/sao-khue", title="Sao Khuê"),
        product(
            "a",
            title="A",
            slug="a",
            sources=[SOURCE],
            audiences=["schools", "consumers"],
            languages=["vi", "en"],
            availability=[abroad("JP"), abroad("LA", "planned"), abroad("VN")],
            awards=[{"id": "sk", "award": "sao-khue", "year": "2023", **CITED}],
            channels=[{"id": "w", "kind": "website", "trial": "true"}],
        ),
        product("b", title="B", slug="b", field="giao-duc", audiences=["schools"], languages=["vi"]),
        product("c", title="C", slug="c"),
    )


def by_id(found: tuple[Facet, ...]) -> dict[str, list[tuple[str, int]]]:
    return {facet.id: [(each.value, each.count) for each in facet.values] for facet in found}


def views(*documents: Document, locale: str = "vi", **options: Any) -> dict[str, FacetView]:
    here = site(*documents, locale=locale, **options)
    return {job.output: job.view for job in facet_jobs(here, ingredients(here), facets(here))}


def test_facets_hold_the_values_that_products_have_with_their_numbers() -> None:
    assert by_id(facets(site(*rich()))) == {
        "field": [("y-te", 2), ("giao-duc", 1)],
        "maker": [("misa", 3)],
        "audience": [("consumers", 1), ("schools", 2)],
        "award": [("sao-khue", 1)],
        "trial": [("free", 1)],
        "abroad": [("JP", 1)],
        "language": [("en", 1), ("vi", 2)],
    }


def test_what_is_planned_or_at_home_is_not_available_abroad() -> None:
    here = site(*rich())

    assert values_of(here.pages["products/a"])["abroad"] == ("JP",)


def test_facets_without_values_are_left_out() -> None:
    assert by_id(facets(site(field(), enterprise(), product()))) == {"field": [("y-te", 1)], "maker": [("misa", 1)]}
    assert facets(site(field())) == ()


@pytest.mark.parametrize(("id_", "permalink"), [("field", "/vi/linh-vuc/y-te/"), ("maker", "/vi/doanh-nghiep/misa/")])
def test_values_that_are_entries_lead_to_the_entrys_own_page(id_: str, permalink: str) -> None:
    found = {facet.id: facet for facet in facets(site(*rich()))}

    assert found[id_].values[0].permalink == permalink


def test_every_other_value_has_a_page_of_its_own() -> None:
    here = site(*rich())
    made = {f"/{path.removesuffix('index.html')}" for path in views(*rich())}

    assert made == {
        *(each.permalink for facet in facets(here) if facet.id not in ENTRIES for each in facet.values),
        "/vi/san-pham/all/",
    }
    assert "/vi/san-pham/filter/abroad/nhat-ban/" in made


def test_the_page_of_a_value_names_itself_and_the_same_value_in_the_other_language() -> None:
    here, there = sites(*rich()).values()
    own, other = address(here, "abroad", "JP", "vi"), address(here, "abroad", "JP", "en")
    head = views(*rich())[f"{own.lstrip('/')}index.html"].page.head

    assert (own, other) == ("/vi/san-pham/filter/abroad/nhat-ban/", "/en/products/filter/abroad/japan/")
    assert address(there, "abroad", "JP", "vi") == own
    assert head.canonical == f"https://showcase.test{own}"
    assert dict(head.hreflang)["en"] == f"https://showcase.test{other}"


def test_the_pages_of_a_value_hold_its_products_in_order_page_by_page() -> None:
    schools = [
        view
        for path, view in views(*rich(), site_settings=settings(page_size=1)).items()
        if "/users/" in path and "truong" not in path and view.total == 2
    ]

    assert [[card.title for card in view.cards] for view in schools] == [["A"], ["B"]]
    assert schools[0].pager.next == schools[1].page.head.canonical.removeprefix("https://showcase.test")
    assert schools[1].page.head.title.startswith(schools[0].page.head.title.partition(" – ")[0])


def test_all_products_stand_on_one_page_that_search_engines_leave_out() -> None:
    every = views(*rich())["vi/san-pham/all/index.html"]

    assert [card.title for card in every.cards] == ["A", "B", "C"]
    assert every.page.head.robots == "noindex"


def test_without_products_there_are_no_pages_of_facets() -> None:
    assert views(field()) == {}


def test_all_languages_agree_on_the_pages_of_values() -> None:
    home = document("pages/home", title="Trang đầu", front={"campaign": "hang-viet"})
    campaign = document("campaigns/hang-viet", title="Hàng Việt", form="campaign")

    assert plan(library(home, campaign, *rich()), {}).problems == ()


def test_the_data_says_which_product_has_which_value() -> None:
    here = site(*rich())
    found = facets(here)
    made = json.loads(product_data(here, found, ingredients(here)).jobs[0].view)
    names = [facet["id"] for facet in made["facets"]]
    first, second, third = made["products"]

    assert [first["id"], second["id"], third["id"]] == ["a", "b", "c"]
    audience = names.index("audience")
    assert [made["facets"][audience]["values"][number] for number in first["has"][audience]] == ["schools", "consumers"]
    assert third["has"][audience] == []
    assert first["award"] == "2023"
    assert len(first["facts"]) == len(made["rows"])
    assert first["facts"][:2] == ["MISA", "Y tế"]


def test_the_data_has_a_new_name_when_it_changes() -> None:
    one, other = site(field(), enterprise(), product()), site(field(), enterprise(), product(title="Khác"))

    paths = [product_data(here, facets(here), ingredients(here)).path for here in (one, other)]

    assert paths[0] != paths[1]
    assert paths[0].startswith("/search/products.vi.")


def test_of_very_many_products_the_data_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.product_data.MANY", 2)
    monkeypatch.setattr("showcase.pages.product_data.PART", 1)
    here = site(*rich())
    data = product_data(here, (), ingredients(here))
    parts = [job.view for job in data.jobs]

    assert (data.path, data.parts, len(parts)) == ("/cards/vi/products/", 4, 4)
    assert [job.output for job in data.jobs] == [f"cards/vi/products/{number}.json" for number in range(4)]
    for number, part in enumerate(parts):
        assert all(part_of(each["id"], 4) == number for each in part["products"])
    assert sorted(each["id"] for part in parts for each in part["products"]) == ["a", "b", "c"]


def test_a_value_with_very_many_products_counts_them_by_field_each_with_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.facet_pages.MANY", 1)
    here = sites(*rich())["vi"]
    made = {job.output: job.view for job in facet_jobs(here, ingredients(here), facets(here))}
    schools = next(view for view in made.values() if view.parts and view.total == 2 and view.facet == "Intended users")

    assert schools.cards == ()
    assert "vi/san-pham/all/index.html" not in made
    for part in schools.parts:
        own = made[f"{part.permalink.lstrip('/')}index.html"]
        assert (own.total, own.title.endswith(f" · {part.name}")) == (part.count, True)
        assert len(own.page.head.hreflang) >= 2


def test_beside_a_list_stand_the_values_that_most_products_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.facets.BESIDE", 1)
    here = site(*rich())
    found = {facet.id: facet for facet in commonest(here, facets(here))}

    assert [each.value for each in found["field"].values] == ["y-te"]
    assert found["field"].all == "/vi/linh-vuc/"
    assert len(found["audience"].values) == 2


def test_of_very_many_products_nothing_is_combined_and_no_page_lists_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("facets", "facet_pages", "product_data"):
        monkeypatch.setattr(f"showcase.pages.{module}.MANY", 2)
    jobs = {job.output: job for job in plan(library(*rich()), {}).jobs}
    page = jobs["vi/san-pham/index.html"].view

    assert (page.data, page.every) == ("", "/vi/san-pham/")
    assert jobs["vi/compare/index.html"].view.parts > 0
    assert "vi/san-pham/all/index.html" not in jobs


CROWDED = settings(page_size=2, page_room=2)


def crowded() -> tuple[Document, ...]:
    """A maker and a field whose own pages have room for two of their three products."""
    return field(), enterprise(), *(product(name, title=name.upper(), slug=name) for name in "abc")


def test_a_field_with_more_products_than_its_page_has_room_for_gets_a_list() -> None:
    made = views(*crowded(), site_settings=CROWDED, locale="en")
    first = made["en/products/filter/field/y-te/index.html"]

    assert [card.title for card in first.cards] == ["A", "B"]
    assert (first.title, first.total, first.pager.next) == ("Y tế", 3, "/en/products/filter/field/y-te/page/2/")
    assert "en/products/filter/maker/misa/index.html" in made


def test_its_own_page_shows_the_first_of_them_and_leads_to_all() -> None:
    made = plan(library(*crowded(), site_settings=CROWDED), {})
    page = next(job.view for job in made.jobs if job.output == "vi/linh-vuc/y-te/index.html")

    assert [card.title for card in page.reverse.products] == ["A", "B"]
    assert (page.extra.all_products.count, page.extra.all_products.permalink) == (3, "/vi/san-pham/filter/field/y-te/")


def test_a_field_with_few_products_shows_them_itself() -> None:
    made = plan(library(field(), enterprise(), product()), {})
    page = next(job.view for job in made.jobs if job.output == "vi/linh-vuc/y-te/index.html")

    assert page.extra.all_products is None
    assert not any("filter/field" in job.output for job in made.jobs)


@pytest.mark.parametrize(
    ("word", "output"), [("all", "en/products/all/index.html"), ("products", "en/products/index.html")]
)
def test_a_page_that_leads_to_its_other_languages_is_another_one_when_an_address_there_changes(
    monkeypatch: pytest.MonkeyPatch, word: str, output: str
) -> None:
    def known() -> str:
        return next(job.digest for job in plan(library(*rich()), {}).jobs if job.output == output)

    before = known()
    monkeypatch.setitem(VIETNAMESE, word, "khac")

    assert known() != before
