"""What happens to text that comes in: rules 1–3, 22, 33 and 36 of the language rules."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.legacy import legacy_encoding
from showcase.language.text import (
    character_problems,
    digest_of_text,
    marked_share,
    normalised,
    text_problems,
    visible,
    word_count,
)
from showcase.problems import Place

ADDED_BY_NOBODY = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)


def place_of(offset: int) -> Place:
    return Place("a.md", 1, offset + 1)


def codes(text: str, locale: str = "vi") -> list[tuple[str, int, dict[str, object]]]:
    return [(found.code, found.place.column, dict(found.fields)) for found in text_problems(text, place_of, locale)]


def test_text_is_nfc() -> None:
    assert normalised("Tie\u0302\u0301ng Vie\u0323\u0302t") == "Tiếng Việt"


def test_invisible_characters_go() -> None:
    assert normalised("Bò\u200bKho") == "BòKho"
    assert normalised("".join(f"a{character}" for character in ADDED_BY_NOBODY)) == "a" * len(ADDED_BY_NOBODY)


def test_a_mark_split_from_its_letter_by_an_invisible_character_joins_it() -> None:
    assert normalised("e\u200b\u0302\u0301") == "ế"


def test_line_ends_become_line_feeds() -> None:
    assert normalised("\ufeffa\r\nb\rc\n") == "a\nb\nc\n"


@given(st.text())
def test_normalising_settles(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(ADDED_BY_NOBODY + "\r") & set(once)


def test_a_mark_that_nfc_cannot_join_is_an_error() -> None:
    assert codes(normalised("ti\u00e9\u0302ng")) == [
        ("stray-mark", 4, {"name": "U+0302 COMBINING CIRCUMFLEX ACCENT", "letter": "é"})
    ]


def test_a_mark_without_a_letter_is_shown_on_a_dotted_circle() -> None:
    assert codes("\u0301a") == [("stray-mark", 1, {"name": "U+0301 COMBINING ACUTE ACCENT", "letter": "◌"})]


@pytest.mark.parametrize("text", ["❤\ufe0f", "1\ufe0f\u20e3", "ภาษาไทย", "हिन्दी", "Tiếng Việt", "a\tb\nc"])
def test_emoji_and_other_scripts_are_no_slips(text: str) -> None:
    assert codes(normalised(text)) == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\u2069", "U+2069 POP DIRECTIONAL ISOLATE"),
    ],
)
def test_control_and_direction_characters_are_refused(character: str, name: str) -> None:
    assert codes(f"ab{character}c", "en") == [("control-character", 3, {"name": name})]


def test_eth_is_a_warning_in_vietnamese_only() -> None:
    assert codes("xem Ðà Nẵng") == [("wrong-eth", 5, {"word": "Ðà"})]
    assert codes("Ðà Nẵng", "vi-VN") == [("wrong-eth", 1, {"word": "Ðà"})]
    assert codes("see Ðorn", "en") == []


def test_character_problems_leave_the_encoding_alone() -> None:
    assert character_problems("C«ng nghÖ th«ng tin", place_of, "vi") == ()


@pytest.mark.parametrize(
    ("text", "name", "sample"),
    [
        ("C«ng nghÖ th«ng tin", "tcvn3", "C«ng nghÖ th«ng"),
        ("®iÖn tho¹i th«ng minh lµ cña ViÖt Nam", "tcvn3", "®iÖn tho¹i th«ng"),
        ("Coâng ngheä thoâng tin", "vni", "Coâng ngheä thoâng"),
        ("ñieän thoaïi di ñoäng vaø maùy tính", "vni", "ñieän ñoäng vaø"),
        ("CÃ´ng nghá»‡ thÃ´ng tin", "mojibake", "CÃ´ng nghá»‡ thÃ´ng"),
        ("Ä‘iá»‡n thoáº¡i thÃ´ng minh", "mojibake", "Ä‘iá»‡n thoáº¡i thÃ´ng"),
        ("â€œmade in â€¦ Viet Namâ€\u009d", "mojibake", "â€œmade â€¦ Namâ€\u009d"),
    ],
)
def test_old_encodings_are_found(text: str, name: str, sample: str) -> None:
    assert legacy_encoding(text) == (name, sample)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Noël, España, Citroën®",
        "hoà toán khoá đoàn hoàn loá thoả oán hoãn",
        "HOÀN TOÀN KHOÁ ĐOÀN",
        "où goût août naïf aérien Hawaï Raphaël Noël coïncidence",
        "El Niño, mañana, aún, baúl",
        "Müller, Straße, Größe, Käse, Öl",
        "«Bonjour» Windows© Office™ 5 µm 3×4 m² 20 °C §5",
        "Xin chào Việt Nam: phần mềm quản lý bán hàng, hoá đơn điện tử",
        "1 « 2 » 3 ¬ ¹",
    ],
)
def test_names_and_other_languages_are_no_old_encoding(text: str) -> None:
    assert legacy_encoding(text) is None


def test_one_strange_word_or_less_than_a_twentieth_is_no_old_encoding() -> None:
    assert legacy_encoding("C«ng") is None
    assert legacy_encoding("C«ng nghÖ " + "từ " * 39) is None
    assert legacy_encoding("C«ng nghÖ " + "từ " * 38) is not None


def test_an_old_encoding_is_reported_at_its_first_word() -> None:
    assert codes("Tin: c«ng nghÖ") == [("legacy-encoding", 6, {"encoding": "tcvn3", "sample": "c«ng nghÖ"})]


def test_control_characters_are_spelt_out_for_terminals() -> None:
    assert (
        visible("a\x1b[31m\u202eb\tc\u2028 Việt 日本 \U000e0041")
        == "a\\x1b[31m\\u202eb\\tc\\u2028 Việt 日本 \\U000e0041"
    )


def test_words_are_counted() -> None:
    assert word_count("Giá 1.990.000 ₫ – L’Oréal, e-mail (ti vi)") == 6
    assert word_count(" – … ") == 0


def test_the_share_of_marked_words_tells_vietnamese_from_english() -> None:
    assert marked_share("Phần mềm quản lý 2024 MISA") == pytest.approx(4 / 5)
    assert marked_share("Pha\u0302\u0300n ĐỒNG") == 1
    assert marked_share("Management software") == 0
    assert marked_share("2024 — 12") == 0


def test_blanks_and_unicode_forms_do_not_change_the_digest() -> None:
    text = "Phần mềm  quản lý\r\nbán hàng "
    assert digest_of_text(text) == digest_of_text(unicodedata.normalize("NFD", "Phần mềm quản lý\n\nbán\u00a0hàng"))
    assert digest_of_text(text) != digest_of_text("Phần mềm quản lý bán hang")
    assert len(digest_of_text("")) == 12
