"""Artifacts become the output folder, all or nothing: built beside the old site, then exchanged for it in one move."""

import contextlib
import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import IO

from showcase.pages.views import Artifact

AT_FDCWD = -100
RENAME_EXCHANGE = 2
BEYOND = ("\U0010ffff", "")  # no path comes after it
OURS = "404.html"  # stands in every site we make, and hardly in a folder of anything else

Swap = Callable[[Path, Path], bool]


class BusyError(Exception):
    """Another build is writing to the same folder."""


def exchanged(one: Path, other: Path, library: str | None = None) -> bool:
    """Whether the system exchanged the two in one move (Linux renameat2(2), RENAME_EXCHANGE).

    The function is looked up in the library of that name, usually the running program itself.
    """
    try:
        rename = ctypes.CDLL(library, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def write(artifacts: Iterable[Artifact], output: Path, swap: Swap = exchanged) -> None:
    """Make the output folder equal to the artifacts. Until the last move the old folder stands untouched.

    A file that is the same as in the old site is taken over with its time, as hosts upload what has a new one; where
    all are the same nothing is touched. A link is followed, so that the site is built beside the folder it leads to.
    """
    output = output.resolve()
    staging = _beside(output, "new")
    with locked(output) as record:
        _refuse_foreign(output)
        _recover(output)
        _remove(staging)
        made = sorted(artifacts, key=attrgetter("output"))
        same = _same(made, read_record(record, output))
        if all(same) and len(made) == _count(output):
            return
        try:
            _fill(staging, zip(made, same, strict=True), output)
            exchange(staging, output, swap)
            write_record(record, output, made)
        finally:
            _remove(staging)  # a full disk would else stay full


def _count(folder: Path) -> int:
    """How many files there are."""
    return sum(len(files) for _folder, _folders, files in os.walk(folder))


def _same(made: Sequence[Artifact], written: Iterator[tuple[str, str]]) -> bytearray:
    """Of each artifact, whether it was written with the same digest. Both are in the order of their paths."""
    same, path, digest = bytearray(len(made)), "", ""
    for number, artifact in enumerate(made):
        while path < artifact.output:
            path, digest = next(written, BEYOND)
        same[number] = (path, digest) == (artifact.output, artifact.digest)
    return same


def _fill(staging: Path, artifacts: Iterable[tuple[Artifact, int]], output: Path) -> None:
    """Make the new folder: by links to files of the old one of those that are the same, else by new files."""
    last = ""  # folder; files of one come one after another, and there are too many folders to note them all
    for artifact, is_same in artifacts:
        target = f"{staging}/{artifact.output}"
        folder = os.path.dirname(target)
        try:
            if folder != last:
                os.makedirs(folder, exist_ok=True)
                last = folder
            if not (is_same and _linked(f"{output}/{artifact.output}", target)):
                Path(target).write_bytes(artifact.data)
        except OSError as error:  # a disk that is full does not say which file it has no room for
            raise OSError(error.errno, error.strerror, target) from error


def _linked(source: str, target: str) -> bool:
    """Whether the file could be taken over; not every file system knows links."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def read_record(record: IO[str], output: Path) -> Iterator[tuple[str, str]]:
    """The files that the last build wrote and nobody has touched since, with their digests, in the order of paths."""
    try:
        for line in record:
            path, digest, *stamp = json.loads(line)
            if stamp == _stamp(f"{output}/{path}"):
                yield str(path), digest
    except (ValueError, TypeError, OSError):
        return  # what is not in the record is new


def write_record(record: IO[str], output: Path, artifacts: Iterable[Artifact]) -> None:
    """Note what was written; without a note the next build only has more to write."""
    with contextlib.suppress(OSError):
        record.seek(0)
        record.truncate()
        for each in artifacts:
            line = (each.output, each.digest, *_stamp(f"{output}/{each.output}"))
            record.write(f"{json.dumps(line)}\n")
        record.flush()


def _stamp(path: str) -> list[int]:
    """What tells that a file is still the one that was written."""
    try:
        status = os.lstat(path)
    except OSError:
        return []
    return [status.st_ino, status.st_size, status.st_mtime_ns]


@contextmanager
def locked(output: Path) -> Iterator[IO[str]]:
    """Keeps other builds from the output meanwhile; the lock frees itself when the process ends, however it ends.

    The file of the lock holds the record of what was written.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    with _beside(output, "lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(output)) from error
        file.seek(0)
        yield file


def exchange(staging: Path, output: Path, swap: Swap = exchanged) -> None:
    """Put one folder in the place of another: in one move, or in two where the system cannot exchange them."""
    if not output.exists():
        staging.rename(output)
    elif not swap(staging, output):
        old = _beside(output, "old")
        _remove(old)
        output.rename(old)
        staging.rename(output)
        _remove(old)


def _recover(output: Path) -> None:
    """Bring back the old site of a build that was killed between its two moves."""
    old = _beside(output, "old")
    if old.is_dir() and not output.exists():
        old.rename(output)


def _refuse_foreign(output: Path) -> None:
    """What no build has made is never replaced, for it would be lost."""
    if output.exists() and not output.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(output))
    if output.is_dir() and not (output / OURS).is_file() and any(output.iterdir()):
        raise FileExistsError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(output))


def _beside(output: Path, ending: str) -> Path:
    return output.parent / f".{output.name}.{ending}"


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
