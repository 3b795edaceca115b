"""The Markdown files of another generator become entries: languages put together, pictures brought along."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from showcase import codes
from showcase.codes import _
from showcase.editing.answers import BODY
from showcase.editing.importing.markdown_files import Page, page
from showcase.editing.importing.notes import LOST, Note
from showcase.editing.pictures import picture_file
from showcase.editing.plans import NewEntry
from showcase.editing.writer import texts_alone
from showcase.kinds.entry import Kind
from showcase.language.slugs import slug
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.files import read_bounded

NO_PICTURE = _("the picture {name} was not found and is left in the text as it is")
ENDINGS = (".md", ".markdown")
FILES = 20_000


@dataclass(frozen=True, slots=True)
class Brought:
    """What a folder gives: entries, pictures by their names beside each entry, and what is to be told."""

    entries: tuple[NewEntry, ...]
    pictures: Mapping[str, Mapping[str, bytes]]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


def brought(folder: Path, kind: Kind, locales: tuple[str, ...], default: str) -> Brought:
    """The entries of a folder and of those below it."""
    pages, problems = _pages(folder, kind, locales)
    groups: dict[str, dict[str, Page]] = defaultdict(dict)
    for each in pages:
        groups[_key(each)].setdefault(each.locale or default, each)
    entries: list[NewEntry] = []
    pictures: dict[str, dict[str, bytes]] = {}
    notes = [note for each in pages for note in each.notes]
    for key, own in groups.items():
        source = default if default in own else next(iter(own))
        id_ = slug(str(own[source].values.get("slug") or key.rpartition("/")[2]), source)
        if any(entry.id == id_ for entry in entries):
            place = Place(f"{folder.name}/{own[source].path}")
            problems.append(problem(codes.TABLE_ROW_TWICE, place, id=id_, first=1))
            continue
        complete, pictures[id_], more = with_pictures(folder, own, id_)
        notes += more
        values = {code: _values(each, code == source, kind) for code, each in complete.items()}
        entries.append(NewEntry(kind, id_, source, values))
    return Brought(tuple(entries), pictures, tuple(notes), tuple(problems))


def _pages(folder: Path, kind: Kind, locales: tuple[str, ...]) -> tuple[list[Page], list[Problem]]:
    """The page of each file, and what is wrong with the others."""
    known = frozenset(kind.model.model_fields) - {"aliases"}
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(_files(folder))[:FILES]:
        shown = f"{folder.name}/{path}"
        try:
            pages.append(page(read_bounded(folder, str(path)), path, shown, locales, known))
        except ContentError as error:
            problems += (replace(each, place=replace(each.place, path=shown)) for each in error.problems)
    return pages, problems


def _files(folder: Path) -> Iterator[PurePosixPath]:
    """The Markdown files, without those of hidden folders."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.suffix.lower() in ENDINGS and path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield PurePosixPath(name.as_posix())


def _key(each: Page) -> str:
    """What is the same in every language of a page: Pelican's slug, Hugo's path."""
    return str(each.values["slug"]) if each.path.suffix and "slug" in each.values and not each.locale else each.key


def _values(each: Page, is_source: bool, kind: Kind) -> dict[str, object]:
    """The fields of a page; a translation's facts stand in its source."""
    own = {name: value for name, value in each.values.items() if name != "slug" or not is_source}
    return (own if is_source else texts_alone(own, kind.model)) | {BODY: each.body.strip("\n")}


def with_pictures(
    folder: Path, own: Mapping[str, Page], id_: str
) -> tuple[dict[str, Page], dict[str, bytes], tuple[Note, ...]]:
    """The pages with their pictures beside them, these pictures, and a note for each that was not found."""
    files: dict[str, bytes] = {}
    names: dict[Path, str] = {}
    notes: list[Note] = []
    made: dict[str, Page] = {}
    for locale, each in own.items():
        body = each.body
        for src in dict.fromkeys(each.pictures):
            file = next((path for path in _candidates(folder, each.path, src) if path.is_file()), None)
            if file is None:
                notes.append(Note(LOST, Place(f"{folder.name}/{each.path}"), NO_PICTURE, {"name": src}))
                continue
            if file not in names:
                names[file], data = picture_file(file.resolve(), id_, tuple(files))
                files[names[file]] = data
            body = body.replace(f"]({src}", f"]({names[file]}")
        made[locale] = replace(each, body=body)
    return made, files, tuple(notes)


def _candidates(folder: Path, path: PurePosixPath, src: str) -> Iterable[Path]:
    """Where a picture may lie: beside the text, below the folder, or in the folder of what is copied as it is."""
    bare = src.removeprefix("{static}").removeprefix("{attach}")
    if "://" in bare or ".." in PurePosixPath(bare).parts:
        return ()
    inner = bare.lstrip("/")
    beside = folder / path.parent / inner
    return (beside, folder / inner, folder / "static" / inner, folder.parent / "static" / inner)
