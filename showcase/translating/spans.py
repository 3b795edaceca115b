"""A change of a text as it is read becomes the same change of the text as it lies on disk."""

import re
from dataclasses import dataclass

from showcase.language.text import CONTROL, normalised
from showcase.reading.text_file import CLOSING, OPENING

LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, by the offsets of its beginning and its end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as it lies on disk and as it is read: in NFC, with line feeds, without invisible characters."""

    raw: str
    read: str
    front: Span
    body: Span

    @property
    def fields(self) -> str:
        """The front matter without its fences."""
        return self.read[self.front.start : self.front.end]

    @property
    def lines(self) -> list[str]:
        """The lines of the body."""
        return self.read[self.body.start :].split("\n")


def text_file(raw: str) -> TextFile:
    """The text with the places of its two parts; its fences are known to be sound."""
    read = CONTROL.sub(" ", normalised(raw))
    lines, starts = read.split("\n"), [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    opening = next(index for index, line in enumerate(lines) if OPENING.fullmatch(line))
    closing = next(index for index in range(opening + 1, len(lines)) if CLOSING.fullmatch(lines[index]))
    below = min(starts[closing + 1], len(read))
    return TextFile(raw, read, Span(starts[opening + 1], starts[closing]), Span(below, len(read)))


def replaced(file: TextFile, span: Span, text: str) -> TextFile:
    """The file with another text in a span of what is read; every other character on disk stays as it was."""
    start, end = (raw_offset(file, offset) for offset in (span.start, span.end))
    return text_file(file.raw[:start] + text.replace("\n", line_end(file.raw)) + file.raw[end:])


def line_end(raw: str) -> str:
    """How the lines of a file end."""
    found = re.search(r"\r\n?|\n", raw)
    return found[0] if found else "\n"


def raw_offset(file: TextFile, offset: int) -> int:
    """Where on disk an offset of the text as read is."""
    if file.raw == file.read:
        return offset
    number = file.read.count("\n", 0, offset)
    column = offset - (file.read.rfind("\n", 0, offset) + 1)
    lines = LINE_END.split(file.raw)
    return sum(map(len, lines[:number])) + raw_column(lines[number].rstrip("\r\n"), column)


def raw_column(line: str, column: int) -> int:
    """How many characters of a line on disk make its first `column` characters as read."""
    return max(index for index in range(len(line) + 1) if len(normalised(line[:index])) <= column)
