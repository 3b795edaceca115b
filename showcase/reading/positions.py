"""Finds the place in a source text of something that came out of the parser."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, repeat

from showcase.problems import Place

FENCE = re.compile(r"`{3,}|~{3,}")
CODE_OR_COMMENT = re.compile(r"\\[\\`]|(?P<ticks>`+)|<!--")
BLANK = re.compile(r"[^\n]")
CLOSING = "]"
IN_ADDRESS = "_/#?=&%-"
SQUEEZED = re.compile(r"[\s\x00-\x1f]+")


def blanked(text: str) -> str:
    """As many blanks as the text has characters, on as many lines."""
    return BLANK.sub(" ", text)


def without_fences(text: str) -> str:
    """The text with blanks for fenced code; a fence that is never closed is none."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    closings: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        closings.setdefault(line.rstrip(" "), []).append(index)
    after = 0
    for index, line in enumerate(lines):
        found = FENCE.match(line) if index >= after else None
        ends = closings.get(found[0], []) if found else []
        place = bisect_right(ends, index)
        if place < len(ends):
            after = ends[place] + 1
        if index < after:
            lines[index] = " " * len(line)
    return "\n".join(lines)


def code_and_comments(text: str) -> Iterator[tuple[int, int]]:
    """The beginning and end of each code span and comment."""
    if "`" not in text and "<!--" not in text:
        return
    at, unclosed = 0, set[str]()
    while found := CODE_OR_COMMENT.search(text, at):
        mark = found["ticks"]
        at = found.end()
        if found[0][0] == "\\" or (mark or "-->") in unclosed:
            continue
        end = re.compile(rf"(?<!`){mark}(?!`)" if mark else "-->").search(text, at)
        if end is None:
            unclosed.add(mark or "-->")
        elif not (mark and "\n\n" in text[at : end.start()]):
            at = end.end()
            yield found.start(), at


def prose(text: str) -> str:
    """The text with blanks for all code and comments, so that what is found in it is really there."""
    text = without_fences(text)
    pieces, at = list[str](), 0
    for start, end in code_and_comments(text):
        pieces += [text[at:start], blanked(text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def squeezed(text: str) -> str:
    """The text without entities and blanks, to compare what a parser has unescaped."""
    return SQUEEZED.sub("", html.unescape(text))


@lru_cache(maxsize=1)
def squeezed_lines(text: str) -> str:
    """The lines of the text, each squeezed; kept for the next question about the same text."""
    return "\n".join(squeezed(line) for line in text.split("\n"))


def offsets(text: str, wanted: str) -> Iterator[int]:
    """Where the text stands, from first to last."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def stands_alone(text: str, offset: int, wanted: str) -> bool:
    """Whether the text found there is no part of a longer address or word."""
    before, after = text[offset - 1 : offset], text[offset + len(wanted) : offset + len(wanted) + 1]
    begins = not wanted[0].isalnum() or not (before.isalnum() or before == "/")
    return begins and (wanted[-1] in CLOSING or not (after.isalnum() or (after and after in IN_ADDRESS)))


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a file: its prose, the offsets of its lines, and where in the file it begins."""

    prose: str
    starts: tuple[int, ...]
    path: str
    first_line: int

    def place_at(self, offset: int) -> Place:
        """The place of an offset."""
        index = bisect_right(self.starts, offset) - 1
        return Place(self.path, self.first_line + index, offset - self.starts[index] + 1)

    def places_of(self, wanted: str) -> Iterator[Place]:
        """The places where the text stands, then the last of them for ever; the file, where it cannot be found."""
        for spelling in dict.fromkeys((wanted, html.escape(wanted), wanted.removeprefix("mailto:"))):
            found = [offset for offset in offsets(self.prose, spelling) if stands_alone(self.prose, offset, spelling)]
            if found:
                return chain(map(self.place_at, found), repeat(self.place_at(found[-1])))
        return repeat(self.line_of(wanted))

    def line_of(self, wanted: str) -> Place:
        """The line that holds the text in another spelling."""
        key = squeezed(wanted)
        offset = squeezed_lines(self.prose).find(key) if key else -1
        if offset < 0:
            return Place(self.path)
        return Place(self.path, self.first_line + squeezed_lines(self.prose).count("\n", 0, offset))


def body_of(text: str, path: str, first_line: int) -> Body:
    """The body that begins on that line of the file."""
    clear = prose(text)
    starts = tuple(accumulate([len(line) + 1 for line in clear.split("\n")], initial=0))
    return Body(clear, starts, path, first_line)


def places(targets: Iterable[str], body: Body) -> Iterator[tuple[str, Place]]:
    """Each target with its place: the second time it occurs, the second place where it stands."""
    spots: dict[str, Iterator[Place]] = {}
    for target in targets:
        if target not in spots:
            spots[target] = body.places_of(target)
        yield target, next(spots[target])
