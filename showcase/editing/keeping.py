"""A file that is written anew keeps the lines of its old self wherever both say the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from showcase.problems import ContentError
from showcase.reading.document import Spot
from showcase.reading.front_matter import read_front_matter
from showcase.reading.text_file import split_front_matter
from showcase.reading.validation import present

Path = tuple[str | int, ...]
ASIDE = re.compile(r"\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Written:
    """The lines of a file's front matter, what they say, where each value stands, and the text below them."""

    lines: tuple[str, ...]
    values: Mapping[str, Any]
    spots: Mapping[Path, Spot]
    body: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A field, or an item of one: what tells it from its neighbours, its value, its lines with the comments above it.

    `head` are those of the lines that stand before its own items; `column` is how far these are indented.
    """

    name: object
    value: Any
    lines: tuple[str, ...]
    head: tuple[str, ...] = ()
    items: tuple["Piece", ...] = ()
    column: int = 0


def kept(old: str, new: str) -> str:
    """The new text, with unchanged fields and items as they stand in the old one, comments and order included."""
    try:
        before, after = written(old), written(new)
        lines = [line for piece in paired(fields(before), fields(after)) for line in piece]
        body = before.body if before.body.strip("\n") == after.body.strip("\n") else after.body
        made = "".join(f"{line}\n" for line in ["---", *lines, "---"]) + body
        return made if present(written(made).values) == present(after.values) else new
    except ContentError:
        return new


def written(text: str) -> Written:
    """The parts of a file; ContentError where it cannot be read."""
    yaml_text, _first, body, _line = split_front_matter(text, "")
    front = read_front_matter(yaml_text, "", 1)
    return Written(tuple(yaml_text.removesuffix("\n").split("\n")), front.values, front.places, body)


def fields(text: Written) -> tuple[Piece, ...]:
    """The fields of a file, each with its own items where these stand on lines of their own."""
    return tuple(pieces(text, (), 0, len(text.lines)))


def pieces(text: Written, path: Path, first: int, end: int) -> Iterator[Piece]:
    """What stands below a path, on the lines from the first to the end; nothing where it shares its lines."""
    names = [spot[-1] for spot in text.spots if spot[:-1] == path and spot != path]
    spots = [text.spots[(*path, name)].key for name in names]
    starts = [spot.line - 1 for spot in spots]
    if not starts or starts[0] < first or sorted(set(starts)) != starts:
        return
    tops = [first, *(_top(text, start, before) for before, start in pairwise(starts)), end]
    for index, (name, start, spot) in enumerate(zip(names, starts, spots, strict=True)):
        here, last = (*path, name), tops[index + 1]
        value = text.values[name] if not path else text.values[path[0]][name]  # type: ignore[index]
        inner = tuple(pieces(text, here, start + 1, last)) if not path and _has_groups(value) else ()
        head = text.lines[tops[index] : start + 1]
        identity = name if isinstance(name, str) else _identity(value)
        yield Piece(identity, value, text.lines[tops[index] : last], head, inner, spot.column)


def paired(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Sequence[str]]:
    """The lines of each new piece: the old ones where it says the same. Named pieces keep their old order."""
    others = {piece.name: piece for piece in old}
    for piece in _ordered(old, new):
        other = others.get(piece.name)
        if other is None:
            yield piece.lines
        elif present(other.value) == present(piece.value):
            yield other.lines
        elif other.items and piece.items and other.items[0].column == piece.items[0].column:
            yield other.head
            yield from paired(other.items, piece.items)
        else:
            yield other.head[:-1]  # the comments
            yield piece.lines


def _ordered(old: Sequence[Piece], new: Sequence[Piece]) -> list[Piece]:
    """The new pieces: fields in the order of the old ones, further ones behind their forerunners; items as they are."""
    if not all(isinstance(piece.name, str) for piece in new):
        return list(new)
    wanted = {piece.name: piece for piece in new}
    made = [wanted[piece.name] for piece in old if piece.name in wanted]
    for index, piece in enumerate(new):
        if piece not in made:
            before = next((each for each in reversed(new[:index]) if each in made), None)
            made.insert(made.index(before) + 1 if before else 0, piece)
    return made


def _top(text: Written, start: int, before: int) -> int:
    """The line from which a piece counts: the first of the comments and blank lines right above it."""
    while start - 1 > before and ASIDE.fullmatch(text.lines[start - 1]):
        start -= 1
    return start


def _has_groups(value: Any) -> bool:
    """Whether it is a group of fields or a list of such groups."""
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))


def _identity(item: Any) -> tuple[str, str]:
    """What tells an item from its neighbours: its id, or all that it says."""
    has_id = isinstance(item, Mapping) and "id" in item
    return ("id", str(item["id"])) if has_id else ("", repr(present(item)))
