"""Imported entries and the files that are there become the files to write, and what is told of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.codes import _
from showcase.editing.importing.notes import LEFT, Note
from showcase.editing.importing.records import digest_of
from showcase.problems import Place

EDITED = _("it was edited since it was imported; what the import says now is not taken over")
FOREIGN = _("it is there already and was not imported; it stays as it is")


@dataclass(frozen=True, slots=True)
class Change:
    """The files to write, their digests and those of files that say the same, and what is told of the others."""

    files: Mapping[Path, bytes]
    known: Mapping[str, str]
    updated: tuple[Path, ...] = ()
    same: int = 0
    notes: tuple[Note, ...] = ()


def change(root: Path, files: Mapping[Path, bytes], known: Mapping[str, str]) -> Change:
    """What an entry's files change: one that was edited or not imported stays, one that says the same too."""
    made = Change({}, dict(known))
    for path, data in files.items():
        made = _with(root, made, path, data)
    return made


def _with(root: Path, made: Change, path: Path, data: bytes) -> Change:
    name, wanted = path.as_posix(), digest_of(data)
    there = digest_of((root / path).read_bytes()) if (root / path).is_file() else ""
    if path.suffix != ".md":
        same = (root / path).is_file()
        return made if same else replace(made, files={**made.files, path: data})
    if there in ("", made.known.get(name)) and there != wanted:
        updated = (*made.updated, path) if there else made.updated
        return replace(made, files={**made.files, path: data}, known={**made.known, name: wanted}, updated=updated)
    if there == wanted or wanted == made.known.get(name):
        return replace(made, known={**made.known, name: wanted}, same=made.same + 1)
    note = Note(LEFT, Place(name), EDITED if name in made.known else FOREIGN)
    return replace(made, notes=(*made.notes, note))


def together(changes: Iterable[Change], known: Mapping[str, str]) -> Change:
    """All changes as one."""
    every = tuple(changes)
    files = {path: data for each in every for path, data in each.files.items()}
    digests = {name: value for each in every for name, value in each.known.items()}
    updated = tuple(path for each in every for path in each.updated)
    notes = tuple(note for each in every for note in each.notes)
    return Change(files, {**known, **digests}, updated, sum(each.same for each in every), notes)
