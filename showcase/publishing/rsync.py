"""A folder of another machine as a host, through rsync: over SSH or with a daemon."""

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from showcase.publishing.hosts import PAUSES, HostError, Upload, retried

# Connections that were refused, broke or fell silent (rsync(1), EXIT VALUES); 255 is what ssh says of them.
PASSING = frozenset({5, 10, 12, 30, 35, 255})
USUAL = ("--recursive", "--from0", "--timeout=60", "--chmod=D755,F644")
NAMED = ("--files-from=-", "--no-implied-dirs")
# What is not there is removed, but for what no rule includes. `--delete-missing-args` says that in one word, but
# servers with the fixes of May 2026 refuse it (rsync 3.4.3, Debian 3.2.7-1+deb12u6): RsyncProject/rsync, issue 910.
REMOVING = ("--delete", "--force", "--existing", "--include-from=-", "--exclude=*")
AT_ONCE = 2_000  # rules, each of which rsync holds against all files of the folders
WILD, SIGNS = re.compile(r"[*?\[]"), re.compile(r"[*?\[\\]")


class RsyncError(HostError):
    """rsync ended with an error; its code says whether it may pass."""

    def __init__(self, code: int, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class Rsync:
    """The files below an address such as `rsync://host/module/` or `user@host:/srv/www`."""

    def __init__(self, address: str, pauses: Sequence[float] = PAUSES) -> None:
        self.address = f"{address.rstrip('/')}/"
        self._pauses = pauses

    def fetch(self, paths: Sequence[str], folder: Path) -> None:
        """Copy those files that are there."""
        folder.mkdir(parents=True, exist_ok=True)
        self._run((*NAMED, "--ignore-missing-args", self.address, f"{folder}/"), paths)

    def upload(self, uploads: Sequence[Upload], keep: str) -> None:
        """Put the files in their places, which rsync does one by one in one move each."""
        with TemporaryDirectory() as folder:
            for each in uploads:  # a name in the folder for each file, wherever it lies
                link = Path(folder, each.path)
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(each.file.resolve())
            given = (*NAMED, "--checksum", "--copy-links", *_keeping(keep), f"{folder}/", self.address)
            self._run(given, [each.path for each in uploads])

    def remove(self, paths: Sequence[str], keep: str) -> None:
        """Remove the files: rsync makes their folders equal to empty ones, as far as these files go."""
        for start in range(0, len(paths), AT_ONCE):
            part = paths[start : start + AT_ONCE]
            self._remove(part, map(_pattern, part), keep)

    def clear(self, folder: str) -> None:
        """Remove a folder."""
        self._remove((folder,), (f"{_pattern(folder)}/***",), "")

    def _remove(self, paths: Sequence[str], patterns: Iterable[str], keep: str) -> None:
        folders = sorted({str(folder) for each in paths for folder in PurePosixPath(each).parents} - {"."})
        with TemporaryDirectory() as empty:
            for each in folders:
                Path(empty, each).mkdir()
            rules = (*(f"{_pattern(each)}/" for each in folders), *patterns)
            self._run((*REMOVING, *_keeping(keep), f"{empty}/", self.address), rules)

    def _run(self, arguments: Iterable[str], told: Sequence[str]) -> None:
        command = ("rsync", *USUAL, *arguments)
        names = "\0".join(told).encode()
        retried(lambda: _ran(command, names), _may_pass, self._pauses)


def _pattern(path: str) -> str:
    """What matches the path alone (rsync(1), FILTER RULES): a backslash counts only where there is a wildcard."""
    return "/" + (SIGNS.sub(r"\\\g<0>", path) if WILD.search(path) else path)


def _keeping(keep: str) -> tuple[str, ...]:
    return ("--backup", f"--backup-dir={keep}") if keep else ()


def _may_pass(error: Exception) -> bool:
    return isinstance(error, RsyncError) and error.code in PASSING


def _ran(command: Sequence[str], names: bytes) -> None:
    try:
        done = subprocess.run(command, input=names, capture_output=True, check=False)  # noqa: S603 - a program by name
    except FileNotFoundError as error:
        raise HostError("rsync: not found") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise RsyncError(done.returncode, lines[0] if lines else f"rsync: {done.returncode}")
