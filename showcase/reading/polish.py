"""Turns the tags and texts of a page into better ones: levels, marks, tables, external links."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from showcase.reading.addresses import is_external, is_safe
from showcase.reading.cleaning import TEXT_TAGS
from showcase.reading.markup import Tag, Token
from showcase.reading.quotes import CODE, educated, is_changed

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INLINE = frozenset(TEXT_TAGS)
VERBATIM = frozenset({"code", "kbd", "pre", "samp", "var"})
ALIGNMENTS = frozenset({"left", "center", "right"})


def below_the_title(parts: Sequence[Token]) -> tuple[Token, ...]:
    """The parts with all headings a level deeper: the first level belongs to the page's title."""
    deeper = dict(zip(HEADINGS, (*HEADINGS[1:], "h6"), strict=True))
    return tuple(
        Tag(deeper[part.name], part.attributes, part.closing) if isinstance(part, Tag) and part.name in deeper else part
        for part in parts
    )


def with_marks(parts: Sequence[Token], locale: str) -> tuple[Token, ...]:
    """The parts with the quotation marks of the locale, in everything but code."""
    if not is_changed("\n".join([part for part in parts if isinstance(part, str)])):
        return tuple(parts)
    result = list(parts)
    for run in runs(parts):
        pieces = [CODE if verbatim else str(parts[index]) for index, verbatim in run]
        if is_changed("\n".join(pieces)):
            for (index, verbatim), piece in zip(run, educated(pieces, locale), strict=True):
                result[index] = result[index] if verbatim else piece
    return tuple(result)


def runs(parts: Sequence[Token]) -> Iterator[list[tuple[int, bool]]]:
    """For each paragraph the indices of its texts, and whether each is code or the like."""
    run, verbatim = list[tuple[int, bool]](), 0
    for index, part in enumerate(parts):
        if isinstance(part, str):
            run.append((index, verbatim > 0))
            continue
        if part.name in VERBATIM:
            verbatim += -1 if part.closing else 1
        if part.name not in INLINE and run:
            yield run
            run = []
    if run:
        yield run


@lru_cache(maxsize=1024)
def cell(tag: Tag) -> Tag:
    """A cell as pages have it today; the `align` of the parser is obsolete in HTML."""
    align = tag.get("align").lower()
    done = tag.with_values(align=None, **{"class": f"align-{align}" if align in ALIGNMENTS else None})
    return done.with_values(scope=tag.get("scope") or "col") if tag.name == "th" else done


def link(tag: Tag) -> Tag:
    """A link as pages have it: without an address that must not stand there, and marked if it leads to the web."""
    address = tag.get("href")
    if not is_safe(address):
        return tag.with_values(href=None)
    return tag.with_values(rel="external noopener") if is_external(address) else tag


CHANGES: Mapping[str, Callable[[Tag], Tag]] = MappingProxyType({"a": link, "td": cell, "th": cell})


def with_better_tags(parts: Sequence[Token]) -> tuple[Token, ...]:
    """The parts with links and cells as pages have them."""
    return tuple(
        [
            CHANGES[part.name](part) if isinstance(part, Tag) and part.name in CHANGES and not part.closing else part
            for part in parts
        ]
    )


def is_note_mark(part: Token) -> bool:
    """Whether this begins the number of a footnote or the way back from it."""
    return isinstance(part, Tag) and part.begins("a") and part.get("class").startswith("footnote-")


def plain_text(parts: Sequence[Token]) -> str:
    """The words of the parts, a line for each block, without the numbers of footnotes."""
    pieces, hidden = list[str](), False
    for part in parts:
        if isinstance(part, str):
            pieces.append("" if hidden else part)
        elif part.name == "a":
            hidden = is_note_mark(part)
        elif part.name == "br" or part.name not in INLINE:
            pieces.append("\n")
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return "\n".join([line for line in lines if line])
