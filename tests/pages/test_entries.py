"""An entry's page: its head, its label, its neighbours, who names it, and what a reader should know of its language."""

from typing import Any

import pytest

from showcase.kinds import KINDS
from showcase.pages.entries import beside, entry_view, relations
from showcase.pages.views import Crumb, EntryView, Notice, Record
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, settings, site

ENGLISH = document("products/amis", "en", title="AMIS", summary="Accounting.")


def view(
    made: Document, *others: Document, locale: str = "vi", related: tuple[str, ...] = (), **options: Any
) -> EntryView:
    here = site(made, *others, locale=locale, **options)
    return entry_view(here, here.pages[made.key], related)


def test_a_page_is_called_after_its_entry_and_the_site() -> None:
    made = view(product(summary="Kế toán."))

    assert made.page.head.title == "AMIS – Trưng bày"
    assert made.page.head.description == "Kế toán."
    assert made.page.head.canonical == "https://showcase.test/vi/san-pham/amis/"
    assert (made.page.locale, made.page.section, made.page.head.og_type) == ("vi", "products", "product")


def test_entries_of_one_name_are_told_apart_by_their_kinds() -> None:
    made = view(product(title="MISA"), enterprise(), locale="en")

    assert made.page.head.title == "MISA (Product) – Showcase"
    assert made.page.crumbs[-1].title == "MISA"


def test_the_way_to_a_page_runs_over_its_section() -> None:
    assert view(product(), locale="en").page.crumbs == (
        Crumb("Showcase", "/en/"),
        Crumb("Products", "/en/products/"),
        Crumb("AMIS", "/en/products/amis/"),
    )


def test_the_way_to_a_free_page_runs_over_the_front_page_alone() -> None:
    made = view(document("pages/about", title="Giới thiệu"))

    assert [crumb.title for crumb in made.page.crumbs] == ["Trưng bày", "Giới thiệu"]
    assert made.page.section == "pages/about"


def test_the_front_page_is_called_after_the_site() -> None:
    campaign = document("campaigns/hang-viet", form="campaign")
    made = view(document("pages/home", title="Trang đầu", front={"campaign": "hang-viet"}), campaign)

    assert (made.page.head.title, made.page.crumbs) == ("Trưng bày", ())


def test_a_translated_page_says_where_its_languages_are() -> None:
    made = view(product(), ENGLISH)

    assert made.page.head.hreflang == (
        ("vi", "https://showcase.test/vi/san-pham/amis/"),
        ("en", "https://showcase.test/en/products/amis/"),
        ("x-default", "https://showcase.test/en/products/amis/"),
    )
    assert [(each.locale, each.is_here, each.is_translated) for each in made.page.languages] == [
        ("vi", True, True),
        ("en", False, True),
    ]
    assert (made.notices, made.page.head.robots, made.body_lang) == ((), "", "")


def test_a_page_without_translation_is_shown_to_readers_and_hidden_from_search_engines() -> None:
    made = view(product(body="Thân.\n"), locale="en")

    assert made.page.head.robots == "noindex"
    assert made.page.head.hreflang == ()
    assert made.page.head.canonical == "https://showcase.test/en/products/amis/"
    assert made.notices == (Notice("untranslated", "Vietnamese"),)
    assert made.body_lang == "vi"


def test_the_source_of_an_untranslated_page_names_no_other_language() -> None:
    made = view(product())

    assert (made.page.head.hreflang, made.page.head.robots) == ((), "")
    assert [(each.locale, each.is_translated) for each in made.page.languages] == [("vi", True), ("en", False)]


def test_a_partial_translation_says_what_language_the_rest_is_in() -> None:
    made = view(product(tagline="Kế toán"), ENGLISH, locale="en")

    assert made.notices == (Notice("partial", "Vietnamese"),)
    assert made.entry.tagline.lang == "vi"
    assert made.page.head.robots == ""


