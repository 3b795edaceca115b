"""A text gets real addresses: links, pictures with their sizes, cards in their places."""

from typing import Any

import pytest

from showcase.library.values import PictureFile
from showcase.pages.bodies import body_parts, shown_pictures
from showcase.pages.views import BodyPart
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, product, site

PATH = "content/products/amis/desk.jpg"
PICTURES = {PATH: PictureFile(PATH, "ab" * 32, 400, 300)}


def parts(body: str, *others: Document, locale: str = "vi", **options: Any) -> tuple[BodyPart, ...]:
    here = site(product(body=body), enterprise(body="## Lịch sử\n\nTừ 1994.\n"), *others, locale=locale, **options)
    return body_parts(here.pages["products/amis"], here.pages, here.cards, here.library.pictures)


def html(body: str, *others: Document, **options: Any) -> str:
    return "".join(part.html for part in parts(body, *others, **options))


def test_a_link_leads_to_the_page_in_the_same_language() -> None:
    assert 'href="/vi/doanh-nghiep/misa/"' in html("[MISA](content:/enterprises/misa)")
    assert 'href="/en/enterprises/misa/"' in html("[MISA](content:/enterprises/misa)", locale="en")


def test_a_link_leads_to_a_heading() -> None:
    assert 'href="/vi/doanh-nghiep/misa/#lich-su"' in html("[MISA](content:/enterprises/misa#lich-su)")


def test_a_text_in_another_language_leads_to_the_page_where_its_heading_is_called_otherwise() -> None:
    english = document("enterprises/misa", "en", title="MISA", body="## History\n\nSince 1994.\n")

    assert 'href="/en/enterprises/misa/"' in html("[M](content:/enterprises/misa#lich-su)", english, locale="en")


def test_links_to_the_web_and_within_the_page_stay_as_they_are() -> None:
    made = html("[a](https://example.com/) [b](#gia)\n\n## Giá\n")

    assert 'href="https://example.com/"' in made
    assert 'href="#gia"' in made


@pytest.mark.parametrize("body", ['`<a href="content:/enterprises/misa">`', 'Viết href="content:/nobody/here" vào.\n'])
def test_a_text_may_speak_of_addresses(body: str) -> None:
    assert "content:/" in html(body)


def test_a_picture_has_its_address_and_its_size() -> None:
    made = html("![Bàn](desk.jpg)\n", pictures=PICTURES)

    name = "/media/abababababababab"
    assert f'<picture><source type="image/avif" srcset="{name}.avif 400w" sizes=' in made
    assert f'src="{name}.jpg" srcset="{name}.jpg 400w"' in made
    assert 'width="400" height="300" loading="lazy" decoding="async"' in made
    assert 'alt="Bàn"' in made


def test_a_description_may_hold_any_sign() -> None:
    made = html('![a > b & "c" src=x](desk.jpg)\n', pictures=PICTURES)

    assert 'src="/media/abababababababab.jpg"' in made
    assert "desk.jpg" not in made


def test_a_picture_may_have_any_name() -> None:
    path = "content/products/amis/bàn & ghế.jpg"
    made = html("![Bàn](<bàn & ghế.jpg>)\n", pictures={path: PictureFile(path, "cd" * 32, 4, 3)})

    assert 'src="/media/cdcdcdcdcdcdcdcd.jpg"' in made


def test_a_picture_of_a_text_that_falls_back_is_found_beside_the_source() -> None:
    assert "/media/" in html("![Bàn](desk.jpg)\n", locale="en", pictures=PICTURES)


def test_cards_stand_between_pieces_of_text() -> None:
    before, card, after = parts("Trước.\n\n[[enterprise:misa]]\n\nSau.\n")

    assert "Trước" in before.html
    assert card.card is not None
    assert (card.card.key, card.html) == ("enterprises/misa", "")
    assert "Sau" in after.html


def test_cards_alone_leave_no_empty_pieces() -> None:
    assert [part.html for part in parts("[[enterprise:misa]]\n\n[[enterprise:misa]]\n")] == ["", ""]


def test_a_page_without_a_text_has_no_pieces() -> None:
    assert parts("") == ()


def test_only_pictures_that_a_page_shows_are_published() -> None:
    other = "content/products/amis/unused.jpg"
    listed = [{"id": "desk", "file": "desk.jpg", "alt": "Bàn."}]
    made = library(product(pictures=listed), field(), pictures=PICTURES | {other: PictureFile(other, "0" * 64, 1, 1)})

    assert set(shown_pictures(made)) == {PICTURES[PATH]}
    assert set(shown_pictures(library(product(body="![Bàn](desk.jpg)\n"), pictures=PICTURES))) == {PICTURES[PATH]}
