"""Problems as values: what is wrong, where, and what to do about it."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from showcase.codes import CODES, DID_YOU_MEAN, Code
from showcase.parts import Parts

Value = str | int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: lines and columns count from 1; 0 means the whole file or line."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path`, `path:line` or `path:line:column`, as compilers write it."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path, *numbers])

    def __reduce__(self) -> tuple[type["Place"], tuple[str, int, int]]:
        """What makes it again, at a third of what a frozen class takes by itself: there are very many places."""
        return Place, (self.path, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Problem(Parts):
    """One thing that is wrong with the site: a code from `CODES`, its place, and the words that fill the message."""

    code: str
    place: Place
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def severity(self) -> str:
        """`error` or `warning`."""
        return CODES[self.code].severity

    @property
    def wording(self) -> tuple[str, str]:
        """The message and the remedy as message ids, to be translated and then filled with `fields`."""
        code = CODES[self.code]
        return code.message, DID_YOU_MEAN if "suggestion" in self.fields else code.remedy

    @property
    def fields(self) -> Mapping[str, Value]:
        """What fills the placeholders of the message."""
        return MappingProxyType(dict(self.values))


class ContentError(Exception):
    """Raised where a stage cannot go on; carries the problems that stopped it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def problem(code: Code, place: Place, **values: Value) -> Problem:
    """The problem of that code at that place; values fill the message's placeholders."""
    return Problem(code.name, place, tuple(sorted(values.items())))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, sorted by place, then code."""
    known = {
        (each.place.path, each.place.line, each.place.column, each.code, str(each.values)): each for each in problems
    }
    return tuple(known[key] for key in sorted(known))


def suggestion(word: str, known: Iterable[str]) -> dict[str, str]:
    """`{"suggestion": nearest}` where a known word is near enough to be meant, else nothing.

    The cut-off of 0.75 separates slips of the finger from other words.
    """
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.75)
    return {"suggestion": near[0]} if near else {}
