"""An S3-compatible store as a host, through obstore: with the type of each file and how long browsers may keep it."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from showcase.hosting.media_types import media_type
from showcase.publishing.hosts import HostError, Upload, in_parallel
from showcase.publishing.state import FOLDER

HeadersOf = Callable[[str], Mapping[str, str]]
ANEW = "no-store"
PATIENCE = timedelta(minutes=3)


class NoObstoreError(Exception):
    """The part of the program that speaks with object stores is not installed."""


class Bucket:
    """The objects of a bucket, below a prefix. What passes by itself, obstore tries again, each time after longer."""

    def __init__(
        self, address: str, headers_of: HeadersOf, options: Mapping[str, Any], patience: timedelta = PATIENCE
    ) -> None:
        try:
            self._obstore = import_module("obstore")
            store = import_module("obstore.store")
        except ImportError as error:
            raise NoObstoreError from error
        retry = {"max_retries": 8, "retry_timeout": patience}
        try:
            self._store = store.S3Store.from_url(address, retry_config=retry, **options)
        except self._obstore.exceptions.BaseError as error:
            raise HostError(first_line(error)) from error
        self._headers_of = headers_of

    def fetch(self, paths: Sequence[str], folder: Path) -> None:
        """Copy those objects that are there."""
        in_parallel(lambda path: self._fetch(path, folder / path), paths)

    def _fetch(self, path: str, target: Path) -> None:
        data = self._asked(lambda: self._obstore.get(self._store, path).bytes())
        if data is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(bytes(data))

    def upload(self, uploads: Sequence[Upload], keep: str) -> None:
        """Put each object, in one request, so that nobody reads half of one."""
        in_parallel(lambda each: self._put(each, keep), uploads)

    def _put(self, upload: Upload, keep: str) -> None:
        data = upload.file.read_bytes()
        if upload.is_doubtful and self._tag(upload.path) == hashlib.md5(data, usedforsecurity=False).hexdigest():
            return
        if keep:
            self._asked(lambda: self._obstore.copy(self._store, upload.path, f"{keep}/{upload.path}"))
        self._asked(
            lambda: self._obstore.put(
                self._store, upload.path, data, attributes=self._attributes(upload.path), use_multipart=False
            )
        )

    def _attributes(self, path: str) -> dict[str, str]:
        kept = ANEW if path.startswith(f"{FOLDER}/") else self._headers_of(f"/{path}")["Cache-Control"]
        return {"Content-Type": media_type(path), "Cache-Control": kept}

    def _tag(self, path: str) -> str:
        """The object's ETag, the MD5 of what was put in one request; empty where there is none."""
        found = self._asked(lambda: self._obstore.head(self._store, path))
        return str(found["e_tag"] or "").strip('"') if found else ""

    def remove(self, paths: Sequence[str], keep: str) -> None:
        """Remove the objects, kept ones after a copy."""
        if keep:
            in_parallel(
                lambda path: self._asked(lambda: self._obstore.copy(self._store, path, f"{keep}/{path}")), paths
            )
        self._asked(lambda: self._obstore.delete(self._store, list(paths)))

    def clear(self, folder: str) -> None:
        """Remove the objects below a folder."""
        listed = self._asked(lambda: self._obstore.list(self._store, prefix=f"{folder}/").collect()) or ()
        if paths := [each["path"] for each in listed]:
            self.remove(paths, "")

    def _asked(self, act: Callable[[], Any]) -> Any:
        """What comes of a request; nothing where the object is not there, HostError for everything else."""
        try:
            return act()
        except FileNotFoundError:
            return None
        except (self._obstore.exceptions.BaseError, OSError) as error:
            raise HostError(first_line(error)) from error


def first_line(error: BaseException) -> str:
    """What an error says, without its insides."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
