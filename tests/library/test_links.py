"""Every entry, heading, card and picture that a text mentions is there."""

from typing import Any

import pytest

from showcase.library.links import split_address
from showcase.library.values import PictureFile
from showcase.problems import Problem
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, product

WORLD = (enterprise(body="## Lịch sử\n\nTừ 1994.\n"), field())


def written(body: str, **fields: Any) -> Document:
    return product(body=body, **fields)


def errors(*documents: Document, **options: Any) -> list[Problem]:
    return [each for each in library(*documents, **options).problems if each.severity == "error"]


def only(body: str, *others: Document, **options: Any) -> Problem:
    (found,) = errors(written(body), *WORLD, *others, **options)
    return found


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("content:/products/amis", ("products/amis", "")),
        ("content:/products/amis/", ("products/amis", "")),
        ("content:products/amis#gia", ("products/amis", "gia")),
        ("content:/products/amis#gi%C3%A1", ("products/amis", "giá")),
    ],
)
def test_an_address_of_content_is_a_key_and_a_heading(target: str, parts: tuple[str, str]) -> None:
    assert split_address(target) == parts


@pytest.mark.parametrize(
    "body",
    [
        "[MISA](content:/enterprises/misa)",
        "[MISA](content:/enterprises/misa#lich-su)",
        "[Giá](#gia)\n\n## Giá\n",
        "[web](https://example.com/a#b)",
        "[mail](mailto:export@example.com), [tel](tel:+84123456789)",
        "[[enterprise:misa]]",
    ],
)
def test_links_to_what_is_there_are_sound(body: str) -> None:
    assert errors(written(body), *WORLD) == []


def test_a_link_to_nothing_is_told_the_entry_that_was_meant() -> None:
    found = only("Một dòng.\n\n[x](content:/enterprises/miza)\n")

    assert (found.code, found.place.path, found.place.line) == ("broken-link", "content/products/amis/index.vi.md", 9)
    assert found.fields == {"target": "content:/enterprises/miza", "suggestion": "content:/enterprises/misa"}


def test_a_link_to_nothing_like_anything_is_told_without_a_guess() -> None:
    assert "suggestion" not in only("[x](content:/awards/nobel)").fields


@pytest.mark.parametrize("target", ["/vi/san-pham/amis/", "../misa", "misa.html", "content:"])
def test_a_relative_link_leads_nowhere(target: str) -> None:
    assert only(f"[x]({target})").code == "broken-link"


def test_a_link_to_an_entry_that_is_not_shown_says_why() -> None:
    draft = enterprise("base", title="Base", official_name="Base", draft="true")
    found = only("[x](content:/enterprises/base)", draft)

    assert found.code == "unpublished-reference"
    assert found.fields == {"id": "enterprises/base", "state": "it is a draft"}
    assert errors(written("[x](content:/enterprises/base)"), *WORLD, draft, drafts=True) == []


def test_a_card_of_an_entry_that_is_not_shown_says_why() -> None:
    draft = enterprise("base", title="Base", official_name="Base", draft="true")

    assert only("[[enterprise:base]]", draft).code == "unpublished-reference"


def test_a_link_or_card_of_a_broken_entry_is_no_second_problem() -> None:
    broken = enterprise("base", founded="long ago")

    assert only("[x](content:/enterprises/base)\n\n[[enterprise:base]]\n", broken).code == "bad-date"


def test_a_missing_heading_is_told_those_that_are_there() -> None:
    found = only("[x](content:/enterprises/misa#lich-xu)")

    assert found.code == "broken-anchor"
    assert found.fields == {
        "target": "content:/enterprises/misa#lich-xu",
        "anchor": "lich-xu",
        "known": "#lich-su",
        "suggestion": "lich-su",
    }


def test_a_page_without_headings_has_none_to_offer() -> None:
    assert only("[x](content:/fields/y-te#gia)").fields["known"] == "–"


def test_a_heading_of_the_text_itself_must_be_there() -> None:
    assert only("[x](#gia)\n\n## Giá cả\n").fields["anchor"] == "gia"


def test_a_heading_is_looked_for_in_the_language_of_the_link() -> None:
    texts = (
        document("enterprises/misa", "en", title="MISA", body="## History\n\nSince 1994.\n"),
        document("products/amis", "en", title="AMIS", body="[x](content:/enterprises/misa#lich-su)\n"),
    )
    (found,) = errors(written("[x](content:/enterprises/misa#lich-su)"), *WORLD, *texts)

    assert (found.place.path, found.fields["known"]) == ("content/products/amis/index.en.md", "#history")


def test_a_text_that_falls_back_is_checked_once() -> None:
    found = errors(written("[x](content:/enterprises/nobody)"), *WORLD)

    assert len(found) == 1


def test_a_misspelt_card_is_told_the_entry_that_was_meant() -> None:
    found = only("[[enterprise:miza]]")

    assert (found.code, found.fields["suggestion"]) == ("unknown-card", "misa")
    assert found.fields["target"] == "enterprises/miza"


def pictures(*names: str) -> dict[str, PictureFile]:
    paths = [f"content/products/amis/{name}" for name in names]
    return {path: PictureFile(path, "0" * 64, 4, 3) for path in paths}


def test_pictures_lie_beside_the_text() -> None:
    assert errors(written("![Bàn](desk.jpg)\n"), *WORLD, pictures=pictures("desk.jpg")) == []


def test_a_missing_picture_is_told_with_its_place() -> None:
    found = only("Một.\n\n![Bàn](desk.jpg)\n", pictures=pictures("photo.jpg"))

    assert (found.code, found.place.line, found.fields["name"]) == ("missing-picture", 9, "desk.jpg")
    assert "suggestion" not in found.fields


@pytest.mark.parametrize(("written_name", "file"), [("Desk.JPG", "desk.jpg"), ("dekc.jpg", "desk.jpg")])
def test_a_picture_with_another_case_or_a_slip_is_told_the_right_name(written_name: str, file: str) -> None:
    assert only(f"![Bàn]({written_name})\n", pictures=pictures("a.png", file)).fields["suggestion"] == file


def test_a_picture_of_another_entry_is_not_beside_the_text() -> None:
    found = {"content/enterprises/misa/desk.jpg": PictureFile("content/enterprises/misa/desk.jpg", "0" * 64, 4, 3)}

    assert only("![Bàn](desk.jpg)\n", pictures=found).code == "missing-picture"


def test_pictures_among_the_fields_lie_beside_the_text_too() -> None:
    listed = [{"id": "desk", "file": "Desk.jpg", "alt": "Bàn."}]
    (found,) = errors(product(pictures=listed), *WORLD, pictures=pictures("desk.jpg"))

    assert (found.code, found.place.line, found.fields["suggestion"]) == ("missing-picture", 8, "desk.jpg")
