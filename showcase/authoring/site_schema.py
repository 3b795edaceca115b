"""The model of the settings becomes JSON Schema of site.yaml, in an editor's language."""

from typing import Any

from showcase.authoring.schema import DIALECT
from showcase.authoring.value_schema import Schema
from showcase.authoring.words import Words
from showcase.settings import Settings

MADE_UP = "title"  # Pydantic makes titles of the fields' names


def site_schema(words: Words) -> Schema:
    """What may stand in site.yaml."""
    return {"$schema": DIALECT, **_said(Settings.model_json_schema(), words)}


def _said(schema: Any, words: Words) -> Any:
    """The schema with its descriptions in the language; a mapping of properties is no schema."""
    if isinstance(schema, list):
        return [_said(each, words) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made: dict[str, Any] = {}
    for name, value in schema.items():
        if name in ("properties", "$defs"):
            made[name] = {each: _said(inner, words) for each, inner in value.items()}
        elif name == "description":
            made[name] = words.say(value)
        elif name not in (MADE_UP, "default", "examples", "unit"):
            made[name] = _said(value, words)
        elif name != MADE_UP:
            made[name] = value
    return made
