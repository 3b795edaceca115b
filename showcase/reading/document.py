"""The small values that reading a file makes, before anything is known of the other files."""

from dataclasses import dataclass
from typing import Any

from showcase.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands: its name and its value; an item of a list has no name, so both are the same place."""

    key: Place
    value: Place


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
