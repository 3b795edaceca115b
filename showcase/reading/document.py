"""The small values that reading a file makes, before anything is known of the other files."""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.parts import Parts
from showcase.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands: its name and its value; an item of a list has no name, so both are the same place."""

    key: Place
    value: Place


FieldPath = tuple[str | int, ...]
Numbers = tuple[int, int, int, int]  # the line and the column of a field's name, then those of its value


class Spots(Mapping[FieldPath, Spot]):
    """The spots of a file's fields. They are many and only problems ask for them: so they are unpickled when one does.

    Until somebody asks for one it is four numbers, which take less time than small objects.
    """

    __slots__ = ("_file", "_numbers", "_packed", "_size")

    def __init__(self, file: str, numbers: Mapping[FieldPath, Numbers]) -> None:
        self._file = file
        self._numbers: Mapping[FieldPath, Numbers] | None = numbers
        self._packed, self._size = b"", len(numbers)

    @classmethod
    def packed(cls, file: str, data: bytes, size: int) -> "Spots":
        """The spots that were pickled so."""
        made = cls(file, {})
        made._numbers, made._packed, made._size = None, data, size
        return made

    def __reduce__(self) -> tuple[Any, tuple[str, bytes, int]]:
        """What makes them again."""
        return Spots.packed, (self._file, self._packed or pickle.dumps(self._numbers, protocol=5), self._size)

    def _all(self) -> Mapping[FieldPath, Numbers]:
        if self._numbers is None:
            self._numbers = pickle.loads(self._packed)  # noqa: S301 - what this class has pickled itself
        return self._numbers

    def __getitem__(self, path: FieldPath) -> Spot:
        key_line, key_column, line, column = self._all()[path]
        return Spot(Place(self._file, key_line, key_column), Place(self._file, line, column))

    def __contains__(self, path: object) -> bool:
        return path in self._all()

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._all())

    def __len__(self) -> int:
        return self._size


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file as text, lists and mappings, with the spot of each by its path; `()` is the whole.

    A scalar is text, or `None` where nothing was written; typing it is the task of the kind's model.
    """

    values: dict[str, Any]
    places: Mapping[FieldPath, Spot]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading(Parts):
    """A heading of the body: its level (2 to 6), its id and its text without mark-up."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link(Parts):
    """An address the text points at, as written; for a card the entry, as `products/misa-amis`."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Picture(Parts):
    """A picture of the text: the name of the file beside it and the description."""

    src: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rendered(Parts):
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
