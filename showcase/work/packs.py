"""Values become records of a few large files. A record that is cut short or damaged counts as absent.

A file for each value would cost more than most values: opening, reading and closing it takes longer than making many of
them. So each process appends to a pack of its own, and reads those of all others. Two builds may share the folder.
"""

import contextlib
import hashlib
import os
import pickle
import secrets
import shutil
import struct
import threading
import time
import weakref
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from showcase.work.pack_index import read_index, write_index
from showcase.work.spots import LONGEST, Spot, Spots

NAME = 16  # bytes of a key's digest
HEAD = struct.Struct(f"<{NAME}s16sQ")  # name, checksum of name and body, length of the body
FORMAT = b"showcase-pack-2\n"
ENDING = ".pack"
LARGEST = 1 << 30  # bytes beyond which a quarter out of use is too much
SPARE = 64 << 20  # as much as this may be out of use before the packs are written anew
OLD = 30 * 86_400  # seconds after which a pack that nobody asked for goes
MANY = 64
WINDOW = 4096
NEW_SHARE = 5  # the index is written anew where a fifth of the records is not in it


class Pack:
    """A file of records, open for as long as anybody may read it."""

    def __init__(self, path: Path, flags: int = os.O_RDONLY) -> None:
        self.name = path.name
        self.file = os.open(path, flags | os.O_CLOEXEC, 0o644)
        self.end = 0  # of what is known
        weakref.finalize(self, os.close, self.file)

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return os.fstat(self.file).st_size

    def read(self, start: int, length: int) -> bytes:
        """The bytes from a position on; fewer where the file ends before."""
        return os.pread(self.file, length, start)

    def append(self, data: bytes) -> int:
        """The position at which the bytes now stand; OSError where there is no room, and then the pack is as before."""
        start, view = self.end, memoryview(data)
        try:
            while view:
                view = view[os.write(self.file, view) :]
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self.file, start)
            raise
        self.end = start + len(data)
        return start

    def records(self) -> Iterator[tuple[bytes, int, int]]:
        """Key, start and length of each whole record that has come; what follows a broken one is not looked at."""
        size, window, begin = self.size, b"", 0
        if not self.end and self.read(0, len(FORMAT)) == FORMAT:
            self.end = len(FORMAT)
        while self.end and self.end + HEAD.size <= size:
            if not begin <= self.end <= begin + len(window) - HEAD.size:
                window, begin = self.read(self.end, WINDOW), self.end
            name, _checksum, length = HEAD.unpack_from(window, self.end - begin)
            start = self.end + HEAD.size
            if start + length > size:
                return
            self.end = start + length
            yield name, start, length


