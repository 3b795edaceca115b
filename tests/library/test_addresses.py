"""Every page has an address, and no two pages have the same."""

from typing import Any

import pytest
from babel.messages.catalog import Message
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.kinds import KINDS
from showcase.kinds.words import say_with
from showcase.language.catalogs import compiled, empty_catalog
from showcase.library.addresses import (
    entry_permalink,
    index_permalink,
    paged_permalink,
    section_permalink,
    section_problems,
)
from showcase.library.values import Page
from showcase.problems import Problem
from showcase.reading.parse import Document
from tests.makers import catalogs, document, enterprise, field, library, product

SAY = say_with(catalogs())


def page(made: Document, *others: Document, locale: str = "vi") -> Page:
    return library(made, *others).pages[locale][made.key]


def collisions(*documents: Document) -> list[Problem]:
    return [each for each in library(*documents).problems if each.code == "address-collision"]


def free(id_: str, **fields: Any) -> Document:
    return document(f"pages/{id_}", **fields)


def test_sections_pages_of_lists_and_the_index_have_words_of_their_language() -> None:
    assert section_permalink(KINDS["products"], "vi", SAY) == "/vi/san-pham/"
    assert section_permalink(KINDS["products"], "en", SAY) == "/en/products/"
    assert paged_permalink("/vi/san-pham/", 1, "vi", SAY) == "/vi/san-pham/"
    assert paged_permalink("/vi/san-pham/", 2, "vi", SAY) == "/vi/san-pham/trang/2/"
    assert paged_permalink("/en/products/", 2, "en", SAY) == "/en/products/page/2/"
    assert index_permalink("vi", SAY) == "/vi/a-z/"


def test_entries_stand_in_their_section_and_free_pages_below_the_language() -> None:
    assert entry_permalink("products", "amis", "vi", SAY, is_front=False) == "/vi/san-pham/amis/"
    assert entry_permalink("pages", "gioi-thieu", "vi", SAY, is_front=False) == "/vi/gioi-thieu/"
    assert entry_permalink("pages", "home", "en", SAY, is_front=True) == "/en/"


def test_the_slug_comes_from_the_title_of_the_language() -> None:
    source, translation = field(title="Y tế"), document("fields/y-te", "en", title="Health")

    assert page(source, translation).permalink == "/vi/linh-vuc/y-te/"
    assert page(source, translation, locale="en").permalink == "/en/fields/health/"


def test_a_slug_can_be_chosen_for_each_language() -> None:
    source, translation = field(slug="suc-khoe"), document("fields/y-te", "en", title="Health", slug="medicine")

    assert page(source, translation).slug == "suc-khoe"
    assert page(source, translation, locale="en").slug == "medicine"


def test_a_title_that_falls_back_takes_its_slug_along() -> None:
    source = field(title="Y tế", slug="suc-khoe")

    assert page(source, locale="en").slug == "suc-khoe"
    assert page(source, document("fields/y-te", "en", slug="medicine"), locale="en").slug == "medicine"
    assert page(source, document("fields/y-te", "en", title="Health"), locale="en").slug == "health"


@pytest.mark.parametrize("title", ["日本", "---", "★"])
def test_a_title_without_letters_asks_for_a_slug(title: str) -> None:
    (found,) = [each for each in library(field(title=title)).problems if each.severity == "error"]

    assert found.code == "empty-slug"
    assert (found.place.line, found.fields["text"]) == (2, title)
    assert [each for each in library(field(title=title, slug="ok")).problems if each.severity == "error"] == []


def test_two_titles_that_differ_by_their_marks_alone_collide() -> None:
    (found,) = collisions(
        product("ma", title="Má"), product("ma2", title="Mà"), document("products/ma2", "en", title="Other")
    )

    assert found.fields["address"] == "/vi/san-pham/ma/"
    assert (found.place.path, found.fields["other"]) == (
        "content/products/ma2/index.vi.md",
        "content/products/ma/index.vi.md",
    )


def test_a_chosen_slug_keeps_such_titles_apart_in_every_language() -> None:
    assert collisions(product("ma", title="Má"), product("ma2", title="Mà", slug="ma-2")) == []


