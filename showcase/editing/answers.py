"""What somebody types for a field becomes its value, or the problems that keep it from being one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from showcase import codes
from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, Path, Reference, Shape, shapes, translation_model
from showcase.problems import Place, Problem, problem, suggestion
from showcase.reading.document import Spot
from showcase.reading.front_matter import read_front_matter
from showcase.reading.validation import validated

# The ids of the entries of a kind, by the kind's folder.
Ids = Callable[[str], Iterable[str]]
BODY = "body"
NOWHERE = Place("")


def value_of(text: str, shape: Shape | None, place: str) -> Any:
    """The value that the text means: of a list the items between commas, of a group of fields its YAML in one line.

    ContentError where a group of fields is no YAML.
    """
    text = text.strip()
    if shape is not None and (shape.model is not None or (shape.holds == "many" and text.startswith("["))):
        return read_front_matter(f"value: {text}\n", place, 1).values.get("value")
    if shape is not None and shape.holds == "many":
        return [item for item in (each.strip() for each in text.split(",")) if item]
    return text


def nested(given: Iterable[tuple[str, str]], model: type[Model], place: str) -> dict[str, Any]:
    """The values of fields that are named by paths: `price.amount`, `evidence.founded.note`, `claims.customers.text`.

    A step behind a list is the id of an item. ContentError where a text cannot be read.
    """
    made: dict[str, Any] = {}
    for name, text in given:
        steps = name.split(".")
        _put(made, steps, value_of(text, shape_at(model, steps), f"{place} {name}"), model)
    return made


def shape_at(model: type[Model] | None, steps: list[str]) -> Shape | None:
    """The shape of what a path leads to; nothing where it leads to no field."""
    shape: Shape | None = None
    while steps and model is not None:
        shape = shapes(model).get(steps[0])
        model = shape.model if shape else None
        steps = steps[1:]
        if shape is not None and model is not None and shape.holds != "one" and steps:
            steps = steps[1:]
            shape = None if steps else Shape((), model, "one")
    return None if steps else shape


def _put(into: dict[str, Any], steps: list[str], value: Any, model: type[Model] | None) -> None:
    """Place the value at the end of its path."""
    name, rest = steps[0], steps[1:]
    shape = shapes(model).get(name) if model else None
    if not rest:
        into[name] = value
    elif shape is not None and shape.model is not None and shape.holds == "many":
        items = into.setdefault(name, [])
        item = next((each for each in items if each.get("id") == rest[0]), None)
        if item is None:
            items.append(item := {"id": rest[0]})
        if rest[1:]:
            _put(item, rest[1:], value, shape.model)
    elif shape is not None and shape.model is not None and shape.holds == "mapping" and rest[1:]:
        _put(into.setdefault(name, {}).setdefault(rest[0], {}), rest[1:], value, shape.model)
    else:
        _put(into.setdefault(name, {}), rest, value, shape.model if shape else None)


def value_problems(
    kind: Kind, values: Mapping[str, Any], source: str, ids: Ids, place: Callable[[str], Place]
) -> tuple[Problem, ...]:
    """What is wrong with the values; a field that is not given is no problem here.

    `source` is the name of the source's file where the values are those of a translation, else empty. `place` says
    where a field was given.
    """
    here = {name: place(name) for name in values}
    spots: dict[Path, Spot] = {(name,): Spot(each, each) for name, each in here.items()}
    model = translation_model(kind.model) if source else kind.model
    _made, found = validated(model, values, spots, NOWHERE, kind.model if source else None, source)
    given = tuple(each for each in found if not (each.code == codes.MISSING_FIELD.name and each.place == NOWHERE))
    return given or tuple(_unknown_entries(kind.model, values, ids, here))


def _unknown_entries(
    model: type[Model], values: Mapping[str, Any], ids: Ids, here: Mapping[str, Place]
) -> Iterator[Problem]:
    """References to entries that are not there."""
    for name, value in values.items():
        shape = shapes(model).get(name)
        mark = shape.mark(Reference) if shape else None
        for each in (value if isinstance(value, list) else [value]) if mark else ():
            assert mark is not None  # noqa: S101 - asked above
            folder, _slash, id_ = mark.target(each).partition("/")
            known = sorted(ids(folder)) if folder in mark.kinds else []
            if id_ not in known:
                near = suggestion(id_, known)
                yield problem(codes.UNKNOWN_REFERENCE, here[name], kind=folder, id=id_, **near)