def test_a_page_whose_text_alone_falls_back_says_so() -> None:
    made = view(product(body="Thân.\n"), ENGLISH, locale="en")

    assert (made.notices, made.body_lang) == ((Notice("partial", "Vietnamese"),), "vi")


def test_a_stale_translation_says_so() -> None:
    stale = document("products/amis", "en", title="AMIS", summary="A.", translated_from={"title": "000000000000"})

    assert view(product(), stale, locale="en").notices == (Notice("stale", "Vietnamese"),)
    assert view(product(), stale, locale="vi").notices == ()


def test_headings_make_the_table_of_contents() -> None:
    assert view(product(body="## Giá\n\n### Một năm\n")).headings == ((2, "gia", "Giá"), (3, "mot-nam", "Một năm"))


def test_a_page_shows_who_names_it_in_the_order_of_their_list() -> None:
    made = view(enterprise(), product("b", title="Ă"), product("a", title="B"), product("c", title="A"))

    assert [card.title for card in made.reverse.products] == ["A", "Ă", "B"]
    assert made.reverse.campaigns == ()


def test_those_that_name_an_entry_may_be_of_several_kinds() -> None:
    update = document("updates/one", title="Tin", date="2024-01-01", about=["products/amis"])
    made = view(product(), document("events/one", start="2024-01-01", products=["amis"]), update)

    assert [card.kind for card in made.reverse.events] == ["events"]
    assert [card.title for card in made.reverse.updates] == ["Tin"]


def test_related_entries_are_named_on_both_sides() -> None:
    one, other = product("a", title="A", related=["products/b"]), product("b", title="B")

    assert [card.title for card in view(other, one).reverse.related] == ["A"]
    assert view(one, other, related=("products/b",)).related[0].title == "B"


def test_every_relation_can_be_asked_for() -> None:
    made = view(field())

    assert {"products", "related", "winners", "roles", "implemented_by", "hosted_pilots", "editions"} <= set(
        relations()
    )
    assert all(getattr(made.reverse, name) == () for name in relations())


def test_neighbours_are_those_of_the_list() -> None:
    here = site(*(product(name, title=name.upper()) for name in "abc"))
    before, after = beside(here, here.pages["products/b"])

    assert before is not None
    assert after is not None
    assert (before.entry.title, after.entry.title) == ("A", "C")
    assert beside(here, here.pages["products/a"])[0] is None
    assert beside(here, here.pages["products/c"])[1] is None


def test_a_free_page_has_no_neighbours() -> None:
    here = site(document("pages/a"), document("pages/b"))

    assert beside(here, here.pages["pages/a"]) == (None, None)


def test_extra_values_are_at_hand_in_the_view() -> None:
    here = site(field())
    made = entry_view(here, here.pages["fields/y-te"], (), extra=Record({"count": 3}))

    assert made.extra.count == 3
    assert view(field()).extra == Record({})


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_an_english_source_is_called_by_its_name(locale: str) -> None:
    source = document("pages/terms", "en", title="Terms", summary="Terms.", source_locale="en")
    here = site(source, locale=locale)
    made = entry_view(here, here.pages["pages/terms"], ())

    assert made.notices == (() if locale == "en" else (Notice("untranslated", "Tiếng Anh"),))


def test_every_kind_has_a_page() -> None:
    assert set(KINDS) == set(site().sections)


def test_of_very_many_that_name_an_entry_only_the_first_stand_on_its_page() -> None:
    small = settings(page_room=2)
    basis = product("nen", title="Nền", slug="nen")
    others = tuple(product(name, title=name.upper(), slug=name, built_on=["nen"]) for name in "abc")

    assert [card.title for card in view(basis, *others, site_settings=small).reverse.basis_of] == ["A", "B"]
    assert view(basis, *others, site_settings=small).cut == 2
    assert view(basis, *others[:2], site_settings=small).cut == 0
    assert view(enterprise(), basis, *others, site_settings=small).cut == 0  # its page leads to a list of its products
    assert view(enterprise(), basis, *others, site_settings=settings(page_room=2, outputs=())).cut == 2
