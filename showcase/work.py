"""Many items through one function: what the store has is taken from it, the rest goes to an executor."""

import contextlib
import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

I = TypeVar("I")
R = TypeVar("R")


class Store(Protocol):
    """Remembers values by key."""

    def get(self, key: str) -> Any:
        """The value, or `None` where nothing is remembered."""

    def put(self, key: str, value: Any) -> None:
        """Remember a value."""


class NoStore:
    """Remembers nothing."""

    def get(self, key: str) -> Any:
        """Always `None`."""
        return None

    def put(self, key: str, value: Any) -> None:
        """Nothing."""


class DiskStore:
    """A folder with a file for each key. A file that cannot be read counts as absent; two builds may share the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Any:
        """The value, or `None` where the file is missing, truncated or of another version."""
        try:
            data = self._file(key).read_bytes()
            digest, body = data[:32], data[32:]
            return pickle.loads(body) if hashlib.sha256(body).digest() == digest else None  # noqa: S301 - our own folder, checked
        except Exception:
            return None

    def put(self, key: str, value: Any) -> None:
        """Write the value beside its place, then move it there."""
        target = self._file(key)
        body = pickle.dumps(value, protocol=5)
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).digest() + body)
            os.replace(name, target)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


class SerialExecutor(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> "Future[R]":
        """A future that is already done."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def executor_for(jobs: int) -> Executor:
    """Serial for one worker, else that many processes."""
    return SerialExecutor() if jobs <= 1 else ProcessPoolExecutor(max_workers=jobs)


def run_map(
    function: Callable[[I], R],
    items: Sequence[I],
    *,
    key: Callable[[I], str],
    store: Store,
    executor: Executor,
    batch: int = 32,
) -> tuple[R, ...]:
    """The function's result for each item, in the items' order: from the store where it has it, else computed and stored."""
    keys = [key(item) for item in items]
    results = [store.get(each) for each in keys]
    missing = [index for index, result in enumerate(results) if result is None]
    batches = [missing[start : start + batch] for start in range(0, len(missing), batch)]
    futures = [executor.submit(_each, function, [items[index] for index in indexes]) for indexes in batches]
    for indexes, future in zip(batches, futures, strict=True):
        for index, result in zip(indexes, future.result(), strict=True):
            results[index] = result
            store.put(keys[index], result)
    return tuple(results)


def _each(function: Callable[[I], R], items: Sequence[I]) -> list[R]:
    return [function(item) for item in items]


def digest(*values: Any) -> str:
    """A SHA-256 over the values' canonical encoding: the same for equal values in any process, on any machine."""
    state = hashlib.sha256()
    for value in values:
        for piece in _encoded(value):
            state.update(piece)
    return state.hexdigest()


def _encoded(value: Any) -> Iterator[bytes]:
    """Length-prefixed pieces, so that no two values share an encoding. Sets are refused: their order is not fixed."""
    if isinstance(value, str):
        lang = getattr(value, "lang", "")
        yield _piece("p" + lang if lang else "s", str(value).encode("utf-8", "surrogatepass"))
    elif isinstance(value, bytes):
        yield _piece("b", value)
    elif value is None or isinstance(value, bool | int | float | Decimal | date):
        yield _piece("v", f"{type(value).__name__} {value!s}".encode())
    elif isinstance(value, tuple | list):
        yield _piece("l", str(len(value)).encode())
        for item in value:
            yield from _encoded(item)
    elif isinstance(value, Mapping):
        yield _piece("m", str(len(value)).encode())
        for name in sorted(value, key=str):
            yield from _encoded(name)
            yield from _encoded(value[name])
    elif is_dataclass(value) and not isinstance(value, type):
        yield _piece("d", type(value).__qualname__.encode())
        for field in fields(value):
            yield from _encoded(getattr(value, field.name))
    elif isinstance(value, BaseModel):
        yield _piece("o", type(value).__qualname__.encode())
        for name in type(value).model_fields:
            yield from _encoded(getattr(value, name))
    else:
        raise TypeError(f"no canonical encoding for {type(value).__qualname__}")


def _piece(mark: str, data: bytes) -> bytes:
    return f"{mark}{len(data)}:".encode() + data
