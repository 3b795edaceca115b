"""Values become records of a few large files. A record that is cut short or damaged counts as absent.

A file for each value would cost more than most values: opening, reading and closing it takes longer than making many of
them. So each process appends to a pack of its own, and reads those of all others. Two builds may share the folder.
"""

import contextlib
import hashlib
import mmap
import os
import pickle
import secrets
import struct
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple

HEAD = struct.Struct("<32s16sQ")  # key, checksum of the body, length of the body
FORMAT = b"showcase-pack-1\n"
ENDING = ".pack"
LARGEST = 1 << 30  # a folder is not let grow beyond this many bytes
SPARE = 64 << 20  # as much as this may be out of use before the packs are written anew
OLD = 30 * 86_400  # seconds after which a pack that nobody asked for goes
MANY = 64


class Spot(NamedTuple):
    """Where the body of a record stands."""

    pack: str
    start: int
    length: int
    checksum: bytes


class PackStore:
    """The packs of a folder. What cannot be read is absent, what cannot be written is not remembered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._maps: dict[str, mmap.mmap] = {}
        self._ends: dict[str, int] = {}
        self._spots: dict[bytes, Spot] = {}
        self._used: set[bytes] = set()
        self._own: IO[bytes] | None = None
        self._process = os.getpid()
        self._is_damaged = False
        self.refresh()

    def __reduce__(self) -> tuple[Any, tuple[Path]]:
        """The store of the same folder, in another process."""
        return opened, (self.folder,)

    def get(self, key: str) -> Any:
        """The value, or `None` where there is none, or none that can be read."""
        name = _name(key)
        spot = self._spots.get(name)
        if spot is None:
            return None
        try:
            body = memoryview(self._map(spot.pack))[spot.start : spot.start + spot.length]
            if _checksum(name, body) == spot.checksum:
                self._used.add(name)
                return _unpacked(body)
        except Exception:  # whatever keeps a value from being read, it can be computed again
            self._is_damaged = True
            return None
        self._is_damaged = True
        return None

    def put(self, key: str, value: Any) -> bool:
        """Append the value; whether that was possible."""
        name, body = _name(key), _packed(value)
        checksum = _checksum(name, body)
        self._used.add(name)
        try:
            own = self._open()
            start = own.tell() + HEAD.size
            own.write(HEAD.pack(name, checksum, len(body)) + body)
            own.flush()
        except OSError:
            return False
        self._spots[name] = Spot(Path(own.name).name, start, len(body), checksum)
        return True

    def refresh(self) -> None:
        """Take in what other processes have written since."""
        for path in _packs(self.folder):
            with contextlib.suppress(OSError, ValueError):
                self._take(path)

    def close(self) -> None:
        """Let go of what is not used: called once everything is made."""
        with contextlib.suppress(OSError):  # on a full disk the last bytes cannot be written
            if self._own:
                self._own.close()
        self._own = None
        with contextlib.suppress(OSError):
            self._prune()

    def _take(self, path: Path) -> None:
        begin = self._ends.get(path.name, len(FORMAT))
        if path.stat().st_size <= begin or (self._own and path.name == Path(self._own.name).name):
            return
        data = _mapped(path)
        if data[: len(FORMAT)] != FORMAT:
            return
        self._maps[path.name] = data
        self._ends[path.name] = begin
        for name, spot in _records(path.name, data, begin):
            self._spots[name] = spot
            self._ends[path.name] = spot.start + spot.length

    def _map(self, pack: str) -> mmap.mmap:
        """The bytes of a pack, as far as they are needed; our own one grows."""
        if self._own and pack == Path(self._own.name).name:
            known = self._maps.get(pack)
            if known is None or len(known) < self._own.tell():
                self._maps[pack] = mmap.mmap(self._own.fileno(), 0, access=mmap.ACCESS_READ)
        return self._maps[pack]

    def _open(self) -> IO[bytes]:
        """Our own pack; a forked process does not go on with that of its parent."""
        if self._own is None or self._process != os.getpid():
            self._own, self._process = self._new(), os.getpid()
        return self._own

    def _new(self) -> IO[bytes]:
        self.folder.mkdir(parents=True, exist_ok=True)
        file = (self.folder / f"{secrets.token_hex(8)}{ENDING}").open("x+b")
        file.write(FORMAT)
        return file

    def _prune(self) -> None:
        """Write the packs anew where too much of them is out of use, and remove old ones that nobody asked for."""
        used = {name: spot for name, spot in self._spots.items() if name in self._used}
        needed = {spot.pack for spot in used.values()}
        sizes = {path: path.stat() for path in _packs(self.folder)}
        for path, status in sizes.items():
            if path.name not in needed and status.st_mtime < time.time() - OLD:
                path.unlink()
        whole, live = sum(each.st_size for each in sizes.values()), sum(spot.length for spot in used.values())
        if whole > min(2 * live + SPARE, LARGEST):
            self._rewrite(used, tuple(sizes))
        elif self._is_damaged or len(sizes) > MANY:
            self._rewrite(self._spots, tuple(sizes))

    def _rewrite(self, kept: dict[bytes, Spot], old: tuple[Path, ...]) -> None:
        with self._new() as file:
            for name, spot in kept.items():
                body = self._maps.get(spot.pack) or self._maps.setdefault(spot.pack, _mapped(self.folder / spot.pack))
                file.write(HEAD.pack(name, spot.checksum, spot.length) + body[spot.start : spot.start + spot.length])
        for path in old:
            path.unlink(missing_ok=True)


@lru_cache(maxsize=4)
def opened(folder: Path) -> PackStore:
    """The store of a folder, opened once in a process."""
    return PackStore(folder)


def _packed(value: Any) -> bytes:
    """The value as bytes: its pickle, and behind it the buffers that the value would rather not have copied."""
    buffers: list[pickle.PickleBuffer] = []
    body = pickle.dumps(value, protocol=5, buffer_callback=buffers.append)
    raw = [buffer.raw() for buffer in buffers]
    lengths = (len(body), *(each.nbytes for each in raw))
    return b"".join((struct.pack(f"<I{len(lengths)}Q", len(lengths), *lengths), body, *raw))


def _unpacked(data: memoryview) -> Any:
    """The value; its buffers stay where they are, so that what nobody reads is not read from the disk."""
    (count,) = struct.unpack_from("<I", data)
    lengths, start = struct.unpack_from(f"<{count}Q", data, 4), 4 + 8 * count
    parts = []
    for length in lengths:
        parts.append(data[start : start + length])
        start += length
    return pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301 - our own folder, checked


def _name(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def _checksum(name: bytes, body: bytes | memoryview) -> bytes:
    state = hashlib.blake2b(name, digest_size=16)
    state.update(body)
    return state.digest()


def _packs(folder: Path) -> list[Path]:
    try:
        return sorted(folder / name for name in os.listdir(folder) if name.endswith(ENDING))  # noqa: PTH208 - names
    except OSError:
        return []


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _records(pack: str, data: mmap.mmap, begin: int) -> Iterator[tuple[bytes, Spot]]:
    """The whole records of a pack from a position on; what follows a broken one is not looked at."""
    end = len(data)
    while begin + HEAD.size <= end:
        name, checksum, length = HEAD.unpack_from(data, begin)
        begin += HEAD.size
        if begin + length > end:
            return
        yield name, Spot(pack, begin, length, checksum)
        begin += length
