"""A kind's model becomes JSON Schema of its front matter, in an editor's language (json-schema.org, 2020-12).

Beside the standard's words stand those that the YAML and JSON servers of editors read: `errorMessage`,
`patternErrorMessage`, `enumDescriptions`, `doNotSuggest`.
"""

from collections.abc import Iterable
from typing import Any

from pydantic.fields import FieldInfo

from showcase.authoring.value_schema import PARTS, REGISTERS, Schema, register_schema, value_schema
from showcase.authoring.words import Words
from showcase.codes import FACT_IN_TRANSLATION
from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, Shape, shapes, translation_model
from showcase.kinds.value_types import bounds, given

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def source_schema(kind: Kind, words: Words) -> Schema:
    """The front matter of the file in which an entry is first written."""
    return _about(kind, words) | model_schema(kind.model, words)


def translation_schema(kind: Kind, words: Words) -> Schema:
    """The front matter of a translation: texts alone; facts are named, to say where they belong."""
    facts = kind.model.model_fields
    schema = model_schema(translation_model(kind.model), words, facts)
    known = schema["properties"] | {
        "source_locale": model_schema(kind.model, words)["properties"]["source_locale"],
        "translated_from": {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
        "machine_draft": {"type": "boolean"},
    }
    refused = {name: _fact(name, info, words) for name, info in facts.items() if name not in known}
    return _about(kind, words) | schema | {"properties": known | refused}


def parts_schema(models: Iterable[type[Model]], words: Words) -> Schema:
    """The parts that kinds are made of, and the registers of codes, for the other schemas to point at."""
    parts = {model.__name__: model_schema(model, words) for model in models}
    registers = {name: register_schema(name, words.locale) for name in REGISTERS}
    return {"$schema": DIALECT, "$defs": parts | registers}


def parts_of(models: Iterable[type[Model]]) -> tuple[type[Model], ...]:
    """Every part of the models and of their parts, each once, by name."""
    found: dict[str, type[Model]] = {}
    waiting = list(models)
    while waiting:
        inner = [shape.model for shape in shapes(waiting.pop()).values() if shape.model is not None]
        waiting += [model for model in inner if model.__name__ not in found]
        found |= {model.__name__: model for model in inner}
    return tuple(found[name] for name in sorted(found, key=str.lower))


def model_schema(model: type[Model], words: Words, known: Iterable[str] = ()) -> Schema:
    """A group of fields; `known` are those that evidence may be given for, where they are not the model's own."""
    fields, required = shapes(model), [name for name, info in model.model_fields.items() if info.is_required()]
    names = tuple(known) or tuple(fields)
    return {
        "type": "object",
        "properties": {
            name: field_schema(name, info, fields[name], words, names) for name, info in model.model_fields.items()
        },
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def field_schema(name: str, info: FieldInfo, shape: Shape, words: Words, names: Iterable[str]) -> Schema:
    """A field: what it is called, what it holds, and what it may be. One that is not required may stand empty."""
    one = {"$ref": f"{PARTS}#/$defs/{shape.model.__name__}"} if shape.model else value_schema(info, shape, words)
    held = {"many": _list(one, shape), "mapping": _mapping(one, names), "one": one}[shape.holds]
    held = held if info.is_required() else optional(held)
    return {**_said(name, info, words), **held}


def optional(schema: Schema) -> Schema:
    """The schema, or nothing."""
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    described = {"enumDescriptions": [*schema["enumDescriptions"], ""]} if "enumDescriptions" in schema else {}
    return {**schema, "type": [*types, "null"], **values, **described}


def _about(kind: Kind, words: Words) -> Schema:
    return {"$schema": DIALECT, "title": words.name(kind.one), "description": words.name(kind.intro)}


def _said(name: str, info: FieldInfo, words: Words) -> Schema:
    examples: list[Any] = [each for each in info.examples or () if each != "…"]
    said = {"title": words.title(info, name), "description": words.description(info), "examples": examples}
    return {word: value for word, value in said.items() if value}


def _list(one: Schema, shape: Shape) -> Schema:
    return {"type": "array", "items": one, **given(minItems=bounds(shape).fewest)}


def _mapping(one: Schema, names: Iterable[str]) -> Schema:
    """Something for fields of the same group, by their names."""
    return {"type": "object", "properties": dict.fromkeys(names, one), "additionalProperties": False}


def _fact(name: str, info: FieldInfo, words: Words) -> Schema:
    """A fact does not stand in a translation: nothing but nothing is its value there."""
    message = words.say(FACT_IN_TRANSLATION.message).replace("{field}", name)
    return {"title": words.title(info, name), "type": "null", "errorMessage": message, "doNotSuggest": True}
