"""The files of a project become sources: texts with their bytes, and attachments with their digests."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from sys import intern

from showcase import codes
from showcase.kinds import KINDS
from showcase.language.slugs import is_reserved, is_slug
from showcase.language.text import normalised
from showcase.limits import LIMITS, Limits
from showcase.problems import Place, Problem, problem, suggestion
from showcase.reading.files import bytes_of, read_again

TEXT_NAME = re.compile(r"index\.([A-Za-z-]{2,10})\.md")
OWN_FILES = ("menus.yaml", "history.yaml", "imports.yaml")
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it lies on disk."""

    path: str
    kind: str
    id: str
    locale: str
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text that lies on disk, by the SHA-256 `sum` of its bytes: there are too many to hold them all.

    `entry` is `<kind>/<id>`, the key of its entry, which all its texts share.
    """

    entry: str
    locale: str
    sum: bytes

    @property
    def digest(self) -> str:
        """The sum as text."""
        return self.sum.hex()

    @property
    def path(self) -> str:
        """Where it lies."""
        return f"content/{self.entry}/index.{self.locale}.md"

    @property
    def kind(self) -> str:
        """The kind of its entry."""
        return self.entry.partition("/")[0]

    @property
    def id(self) -> str:
        """The id of its entry."""
        return self.entry.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a text."""

    path: str
    entry: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class File:
    """Any other file of the project: a template, an asset, a catalogue."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the content folder."""

    sources: tuple[TextFile, ...]
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Within:
    """The languages and the bounds within which files are sources."""

    locales: tuple[str, ...]
    limits: Limits


def discover(root: Path, locales: tuple[str, ...], limits: Limits = LIMITS) -> Found:
    """Every text and attachment below `content/`, in the order of their paths, and what is wrong with the rest."""
    content = root / "content"
    if content.is_symlink():
        return Found((), (), (problem(codes.NOT_A_FILE, Place("content"), detail=codes.A_LINK),))
    within = _Within(locales, limits)
    found = tuple(each for kind in _inside(content) for each in _kind(kind, f"content/{kind.name}", within))
    sources = tuple(each for each in found if isinstance(each, TextFile))
    attachments = tuple(each for each in found if isinstance(each, Attachment))
    problems = tuple(each for each in found if isinstance(each, Problem))
    if not sources and not any(each.severity == codes.ERROR for each in problems):
        problems = (*problems, problem(codes.NO_CONTENT, Place("content")))
    return Found(sources, attachments, problems)


def source_at(root: Path, path: str, locales: tuple[str, ...], limits: Limits = LIMITS) -> Source | None:
    """The text at a path from the root, as `discover` would find it; nothing where that is no text of an entry."""
    parts = path.split("/")
    named = TEXT_NAME.fullmatch(parts[-1])
    if len(parts) != 4 or parts[0] != "content" or parts[1] not in KINDS or not named or named[1] not in locales:
        return None
    if any((root / part).is_symlink() for part in Path(path).parents):
        return None
    data = bytes_of(root / path, path, limits.text)
    if isinstance(data, Problem):
        return None
    return Source(path, parts[1], parts[2], named[1], data, hashlib.sha256(data).hexdigest())


def source_of(root: Path, file: TextFile, limits: Limits = LIMITS) -> Source:
    """The text with its bytes; ContentError where the file is no longer the one that was found."""
    data = read_again(root, file.path, file.digest, limits.text)
    return Source(file.path, file.kind, file.id, file.locale, data, file.digest)


def files_below(root: Path, folder: str) -> tuple[File, ...]:
    """Every regular file below a folder of the project, in the order of their paths."""
    found = []
    for directory, names, files in os.walk(root / folder):
        names.sort()
        found += [Path(directory) / name for name in files if not name.startswith(".")]
    regular = [path for path in found if stat.S_ISREG(path.lstat().st_mode)]
    return tuple(File(path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(regular))


def _inside(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    """What lies in a folder, hidden files aside, in the order of the names; nothing where it is no folder."""
    try:
        with os.scandir(folder) as found:
            return sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _kind(folder: os.DirEntry[str], path: str, within: _Within) -> Iterator[TextFile | Attachment | Problem]:
    """The files of a kind's entries; whatever else stands there is a problem."""
    if folder.name in KINDS and folder.is_dir(follow_symlinks=False):
        for entry in _inside(folder):
            yield from _entry(entry, f"{path}/{entry.name}", within)
    elif folder.name not in OWN_FILES or not folder.is_file():
        words, near = ", ".join(KINDS), suggestion(folder.name, KINDS)
        yield problem(codes.UNKNOWN_FOLDER, Place(path), name=folder.name, known=words, **near)


def _entry(folder: os.DirEntry[str], path: str, within: _Within) -> Iterator[TextFile | Attachment | Problem]:
    """The files of an entry; whatever cannot be an entry's folder is a problem."""
    if not folder.is_dir(follow_symlinks=False):
        yield problem(codes.STRANGE_FILE, Place(path), name=folder.name)
    elif not is_slug(folder.name):
        yield problem(codes.BAD_ID, Place(path), id=folder.name)
    elif is_reserved(folder.name):
        yield problem(codes.RESERVED_NAME, Place(path), name=folder.name)
    elif len(files := _inside(folder)) > within.limits.files:
        yield problem(codes.TOO_MANY_FILES, Place(path), count=len(files), limit=within.limits.files)
    else:
        if not any(TEXT_NAME.fullmatch(file.name) for file in files):
            yield problem(codes.NO_TEXT, Place(path))
        yield from _alike([file.name for file in files if _is_used(file.name)], path)
        entry = path.partition("/")[2]
        yield from (_entry_file(file, entry, within) for file in files)


def _is_used(name: str) -> bool:
    """Whether a file of that name is a text or a picture."""
    return TEXT_NAME.fullmatch(name) is not None or name.lower().endswith(PICTURE_ENDINGS)


def _alike(names: list[str], path: str) -> Iterator[Problem]:
    """A problem for each name that some systems do not tell from another."""
    known: dict[str, str] = {}
    for name in names:
        other = known.setdefault(normalised(name).casefold(), name)
        if other != name:
            yield problem(codes.NAMES_COLLIDE, Place(f"{path}/{name}"), name=name, other=other)


def _entry_file(file: os.DirEntry[str], entry: str, within: _Within) -> TextFile | Attachment | Problem:
    named, path = TEXT_NAME.fullmatch(file.name), f"content/{entry}/{file.name}"
    if named and named[1] not in within.locales:
        return problem(codes.UNKNOWN_LOCALE, Place(path), locale=named[1], known=", ".join(within.locales))
    if not _is_used(file.name):
        return problem(codes.STRANGE_FILE, Place(path), name=file.name)
    if is_reserved(file.name.partition(".")[0]):
        return problem(codes.RESERVED_NAME, Place(path), name=file.name)
    data = bytes_of(file, path, within.limits.text if named else within.limits.picture)
    if isinstance(data, Problem):
        return data
    found = hashlib.sha256(data)
    if named:
        return TextFile(entry, intern(named[1]), found.digest())
    return Attachment(path, entry, file.name, found.hexdigest())
