"""Snippets complete front matter in VS Code: what they write is valid as it stands, with a word on each field."""

import json
import re
from pathlib import Path

import pytest

from showcase.authoring.snippets import snippets
from showcase.authoring.words import words_in
from showcase.commands.editor_files import editor_files
from showcase.kinds import KINDS
from tests.authoring.test_schema import faults
from tests.authoring.yaml_types import front_matter, typed

ROOT = Path(__file__).parents[2]
MADE = snippets(KINDS.values(), [words_in(locale, ROOT) for locale in ("vi", "en")])


def expanded(body: list[str]) -> str:
    """What VS Code writes for a snippet whose every stop is left as it is; evidence is given for the title."""
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", "\n".join(body)).replace("$0", "")
    text = re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", lambda stop: re.sub(r"\\(.)", r"\1", stop[1]), text)
    return text.replace("evidence:\n  field:", "evidence:\n  title:")


@pytest.mark.parametrize("word", [kind.word for kind in KINDS.values()])
def test_an_entry_and_its_translation_begin_with_all_they_need(word: str) -> None:
    assert faults(f"{word}.json", front_matter(expanded(MADE[f"{word}.md"]["body"]))) == []
    translation = front_matter(expanded(MADE[f"{word}-translation.md"]["body"]))
    assert faults(f"{word}.translation.json", translation) == []


def test_every_field_of_every_kind_is_completed_with_a_valid_value() -> None:
    for kind in KINDS.values():
        own = {snippet["prefix"]: snippet for name, snippet in MADE.items() if _is_for(name, kind.word)}
        assert set(kind.model.model_fields) <= set(own)
        for name in kind.model.model_fields:
            values = typed(expanded(own[name]["body"]))
            found = [each for each in faults(f"{kind.word}.json", values) if not each.startswith(": required")]
            assert (kind.word, name, found) == (kind.word, name, [])


def _is_for(name: str, word: str) -> bool:
    _field, _, users = name.partition(" (")
    return not name.endswith(".md") and (not users or word in users.rstrip(")").split(", "))


def test_a_choice_is_offered_and_a_field_is_explained_in_both_languages() -> None:
    form = MADE["form (product)"]

    assert form["body"] == ["form: ${1|product,solution,service|}"]
    assert form["description"] == (
        "Loại hình: Là sản phẩm, giải pháp hay dịch vụ.\nForm: Whether it is a product, a solution or a service."
    )


def test_the_snippets_on_disk_are_for_markdown_alone() -> None:
    on_disk = json.loads(editor_files(ROOT)[".vscode/showcase.code-snippets"])

    assert {snippet["scope"] for snippet in on_disk.values()} == {"markdown"}
