"""Texts become lines that fit, set with the fonts of the site, each letter from the file that has it."""

import io
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from PIL import ImageDraw, ImageFont

from showcase.rendering.colours import Colour

Face = tuple[bytes, ...]  # the files of a typeface: what the first has not is looked for in the next
NO_CHARACTER = "\U0010ffff"
ELLIPSIS = "…"


@lru_cache(maxsize=64)
def _font(data: bytes, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(data), size)


@lru_cache(maxsize=8192)
def _has(data: bytes, letter: str) -> bool:
    """Whether the font file has a shape of its own for the letter; Pillow draws the box of a missing one for others."""
    if letter.isspace():
        return True
    font = _font(data, 24)
    return bytes(font.getmask(letter)) != bytes(font.getmask(NO_CHARACTER))


def missing(text: str, face: Face) -> str:
    """The letters of the text that the face does not have, each once."""
    return "".join(letter for letter in dict.fromkeys(_plain(text)) if not any(_has(data, letter) for data in face))


def _plain(text: str) -> str:
    """The text composed, which is what the fonts have, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _runs(text: str, face: Face) -> Iterator[tuple[bytes, str]]:
    """Pieces of the text with the font file of each; letters that no file has are left out."""
    placed = ((next((data for data in face if _has(data, letter)), b""), letter) for letter in text)
    for data, letters in groupby(placed, key=lambda pair: pair[0]):
        if data:
            yield data, "".join(letter for _, letter in letters)


@lru_cache(maxsize=8192)
def width(text: str, face: Face, size: int) -> float:
    """How wide the text is, in pixels."""
    return sum(_length(data, run, size) for data, run in _runs(text, face))


@lru_cache(maxsize=8192)
def _length(data: bytes, run: str, size: int) -> float:
    return _font(data, size).getlength(run)


def lines(text: str, face: Face, size: int, room: int, most: int) -> tuple[str, ...]:
    """The text in lines no wider than the room, at most so many; the last ends in an ellipsis where text is left."""
    first, *others = _plain(text).split(" ")
    made, used = [first], width(first, face, size)
    for word in others:
        longer = used + width(f" {word}", face, size)
        if longer > room:
            made.append(word)
            used = width(word, face, size)
        else:
            made[-1], used = f"{made[-1]} {word}", longer
    if len(made) > most or any(width(each, face, size) > room for each in made):
        kept = [_cut(each, face, size, room) for each in made[:most]]
        return (*kept[:-1], kept[-1] if len(made) <= most else _cut(f"{kept[-1]}{ELLIPSIS}", face, size, room))
    return tuple(made)


def _cut(text: str, face: Face, size: int, room: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    while width(text, face, size) > room:
        text = f"{text.removesuffix(ELLIPSIS)[:-1].rstrip()}{ELLIPSIS}"
    return text


def draw(canvas: ImageDraw.ImageDraw, place: tuple[int, int], text: str, face: Face, size: int, colour: Colour) -> None:
    """Nothing, after the line stands on the canvas with its baseline at the place."""
    left, baseline = float(place[0]), place[1]
    for data, run in _runs(text, face):
        canvas.text((left, baseline), run, font=_font(data, size), fill=colour, anchor="ls")
        left += _length(data, run, size)
