"""The kinds become the files that editors' programs read: JSON Schemas in each language, and snippets for VS Code."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from showcase.authoring.schema import parts_of, parts_schema, source_schema, translation_schema
from showcase.authoring.site_schema import site_schema
from showcase.authoring.snippets import snippets
from showcase.authoring.value_schema import PARTS
from showcase.authoring.words import Words, words_in
from showcase.kinds import KINDS
from showcase.kinds.model import translation_model
from showcase.reporting.words import LANGUAGES

SNIPPETS = ".vscode/showcase.code-snippets"


def editor_files(root: Path) -> dict[str, str]:
    """The files by their paths from the root."""
    languages = tuple(words_in(locale, root) for locale in LANGUAGES)
    made = {path: text for words in languages for path, text in schema_files(words).items()}
    return made | {SNIPPETS: as_json(snippets(KINDS.values(), languages))}


def schema_files(words: Words) -> dict[str, str]:
    """The schemas of one language: of each kind, of its translation, of the parts of both, and of site.yaml."""
    models = [kind.model for kind in KINDS.values()]
    parts = parts_of([*models, *(translation_model(model) for model in models)])
    files: dict[str, Any] = {PARTS: parts_schema(parts, words), "site.json": site_schema(words)}
    for kind in KINDS.values():
        files[f"{kind.word}.json"] = source_schema(kind, words)
        files[f"{kind.word}.translation.json"] = translation_schema(kind, words)
    return {f"schemas/{words.locale}/{name}": as_json(schema) for name, schema in files.items()}


def as_json(value: Any) -> str:
    """The value as JSON; a list of words or numbers stands in one line, for a register has hundreds."""
    return _written(value, "") + "\n"


def _written(value: Any, indent: str) -> str:
    inner = f"{indent}  "
    if isinstance(value, dict) and value:
        items: Iterable[str] = (f"{json.dumps(name)}: {_written(each, inner)}" for name, each in value.items())
        return "{\n" + ",\n".join(f"{inner}{item}" for item in items) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        return "[\n" + ",\n".join(f"{inner}{_written(each, inner)}" for each in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)
