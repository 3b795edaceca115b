"""Refuses Markdown that would take the parser minutes, before the parser sees it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from showcase.codes import LINE_TOO_LONG, MARKDOWN_TOO_COMPLEX, MARKDOWN_TOO_DEEP
from showcase.limits import LIMITS, Limits
from showcase.problems import Place, Problem, problem

LEADING = re.compile(r"(?:[ \t]|>|(?:[-*+:]|\d{1,9}[.)])(?=[ \t]))*")
MARKER = re.compile(r"[>*+:-]|\d+[.)]")
# Headings, rules and notes without an empty line between them: for each the parser copies the rest of the paragraph.
SPLITS = re.compile(r"^ {0,3}(?:#|!!!|=+ *$|(?:[*_-] *)+$)", re.MULTILINE)
DEFINITION = re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)
TAB_WIDTH = 4
BLOCK_END = re.compile(r"\n(?:[ \t>]*\n)+")
TABLE_RULE = re.compile(r"^[ \t>]*[|:-][ \t|:-]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkdownLimits:
    """How much Markdown is parsed.

    Python-Markdown looks from each bracket to the end of its paragraph: 16,000 of them take over 20 s. So the work
    allowed is that product, summed over the text: one second in the worst case, and far from any real page. Each row of
    a table is filled up to the columns of its head, so that two bytes a row become thousands of cells.
    """

    line: int = 20_000
    depth: int = 15
    definitions: int = 100
    cells: int = 20_000
    seconds: float = 20
    work: tuple[tuple[str, int], ...] = (("[", 2_000_000), ("`", 10_000_000), ("<", 10_000_000), ("#", 20_000_000))


def markdown_limits(limits: Limits) -> MarkdownLimits:
    """What the settings say of it; the rest follows from the parser and not from anybody's wish."""
    return MarkdownLimits(line=limits.line, depth=limits.nesting, cells=limits.cells, seconds=limits.seconds)


# What HTML closes by itself, and what has no end.
FLAT = frozenset(
    ("p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "br", "hr", "img", "input", "wbr", "col", "source")
)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
OPEN = 500
REOPENED = 1_000_000

MARKDOWN_LIMITS = markdown_limits(LIMITS)


def width(leading: str) -> int:
    """The columns that blanks at the beginning of a line fill."""
    return sum(TAB_WIDTH if character == "\t" else 1 for character in leading)


def depth_of(line: str) -> int:
    """How many lists, quotations and steps of indentation the line opens."""
    found = LEADING.match(line)
    leading = found[0] if found else ""
    return len(MARKER.findall(leading)) + width(re.sub(r"[^ \t].*", "", leading)) // TAB_WIDTH


@lru_cache(maxsize=4)
def _leading(depth: int) -> re.Pattern[str]:
    """What a line that is deeper begins with; each step takes one of these signs at least."""
    return re.compile(rf"^[ \t>*+:.)\d-]{{{depth + 1}}}", re.MULTILINE)


def is_rule(line: str) -> bool:
    """Whether the line is a horizontal rule, written with gaps."""
    return len(line) - len(line.lstrip(" ")) < TAB_WIDTH and set(line.split()) in ({"-"}, {"*"})


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The index of the first line and the text of what the parser takes in one go; each row of a table by itself."""
    start, lines = 0, list[str]()
    for index, line in enumerate(text.split("\n")):
        row = line.lstrip().startswith("|")
        if lines and (row or not line.strip()):
            yield start, "\n".join(lines)
            lines = []
        if row:
            yield index, line
        elif line.strip():
            start = start if lines else index
            lines.append(line)
    if lines:
        yield start, "\n".join(lines)


def line_problems(text: str, path: str, first_line: int, limits: MarkdownLimits) -> Iterator[Problem]:
    """A problem for each line that is too long or too deep."""
    if len(text) <= limits.line and not _leading(limits.depth).search(text):
        return
    for number, line in enumerate(text.split("\n"), start=first_line):
        if len(line) > limits.line:
            yield problem(LINE_TOO_LONG, Place(path, number), count=len(line), limit=limits.line)
        elif line[:1] in " \t>-*+:0123456789" and depth_of(line) > limits.depth and not is_rule(line):
            yield problem(MARKDOWN_TOO_DEEP, Place(path, number), limit=limits.depth)


def occurrences(sign: str, text: str) -> int:
    """How often the parser has to look at a text for a sign."""
    return len(SPLITS.findall(text)) if sign == "#" else text.count(sign)


def is_light(text: str, limits: MarkdownLimits) -> bool:
    """Whether the text would be within all limits even if it were a single paragraph, as almost every text is."""
    definitions = len(DEFINITION.findall(text))
    return definitions <= limits.definitions and all(
        occurrences(sign, text) * len(text) <= work for sign, work in limits.work
    )


def paragraph_problems(text: str, path: str, first_line: int, limits: MarkdownLimits) -> Iterator[Problem]:
    """A problem for the first paragraph in which a sign occurs too often, and for each endless list of definitions."""
    if is_light(text, limits):
        return
    left = dict(limits.work)
    for index, paragraph in paragraphs(text):
        place = Place(path, first_line + index)
        definitions = len(DEFINITION.findall(paragraph))
        if definitions > limits.definitions:
            yield problem(MARKDOWN_TOO_COMPLEX, place, sign=":", count=definitions, limit=limits.definitions)
        for sign, work in tuple(left.items()):
            count = occurrences(sign, paragraph)
            left[sign] = work - count * len(paragraph)
            if left[sign] < 0:
                del left[sign]
                yield problem(MARKDOWN_TOO_COMPLEX, place, sign=sign, count=count, limit=work // len(paragraph))
                break


def table_problems(text: str, path: str, first_line: int, limits: MarkdownLimits) -> Iterator[Problem]:
    """A problem for the first table with which the text has too many cells."""
    if text.count("|") * (text.count("\n") + 1) <= limits.cells:
        return  # not even if it were a single table
    cells, start = 0, 0
    for end in (*BLOCK_END.finditer(text), None):
        block = text[start : end.start() if end else len(text)]
        columns = max((rule.count("|") for rule in TABLE_RULE.findall(block)), default=0)
        cells += columns * (block.count("\n") + 1)
        if cells > limits.cells:
            place = Place(path, first_line + text.count("\n", 0, start))
            yield problem(MARKDOWN_TOO_COMPLEX, place, sign="|", count=cells, limit=limits.cells)
            return
        start = end.end() if end else start


def unclosed_element(markup: str) -> str:
    """The first element of HTML that is opened once too often; empty where all is well.

    A browser, and a cleaner, opens what was not closed again in each paragraph that follows: 40 kB grow to 16 MB. And
    the time it takes grows with the square of the depth.
    """
    opened: Counter[str] = Counter()
    depth = work = 0
    for closing, name in TAG.findall(markup):
        known = name.lower()
        if not closing:
            work += depth
        if closing and opened[known]:
            opened[known] -= 1
            depth -= 1
        elif not closing and known not in FLAT:
            opened[known] += 1
            depth += 1
        if depth > OPEN or work > REOPENED:
            return max(opened, key=lambda each: opened[each])
    return ""


def complexity_problems(
    text: str, path: str, first_line: int, limits: MarkdownLimits = MARKDOWN_LIMITS
) -> tuple[Problem, ...]:
    """Why the text must not be parsed; nothing where it may."""
    return (
        *line_problems(text, path, first_line, limits),
        *paragraph_problems(text, path, first_line, limits),
        *table_problems(text, path, first_line, limits),
    )
