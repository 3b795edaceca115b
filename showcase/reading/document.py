"""The small values that reading a file makes, before anything is known of the other files."""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands: its name and its value; an item of a list has no name, so both are the same place."""

    key: Place
    value: Place


class Spots(Mapping[tuple[str | int, ...], Spot]):
    """The spots of a file's fields. They are many and only problems ask for them: so they are unpickled when one does.

    Each is kept as names and numbers, which are read faster than small objects.
    """

    __slots__ = ("_known", "_packed", "_size")

    def __init__(self, known: Mapping[tuple[str | int, ...], Spot]) -> None:
        self._known: dict[tuple[str | int, ...], Spot] | None = dict(known)
        self._packed, self._size = b"", len(known)

    @classmethod
    def packed(cls, data: bytes, size: int) -> "Spots":
        """The spots that were pickled so."""
        made = cls({})
        made._known, made._packed, made._size = None, data, size
        return made

    def __reduce__(self) -> tuple[Any, tuple[bytes, int]]:
        """What makes them again."""
        return Spots.packed, (self._packed or self._pack(), self._size)

    def _pack(self) -> bytes:
        flat = [(path, _flat(spot.key), _flat(spot.value)) for path, spot in self._spots().items()]
        return pickle.dumps(flat, protocol=5)

    def _spots(self) -> dict[tuple[str | int, ...], Spot]:
        if self._known is None:
            found = pickle.loads(self._packed)  # noqa: S301 - what this class has pickled itself
            self._known = {path: Spot(Place(*key), Place(*value)) for path, key, value in found}
        return self._known

    def __getitem__(self, path: tuple[str | int, ...]) -> Spot:
        return self._spots()[path]

    def __iter__(self) -> Iterator[tuple[str | int, ...]]:
        return iter(self._spots())

    def __len__(self) -> int:
        return self._size


def _flat(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file as text, lists and mappings, with the spot of each by its path; `()` is the whole.

    A scalar is text, or `None` where nothing was written; typing it is the task of the kind's model.
    """

    values: dict[str, Any]
    places: dict[tuple[str | int, ...], Spot]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its level (2 to 6), its id and its text without mark-up."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address the text points at, as written; for a card the entry, as `products/misa-amis`."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the text: the name of the file beside it and the description."""

    src: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rendered:
    """The body of a file as safe HTML, with what it mentions; links are written down, not yet resolved."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    cards: tuple[Link, ...] = ()
    anchors: tuple[str, ...] = ()
    text: str = ""
    words: int = 0
    problems: tuple[Problem, ...] = ()
