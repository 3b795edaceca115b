"""Artifacts become the output folder, all or nothing: built beside the old site, then exchanged for it in one move."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from showcase.pages.views import Artifact

AT_FDCWD = -100
RENAME_EXCHANGE = 2


class Busy(Exception):
    """Another build is writing to the same folder."""


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Keeps other builds from the output meanwhile; the lock frees itself when the process ends, however it ends."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with (output.parent / f".{output.name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(str(output)) from error
        yield


def write(artifacts: Iterable[Artifact], output: Path) -> None:
    """Make the output folder equal to the artifacts. Until the last move the old folder stands untouched."""
    staging = output.parent / f".{output.name}.new"
    with locked(output):
        shutil.rmtree(staging, ignore_errors=True)
        made: set[Path] = set()
        for artifact in artifacts:
            target = staging / artifact.output
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            target.write_bytes(artifact.data)
        exchange(staging, output)
        shutil.rmtree(staging, ignore_errors=True)


def exchange(staging: Path, output: Path) -> None:
    """Put one folder in the place of another. Where the system cannot exchange them in one move, two moves follow each other."""
    if not output.exists():
        staging.rename(output)
    elif not _exchanged(staging, output):
        old = output.parent / f".{output.name}.old"
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        staging.rename(output)
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system exchanged the two in one move (Linux renameat2(2), RENAME_EXCHANGE)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
