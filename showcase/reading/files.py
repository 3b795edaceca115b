"""A path of the project becomes the bytes of a regular file within its limit, or the problem that it is none."""

import errno
import hashlib
import os
import stat
from pathlib import Path, PurePosixPath

from showcase import codes
from showcase.limits import LIMITS
from showcase.problems import ContentError, Place, Problem, problem

# A link that has just taken the file's place is refused, and a pipe does not wait for somebody to write into it.
FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def read_bounded(root: Path, path: str, limit: int = LIMITS.text) -> bytes:
    """The bytes of a regular file of the project within its limit; ContentError where it is none.

    No folder on the way may be a link either.
    """
    for folder in reversed(PurePosixPath(path).parents[:-1]):
        if (root / folder).is_symlink():
            raise ContentError(problem(codes.NOT_A_FILE, Place(str(folder)), detail=codes.A_LINK))
    data = bytes_of(root / path, path, limit)
    if isinstance(data, Problem):
        raise ContentError(data)
    return data


def read_again(root: Path, path: str, digest: str, limit: int) -> bytes:
    """The bytes that were found under the digest; ContentError where others, or none, have taken their place.

    What is remembered of a file goes by its digest: nothing may be remembered of another.
    """
    try:
        data = read_bounded(root, path, limit)
    except ContentError:
        data = b""
    if hashlib.sha256(data).hexdigest() != digest:
        raise ContentError(problem(codes.CHANGED_MEANWHILE, Place(path), name=path.rpartition("/")[2]))
    return data


def bytes_of(file: str | os.PathLike[str], path: str, limit: int) -> bytes | Problem:
    """The bytes of a regular file within its limit; links and devices are refused before they are opened."""
    try:
        status = os.lstat(file)
        if not stat.S_ISREG(status.st_mode):
            return problem(codes.NOT_A_FILE, Place(path), detail=sort_of_file(status.st_mode))
        if status.st_size > limit:
            return problem(codes.FILE_TOO_LARGE, Place(path), size=status.st_size, limit=limit)
        return _bytes(file, path, limit)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return problem(codes.NOT_A_FILE, Place(path), detail=codes.A_LINK)
        return problem(codes.UNREADABLE, Place(path), detail=error.strerror or "")


def _bytes(file: str | os.PathLike[str], path: str, limit: int) -> bytes | Problem:
    """The bytes of the file that is opened, which need not be the one that was looked at."""
    with os.fdopen(os.open(file, FLAGS), "rb") as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode):
            return problem(codes.NOT_A_FILE, Place(path), detail=sort_of_file(status.st_mode))
        data = opened.read(min(status.st_size, limit) + 1)  # what is asked for is reserved in memory
    return data if len(data) <= limit else problem(codes.FILE_TOO_LARGE, Place(path), size=len(data), limit=limit)


def sort_of_file(mode: int) -> str:
    """What stands there instead of a regular file."""
    if stat.S_ISLNK(mode):
        return codes.A_LINK
    return codes.A_FOLDER if stat.S_ISDIR(mode) else codes.A_DEVICE
