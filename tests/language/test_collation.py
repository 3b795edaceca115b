"""The order of words and the headings of A–Z indexes: rules 17 and 18.

The files in `collation/` hold words in the order that ICU 72 gives them (`vi-u-kn`, `en-u-kn`); `tools/icu_order.py`
compares with an ICU at hand.
"""

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.collation import heading, headings, sort_key

FIXTURES = Path(__file__).parent / "collation"
locales = st.sampled_from(["vi", "en", "ja"])


def in_order(words: str, locale: str) -> str:
    return " ".join(sorted(words.split(), key=lambda word: sort_key(word, locale)))


def test_tones_are_ordered() -> None:
    assert in_order("mạ má mã mả mà ma", "vi") == "ma mà mả mã má mạ"
    assert in_order("mạ má mã mả mà ma", "en") == "ma má mà mã mả mạ"


def test_vietnamese_letters_are_letters() -> None:
    assert in_order("Zalo Ăn An Ấn đá Dược Đồng ơn ưa Uy", "vi") == "An Ăn Ấn Dược đá Đồng ơn Uy ưa Zalo"
    assert in_order("Zalo Ăn An Ấn đá Dược Đồng ơn ưa Uy", "en") == "An Ăn Ấn đá Đồng Dược ơn ưa Uy Zalo"


def test_numbers_are_ordered_by_value() -> None:
    assert in_order("S10 S9 S24", "vi") == "S9 S10 S24"
    assert in_order("S٢ S10 S1 S01 S" + "9" * 5000, "en").split()[:4] == ["S01", "S1", "S٢", "S10"]


def test_case_counts_last() -> None:
    assert in_order("Ba bả ba Bà BA bà", "vi") == "ba Ba BA bà Bà bả"


def test_signs_then_numbers_then_letters_then_other_scripts() -> None:
    assert in_order("日本 phở 3G ½ ₿ € ☎ “x” Яндекс", "vi") == "“x” ☎ € ₿ 3G ½ phở Яндекс 日本"


def test_other_locales_have_the_root_order() -> None:
    words = "Zalo Ăn An đá Dược Đồng été ete Ete"
    assert in_order(words, "ja") == in_order(words, "fr") == in_order(words, "en")


def test_control_characters_and_marks_of_other_scripts() -> None:
    assert sort_key("a\x00b", "vi")[:3] == sort_key("ab", "vi")[:3]
    assert in_order("กั กา ก", "vi").split()[0] == "ก"
    assert sort_key("a\u0489", "vi") > sort_key("a\u0301", "vi")


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_order_is_icus(locale: str) -> None:
    expected = (FIXTURES / f"{locale}.txt").read_text(encoding="utf-8").splitlines()
    shuffled = random.Random(5).sample(expected, len(expected))
    assert sorted(shuffled, key=lambda word: sort_key(word, locale)) == expected


@given(st.lists(st.text(), unique=True), locales, st.randoms())
def test_the_order_of_the_input_does_not_matter(found: list[str], locale: str, rng: random.Random) -> None:
    texts = sorted({unicodedata.normalize("NFC", text) for text in found})
    keys = {sort_key(text, locale) for text in texts}
    assert len(keys) == len(texts)
    shuffled = rng.sample(texts, len(texts))
    assert sorted(shuffled, key=lambda text: sort_key(text, locale)) == sorted(
        texts, key=lambda text: sort_key(text, locale)
    )


@given(st.text(), locales)
def test_nfc_and_nfd_are_one(text: str, locale: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert sort_key(composed, locale) == sort_key(decomposed, locale)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("Đồng", "Đ", "D"),
        ("Ấn", "Â", "A"),
        ("ưa", "Ư", "U"),
        ("zalo", "Z", "Z"),
        ("Étoile", "E", "E"),
        ("Æon", "A", "A"),
        ("1Office", "#", "#"),
        ("“Make”", "#", "#"),
        ("", "#", "#"),
        ("日本", "…", "…"),
    ],
)
def test_headings_of_words(text: str, vi: str, en: str) -> None:
    assert (heading(text, "vi"), heading(text, "en")) == (vi, en)


def test_headings_in_order() -> None:
    assert "".join(headings("vi")) == "#AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ…"
    assert "".join(headings("en")) == "".join(headings("ja")) == "#ABCDEFGHIJKLMNOPQRSTUVWXYZ…"


@given(st.lists(st.text(max_size=5)), locales)
def test_sorted_texts_meet_the_headings_in_order(texts: list[str], locale: str) -> None:
    positions = [
        headings(locale).index(heading(text, locale)) for text in sorted(texts, key=lambda text: sort_key(text, locale))
    ]
    assert positions == sorted(positions)
