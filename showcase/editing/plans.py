"""What is known of a new entry becomes its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from showcase.editing.answers import BODY
from showcase.editing.pictures import picture_file
from showcase.editing.skeleton import source_text, translation_text
from showcase.editing.writer import Languages
from showcase.kinds.entry import Kind
from showcase.reporting.words import Say

PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture to be put beside an entry, with its texts by language; the credit is the same in all."""

    file: Path
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    credit: str = ""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is known of a new entry: its fields by language, the facts among those of its source."""

    kind: Kind
    id: str
    source: str
    values: Mapping[str, Mapping[str, Any]]
    pictures: tuple[NewPicture, ...] = ()


def files_of(entry: NewEntry, locales: Sequence[str], default: str, say: Say) -> dict[Path, bytes]:
    """Every file of the entry by its path from the root; ContentError where a picture cannot be used."""
    folder = Path("content", entry.kind.folder, entry.id)
    files: dict[Path, bytes] = {}
    items: dict[str, list[dict[str, str]]] = {locale: [] for locale in locales}
    for picture in entry.pictures:
        name, data = picture_file(picture.file, entry.id, [path.name for path in files])
        files[folder / name] = data
        for locale, own in items.items():
            facts = {"file": name, "credit": picture.credit} if locale == entry.source else {}
            own.append({"id": name.rpartition(".")[0], **facts, **picture.texts.get(locale, {})})
    values = {locale: _with_pictures(entry.values.get(locale, {}), items[locale]) for locale in locales}
    texts = {locale: _text(entry, values, locale, default, say) for locale in locales}
    return {folder / f"index.{locale}.md": text.encode() for locale, text in texts.items()} | files


def _with_pictures(values: Mapping[str, Any], items: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    return dict(values) | ({PICTURES: [*values.get(PICTURES, ()), *items]} if items else {})


def _text(entry: NewEntry, values: Mapping[str, Mapping[str, Any]], locale: str, default: str, say: Say) -> str:
    """The entry's file in one language."""
    languages = Languages(locale, entry.source, default)
    bodies = {code: str(own.get(BODY, "")) for code, own in values.items()}
    fields = {code: {name: value for name, value in own.items() if name != BODY} for code, own in values.items()}
    if languages.is_source:
        return source_text(entry.kind, fields[locale], languages, say, bodies[locale])
    pair = (bodies[entry.source], bodies[locale])
    return translation_text(entry.kind, fields[entry.source], fields[locale], languages, say, pair)
