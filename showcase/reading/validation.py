"""What a Pydantic model says of values becomes problems at the places of those values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from showcase import codes
from showcase.codes import CODES
from showcase.kinds.model import FieldError, Model, Path, shapes
from showcase.kinds.values import ID_PATTERN
from showcase.language.slugs import slug
from showcase.language.text import visible
from showcase.problems import Place, Problem, problem, suggestion
from showcase.reading.document import Spot

M = TypeVar("M", bound=Model)
Spots = Mapping[Path, Spot]

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "tuple_type": codes.A_LIST,
        "dict_type": codes.SOME_FIELDS,
        "model_type": codes.SOME_FIELDS,
        "model_attributes_type": codes.SOME_FIELDS,
    }
)
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Validation:
    """What is being checked: the model, the full model of which it holds the texts alone, and where values stand."""

    model: type[Model]
    full: type[Model] | None
    source: str
    spots: Spots
    start: Place


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that Pydantic found: its kind, the value with its path and place, and the particulars."""

    kind: str
    path: Path
    field: str
    here: Place
    value: Any
    context: Mapping[str, Any]
    within: Validation

    @property
    def shown(self) -> str:
        """The value as a message shows it."""
        return visible(str(self.value))[:SHOWN]

    @property
    def description(self) -> str:
        """What the field holds."""
        info = _info(self.within.model, self.path)
        return info.description or "" if info else ""

    @property
    def is_unfilled(self) -> bool:
        """Whether a field stands there that cannot be left out, with nothing in it."""
        info = _info(self.within.model, self.path)
        is_blank = self.kind == "missing" or (isinstance(self.value, str) and not self.value.strip())
        return is_blank and self.path in self.within.spots and info is not None and info.is_required()


def validated(
    model: type[M],
    values: Mapping[str, Any],
    spots: Spots,
    start: Place,
    full: type[Model] | None = None,
    source: str = "",
) -> tuple[M | None, tuple[Problem, ...]]:
    """The values as a model, or the problems that prevent it.

    `full` is the model of the source where `model` is that of a translation: a field that only `full` has is a fact.
    """
    try:
        return model.model_validate(present(values)), ()
    except ValidationError as error:
        within = Validation(model, full, source, spots, start)
        return None, tuple(_problem(each, within) for each in error.errors(include_url=False))


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


def _problem(error: Any, within: Validation) -> Problem:
    """What Pydantic says, in our words, at the place of the value."""
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    field = ".".join(str(step) for step in path if not isinstance(step, int))
    here = place_of(path, within.spots, within.start)
    fault = Fault(error["type"], path, field, here, error["input"], error.get("ctx", {}), within)
    return (_unfilled if fault.is_unfilled else PROBLEMS.get(fault.kind, _wrong_type))(fault)


def _missing(fault: Fault) -> Problem:
    """At what should hold the field."""
    here = place_of(fault.path[:-1], fault.within.spots, fault.within.start)
    return problem(codes.MISSING_FIELD, here, field=fault.field, description=fault.description)


def _unfilled(fault: Fault) -> Problem:
    return problem(codes.UNFILLED_FIELD, fault.here, field=fault.field, description=fault.description)


def _unknown(fault: Fault) -> Problem:
    """A field the model lacks: a fact that a translation repeats, or a slip of the pen."""
    path, within = fault.path, fault.within
    name, holder = str(path[-1]), _holder(within.model, path)
    here = place_of(path, within.spots, within.start, key=True)
    if within.full is not None and name in _holder(within.full, path):
        return problem(codes.FACT_IN_TRANSLATION, here, field=fault.field, source=within.source)
    return problem(codes.UNKNOWN_FIELD, here, field=fault.field, known=", ".join(holder), **suggestion(name, holder))


def _refused(fault: Fault) -> Problem:
    """What a field's own validator says; where that is not one of ours, in its own words."""
    error = fault.context.get("error")
    if isinstance(error, FieldError):
        return problem(CODES[error.code], fault.here, **({"field": fault.field} | error.values))
    return problem(codes.INVALID, fault.here, field=fault.field, detail=str(error))


