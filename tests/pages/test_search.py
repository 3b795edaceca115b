"""The search page of a language, and what it finds."""

import json
from typing import Any

from showcase.library.values import Library
from showcase.pages.plan import plan
from showcase.pages.search import index_files, search_jobs, searchables
from showcase.pages.search_index import Searchable
from showcase.pages.views import SearchView
from tests.makers import document, enterprise, field, library, product, site, sites

FRONT = document("pages/trang-dau", title="Trang đầu", front={"campaign": "x", "selection": "y"})
PAPER = {"id": "misa", "name": "MISA", "url": "https://misa.test/", "kind": "company"}
TAXES = {"id": "thue", "text": "Khai thuế", "trust": "declared", "sources": ["misa"]}
ENTRIES = (field(), enterprise(), product(tagline="Kế toán", sources=[PAPER], capabilities=[TAXES]))


def index_of(made: Library, locale: str) -> dict[str, Any]:
    """The index that the plan of a library holds for a language."""
    job = next(job for job in plan(made, {}).jobs if job.output.startswith(f"search/{locale}."))
    assert job.make is not None
    found: dict[str, Any] = json.loads(job.make(job.view))
    return found


def test_a_product_is_found_by_its_name_maker_field_line_and_abilities() -> None:
    here = site(*ENTRIES)
    amis = next(each for each in searchables(here) if each.title == "AMIS")

    assert (amis.permalink, amis.kind, amis.line) == ("/vi/san-pham/amis/", "Products", "Kế toán")
    assert (amis.maker, amis.field) == ("MISA", "Y tế")
    assert amis.text == ("amis.", "Khai thuế")


def test_an_enterprise_is_found_by_its_full_name_and_a_field_has_no_field() -> None:
    found = {each.title: each for each in searchables(site(*ENTRIES))}

    assert "Công ty cổ phần MISA" in found["MISA"].text
    assert found["Y tế"].field == ""


def test_headings_are_found_in_their_own_language_alone() -> None:
    texts = (enterprise(), field(), product(body="## Hóa đơn\n\nBài.\n"), document("products/amis", "en", title="AMIS"))
    here = sites(*texts)

    assert "Hóa đơn" in next(each for each in searchables(here["vi"]) if each.title == "AMIS").text
    assert "Hóa đơn" not in next(each for each in searchables(here["en"]) if each.title == "AMIS").text


def test_only_entries_that_are_really_in_the_language_are_found_and_the_front_page_is_not() -> None:
    here = sites(*ENTRIES, FRONT, document("enterprises/misa", "en", title="MISA", summary="A maker."))

    assert [each.permalink for each in searchables(here["en"])] == ["/en/enterprises/misa/"]
    assert "/vi/" not in [each.permalink for each in searchables(here["vi"])]


def test_a_line_that_falls_back_says_its_language() -> None:
    here = site(*ENTRIES, document("products/amis", "en", title="AMIS"), locale="en")

    assert next(each for each in searchables(here) if each.title == "AMIS").lang == "vi"


def test_the_search_page_is_no_search_result_and_names_its_index_by_content() -> None:
    page, index = search_jobs(site(*ENTRIES))
    other = search_jobs(site(*ENTRIES, product("khac", title="Khác")))[1]

    assert isinstance(page.view, SearchView)
    assert (page.output, page.template) == ("vi/tim-kiem/index.html", "search.html")
    assert page.view.index == f"/{index.output}"
    assert (page.view.page.head.robots, page.view.page.head.hreflang) == ("noindex", ())
    assert [each.permalink for each in page.view.page.languages] == ["/vi/tim-kiem/", "/en/search/"]
    assert [kind.folder for kind in page.view.lists] == ["products", "enterprises", "fields"]
    assert index.output != other.output


def test_the_plan_holds_a_page_and_an_index_for_each_language() -> None:
    made = library(*ENTRIES)
    outputs = {job.output for job in plan(made, {}).jobs}

    assert {"vi/tim-kiem/index.html", "en/search/index.html"} <= outputs
    assert index_of(made, "vi")["documentCount"] == 3
    assert index_of(made, "en")["documentCount"] == 0
    assert plan(made, {}).frames["vi"].search == "/vi/tim-kiem/"


def test_a_long_index_comes_in_shards_and_its_page_names_their_root() -> None:
    many = (searchable("a"), searchable("b"))
    whole, parts = (list(index_files(many, (), "vi", most)) for most in (1000, 0))

    assert len(whole) == 1
    assert {path.partition("/")[0] for path, _ in parts} == {"search", "cards"}
    assert parts[-1][0].startswith("search/vi.")


def searchable(name: str) -> Searchable:
    """Something to search."""
    return Searchable(f"/vi/{name}/", name, "Products", "")


def test_what_others_name_comes_first() -> None:
    here = site(*ENTRIES, enterprise("an", title="An"))
    found = [each.title for each in searchables(here)]

    assert found.index("MISA") < found.index("An")
