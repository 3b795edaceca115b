"""The lines of a body become blocks: headings, paragraphs, items, tables, notes, each with the lines it takes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

FENCE = re.compile(r"`{3,}|~{3,}")
HEADING = re.compile("#{1,6}")
INDENTED = re.compile(r" {4}|\t")
DELIMITERS = re.compile(r"[|:\s-]*-[|:\s-]*")
# The first that fits the beginning of a block names it.
KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "code": INDENTED,
        "card": re.compile(r"\[\[[^\[\]\n]+\]\]\s*\Z"),
        "rule": re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}\s*\Z"),
        "table": re.compile(r"\|"),
        "footnote": re.compile(r"\[\^[^\]\s]+\]:"),
        "note": re.compile("!!!"),
        "list": re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]"),
        "quotation": re.compile(r" {0,3}>"),
        "html": re.compile(r"<[A-Za-z/!?]"),
    }
)
# Of these there is nothing to translate.
WORDLESS = frozenset({"card", "rule"})


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a body: its kind (of a heading, its `##`), its first line and the line behind its last."""

    kind: str
    start: int
    end: int


def blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of a body in their order; no line with a word in it is left out, and none is in two blocks."""
    fences, found, at = dict(fenced(lines)), list[Block](), 0
    while at < len(lines):
        if lines[at].strip():
            end = block_end(lines, at, fences)
            kind = "code" if at in fences else kind_of(lines[at:end])
            found.append(Block(kind, at, end))
            at = end
        else:
            at += 1
    return tuple(found)


def text_of(lines: Sequence[str], block: Block) -> str:
    """The text of a block."""
    return "\n".join(lines[block.start : block.end])


def fenced(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first line of each fenced code and the line behind it; a fence that is never closed is none."""
    closings: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        closings.setdefault(line.rstrip(" "), []).append(index)
    after = 0
    for index, line in enumerate(lines):
        mark = FENCE.match(line) if index >= after else None
        ends = closings.get(mark[0], []) if mark else []
        place = bisect_right(ends, index)
        if place < len(ends):
            after = ends[place] + 1
            yield index, after


def block_end(lines: Sequence[str], start: int, fences: Mapping[int, int]) -> int:
    """The line behind a block: up to an empty line below which nothing is indented, a heading or fenced code."""
    if start in fences:
        return fences[start]
    if HEADING.match(lines[start]):
        return start + 1
    end = start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if not line.strip():
            continue
        if HEADING.match(line) or index in fences or (index > end and not INDENTED.match(line)):
            break
        end = index + 1
    return end


def kind_of(lines: Sequence[str]) -> str:
    """What a block is, by its first lines."""
    heading = HEADING.match(lines[0])
    if heading:
        return heading[0]
    second = lines[1] if len(lines) > 1 else ""
    if "|" in second and DELIMITERS.fullmatch(second):
        return "table"
    if second.startswith(": "):
        return "definitions"
    text = "\n".join(lines)
    return next((kind for kind, pattern in KINDS.items() if pattern.match(text)), "paragraph")
