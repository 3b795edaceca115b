"""Typewriter marks become those of the language, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.reading.quotes import CODE, educated


def written(text: str, locale: str = "vi") -> str:
    """The text with right marks; `|` stands where mark-up cuts it, `` ` `` for code."""
    return "|".join(educated([CODE if piece == "`" else piece for piece in text.split("|")], locale)).replace(CODE, "`")


@pytest.mark.parametrize("locale", ["vi", "en", "ko"])
@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ('"Trà" và "cà phê"', "“Trà” và “cà phê”"),
        ('năm "2025".', "năm “2025”."),
        ('("Make in Viet Nam")', "(“Make in Viet Nam”)"),
        ("'Trà'", "‘Trà’"),
        ("\"He said 'tea'\"", "“He said ‘tea’”"),
        ("it's the users' guide of '24", "it’s the users’ guide of ’24"),
        ("L'Oréal's 1990's", "L’Oréal’s 1990’s"),
        ("màn hình 27\" và 5' dài", "màn hình 27\" và 5' dài"),
        ('"màn hình 27"', "“màn hình 27”"),
        (r"27\" \'a\'", "27\" 'a'"),
        ("2019--2025 --- chờ...", "2019–2025 — chờ…"),
        ("a ---- b", "a ---- b"),
        ('"https://a.vn/x--y?z=\'1" a@b--c.vn', "“https://a.vn/x--y?z=’1” a@b--c.vn"),
        ('www.a--b.vn "a"', "www.a--b.vn “a”"),
        ('"|Trà|"', "“|Trà|”"),
        ('xem "|`|" nhé', "xem “|`|” nhé"),
        ('`|"', "`|”"),
        ('a |"b"| c', "a |“b”| c"),
        ('"', "”"),
        ("", ""),
    ],
)
def test_marks_in_vietnamese_and_english(typed: str, right: str, locale: str) -> None:
    assert written(typed, locale) == right


@pytest.mark.parametrize(
    ("locale", "right"),
    [
        ("fr", "«\u00a0a ‘b’\u00a0»"),
        ("fr-CA", "«\u00a0a ‘b’\u00a0»"),
        ("de", "„a ‚b‘“"),
        ("ru", "«a „b“»"),
        ("es", "«a “b”»"),
        ("ja", "「a 『b』」"),
    ],
)
def test_other_languages_have_marks_of_their_own(locale: str, right: str) -> None:
    assert written("\"a 'b'\"", locale) == right


@given(st.lists(st.text(st.sampled_from("ab1 \"'.-\\(\u00a0é/@:"), max_size=12), max_size=6))
def test_a_second_pass_and_other_characters_change_nothing(pieces: list[str]) -> None:
    once = educated(pieces, "vi")
    kept = str.maketrans("", "", "\"'.-\\“”‘’–—…")
    assert [piece.translate(kept) for piece in once] == [piece.translate(kept) for piece in pieces]
