"""Old addresses lead on, and nobody else gets them."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from showcase.library.address_book import AddressBook, moved, recorded, updated
from showcase.library.assemble import Materials, assemble
from showcase.library.menus import Menus
from showcase.library.values import Library
from showcase.pages.plan import plan
from showcase.problems import Place
from showcase.reading.parse import Document
from tests.makers import TODAY, catalogs, document, enterprise, field, library, product, rows, settings

OLD, NEW = "/vi/san-pham/cu/", "/vi/san-pham/amis/"


def of(owners: dict[str, str], *, is_kept: bool = True) -> AddressBook:
    return AddressBook(owners, {address: number for number, address in enumerate(owners, 1)}, is_kept)


def assembled(given: AddressBook, *documents: Document, today: date = TODAY, **options: Any) -> Library:
    drafts, chosen = options.pop("drafts", False), settings(**options)
    return assemble(Materials(rows(documents, chosen), {}, catalogs(), Menus(), chosen, today, drafts, book=given))


def said(made: Library) -> list[tuple[str, Place, dict[str, Any]]]:
    codes = ("address-reused", "address-gone", "history-outdated", "address-collision")
    return [(each.code, each.place, dict(each.fields)) for each in made.problems if each.code in codes]


LOST = b"/vi/* /vi/404.html 404\n/en/* /en/404.html 404\n"


def all_of(made: Library) -> dict[str, str]:
    return recorded(page for own in made.pages.values() for page in own.values())


def test_a_recorded_address_leads_to_where_the_entry_is_now() -> None:
    made = assembled(of({OLD: "products/amis", NEW: "products/amis"}), product(), enterprise(), field())
    page = made.pages["vi"]["products/amis"]

    assert page.aliases == (OLD,)
    assert made.pages["en"]["products/amis"].aliases == ()
    jobs = {job.output: job for job in plan(made, {}).jobs}
    assert jobs["vi/san-pham/cu/index.html"].view.permalink == NEW
    make = jobs["_redirects"].make
    assert make is not None
    assert make(jobs["_redirects"].view) == b"/vi/san-pham/cu/ /vi/san-pham/amis/ 301\n" + LOST


def test_an_alias_that_is_recorded_too_leads_on_once() -> None:
    made = assembled(of({OLD: "products/amis"}), product(aliases=["cu", "cu-hon"]))

    assert made.pages["vi"]["products/amis"].aliases == (OLD, "/vi/san-pham/cu-hon/")


def test_where_nothing_has_moved_no_address_leads_on() -> None:
    jobs = {job.output: job for job in plan(library(product(), enterprise(), field()), {}).jobs}
    make = jobs["_redirects"].make
    assert make is not None
    assert make(jobs["_redirects"].view) == LOST


def test_an_address_that_another_entry_wants_is_an_error() -> None:
    made = assembled(of({NEW: "products/khac"}), product(), product("khac", title="Khác"))

    assert [each for each in said(made) if each[0] == "address-reused"] == [
        (
            "address-reused",
            Place("content/products/amis/index.vi.md", 1, 1),
            {"address": NEW, "other": "products/khac", "id": "products/amis"},
        )
    ]
    assert made.pages["vi"]["products/khac"].aliases == ()


def test_an_address_that_was_given_up_is_not_taken_either() -> None:
    made = assembled(of({NEW: "gone"}), product())

    assert [code for code, _, _ in said(made)] == ["history-outdated", "address-reused"]


def test_an_address_whose_entry_vanished_is_a_warning_at_its_line() -> None:
    made = assembled(of({"/en/x/": "gone", OLD: "products/cu"}), product())

    assert [each for each in said(made) if each[0] == "address-gone"] == [
        ("address-gone", Place("content/history.yaml", 2), {"address": OLD, "id": "products/cu"})
    ]


def test_an_address_whose_entry_is_not_published_is_no_problem() -> None:
    made = assembled(of({OLD: "products/cu"}, is_kept=False), document("products/cu", draft="true"))

    assert said(made) == []


def test_an_alias_takes_over_the_address_of_an_entry_that_vanished() -> None:
    made = assembled(of({OLD: "products/cu"}, is_kept=False), product(aliases=["cu"]))

    assert said(made) == []


def test_present_addresses_that_are_not_recorded_are_a_warning_where_there_is_a_book() -> None:
    made = assembled(of({NEW: "products/amis"}), product(), document("pages/dau", front={"campaign": "x"}))

    assert said(made) == [
        (
            "history-outdated",
            Place("content/history.yaml"),
            {"count": 1, "address": "/en/products/amis/"},
        )
    ]
    assert said(assembled(of({}, is_kept=False), product())) == []
    assert said(assembled(of({}), product(), drafts=True)) == []
    assert said(assembled(of(all_of(made)), product())) == []


def test_the_address_of_a_hidden_page_leads_to_the_source() -> None:
    given_book = of({"/en/products/amis/": "products/amis", "/fr/produits/amis/": "products/amis"})
    made = assembled(given_book, product(), fallback={"products": {"en": "hide"}})

    assert made.pages["vi"]["products/amis"].aliases == ("/en/products/amis/", "/fr/produits/amis/")
    assert {job.output for job in plan(made, {}).jobs} >= {"en/products/amis/index.html", "fr/produits/amis/index.html"}


def test_an_entry_that_becomes_the_front_page_is_still_found() -> None:
    made = assembled(of({"/vi/dau/": "pages/dau"}), document("pages/dau", front={"campaign": "x"}))

    assert made.pages["vi"]["pages/dau"].aliases == ("/vi/dau/",)


def test_two_entries_that_exchange_their_slugs_are_refused() -> None:
    first, second = document("needs/a", title="b", field="y-te"), document("needs/b", title="a", field="y-te")
    given_book = of({"/vi/nhu-cau/a/": "needs/a", "/vi/nhu-cau/b/": "needs/b"})

    assert [code for code, _, _ in said(assembled(given_book, first, second))].count("address-reused") == 2


def test_what_is_recorded_stays_and_what_is_new_is_added() -> None:
    made = assembled(of({}), product())
    every = [page for own in made.pages.values() for page in own.values()]

    assert updated(of({NEW: "gone", OLD: "products/x"}), every) == {
        "/en/products/amis/": "products/amis",
        NEW: "gone",
        OLD: "products/x",
    }


def test_the_addresses_of_a_renamed_entry_go_with_it() -> None:
    assert moved(of({OLD: "products/cu", NEW: "products/amis"}), "products/cu", "products/moi") == {
        OLD: "products/moi",
        NEW: "products/amis",
    }


@hypothesis_settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=6))
def test_however_often_a_slug_changes_every_address_leads_to_the_entry(slugs: list[str]) -> None:
    owners: dict[str, str] = {}
    for slug in slugs:
        made = assembled(of(owners), product(slug=slug))
        owners = updated(of(owners), made.pages["vi"].values())
    page = made.pages["vi"]["products/amis"]

    assert {page.permalink, *page.aliases} == {f"/vi/san-pham/{slug}/" for slug in slugs}
    assert page.permalink not in page.aliases
