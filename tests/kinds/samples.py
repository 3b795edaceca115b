"""Front matter for any kind, made from the examples that its fields carry."""

from collections.abc import Iterator
from typing import Any

from showcase.kinds import KINDS
from showcase.kinds.model import Model, Shape, shapes


def models() -> tuple[type[Model], ...]:
    """The models of all kinds with those of their parts, each once."""
    return tuple(dict.fromkeys(model for kind in KINDS.values() for model in _with_parts(kind.model)))


def _with_parts(model: type[Model]) -> Iterator[type[Model]]:
    yield model
    for shape in shapes(model).values():
        if shape.model is not None:
            yield from _with_parts(shape.model)


def filled(model: type[Model], *, every: bool) -> dict[str, Any]:
    """The required fields with their examples, or every field."""
    return {
        name: completed(info.examples[0] if info.examples else None, shapes(model)[name], every=every)
        for name, info in model.model_fields.items()
        if every or info.is_required()
    }


def completed(example: Any, shape: Shape, *, every: bool = False) -> Any:
    """An example with what it leaves out: those of parts name only what makes them plain."""
    if shape.model is None:
        return example
    part = filled(shape.model, every=every)
    if shape.holds == "many":
        return [part | (each if not every else {}) for each in example or [{}]]
    return {"title": part} if shape.holds == "mapping" else part | (example or {})
