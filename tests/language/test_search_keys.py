"""Search keys: folded, exact, joined, and what means the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.search_keys import (
    exact_key,
    exact_keys,
    folded_key,
    folded_keys,
    joined,
    syllables,
    synonyms,
    terms,
)

COFFEE = ("cà phê", "cafe")


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Điện", "dien"), ("ĐỒNG", "dong"), ("Ưu", "uu"), ("iPhone", "iphone"), ("Straße", "strasse"), ("４G", "4g")],
)
def test_a_folded_key_has_neither_marks_nor_capitals(written: str, folded: str) -> None:
    assert folded_key(written) == folded


def test_an_exact_key_does_not_mind_where_the_tone_mark_stands() -> None:
    assert exact_key("hoà") == exact_key("hòa") == exact_key("HÒA")
    assert len({exact_key(word) for word in ("ban", "bàn", "bán", "bản", "bân", "băn", "đan", "dan")}) == 8


def test_an_exact_key_ends_with_the_tone() -> None:
    assert exact_key("điện") == "điên\u0323"
    assert exact_key("thuỷ") == exact_key("thủy") == "thuy\u0309"


@given(st.text())
def test_composed_and_decomposed_texts_have_the_same_keys(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)

    assert exact_keys(decomposed) == exact_keys(text)
    assert folded_keys(decomposed) == folded_keys(text)


@given(st.text())
def test_keys_of_keys_are_the_keys(text: str) -> None:
    for key in folded_keys(text):
        assert folded_key(key) == key


def test_signs_part_words_and_invisible_characters_do_not() -> None:
    assert syllables("VNPT-HIS, ví\u200b điện_tử (4.0)") == ("VNPT", "HIS", "ví", "điện", "tử", "4", "0")


def test_neighbours_are_joined_behind_a_sign() -> None:
    assert joined(("ti", "vi", "thong")) == ("+tivi", "+vithong")
    assert terms("Ti vi") == ("ti", "vi", "+tivi")
    assert terms("Tivi") == ("tivi",)
    assert terms("…") == ()


def test_a_text_is_found_by_what_means_the_same() -> None:
    assert synonyms("Máy pha CÀ PHÊ", [COFFEE]) == ("cafe",)
    assert synonyms("Quán cafe", [COFFEE]) == ("cà phê",)
    assert synonyms("Cá phê", [COFFEE]) == ()
    assert synonyms("", [COFFEE, ("…", "coffee")]) == ()
