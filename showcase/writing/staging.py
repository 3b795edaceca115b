"""Artifacts become the output folder, all or nothing: built beside the old site, then exchanged for it in one move."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from showcase.pages.views import Artifact

AT_FDCWD = -100
RENAME_EXCHANGE = 2
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

    A link is followed, so that the site is built beside the folder it leads to.
    """
    output = output.resolve()
    staging = _beside(output, "new")
    with locked(output):
        _refuse_foreign(output)
        _recover(output)
        _remove(staging)
        try:
            for artifact in artifacts:
                _put(artifact, staging)
            exchange(staging, output, swap)
        finally:
            _remove(staging)  # a full disk would else stay full


def _put(artifact: Artifact, staging: Path) -> None:
    target = staging / artifact.output
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.data)
    except OSError as error:  # a disk that is full does not say which file it has no room for
        raise OSError(error.errno, error.strerror, str(target)) from error


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Keeps other builds from the output meanwhile; the lock frees itself when the process ends, however it ends."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with _beside(output, "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(output)) from error
        yield


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