def test_the_same_slug_in_two_sections_or_languages_is_no_collision() -> None:
    assert collisions(product("a", slug="x"), enterprise("b", slug="x"), field(slug="x")) == []


def test_an_old_slug_that_another_page_has_collides() -> None:
    found = collisions(product("a", title="A", aliases=["b"]), product("b", title="B"))

    assert [(each.fields["address"], each.fields["field"], each.place.path) for each in found] == [
        ("/vi/san-pham/b/", "aliases", "content/products/a/index.vi.md")
    ]


def test_two_pages_cannot_have_the_same_old_slug() -> None:
    (found,) = collisions(product("a", title="A", aliases=["old"]), product("b", title="B", aliases=["old"]))

    assert (found.fields["address"], found.fields["other"]) == (
        "/vi/san-pham/old/",
        "content/products/a/index.vi.md",
    )


def test_a_free_page_cannot_hide_a_section_or_the_index() -> None:
    found = collisions(
        free("one", slug="san-pham"),
        free("two", slug="a-z"),
        document("pages/one", "en", title="One"),
        document("pages/two", "en", title="Two"),
    )

    assert sorted((each.fields["address"], each.fields["other"]) for each in found) == [
        ("/vi/a-z/", "A–Z"),
        ("/vi/san-pham/", "content/products"),
    ]


def test_an_old_slug_leads_from_the_section_of_its_language() -> None:
    source = product(title="AMIS", aliases=["amis-cu", "amis-xua"])
    translation = document("products/amis", "en", title="AMIS", aliases=["old-amis"])

    assert page(source, translation).aliases == ("/vi/san-pham/amis-cu/", "/vi/san-pham/amis-xua/")
    assert page(source, translation, locale="en").aliases == ("/en/products/old-amis/",)
    assert page(source, locale="en").aliases == ()


def test_old_slugs_of_free_pages_and_of_the_front_page_stand_below_the_language() -> None:
    campaign = document("campaigns/hang-viet", form="campaign")
    front = free("home", title="Vi", aliases=["trang-chu"], front={"campaign": "hang-viet"})

    assert page(free("about", aliases=["gioi-thieu"])).aliases == ("/vi/gioi-thieu/",)
    assert (page(front, campaign).permalink, page(front, campaign).aliases) == ("/vi/", ("/vi/trang-chu/",))
    assert page(front, campaign).is_front


def test_an_old_slug_that_is_the_present_one_leads_nowhere_else() -> None:
    made = page(product(title="AMIS", aliases=["amis", "cu", "cu"]))

    assert made.aliases == ("/vi/san-pham/cu/",)
    assert collisions(product(title="AMIS", aliases=["amis"])) == []


def test_words_for_addresses_must_be_addresses() -> None:
    wrong = {"vi": compiled([Message("products", "Sản phẩm", context="address")], "vi"), "en": empty_catalog("en")}
    (found,) = section_problems(("vi", "en"), say_with(wrong))

    assert (found.code, found.fields["slug"]) == ("bad-slug", "Sản phẩm")
    assert found.place.path == "locales/vi/LC_MESSAGES/messages.po"
    assert section_problems(("vi", "en"), SAY) == ()


TITLES = st.text(st.sampled_from("aàáảđeêưoơ b-1"), min_size=1, max_size=4).filter(lambda title: title.strip())


@settings(deadline=None, max_examples=25)
@given(st.lists(TITLES, max_size=6), st.lists(st.sampled_from(["a", "b", "o", "x"]), max_size=3))
def test_addresses_never_collide_in_a_site_without_problems(titles: list[str], old: list[str]) -> None:
    documents = [
        product(f"p{number}", title=title, aliases=old if number == 0 else []) for number, title in enumerate(titles)
    ]
    made = library(*documents)
    for pages in made.pages.values():
        addresses = [each for one in pages.values() for each in (one.permalink, *one.aliases)]
        is_told = any(each.code == "address-collision" for each in made.problems)
        assert is_told or len(set(addresses)) == len(addresses)
