"""A place becomes the line that stands there, with a caret below its column."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from showcase.language.text import normalised, visible
from showcase.problems import Place

LineOf = Callable[[Place], str | None]

LARGEST = 1 << 20
SHOWN = 100
BEFORE = 60


def line_finder(root: Path) -> LineOf:
    """A function that gives the line at a place of the project, or nothing where it cannot be read."""

    @lru_cache(maxsize=64)
    def lines(path: str) -> tuple[str, ...]:
        file = root / path
        try:
            if not file.resolve().is_relative_to(root.resolve()) or not file.is_file() or file.stat().st_size > LARGEST:
                return ()
            return tuple(normalised(file.read_bytes().decode(errors="replace")).split("\n"))
        except (OSError, ValueError):
            return ()

    def line_of(place: Place) -> str | None:
        found = lines(place.path) if place.line else ()
        return found[place.line - 1] if 0 < place.line <= len(found) else None

    return line_of


def snippet(line: str, place: Place) -> tuple[str, ...]:
    """The line with its number and, if the column is known, a caret below it; of a long line the part around it."""
    at = max(place.column - 1, 0)
    start = max(at - BEFORE, 0) if len(line) > SHOWN else 0
    piece = line[start : start + SHOWN]
    opening, closing = "…" if start else "", "…" if start + SHOWN < len(line) else ""
    numbered = f"{place.line:>5} | {opening}{printable(piece)}{closing}".rstrip()
    if not place.column:
        return (numbered,)
    return numbered, f"      | {' ' * width(opening + printable(line[start:at]))}^"


def printable(text: str) -> str:
    """The text as a terminal can show it in one line: a tab is four blanks, control characters are spelt out."""
    return visible(text.replace("\t", "    "))


def width(text: str) -> int:
    """How many columns of a terminal the text takes (Unicode Annex 11); marks stand on the letter before them."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
