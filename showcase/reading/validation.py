"""What a Pydantic model says of values becomes problems at the places of those values."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from showcase import codes
from showcase.codes import CODES, Code
from showcase.kinds.model import FieldError, Model, Path, shapes
from showcase.language.text import visible
from showcase.problems import Place, Problem, problem, suggestion
from showcase.reading.document import Spot

M = TypeVar("M", bound=Model)
Spots = Mapping[Path, Spot]

_TYPES = {
    "tuple_type": codes.A_LIST,
    "dict_type": codes.SOME_FIELDS,
    "model_type": codes.SOME_FIELDS,
    "model_attributes_type": codes.SOME_FIELDS,
}
_RANGES = {"greater_than_equal": ("ge", codes.AT_LEAST), "less_than_equal": ("le", codes.AT_MOST)}


def validated(
    model: type[M],
    values: Mapping[str, Any],
    spots: Spots,
    start: Place,
    full: type[Model] | None = None,
    source: str = "",
) -> tuple[M | None, tuple[Problem, ...]]:
    """The values as a model, or the problems that prevent it.

    `full` is the model of the source where `model` is that of a translation: a field that only the full model has is a fact.
    """
    try:
        return model.model_validate(present(values)), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
        return None, tuple(_problem(each, model, spots, start, full, source) for each in found)


def present(value: Any) -> Any:
    """The value without fields that are null, which count as absent."""
    if isinstance(value, Mapping):
        return {name: present(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [present(item) for item in value if item is not None]
    return value


def place_of(path: Path, spots: Spots, start: Place, *, key: bool = False) -> Place:
    """Where a value (or its key) stands; where it does not stand anywhere, the place of what should hold it."""
    while path:
        if path in spots:
            return spots[path].key if key else spots[path].value
        path, key = path[:-1], True
    return start


def _problem(
    error: Any, model: type[Model], spots: Spots, start: Place, full: type[Model] | None, source: str
) -> Problem:
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    field = ".".join(str(step) for step in path if not isinstance(step, int))
    here = place_of(path, spots, start)
    shown = visible(str(value))[:80]
    if kind == "missing":
        return problem(
            codes.MISSING_FIELD, place_of(path[:-1], spots, start), field=field, description=_description(model, path)
        )
    if kind == "extra_forbidden":
        return _unknown(model, path, field, place_of(path, spots, start, key=True), full, source)
    if kind == "value_error" and isinstance(context.get("error"), FieldError):
        return _refused(context["error"], here, field)
    if kind == "literal_error":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        return problem(
            codes.NOT_A_CHOICE,
            here,
            field=field,
            value=shown,
            choices=", ".join(choices),
            **suggestion(str(value), choices),
        )
    if kind == "string_too_long":
        return problem(codes.TOO_LONG, here, field=field, length=len(value), limit=context["max_length"])
    if kind == "string_too_short":
        return problem(codes.EMPTY_FIELD, here, field=field)
    if kind == "too_short":
        return problem(codes.TOO_SHORT, here, field=field, length=context["actual_length"], limit=context["min_length"])
    if kind == "string_pattern_mismatch":
        return problem(codes.BAD_PATTERN, here, field=field, value=shown, example=_example(model, path))
    if kind in _RANGES:
        name, words = _RANGES[kind]
        return problem(codes.OUT_OF_RANGE, here, field=field, value=shown, range=words, limit=str(context[name]))
    return problem(
        codes.WRONG_TYPE,
        here,
        field=field,
        expected=_TYPES.get(kind, codes.A_TEXT),
        value=shown,
        example=_example(model, path),
    )


def _unknown(model: type[Model], path: Path, field: str, here: Place, full: type[Model] | None, source: str) -> Problem:
    """A field the model lacks: a fact that a translation repeats, or a slip of the pen."""
    name, holder = str(path[-1]), _holder(model, path)
    if full is not None and name in _holder(full, path):
        return problem(codes.FACT_IN_TRANSLATION, here, field=field, source=source)
    return problem(codes.UNKNOWN_FIELD, here, field=field, known=", ".join(holder), **suggestion(name, holder))


def _refused(error: FieldError, here: Place, field: str) -> Problem:
    code: Code = CODES[error.code]
    return problem(code, here, **({"field": field} | error.values))


def _holder(model: type[Model], path: Path) -> tuple[str, ...]:
    """The names of the fields beside the last step of a path."""
    found = _model_at(model, path[:-1])
    return tuple(found.model_fields) if found else ()


def _model_at(model: type[Model], path: Path) -> type[Model] | None:
    current: type[Model] | None = model
    known = True
    for step in path:
        if current is None:
            return None
        shape = shapes(current).get(str(step)) if known else None
        if shape is not None:
            current, known = shape.model, shape.holds == "one"
        else:
            known = True
    return current


def _info(model: type[Model], path: Path) -> Any:
    names = [step for step in path if not isinstance(step, int)]
    holder = _model_at(model, path[: path.index(names[-1])]) if names else None
    return holder.model_fields.get(str(names[-1])) if holder else None


def _description(model: type[Model], path: Path) -> str:
    info = _info(model, path)
    return (info.description or "") if info else ""


def _example(model: type[Model], path: Path) -> str:
    """An example of the field, as it would stand in front matter."""
    info = _info(model, path)
    if info is None or not info.examples:
        return ""
    first = info.examples[0]
    return f"{path[-1]}: {first}" if isinstance(path[-1], str) else str(first)
