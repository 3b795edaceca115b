"""The marks of a field become words about the value it takes."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from annotated_types import Ge, Le
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from showcase.kinds import values
from showcase.kinds.model import Choice, Cites, Model, Reference, Shape, Translatable

# The more particular type first: a slug is an id that is translated.
TYPES: tuple[tuple[Any, str], ...] = (
    (values.SourceId, "id of one of the entry's own sources"),
    (values.Slug, "small letters a–z, digits and hyphens"),
    (values.Id, "small letters a–z, digits and hyphens"),
    (values.Whole, "whole number"),
    (values.Amount, "amount of money, digits only"),
    (values.Measure, "number"),
    (values.Flag, "true or false"),
    (values.Day, "day"),
    (values.Partial, "day, month or year"),
    (values.Clock, "time of day"),
    (values.Address, "address on the web"),
    (values.Territory, "country (ISO 3166-1)"),
    (values.Language, "language (ISO 639)"),
    (values.Currency, "currency (ISO 4217)"),
    (values.FileName, "file name"),
)


def value_words(info: FieldInfo, shape: Shape) -> Iterator[str]:
    """What the value is, then whether it is required and translated, its unit and its bounds."""
    word = one_value(shape)
    yield {"one": word, "many": f"list: {word}", "mapping": f"by name: {word}"}[shape.holds]
    if info.is_required():
        yield "**required**"
    if shape.mark(Translatable) is not None:
        yield "*translated*"
    extra = info.json_schema_extra
    if isinstance(extra, dict) and "unit" in extra:
        yield f"unit: {extra['unit']}"
    yield from (f"from {mark.ge}" for mark in shape.marks if isinstance(mark, Ge))
    yield from (f"to {mark.le}" for mark in shape.marks if isinstance(mark, Le))


def one_value(shape: Shape) -> str:
    """What a single value is."""
    if shape.model is not None:
        return f"[{part_name(shape.model)}](#{anchor(shape.model)})"
    choice, reference = shape.mark(Choice), shape.mark(Reference)
    if choice:
        return "one of " + ", ".join(f"`{value}`" for value, _ in choice.names)
    if reference:
        return f"{'id' if len(reference.kinds) == 1 else 'kind and id'}, in {', '.join(reference.kinds)}"
    if shape.mark(Cites):
        return TYPES[0][1]
    named = next((word for alias, word in TYPES if all(mark in shape.marks for mark in get_args(alias)[1:])), "")
    return named or text_words(shape)


def text_words(shape: Shape) -> str:
    """How long a text may be."""
    longest = [mark.max_length for mark in shape.marks if isinstance(mark, StringConstraints) and mark.max_length]
    return f"text of up to {min(longest)} characters" if longest else "text"


def part_name(model: type[Model]) -> str:
    """The name of the model in words: `Ip record`."""
    return " ".join(re.findall("[A-Z][a-z]*", model.__name__)).capitalize()


def anchor(model: type[Model]) -> str:
    """The address of the part's heading."""
    return part_name(model).lower().replace(" ", "-")
