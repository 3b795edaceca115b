"""The folder of a release becomes its files with their digests, once each has been compared with them."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from showcase.hosting.headers import FINGERPRINTED
from showcase.hosting.media_types import is_twin
from showcase.releasing.record import SUMS, read_sums

Files = Mapping[str, str]  # the SHA-256 of each file by its path


class NoReleaseError(Exception):
    """There is no release in the folder."""


class ChangedReleaseError(Exception):
    """The folder no longer holds what the build put there; `path` is the first file that differs."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def read_release(folder: Path, *, with_twins: bool = True) -> Files:
    """The files of the release in the folder, compressed twins only if the host sends them."""
    try:
        sums = (folder / SUMS).read_bytes()
    except FileNotFoundError:
        raise NoReleaseError(str(folder)) from None
    stated = read_sums(sums)
    for path, digest in sorted(stated.items()):
        if not is_inside(path) or file_digest(folder / path) != digest:
            raise ChangedReleaseError(path)
    files = {**stated, SUMS: sha256(sums).hexdigest()}
    return {path: digest for path, digest in sorted(files.items()) if with_twins or not is_twin(path)}


def file_digest(path: Path) -> str:
    """The SHA-256 of a file; empty where there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def is_inside(path: str) -> bool:
    """Whether the path stays in the folder to which it is added."""
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith("/") and "\\" not in path


def fingerprinted(paths: Iterable[str]) -> set[str]:
    """Those paths that change with the bytes behind them, which pages in visitors' hands may still ask for."""
    return {path for path in paths if f"/{path}".startswith((*FINGERPRINTED, "/share/"))}
