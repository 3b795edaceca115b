"""The marks of a field become words about the value it takes."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from annotated_types import Ge, Le
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from showcase.kinds.model import Choice, Model, Reference, Shape, Translatable
from showcase.kinds.value_types import value_type

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "source": "id of one of the entry's own sources",
        "slug": "small letters a–z, digits and hyphens",
        "id": "small letters a–z, digits and hyphens",
        "whole": "whole number",
        "amount": "amount of money, digits only",
        "measure": "number",
        "flag": "true or false",
        "day": "day",
        "partial": "day, month or year",
        "clock": "time of day",
        "address": "address on the web",
        "territory": "country (ISO 3166-1)",
        "language": "language (ISO 639)",
        "currency": "currency (ISO 4217)",
        "time zone": "time zone (IANA)",
        "file": "file name",
    }
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
    return WORDS.get(value_type(shape)) or text_words(shape)


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
