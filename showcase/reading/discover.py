"""The files of a project become sources: texts with their bytes, and attachments with their digests."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.values import ID_PATTERN
from showcase.problems import Place, Problem, problem, suggestion

TEXT_LIMIT = 1 << 20
ATTACHMENT_LIMIT = 20 << 20
TEXT_NAME = re.compile(r"index\.([A-Za-z-]{2,10})\.md")
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

    sources: tuple[Source, ...]
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]


def discover(root: Path, locales: tuple[str, ...]) -> Found:
    """Every source and attachment below `content/`, in the order of their paths, and what is wrong with the rest."""
    sources: list[Source] = []
    attachments: list[Attachment] = []
    problems: list[Problem] = []
    for folder in _folders(root, problems):
        for name in sorted(os.listdir(folder)):
            path = f"content/{folder.parent.name}/{folder.name}/{name}"
            found = _entry_file(folder / name, path, locales)
            {Source: sources, Attachment: attachments, Problem: problems}[type(found)].append(found)  # type: ignore[attr-defined]
    if not sources and not problems:
        problems.append(problem(codes.NO_CONTENT, Place("content")))
    return Found(tuple(sources), tuple(attachments), tuple(problems))


def files_below(root: Path, folder: str) -> tuple[File, ...]:
    """Every regular file below a folder of the project, in the order of their paths."""
    found = []
    for directory, names, files in os.walk(root / folder):
        names.sort()
        found += [Path(directory) / name for name in files if not name.startswith(".")]
    regular = [path for path in found if stat.S_ISREG(path.lstat().st_mode)]
    return tuple(File(path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(regular))


def _folders(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The folders of entries, kind by kind; whatever else lies there is a problem."""
    content = root / "content"
    if not content.is_dir():
        return
    for kind in sorted(content.iterdir()):
        path = f"content/{kind.name}"
        if kind.name.startswith(".") or (kind.is_file() and kind.name == "menus.yaml"):
            continue
        if kind.name not in KINDS or kind.is_symlink() or not kind.is_dir():
            problems.append(
                problem(
                    codes.UNKNOWN_FOLDER,
                    Place(path),
                    name=kind.name,
                    known=", ".join(KINDS),
                    **suggestion(kind.name, KINDS),
                )
            )
            continue
        for entry in sorted(kind.iterdir()):
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() or not entry.is_dir():
                problems.append(problem(codes.STRANGE_FILE, Place(f"{path}/{entry.name}"), name=entry.name))
            elif len(entry.name) > 80 or not re.fullmatch(ID_PATTERN, entry.name):
                problems.append(problem(codes.BAD_ID, Place(f"{path}/{entry.name}"), id=entry.name))
            else:
                yield entry


def _entry_file(file: Path, path: str, locales: tuple[str, ...]) -> Source | Attachment | Problem:
    named = TEXT_NAME.fullmatch(file.name)
    if named and named[1] not in locales:
        return problem(codes.UNKNOWN_LOCALE, Place(path), locale=named[1], known=", ".join(locales))
    if not named and not file.name.lower().endswith(PICTURE_ENDINGS):
        return problem(codes.STRANGE_FILE, Place(path), name=file.name)
    data = _read(file, path, TEXT_LIMIT if named else ATTACHMENT_LIMIT)
    if isinstance(data, Problem):
        return data
    kind, entry = path.split("/")[1:3]
    digest = hashlib.sha256(data).hexdigest()
    if named:
        return Source(path, kind, entry, named[1], data, digest)
    return Attachment(path, f"{kind}/{entry}", file.name, digest)


def _read(file: Path, path: str, limit: int) -> bytes | Problem:
    """The bytes of a regular file within its limit; links and devices are refused before they are opened."""
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return problem(codes.NOT_A_FILE, Place(path), detail=stat.filemode(status.st_mode))
        if status.st_size > limit:
            return problem(codes.FILE_TOO_LARGE, Place(path), size=status.st_size, limit=limit)
        return file.read_bytes()
    except OSError as error:
        return problem(codes.UNREADABLE, Place(path), detail=error.strerror or "")
