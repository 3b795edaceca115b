"""What the templates and style sheets of this project must not do to Vietnamese."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "templates" / "assets").rglob("*.css"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_changes_the_capitals_of_a_text(template: Path) -> None:
    assert not re.search(r"\|\s*(?:title|capitalize|upper|lower)\b", template.read_text())


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_no_style_changes_the_capitals_of_a_text(style: Path) -> None:
    assert not re.search(r"text-transform:\s*(?:capitalize|uppercase|lowercase)", style.read_text())


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_no_line_is_so_low_that_stacked_marks_are_cut(style: Path) -> None:
    heights = [float(found) for found in re.findall(r"line-height:\s*([0-9.]+)\s*;", style.read_text())]

    assert all(height >= 1.4 for height in heights)


def test_words_are_not_hyphenated_and_texts_have_room() -> None:
    style = "".join(path.read_text() for path in STYLES)

    assert "hyphens: manual" in style
    assert not re.search(r"hyphens:\s*auto", style)


def test_every_style_stands_in_a_layer_and_every_layer_has_its_place() -> None:
    style = (ROOT / "templates" / "assets" / "style.css").read_text()
    order = re.findall(r"[a-z]+", re.search(r"^@layer ([^;]+);", style, re.MULTILINE)[1])  # type: ignore[index]
    layers = re.findall(r'^@import "styles/[a-z]+\.css" layer\(([a-z]+)\);$', style, re.MULTILINE)

    assert list(dict.fromkeys(layers)) == order
    assert len(layers) == len(list((ROOT / "templates" / "assets" / "styles").glob("*.css")))


def test_colours_are_said_in_oklch_by_properties_alone() -> None:
    told = [path for path in STYLES if path.name not in ("tokens.css", "fonts.css")]
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\(")

    assert {
        path.name: found for path in told if (found := literal.findall(re.sub(r"url\([^)]*\)", "", path.read_text())))
    } == {}


def test_the_vietnamese_part_of_a_font_is_declared_last() -> None:
    fonts = (ROOT / "templates" / "assets" / "fonts.css").read_text()
    for family in dict.fromkeys(re.findall(r'font-family:\s*"(Be Vietnam Pro|Newsreader Display)"', fonts)):
        faces = [face for face in fonts.split("@font-face") if f'"{family}"' in face and "woff2" in face]
        assert "vietnamese" in faces[-1]
