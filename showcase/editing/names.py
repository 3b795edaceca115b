"""The entries of a project become the names by which an editor picks them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.problems import ContentError
from showcase.reading.files import read_bounded
from showcase.reading.front_matter import read_front_matter
from showcase.reading.text_file import decode, split_front_matter


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be given, and what it stands for; it may be asked for by its other names too."""

    value: str
    meaning: str
    others: tuple[str, ...] = ()


def entry_ids(root: Path, folder: str) -> tuple[str, ...]:
    """The ids of the entries of a kind."""
    return tuple(sorted(path.name for path in (root / "content" / folder).glob("*/")))


def entry_options(root: Path, folder: str, locales: Sequence[str]) -> tuple[Option, ...]:
    """The entries of a kind with their titles: each means the one in the first of the languages that has one."""
    return tuple(
        Option(id_, *_meaning(filter(None, (_title(root, folder, id_, locale) for locale in locales))))
        for id_ in entry_ids(root, folder)
    )


def _meaning(titles: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    first, *others = dict.fromkeys(titles) or [""]
    return first, tuple(others)


def _title(root: Path, folder: str, id_: str, locale: str) -> str:
    """The title of an entry in a language; nothing where its file cannot be read, which `check` tells."""
    path = f"content/{folder}/{id_}/index.{locale}.md"
    try:
        text, _problems = decode(read_bounded(root, path), path, locale)
        fields = split_front_matter(text, path)
        title = read_front_matter(fields.front_matter, path, fields.front_matter_line).values.get("title")
    except ContentError:
        return ""
    return str(title or "")
