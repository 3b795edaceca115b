"""The marks of a field become the name of the type of its values, and the bounds within which they stay."""

from dataclasses import dataclass
from typing import Any, get_args

from annotated_types import Ge, Le, MinLen
from pydantic import StringConstraints

from showcase.kinds import values
from showcase.kinds.model import Shape

# The more particular type first: a slug is an id that is translated.
TYPES: tuple[tuple[Any, str], ...] = (
    (values.SourceId, "source"),
    (values.Slug, "slug"),
    (values.Id, "id"),
    (values.Whole, "whole"),
    (values.Amount, "amount"),
    (values.Measure, "measure"),
    (values.Flag, "flag"),
    (values.Day, "day"),
    (values.Partial, "partial"),
    (values.Clock, "clock"),
    (values.Address, "address"),
    (values.Territory, "territory"),
    (values.Language, "language"),
    (values.Currency, "currency"),
    (values.TimeZone, "time zone"),
    (values.FileName, "file"),
)
# Texts of a sentence or more.
SENTENCES = (values.Summary, values.Line)
TEXT = "text"


def value_type(shape: Shape) -> str:
    """The name of the type of a single value; `text` where it is no other."""
    return next((name for alias, name in TYPES if _is(shape, alias)), TEXT)


def is_long(shape: Shape) -> bool:
    """Whether the field holds a sentence or more."""
    return any(_is(shape, alias) for alias in SENTENCES)


def _is(shape: Shape, alias: Any) -> bool:
    return all(mark in shape.marks for mark in get_args(alias)[1:])


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the marks of a field ask of its values: numbers' limits, texts' lengths, lists' lengths, patterns."""

    least: Any = None
    most: Any = None
    shortest: int | None = None
    longest: int | None = None
    fewest: int | None = None
    patterns: tuple[str, ...] = ()


def bounds(shape: Shape) -> Bounds:
    """The bounds of a field."""
    texts = [mark for mark in shape.marks if isinstance(mark, StringConstraints)]
    return Bounds(
        least=next((mark.ge for mark in shape.marks if isinstance(mark, Ge)), None),
        most=next((mark.le for mark in shape.marks if isinstance(mark, Le)), None),
        shortest=max((mark.min_length for mark in texts if mark.min_length), default=None),
        longest=min((mark.max_length for mark in texts if mark.max_length), default=None),
        fewest=next((mark.min_length for mark in shape.marks if isinstance(mark, MinLen)), None),
        patterns=tuple(str(found) for mark in shape.marks if (found := getattr(mark, "pattern", None))),
    )


def given(**values: Any) -> dict[str, Any]:
    """Those of the values that are there."""
    return {name: value for name, value in values.items() if value is not None}
