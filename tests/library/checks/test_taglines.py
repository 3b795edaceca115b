"""What stands on a card is looked at: taglines that say what a product does, and descriptions of pictures."""

import pytest

from showcase.library.checks.house_style import house_of
from showcase.library.checks.taglines import alt_problems, tagline_problems
from showcase.reading.house_rules import Banned, Style
from tests.makers import document, product

STYLE = Style(
    tagline_words={"products": (3, 8)},
    jargon=(Banned(phrase="hệ sinh thái", instead="tên các phần", reason="rộng", allowed_in=("Hệ sinh thái rừng",)),),
    alt_words=3,
)
HOUSE = house_of(STYLE)


@pytest.mark.parametrize(
    ("tagline", "codes"),
    [
        ("Phần mềm kế toán trực tuyến", []),
        ("Kế toán", ["tagline-length"]),
        ("Phần mềm kế toán trực tuyến cho mọi cửa hàng nhỏ", ["tagline-length"]),
        ("Hệ sinh thái kế toán mở", ["tagline-jargon"]),
        ("Bản đồ hệ sinh thái rừng", []),
        ("Sổ ghi món ăn", ["tagline-same"]),
    ],
)
def test_a_tagline_says_what_the_product_does(tagline: str, codes: list[str]) -> None:
    found = tuple(tagline_problems(product(tagline=tagline, title="Sổ ghi món ăn"), HOUSE))

    assert [each.code for each in found] == codes
    assert all(each.place.line > 1 for each in found)


def test_a_product_without_a_tagline_is_named_where_the_house_wants_one() -> None:
    assert [each.code for each in tagline_problems(product(), HOUSE)] == ["no-tagline"]
    assert not tuple(tagline_problems(product(), house_of(Style())))
    assert not tuple(tagline_problems(document("pages/a"), HOUSE))


def test_a_description_that_is_a_file_name_or_a_word_says_too_little() -> None:
    pictures = [
        {"id": "a", "file": "quay-thu-ngan-moi.jpg", "alt": "Quầy thu ngân mới"},
        {"id": "b", "file": "b.jpg", "alt": "Một quầy thu ngân có hai người"},
    ]
    text = product(pictures=pictures, tagline="x")
    body = document("products/b", body="![Ảnh quầy](b.jpg)\n\n![](c.jpg)\n")

    assert [(each.code, each.fields["name"]) for each in alt_problems(text, HOUSE)] == [
        ("weak-alt", "quay-thu-ngan-moi.jpg")
    ]
    assert [each.fields["name"] for each in alt_problems(body, HOUSE)] == ["b.jpg"]
    assert not tuple(alt_problems(body, house_of(Style())))