class PackStore:
    """The packs of a folder. What cannot be read is absent, what cannot be written is not remembered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._packs: list[Pack] = []
        self._known: dict[str, Pack] = {}
        self._spots = self._indexed()
        self._new_records = 0  # that are not in the index
        self._own: int | None = None
        self._process = os.getpid()
        self._is_damaged = False
        self._lock = threading.RLock()  # an executor of threads puts values from several at once
        self._take_in(is_used=False)

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
            data = self._packs[spot.pack].read(spot.start - HEAD.size, HEAD.size + spot.length)
            known, body = _opened(data)
            if known == name:
                self._spots.use(name)
                return _unpacked(body)
        except Exception:  # whatever keeps a value from being read, it can be computed again
            self._is_damaged = True
            return None
        self._is_damaged = True
        return None

    def put(self, key: str, value: Any) -> bool:
        """Append the value; whether that was possible."""
        name, body = _name(key), _packed(value)
        if len(body) > LONGEST:
            return False
        record = HEAD.pack(name, _checksum(name, body), len(body)) + body
        with self._lock:
            try:
                own = self._open()
                start = self._packs[own].append(record)
            except OSError:
                return False
            self._spots.put(name, Spot(own, start + HEAD.size, len(body)), is_used=True)
            self._new_records += 1
        return True

    def keep(self, key: str) -> bool:
        """Whether there is a value, which then stays for the next build."""
        return self._spots.use(_name(key))

    def refresh(self) -> None:
        """Take in what other processes have written since: what they write while we build is in use."""
        self._take_in(is_used=True)

    def _take_in(self, *, is_used: bool) -> None:
        """Note the records that are new in the packs of the folder."""
        for path in _paths(self.folder):
            with contextlib.suppress(OSError), self._lock:
                pack = self._known.get(path.name) or self._added(Pack(path))
                number = self._packs.index(pack)
                for name, start, length in pack.records():
                    self._spots.put(name, Spot(number, start, length), is_used=is_used)
                    self._new_records += 1

    def send(self) -> None:
        """Nothing: others see the packs."""

    def close(self) -> None:
        """Let go of what is not used: called once everything is made. What there is can still be read."""
        self._own = None
        with contextlib.suppress(OSError):
            if not self._prune() and self._new_records * NEW_SHARE > len(self._spots):
                write_index(self.folder, {pack.name: pack.end for pack in self._packs}, self._spots)

    def _indexed(self) -> Spots:
        """The spots out of the index, with the packs that it speaks of; none where one of these is not as it was."""
        ends, spots = read_index(self.folder)
        try:
            for name, end in ends.items():
                self._added(Pack(self.folder / name)).end = end
        except OSError:
            ends = {}
        if ends and all(pack.size >= pack.end for pack in self._packs):
            return spots
        self._packs, self._known = [], {}
        return Spots()

    def _added(self, pack: Pack) -> Pack:
        self._packs.append(pack)
        self._known[pack.name] = pack
        return pack

    def _open(self) -> int:
        """The number of our own pack; a forked process does not go on with that of its parent."""
        if self._own is None or self._process != os.getpid():
            self._added(self._new())
            self._own, self._process = len(self._packs) - 1, os.getpid()
        return self._own

    def _new(self) -> Pack:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{secrets.token_hex(8)}{ENDING}"
        pack = Pack(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND)
        pack.append(FORMAT)
        return pack

    def _prune(self) -> bool:
        """Whether the packs were written anew, as too much of them is out of use; old ones that nobody asked for go."""
        needed, live = set(), 0
        for spot in self._spots.spots(used=True):
            needed.add(self._packs[spot.pack].name)
            live += spot.length
        sizes = {path: path.stat() for path in _paths(self.folder)}
        for path, status in sizes.items():
            if path.name not in needed and status.st_mtime < time.time() - OLD:
                path.unlink()
        whole = sum(each.st_size for each in sizes.values())
        if whole > (2 * live + SPARE if whole <= LARGEST else live * 5 // 4):
            return self._rewrite(self._spots.spots(used=True), tuple(sizes))
        if self._is_damaged or len(sizes) > MANY:
            return self._rewrite(self._spots.spots(used=False), tuple(sizes))
        return False

    def _rewrite(self, kept: Iterable[Spot], old: tuple[Path, ...]) -> bool:
        new = self._new()
        for spot in kept:
            record = self._packs[spot.pack].read(spot.start - HEAD.size, HEAD.size + spot.length)
            with contextlib.suppress(ValueError):  # a damaged one is left out
                _opened(record)
                new.append(record)
        for path in old:
            path.unlink(missing_ok=True)
        return True


class PassingStore(PackStore):
    """A store that nothing outlives: for a build that may neither use nor leave anything."""

    def __init__(self) -> None:
        super().__init__(Path(mkdtemp(prefix="showcase-")))
        weakref.finalize(self, removed, self.folder, os.getpid())

    def close(self) -> None:
        """Nothing: it goes when nobody has it any more."""


def removed(folder: Path, process: int) -> None:
    """Nothing, after the folder is gone; a forked process leaves it to that which made it."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


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
    """The value; its buffers are not copied again."""
    (count,) = struct.unpack_from("<I", data)
    lengths, start = struct.unpack_from(f"<{count}Q", data, 4), 4 + 8 * count
    parts = []
    for length in lengths:
        parts.append(data[start : start + length])
        start += length
    return pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301 - our own folder, checked


def _name(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()[:NAME]


def _opened(record: bytes) -> tuple[bytes, memoryview]:
    """The name and the body of a record; ValueError where it is not as it was written."""
    name, body = record[:NAME], memoryview(record)[HEAD.size :]
    if record[: HEAD.size] != HEAD.pack(name, _checksum(name, body), len(body)):
        raise ValueError(len(record))
    return name, body


def _checksum(name: bytes, body: bytes | memoryview) -> bytes:
    state = hashlib.blake2b(name, digest_size=16)
    state.update(body)
    return state.digest()


def _paths(folder: Path) -> list[Path]:
    try:
        return sorted(folder / name for name in os.listdir(folder) if name.endswith(ENDING))  # noqa: PTH208 - names
    except OSError:
        return []
