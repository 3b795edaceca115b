"""A folder of this machine as a host: each file is exchanged in one move."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from showcase.publishing.hosts import Upload, in_parallel
from showcase.publishing.release import file_digest
from showcase.publishing.state import FOLDER

NEW = f"{FOLDER}/new"


class Folder:
    """Files below a folder, which a web server may be showing meanwhile."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def fetch(self, paths: Sequence[str], folder: Path) -> None:
        """Copy those files that are there."""
        for path in paths:
            if (self.root / path).is_file():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.root / path, folder / path)

    def upload(self, uploads: Sequence[Upload], keep: str) -> None:
        """Put each file beside its place, then move it there."""
        in_parallel(lambda each: self._put(each, keep), uploads)

    def _put(self, upload: Upload, keep: str) -> None:
        target = self.root / upload.path
        if upload.is_doubtful and file_digest(target) == upload.digest:
            return
        self._keep(upload.path, keep)
        # Where no visitor finds it, and on the same file system, so that it can be moved.
        fresh = self.root / NEW / sha256(upload.path.encode()).hexdigest()
        fresh.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(upload.file, fresh)
        fresh.replace(target)

    def _keep(self, path: str, keep: str) -> None:
        target, kept = self.root / path, self.root / keep / path
        if keep and target.is_file() and not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, kept)

    def remove(self, paths: Sequence[str], keep: str) -> None:
        """Remove the files, and the folders that become empty by it."""
        for path in paths:
            self._keep(path, keep)
            (self.root / path).unlink(missing_ok=True)
            for parent in (self.root / path).parents:
                if parent == self.root:
                    break
                with suppress(OSError):
                    parent.rmdir()

    def clear(self, folder: str) -> None:
        """Remove a folder."""
        shutil.rmtree(self.root / folder, ignore_errors=True)
