"""A model becomes a record: choices and codes get their names, references become cards, sources their numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from showcase.kinds.entry import Entry
from showcase.kinds.model import Choice, Cites, Model, Named, Reference, Shape, shapes
from showcase.kinds.parts import Picture, Source
from showcase.kinds.words import Say
from showcase.language.formats import language_name, territory_name
from showcase.library.values import PictureFile
from showcase.pages.media import shown
from showcase.pages.views import Citation, Record, Word

NAMES: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {"territory": territory_name, "language": language_name}
)
MARKS = (Choice, Named, Reference, Cites)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the values of one entry are read: in which language, with which cards, citing which sources."""

    locale: str
    say: Say
    card: Callable[[str], Any]
    citations: Mapping[str, Citation]
    picture: Callable[[str], PictureFile | None] = lambda _name: None


def citations(entry: Entry) -> dict[str, Citation]:
    """The sources of an entry, numbered from 1 in the order in which they stand."""
    return {source.id: Citation(number, source.id, source.name) for number, source in enumerate(entry.sources, 1)}


def record(model: Model, reading: Reading) -> Record:
    """The model as a template reads it. References to entries that are not published are left out."""
    given = vars(model)
    made = dict(given)
    for name, shape in _read(type(model)):
        value = given[name]
        if value is not None and value != ():
            made[name] = _held(value, shape, reading)
    if isinstance(model, Picture):
        found = reading.picture(model.file)
        made |= {"shown": shown(found) if found else None}
    if isinstance(model, Source):
        made |= {"number": reading.citations[model.id].number, "url": model.url if model.publish_link else None}
    return Record(made)


@cache
def _read(model: type[Model]) -> tuple[tuple[str, Shape], ...]:
    """The fields that are not simply taken over: those with a mark, a model or several values in them."""
    found = shapes(model).items()
    return tuple((name, shape) for name, shape in found if shape.model or shape.holds != "one" or _mark(shape))


def _mark(shape: Shape) -> Any:
    for mark in shape.marks:  # asked for every value, and a loop takes half the time of a generator
        if isinstance(mark, MARKS):
            return mark
    return None


def _held(value: Any, shape: Shape, reading: Reading) -> Any:
    if shape.holds == "many":
        items = [value_of(item, shape, reading) for item in value]
        return tuple([item for item in items if item is not None])
    if shape.holds == "mapping":
        return {name: value_of(item, shape, reading) for name, item in value.items()}
    return value_of(value, shape, reading)


def value_of(value: Any, shape: Shape, reading: Reading) -> Any:
    """A single value as a template reads it."""
    if value is None:
        return None
    if isinstance(value, Model):
        return record(value, reading)
    mark = _mark(shape)
    return value if mark is None else _marked(value, mark, reading)


def _marked(value: str, mark: Choice | Named | Reference | Cites, reading: Reading) -> Any:
    """What a mark makes of a value: a choice or a code a word, a reference a card, a citation its number."""
    match mark:
        case Choice():
            return Word(value, reading.say(mark.name_of(value), reading.locale))
        case Named():
            return Word(value, NAMES[mark.register](value, reading.locale))
        case Reference():
            return reading.card(mark.target(value))
        case _:
            return reading.citations[value]