def _not_a_choice(fault: Fault) -> Problem:
    choices = [choice.strip("'") for choice in fault.context["expected"].replace(" or ", ", ").split(", ")]
    words, near = ", ".join(choices), suggestion(str(fault.value), choices)
    return problem(codes.NOT_A_CHOICE, fault.here, field=fault.field, value=fault.shown, choices=words, **near)


def _too_long(fault: Fault) -> Problem:
    limit = fault.context["max_length"]
    return problem(codes.TOO_LONG, fault.here, field=fault.field, length=len(fault.value), limit=limit)


def _empty(fault: Fault) -> Problem:
    return problem(codes.EMPTY_FIELD, fault.here, field=fault.field)


def _too_short(fault: Fault) -> Problem:
    length, limit = fault.context["actual_length"], fault.context["min_length"]
    return problem(codes.TOO_SHORT, fault.here, field=fault.field, length=length, limit=limit)


def _bad_pattern(fault: Fault) -> Problem:
    """Where an id is asked for and a name was given, the id that the name would make is likely to be meant."""
    example = _example(fault.within.model, fault.path)
    is_id = fault.context.get("pattern") == f"^{ID_PATTERN}$"
    meant = slug(fault.shown, "vi") if is_id else ""
    near = {"suggestion": meant} if meant else {}
    return problem(codes.BAD_PATTERN, fault.here, field=fault.field, value=fault.shown, example=example, **near)


def _too_small(fault: Fault) -> Problem:
    return _out_of_range(fault, codes.AT_LEAST, fault.context["ge"])


def _too_great(fault: Fault) -> Problem:
    return _out_of_range(fault, codes.AT_MOST, fault.context["le"])


def _out_of_range(fault: Fault, words: str, limit: object) -> Problem:
    return problem(codes.OUT_OF_RANGE, fault.here, field=fault.field, value=fault.shown, range=words, limit=str(limit))


def _wrong_type(fault: Fault) -> Problem:
    example = _example(fault.within.model, fault.path)
    expected = TYPES.get(fault.kind, codes.A_TEXT)
    return problem(
        codes.WRONG_TYPE, fault.here, field=fault.field, expected=expected, value=fault.shown, example=example
    )


PROBLEMS: Mapping[str, Callable[[Fault], Problem]] = MappingProxyType(
    {
        "missing": _missing,
        "extra_forbidden": _unknown,
        "value_error": _refused,
        "literal_error": _not_a_choice,
        "string_too_long": _too_long,
        "string_too_short": _empty,
        "too_short": _too_short,
        "string_pattern_mismatch": _bad_pattern,
        "greater_than_equal": _too_small,
        "less_than_equal": _too_great,
    }
)


def _holder(model: type[Model], path: Path) -> tuple[str, ...]:
    """The names of the fields beside the last step of a path."""
    found = _model_at(model, path[:-1])
    return tuple(found.model_fields) if found else ()


def _model_at(model: type[Model], path: Path) -> type[Model] | None:
    """The model of what stands at a path; the step after the name of a list or a mapping is no name."""
    current: type[Model] | None = model
    is_name = True
    for step in path:
        shape = shapes(current).get(str(step)) if current and is_name else None
        current, is_name = (shape.model, shape.holds == "one") if shape else (current, True)
    return current


def _info(model: type[Model], path: Path) -> Any:
    names = [step for step in path if not isinstance(step, int)]
    holder = _model_at(model, path[: path.index(names[-1])]) if names else None
    return holder.model_fields.get(str(names[-1])) if holder else None


def _example(model: type[Model], path: Path) -> str:
    """An example of the field, as it would stand in front matter."""
    info = _info(model, path)
    if info is None or not info.examples:
        return ""
    name = next(step for step in reversed(path) if not isinstance(step, int))
    return f"{name}: {_flow(info.examples[0])}"


def _flow(value: object) -> str:
    """A value on one line of YAML."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_flow(item)}' for name, item in value.items())}}}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)
