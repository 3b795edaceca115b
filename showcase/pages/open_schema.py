"""A kind becomes the JSON Schema of its open data."""

from functools import cache
from typing import Any

from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, Reference, Shape, Translatable
from showcase.kinds.values import ID_PATTERN
from showcase.pages.open_values import told

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEPT = ("type", "enum", "const", "pattern", "format", "minimum", "maximum", "minLength", "maxLength", "items", "anyOf")
ADDRESS: Schema = {"type": "string", "format": "uri"}


def kind_schema(kind: Kind, locales: tuple[str, ...], address: str) -> Schema:
    """The schema of an entry's data, with what every entry has before its kind's own fields."""
    own = model_schema(kind.model, locales)
    envelope = {
        "$schema": ADDRESS,
        "id": {
            "type": "string",
            "pattern": f"^{ID_PATTERN}$",
            "description": "Its name among the entries of its kind.",
        },
        "kind": {"const": kind.folder},
        "uri": {**ADDRESS, "description": "What names the entry in every language and outlives its permalinks."},
        "permalinks": _by_locale(locales, ADDRESS) | {"description": "The page in each language it exists in."},
    }
    return {
        "$schema": DIALECT,
        "$id": address,
        "title": kind.one.text,
        **own,
        "properties": envelope | own["properties"] | {"body": _by_locale(locales, {"type": "string"}, least=0)},
        "required": [*envelope, *own["required"], "body"],
    }


@cache
def model_schema(model: type[Model], locales: tuple[str, ...]) -> Schema:
    """The schema of a model. Empty values are left out of the data, and so are entries that are not published."""
    written = model.model_json_schema(mode="serialization")["properties"]
    fields = told(model)
    return {
        "type": "object",
        "description": (model.__doc__ or "").strip(),
        "properties": {name: _field(model, name, shape, written[name], locales) for name, shape in fields.items()},
        "required": [name for name, shape in fields.items() if _is_certain(model, name, shape)],
        "additionalProperties": False,
    }


def _is_certain(model: type[Model], name: str, shape: Shape) -> bool:
    """Whether no entry goes without the field."""
    return model.model_fields[name].is_required() and shape.holds == "one" and not shape.mark(Reference)


def _field(model: type[Model], name: str, shape: Shape, written: Schema, locales: tuple[str, ...]) -> Schema:
    info = model.model_fields[name]
    extra: Any = info.json_schema_extra or {}
    told_of = {"title": info.title, "description": info.description, "unit": extra.get("unit")}
    return _held(shape, written, locales) | {word: text for word, text in told_of.items() if text}


def _held(shape: Shape, written: Schema, locales: tuple[str, ...]) -> Schema:
    if shape.model is not None:
        return _many(shape, model_schema(shape.model, locales))
    if reference := shape.mark(Reference):
        return _many(shape, {"type": "string", "pattern": f"^(?:{'|'.join(reference.kinds)})/{ID_PATTERN}$"})
    if shape.mark(Translatable):
        return _by_locale(locales, {"type": "string"})
    return _values(written)


def _many(shape: Shape, one: Schema) -> Schema:
    if shape.holds == "many":
        return {"type": "array", "items": one}
    return {"type": "object", "additionalProperties": one} if shape.holds == "mapping" else one


def _by_locale(locales: tuple[str, ...], value: Schema, least: int = 1) -> Schema:
    return {
        "type": "object",
        "properties": dict.fromkeys(locales, value),
        "additionalProperties": False,
        "minProperties": least,
    }


def _values(written: Schema) -> Schema:
    """What the schema says of the values themselves; that a field may be null matters to files only, not to data."""
    kept = {word: written[word] for word in KEPT if word in written}
    choices = [each for each in kept.pop("anyOf", []) if each != {"type": "null"}]
    return kept | (choices[0] if len(choices) == 1 else {"anyOf": choices} if choices else {})
