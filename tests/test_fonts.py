"""The font files hold every Vietnamese letter and stay within what a page may weigh."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "templates" / "assets" / "fonts"
BASES = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
PAGE_BUDGET = 120_000


def vietnamese_letters() -> set[str]:
    """The letters of Vietnamese that are not ASCII, small and capital."""
    small = {unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES} | {"đ"}
    return {letter for one in small for letter in (one, one.upper()) if not letter.isascii()}


def characters(*names: str) -> set[str]:
    """The characters that these font files hold together."""
    return {chr(code) for name in names for code in TTFont(FONTS / f"{name}.woff2").getBestCmap()}


@pytest.mark.parametrize("face", ["be-vietnam-pro-{}-400", "be-vietnam-pro-{}-600", "newsreader-display-{}"])
def test_every_face_has_all_vietnamese_letters_and_the_dong_sign(face: str) -> None:
    letters = vietnamese_letters()

    assert len(letters) == 134
    assert letters | {"₫"} <= characters(face.format("latin"), face.format("vietnamese"))


@pytest.mark.parametrize("weight", [400, 600])
def test_figures_of_a_column_have_one_width(weight: int) -> None:
    font = TTFont(FONTS / f"be-vietnam-pro-figures-{weight}.woff2")

    assert len({font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_all_fonts_together_fit_on_a_page() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) <= PAGE_BUDGET


def test_the_style_sheet_names_every_font_file_and_vietnamese_last() -> None:
    css = FONTS.with_name("fonts.css").read_text(encoding="utf-8")

    assert all(f'url("fonts/{path.name}")' in css for path in FONTS.glob("*.woff2"))
    assert css.rindex("-latin-") < css.index("-vietnamese-")
