"""Menus name kinds and published entries."""

from showcase.library.menus import Menus
from showcase.problems import Place, Problem
from tests.makers import document, field, library

HERE = Place("content/menus.yaml", 2, 5)


def told(item: str) -> list[Problem]:
    menus = Menus({"main": (item,)}, {("main", 0): HERE})
    documents = (field(), document("pages/about"), document("pages/later", draft="true"))
    return [each for each in library(*documents, menus=menus).problems if each.severity == "error"]


def test_a_menu_names_kinds_and_entries() -> None:
    assert told("products") == told("pages/about") == []


def test_an_unknown_kind_is_told_the_one_that_was_meant() -> None:
    (found,) = told("product")

    assert (found.code, found.place) == ("unknown-folder", HERE)
    assert found.fields["suggestion"] == "products"


def test_an_unknown_entry_is_told_the_one_that_was_meant() -> None:
    (found,) = told("pages/abut")

    assert found.fields == {"kind": "pages", "id": "abut", "suggestion": "pages/about"}


def test_an_entry_that_is_not_shown_cannot_hang_in_a_menu() -> None:
    (found,) = told("pages/later")

    assert (found.code, found.fields["state"]) == ("unpublished-reference", "it is a draft")
