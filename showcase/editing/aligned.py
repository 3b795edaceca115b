"""A translation is laid out for a form as its source is: every item and group in its place, with or without texts.

A form pairs the items of two languages by their places, and fills what one language lacks with the other's words.
"""

from collections.abc import Mapping
from typing import Any

from showcase.kinds.model import Model, Shape, is_translated, shapes

Values = Mapping[str, Any]


def aligned(model: type[Model], source: Values, given: Values) -> dict[str, Any]:
    """The given values, with each group of the source in its place; a text that is not there is empty."""
    made = dict(given)
    for name, shape in shapes(model).items():
        if shape.model is not None and is_translated(shape) and source.get(name):
            made[name] = _group(shape, shape.model, source[name], given.get(name))
    return made


def _group(shape: Shape, model: type[Model], source: Any, given: Any) -> Any:
    if shape.holds == "many" and isinstance(source, list):
        return _items(model, source, given if isinstance(given, list) else [])
    if shape.holds == "mapping" and isinstance(source, Mapping):
        own = given if isinstance(given, Mapping) else {}
        return {**{name: _part(model, item, own.get(name)) for name, item in source.items()}, **_further(own, source)}
    return _part(model, source, given)


def _items(model: type[Model], source: list[Any], given: list[Any]) -> list[Any]:
    """The items in the order of the source; those that it does not have come last."""
    own = {item.get("id"): item for item in given if isinstance(item, Mapping)}
    ids = [item.get("id") for item in source if isinstance(item, Mapping)]
    made = [_part(model, item, own.get(item.get("id"))) for item in source if isinstance(item, Mapping)]
    return [*made, *(item for name, item in own.items() if name not in ids)]


def _part(model: type[Model], source: Any, given: Any) -> Any:
    """One group: its id, and its texts as far as they are there."""
    if not isinstance(source, Mapping):
        return given
    own = given if isinstance(given, Mapping) else {}
    known = shapes(model)
    identity = {"id": source["id"]} if "id" in source else {}
    texts = {name: "" for name, shape in known.items() if shape.model is None and is_translated(shape)}
    return aligned(model, source, {**identity, **texts, **own})


def _further(own: Values, source: Values) -> dict[str, Any]:
    return {name: item for name, item in own.items() if name not in source}
