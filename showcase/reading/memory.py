"""The source texts from which translations were made become JSON beside the catalogues, and are read from there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showcase.kinds.localised import prose
from showcase.language.text import normalised
from showcase.limits import LIMITS
from showcase.problems import ContentError
from showcase.reading.files import read_bounded
from showcase.reading.parse import Document
from showcase.reading.text_file import decode, split_front_matter

TYPO = "typo"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A source text as it stood when its translation was stamped.

    `note` is `typo` where the translation was stamped as it was, because only a slip had been corrected in the source.
    """

    text: str
    note: str = ""


Memory = Mapping[str, Remembered]


def memory_path(key: str, locale: str) -> str:
    """Where the sources of an entry's translation into a language are remembered."""
    return f"locales/{locale}/memory/{key}.json"


def memory_text(memory: Memory) -> str:
    """The memory as JSON: in the order of the keys, a line of text on a line, so that two branches seldom collide."""
    made = {
        key: ({"note": each.note} if each.note else {}) | {"text": normalised(each.text).split("\n")}
        for key, each in sorted(memory.items())
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def read_memory(root: Path, key: str, locale: str) -> dict[str, Remembered]:
    """What is remembered. It is an aid: where there is no file, or none that can be read, nothing is."""
    try:
        found = json.loads(read_bounded(root, memory_path(key, locale), LIMITS.catalogue))
        return {name: _remembered(each) for name, each in found.items()}
    except (ContentError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return {}


def _remembered(record: Mapping[str, Any]) -> Remembered:
    text = "\n".join(record["text"])
    text.encode()  # JSON can spell half a character, which no text is made of
    return Remembered(text, str(record.get("note", "")))


def source_texts(source: Document, data: bytes) -> dict[str, str]:
    """The texts of a source document that a translator translates, by key; the body as it stands in the file."""
    assert source.entry is not None  # noqa: S101 - asked of sound sources alone
    text, _problems = decode(data, source.path, source.locale)
    body = split_front_matter(text, source.path).body
    return prose(source.entry) | ({"body": body} if body.strip() else {})
