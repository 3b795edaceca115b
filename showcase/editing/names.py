"""The entries of a project become the names by which an editor picks them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from showcase.problems import ContentError
from showcase.reading.files import read_bounded
from showcase.reading.front_matter import read_front_matter
from showcase.reading.text_file import decode, split_front_matter


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be given, and what it stands for."""

    value: str
    meaning: str


def entry_ids(root: Path, folder: str) -> tuple[str, ...]:
    """The ids of the entries of a kind."""
    return tuple(sorted(path.name for path in (root / "content" / folder).glob("*/")))


def entry_options(root: Path, folder: str, locales: Sequence[str]) -> tuple[Option, ...]:
    """The entries of a kind with their titles, in the first of the languages that has one."""
    title = partial(_title, root, folder, locales=locales)
    return tuple(Option(id_, title(id_)) for id_ in entry_ids(root, folder))


def _title(root: Path, folder: str, id_: str, locales: Sequence[str]) -> str:
    """The title of an entry; nothing where its files cannot be read, which `check` tells."""
    for locale in locales:
        path = f"content/{folder}/{id_}/index.{locale}.md"
        try:
            text, _problems = decode(read_bounded(root, path), path, locale)
            fields = split_front_matter(text, path)
            title = read_front_matter(fields.front_matter, path, fields.front_matter_line).values.get("title")
        except ContentError:
            continue
        if title:
            return str(title)
    return ""
