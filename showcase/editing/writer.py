"""The values of an entry become the text of its file, the same text whoever gives them: a command, a form, a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.editing.yaml_text import yaml_lines
from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, Shape, shapes, translation_model
from showcase.kinds.order import field_order, part_order

SOURCE_LOCALE = "source_locale"
FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Languages:
    """The language of a file, that in which the entry was first written, and the site's usual one."""

    own: str
    source: str
    default: str

    @property
    def is_source(self) -> bool:
        """Whether the file holds the facts."""
        return self.own == self.source


def entry_text(kind: Kind, values: Mapping[str, Any], languages: Languages, body: str = "") -> str:
    """The file of an entry in one language: its fields in the order of the kind, then the text below them.

    Values may be text, numbers, days, yes or no, lists and mappings of them. What is empty is left out, and so is an
    item of which nothing but its id is left. A translation keeps texts alone. A field that the kind does not know comes
    last, so that nothing is lost on the way.
    """
    model = kind.model if languages.is_source else translation_model(kind.model)
    given = {name: value for name, value in values.items() if name != SOURCE_LOCALE}
    if not languages.is_source:
        given = texts_alone(given, kind.model)
    return file_text({**stated_locale(languages), **ordered(filled_in(given, model), model)}, body)


def file_text(values: Mapping[str, Any], body: str = "") -> str:
    """Front matter and, below it, the text."""
    fields = "".join(f"{line}\n" for line in yaml_lines(values))
    below = body.strip("\n")
    return f"{FENCE}{fields}{FENCE}{below}\n" if below.strip() else f"{FENCE}{fields}{FENCE}"


def stated_locale(languages: Languages) -> dict[str, str]:
    """The line that names the source language, where it is not the usual one."""
    return {} if languages.source == languages.default else {SOURCE_LOCALE: languages.source}


def texts_alone(values: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    """The values without the facts of the kind, which stand in the source; unknown fields stay."""
    known, kept = shapes(model), translation_model(model).model_fields
    return {
        name: _inner(value, known[name], texts_alone) if name in known else value
        for name, value in values.items()
        if name not in known or name in kept
    }


def ordered(values: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    """The values of an entry in the order in which editors read them; unknown fields come last."""
    known, order = shapes(model), field_order(model)
    names = sorted(values, key=lambda name: order.index(name) if name in order else len(order))
    return {name: _inner(values[name], known[name], _part) if name in known else values[name] for name in names}


def _part(values: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    """The values of a group of fields: its id, what it says, and what that rests on."""
    known, order = shapes(model), part_order(model)
    usual = {name: info.default for name, info in model.model_fields.items()}
    told = [name for name, value in values.items() if not _is_usual(value, usual.get(name))]
    names = sorted(told, key=lambda name: order.index(name) if name in order else len(order))
    return {name: _inner(values[name], known[name], _part) if name in known else values[name] for name in names}


def filled_in(values: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    """The values that say something, as text: a flag that is as it would be anyway says nothing."""
    found = {name: plain(value) for name, value in values.items()}
    usual = {name: info.default for name, info in model.model_fields.items()}
    return {name: value for name, value in found.items() if not (is_empty(value) or _is_usual(value, usual.get(name)))}


def plain(value: Any) -> Any:
    """A value as front matter holds it: text, lists and mappings, without what is empty in them."""
    if isinstance(value, Mapping):
        return {str(name): item for name, given in value.items() if not is_empty(item := plain(given))}
    if isinstance(value, list | tuple):
        return [item for given in value if not is_empty(item := plain(given))]
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value).strip()


def is_empty(value: Any) -> bool:
    """Whether a plain value says nothing: no text, no items, or an item with nothing but its id."""
    return value in ("", [], {}) or (isinstance(value, Mapping) and list(value) == ["id"])


def _is_usual(value: Any, default: Any) -> bool:
    return isinstance(default, bool) and value == str(default).lower()


def _inner(value: Any, shape: Shape, made: Callable[[Mapping[str, Any], type[Model]], dict[str, Any]]) -> Any:
    """The value with each part in it made anew; what has another shape than its field stays as it is."""
    if shape.model is None:
        return value
    if shape.holds == "one":
        return made(value, shape.model) if isinstance(value, Mapping) else value
    if isinstance(value, list | tuple):
        return [made(item, shape.model) if isinstance(item, Mapping) else item for item in value]
    if isinstance(value, Mapping):
        return {name: made(item, shape.model) if isinstance(item, Mapping) else item for name, item in value.items()}
    return value
