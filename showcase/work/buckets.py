"""What a process remembers goes to a bucket, and what others put there comes from it: machines need share no folder.

Values travel in packs, a batch in each, for a request costs more than most values. A pack in the bucket is never
changed; the packs of the folder are a copy of all that this machine has made or fetched.
"""

import contextlib
import os
import secrets
import time
import weakref
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from showcase.codes import _
from showcase.work.packs import ENDING, FORMAT, PackStore, removed

TAKEN = "taken.txt"
LATE = 3600 * 10**9  # nanoseconds by which a pack may come later than its name says: clocks differ, requests take time
NO_OBSTORE = _("a cache at s3:// needs the package obstore; install it: {command}")
NO_BUCKET = _("the bucket {address} does not answer as it should: {detail}")


class StoreError(Exception):
    """Raised where the bucket cannot be had: a message id and the words that fill it."""

    def __init__(self, message: str, fields: dict[str, str]) -> None:
        super().__init__(message, fields)
        self.message = message
        self.fields = fields


class Objects:
    """The objects of a bucket below a prefix. Who asks, and whom, stands in the environment (`AWS_…`)."""

    def __init__(self, address: str) -> None:
        self._address = address
        try:
            self._obstore = import_module("obstore")
            store = import_module("obstore.store")
        except ImportError:
            raise StoreError(NO_OBSTORE, {"command": "make extras"}) from None
        self._bucket = self._asked(lambda: store.S3Store.from_url(address))

    def names(self, after: str) -> list[str]:
        """The names that come after one, in their order."""
        chunks = self._asked(lambda: list(self._obstore.list(self._bucket, offset=after, chunk_size=1000)))
        return sorted(each["path"] for chunk in chunks for each in chunk if each["path"].endswith(ENDING))

    def get(self, name: str) -> bytes:
        """The bytes of an object; none where it is gone."""
        return bytes(self._asked(lambda: self._obstore.get(self._bucket, name).bytes()) or b"")

    def put(self, name: str, data: bytes) -> None:
        """Put an object there."""
        self._asked(lambda: self._obstore.put(self._bucket, name, data))

    def _asked(self, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except FileNotFoundError:
            return None
        except (self._obstore.exceptions.BaseError, OSError, ValueError) as error:
            detail = next(iter(str(error).strip().splitlines()), type(error).__name__)
            raise StoreError(NO_BUCKET, {"address": self._address, "detail": detail}) from None


class BucketStore(PackStore):
    """The packs of a folder that are those of a bucket too; StoreError where that cannot be had.

    A forked process leaves the bucket to the one that forked it, which reads its packs.
    """

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self._objects = Objects(address)
        self._birth = os.getpid()
        taken = folder / TAKEN
        self._taken = set(taken.read_text(encoding="utf-8").split()) if taken.exists() else set()
        super().__init__(folder)
        self._sent = {pack.name: pack.end for pack in self._packs}

    def __reduce__(self) -> tuple[Any, tuple[str]]:  # type: ignore[override] # another folder, the same bucket
        """The store of the same bucket, in another process."""
        return posted, (self.address,)

    def send(self) -> None:
        """Put what is new in the packs into the bucket."""
        if self._birth != os.getpid():
            return
        for pack in self._packs:
            begun, end = self._sent.get(pack.name, len(FORMAT)), pack.end
            if end > begun:
                name = f"{time.time_ns():020d}-{secrets.token_hex(8)}{ENDING}"
                self._objects.put(name, FORMAT + pack.read(begun, end - begun))
                self._taken.add(name)
            self._sent[pack.name] = end

    def refresh(self) -> None:
        """Take in what other processes and other machines have put since."""
        super().refresh()
        if self._birth != os.getpid():
            return
        self.send()
        for name in self._new_names():
            with contextlib.suppress(OSError):
                self._take(self._objects.get(name))
            self._taken.add(name)

    def close(self) -> None:
        """Send what is new, and let go of what is not used."""
        self.send()
        super().close()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / TAKEN).write_text("\n".join(sorted(self._taken)), encoding="utf-8")

    def _new_names(self) -> Iterator[str]:
        newest = int(max(self._taken, default="0").partition("-")[0])
        after = f"{max(newest - LATE, 0):020d}"
        return (name for name in self._objects.names(after) if name not in self._taken)

    def _take(self, data: bytes) -> None:
        """Append the records of another pack to our own, as they are."""
        if data.startswith(FORMAT):
            own = self._packs[self._open()]
            own.end = own.append(data[len(FORMAT) :])
            super().refresh()
            self._sent[own.name] = own.end


@lru_cache(maxsize=4)
def posted(address: str) -> BucketStore:
    """The store of a bucket, opened once in a process, in a folder that goes with it."""
    store = BucketStore(address, Path(mkdtemp(prefix="showcase-")))
    weakref.finalize(store, removed, store.folder, os.getpid())
    return store
