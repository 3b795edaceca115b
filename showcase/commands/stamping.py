"""A translation and its source become files: the translation with its stamps, and the memory of its source."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from showcase.commands.stamps import stamped
from showcase.language.text import digest_of_text
from showcase.library.entries import Group
from showcase.reading.memory import TYPO, Remembered, memory_path, memory_text, read_memory, source_texts
from showcase.reading.parse import Document


def write_stamps(
    root: Path,
    source: Document,
    translation: Document,
    stamps: Mapping[str, str],
    *,
    typos: Iterable[str] = (),
    is_read: bool = False,
) -> bool:
    """Whether anything had to be written to bring a translation to these stamps and to remember its source.

    `typos` are the keys that are stamped because only a slip was corrected in the source.
    """
    memory = remembered(root, source, translation, stamps, tuple(typos))
    path = root / translation.path
    # As bytes: reading as text would turn the line ends of another system into ours.
    text = stamped(path.read_bytes().decode(), stamps, is_read=is_read)
    kept = _written(root / memory_path(source.key, translation.locale), memory_text(memory) if memory else "")
    return _written(path, text) or kept


def _written(path: Path, text: str) -> bool:
    """Whether the file had to be changed; a file without text is none."""
    before = path.read_bytes() if path.exists() else b""
    if before == text.encode():
        return False
    if text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    else:
        path.unlink()
    return True


def remembered(
    root: Path, source: Document, translation: Document, stamps: Mapping[str, str], typos: tuple[str, ...]
) -> dict[str, Remembered]:
    """The source text of each stamp: as it is remembered where it says the same, else as it stands now.

    Of a stamp that belongs to neither, the text is not known, and nothing is remembered.
    """
    old = read_memory(root, source.key, translation.locale)
    now = source_texts(source, (root / source.path).read_bytes())
    made = {}
    for key, digest in stamps.items():
        if key in typos:
            made[key] = Remembered(now[key], TYPO)
        elif key in old and digest_of_text(old[key].text) == digest:
            made[key] = old[key]
        elif source.digests.get(key) == digest:
            made[key] = Remembered(now[key])
    return made


def orphans(root: Path, groups: Iterable[Group]) -> Iterator[Path]:
    """The memories of translations that are no longer there: of entries renamed or removed."""
    known = {root / memory_path(group.source.key, locale) for group in groups for locale in group.translations}
    yield from (path for path in sorted(root.glob(memory_path("*/*", "*"))) if path not in known)
