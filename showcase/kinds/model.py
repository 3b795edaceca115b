"""The marks of a kind's fields, and what follows from them: which texts are translated, which values name entries."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic_core import CoreSchema, PydanticUndefined, core_schema

Path = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Message:
    """A word of the interface, as gettext knows it."""

    context: str
    text: str


def _p(context: str, text: str) -> Message:
    """The message, marked for the catalogue."""
    return Message(context, text)


class FieldError(ValueError):
    """Raised by a field's own validator: a code of `showcase.codes` and the words that fill its message."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Translatable:
    """Marks text that each language writes for itself. `prose` is translated; a slug is not.

    `shared` text (a publisher's name) stays as it is in the source where a translation leaves it out.
    """

    prose: bool = True
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks the id of another entry. Of one kind it is written `misa`, of several `products/misa-amis`.

    `reverse` names the list in which the other entry finds this one; an `acyclic` relation never leads back.
    """

    kinds: tuple[str, ...]
    reverse: str = ""
    acyclic: bool = False

    def target(self, value: str) -> str:
        """The key `<kind>/<id>` of the entry that a value names."""
        return value if len(self.kinds) > 1 else f"{self.kinds[0]}/{value}"


@dataclass(frozen=True, slots=True)
class Cites:
    """Marks the id of one of the entry's own sources."""


@dataclass(frozen=True, slots=True)
class Named:
    """Marks a code that CLDR has a name for in each language: a `territory` or a `language`."""

    register: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Marks a value out of a short list, each with a word of the interface."""

    names: tuple[tuple[str, Message], ...]

    def name_of(self, value: str) -> Message:
        """The word for a value."""
        return dict(self.names)[value]

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], CoreSchema]) -> CoreSchema:
        """Only the listed values are valid."""
        return core_schema.literal_schema([value for value, _ in self.names])


def choice(context: str, **names: Message) -> Choice:  # noqa: ARG001 -- it names the choice where it is defined
    """A choice; an underscore in a name is a hyphen in the value."""
    return Choice(tuple((name.strip("_").replace("_", "-"), message) for name, message in names.items()))


class Model(BaseModel):
    """The base of everything in front matter: frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def fact(
    name: Message,
    description: str,
    *examples: object,
    default: Any = None,
    required: bool = False,
    unit: str | None = None,
    **constraints: Any,
) -> Any:
    """A field: its word in the interface, what it holds, examples, and its unit where it has one."""
    extra: dict[str, Any] = {"context": name.context} | ({"unit": unit} if unit else {})
    return Field(
        default=PydanticUndefined if required else default,
        title=name.text,
        description=description,
        examples=list(examples),
        json_schema_extra=extra,
        **constraints,
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: the marks on its values, the model of its items, and whether it is one, many or a mapping."""

    marks: tuple[object, ...]
    model: type[Model] | None
    holds: str

    def mark(self, kind: type[T]) -> T | None:
        """The mark of that class, if the field carries one."""
        for mark in self.marks:
            if isinstance(mark, kind):
                return mark
        return None


@cache
def shapes(model: type[Model]) -> Mapping[str, Shape]:
    """The shape of each field of a model, in the model's order."""
    return {name: _shape(field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items()}


def _shape(annotation: Any, marks: tuple[object, ...]) -> Shape:
    """What an annotation says, read through `X | None`, `tuple[X, ...]`, `dict[str, X]` and `Annotated`."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape(marks, annotation, "one")
    origin = get_origin(annotation)
    inner = [part for part in get_args(annotation) if part not in (type(None), Ellipsis)]
    if origin is dict:
        found = _shape(inner[1], marks)
        return Shape(found.marks, found.model, "mapping")
    if origin is tuple:
        found = _shape(inner[0], marks)
        return Shape(found.marks, found.model, "many")
    if hasattr(annotation, "__metadata__"):
        return _shape(annotation.__origin__, marks + tuple(annotation.__metadata__))
    if len(inner) == 1:
        return _shape(inner[0], marks)
    return Shape(marks, None, "one")


class Leaf(NamedTuple):  # an entry has hundreds, and a frozen dataclass takes four times as long to be made
    """A single value in an entry: where it stands (as in the file), its key for translators, and its field's shape."""

    path: Path
    key: str
    value: Any
    shape: Shape


def leaves(model: Model, wanted: type | str | None = None, path: Path = (), key: str = "") -> Iterator[Leaf]:
    """Every single value of a model, depth first; where a kind of mark or a name is wanted, those that have it.

    Items are keyed by their id, so that a key outlives reordering. `key` begins the keys, with a dot behind it.
    """
    given = vars(model)
    for name, shape in bearing(type(model), wanted).items():
        value = given[name]
        if value is None or value == ():
            continue
        for step, word, item in _items(value, shape):
            here, there = (*path, name, *step), f"{key}{name}.{word}" if word else f"{key}{name}"
            if shape.model is not None:
                yield from leaves(item, wanted, here, f"{there}.")
            elif item is not None:
                yield Leaf(here, there, item, shape)


@cache
def bearing(model: type[Model], wanted: type | str | None) -> Mapping[str, Shape]:
    """The fields of a model with a kind of mark or a name, or that hold others with it; all where nothing is wanted."""
    return {name: shape for name, shape in shapes(model).items() if wanted is None or _bears(name, shape, wanted)}


def _bears(name: str, shape: Shape, wanted: type | str) -> bool:
    if shape.model is not None:
        return bool(bearing(shape.model, wanted))
    return name == wanted if isinstance(wanted, str) else shape.mark(wanted) is not None


def _items(value: Any, shape: Shape) -> Iterable[tuple[Path, str, Any]]:
    if shape.holds == "many":
        return [((index,), getattr(item, "id", str(index)), item) for index, item in enumerate(value)]
    if shape.holds == "mapping":
        return [((word,), word, item) for word, item in value.items()]
    return (((), "", value),)


def is_translated(shape: Shape) -> bool:
    """Whether a translation may say anything about the field."""
    return _bears("", shape, Translatable)


@cache
def translation_model(model: type[Model]) -> type[Model]:
    """The model of a translation: the texts alone, each of them optional; items keep their id."""
    fields: dict[str, Any] = {}
    for name, shape in shapes(model).items():
        info = copy(model.model_fields[name])
        annotation: Any = info.annotation
        if shape.model is not None and is_translated(shape):
            inner: Any = translation_model(shape.model)
            held = {"many": tuple[inner, ...], "mapping": dict[str, inner], "one": inner | None}[shape.holds]
            fields[name] = (held, Field(default={"many": (), "mapping": {}, "one": None}[shape.holds]))
        elif name == "id":
            fields[name] = (annotation, info)
        elif is_translated(shape):
            info.default = () if shape.holds == "many" else None
            fields[name] = (annotation if shape.holds == "many" else annotation | None, info)
    return create_model(f"{model.__name__}Translation", __base__=Model, **fields)
