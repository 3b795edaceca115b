"""Turns the bytes of a file into clean text, and that text into front matter and body."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from showcase.codes import BAD_FENCE, EMPTY_FILE, NO_FRONT_MATTER, NOT_UTF8, UNCLOSED_FRONT_MATTER
from showcase.language.text import CONTROL, normalised, text_problems, visible
from showcase.problems import ContentError, Place, Problem, problem

# UTF-32 first: its little-endian mark begins with that of UTF-16.
FOREIGN_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
OPENING = re.compile(r"---[ \t]*")
CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
# What hands and word processors make of ---: other numbers of hyphens, dashes, gaps between them, a single ellipsis.
NEARLY_A_FENCE = re.compile(r"[-‐‑‒–—―−][-‐‑‒–—―− \t]+|[–—―…][ \t]*")
FENCE_SIGNS = frozenset(".…-‐‑‒–—―−")  # every line that closes, or nearly does, begins with one of these
SHOWN = 40


class Parts(NamedTuple):
    """The two parts of a text and the lines of the file on which they begin."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


def place_finder(text: str, path: str) -> Callable[[int], Place]:
    """A function that turns an offset in the text into its place."""
    starts = list[int]()  # found when somebody asks: most texts have nothing to tell

    def place_of(offset: int) -> Place:
        if not starts:
            starts.extend((0, *(match.end() for match in re.finditer("\n", text))))
        line = bisect_right(starts, offset)
        return Place(path, line, offset - starts[line - 1] + 1)

    return place_of


def foreign_encoding(data: bytes, path: str) -> Problem | None:
    """The problem of bytes that are no UTF-8 at all, at the line of the first one that is not."""
    mark = next((name for mark, name in FOREIGN_MARKS if data.startswith(mark)), None)
    if mark:
        return problem(NOT_UTF8, Place(path, 1), detail=mark)
    if b"\0" in data:
        return problem(NOT_UTF8, Place(path, data.count(b"\n", 0, data.index(b"\0")) + 1), detail="NUL")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return problem(NOT_UTF8, Place(path, line), detail=f"0x{data[error.start]:02X}")
    return None


def decode(data: bytes, path: str, locale: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of the file, its lines in step with those on disk, and what is wrong with its characters.

    Control characters are reported and become spaces, so that no later stage meets one. Raises `ContentError` where
    the bytes are not UTF-8.
    """
    foreign = foreign_encoding(data, path)
    if foreign:
        raise ContentError(foreign)
    text = normalised(data.decode())
    problems = text_problems(text, place_finder(text, path), locale)
    return CONTROL.sub(" ", text) if problems else text, problems


def decoded(data: bytes) -> str:
    """The text that `decode` finds, of bytes in which it has found their problems before."""
    return CONTROL.sub(" ", normalised(data.decode()))


def fence_problem(line: str, path: str, number: int) -> ContentError:
    """The error of a line that looks like a fence and is none."""
    return ContentError(problem(BAD_FENCE, Place(path, number, 1), line=visible(line.strip())[:SHOWN]))


def opening_line(lines: list[str], path: str) -> int:
    """The index of the line that opens the front matter; empty lines may stand above it."""
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise ContentError(problem(EMPTY_FILE, Place(path)))
    if OPENING.fullmatch(lines[first]):
        return first
    if NEARLY_A_FENCE.fullmatch(lines[first]):
        raise fence_problem(lines[first], path, first + 1)
    raise ContentError(problem(NO_FRONT_MATTER, Place(path, first + 1, 1)))


def closing_line(lines: list[str], opening: int, path: str) -> int:
    """The index of the line that closes the front matter.

    A line that is nearly a fence stops the search: no field looks like one, and a rule further down in the body would
    otherwise be taken for the end.
    """
    for index in range(opening + 1, len(lines)):
        if lines[index][:1] not in FENCE_SIGNS:
            continue
        if CLOSING.fullmatch(lines[index]):
            return index
        if NEARLY_A_FENCE.fullmatch(lines[index]):
            raise fence_problem(lines[index], path, index + 1)
    raise ContentError(problem(UNCLOSED_FRONT_MATTER, Place(path, opening + 1, 1)))


def split_front_matter(text: str, path: str) -> Parts:
    """The front matter and the body of a decoded text, each with its first line in the file."""
    lines = text.split("\n")
    opening = opening_line(lines, path)
    closing = closing_line(lines, opening, path)
    inside, after = lines[opening + 1 : closing], lines[closing + 1 :]
    return Parts("".join(f"{line}\n" for line in inside), opening + 2, "\n".join(after), closing + 2)
