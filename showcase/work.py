"""Many items through one function: what the store has is taken from it, the rest goes to an executor."""

import contextlib
import hashlib
import pickle
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Store(Protocol):
    """Remembers values by key."""

    def get(self, key: str) -> Any:
        """The value, or `None` where nothing is remembered."""

    def put(self, key: str, value: Any) -> None:
        """Remember a value."""


class NoStore:
    """Remembers nothing."""

    def get(self, key: str) -> Any:  # noqa: ARG002 - what a store is asked
        """Always `None`."""
        return None

    def put(self, key: str, value: Any) -> None:
        """Forget the value."""


class DiskStore:
    """A folder with a file for each key; two builds may share it. A file that cannot be read counts as absent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Any:
        """The value, or `None` where the file is missing, truncated or of another version."""
        try:
            data = self._file(key).read_bytes()
            checksum, body = data[:32], data[32:]
            if hashlib.sha256(body).digest() == checksum:
                return pickle.loads(body)  # noqa: S301 - our own folder, checked
        except Exception:  # whatever keeps a value from being read, it can be computed again
            return None
        return None

    def put(self, key: str, value: Any) -> None:
        """Write the value beside its place, then move it there."""
        target = self._file(key)
        body = pickle.dumps(value, protocol=5)
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
                file.write(hashlib.sha256(body).digest() + body)
            Path(file.name).replace(target)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def engine_digest() -> str:
    """A digest of the engine's own code and of the packages it uses: another engine, another cache."""
    state = hashlib.sha256(repr(_versions()).encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        state.update(file.read_bytes())
    return state.hexdigest()


def _versions() -> list[tuple[str, str]]:
    packages = ("babel", "icalendar", "jinja2", "markdown", "nh3", "pillow", "pydantic", "pyyaml")
    return [("python", sys.version), *((name, metadata.version(name)) for name in packages)]


class SerialExecutor(Executor):
    """Does the work in this process, when its result is asked for."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> "Future[Result]":
        """A future that does the work once it is asked, so that whoever waits hears of each piece as it is done."""
        return _Deferred(partial(fn, *args, **kwargs))


class _Deferred(Future[Result]):
    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> Result:
        if not self.done():
            try:
                self.set_result(self._work())
            except Exception as error:
                self.set_exception(error)
        return super().result(timeout)


def executor_for(jobs: int) -> Executor:
    """Serial for one worker, else that many processes."""
    return SerialExecutor() if jobs <= 1 else ProcessPoolExecutor(max_workers=jobs)


def run_map(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    key: Callable[[Item], str],
    store: Store,
    executor: Executor,
    batch: int = 32,
    tell: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Result, ...]:
    """The function's result for each item, in the items' order: out of the store, or else computed and stored.

    `tell` is told how many results there are of how many, at the start and after each batch.
    """
    keys = [key(item) for item in items]
    results = [store.get(each) for each in keys]
    missing = [index for index, result in enumerate(results) if result is None]
    batches = [missing[start : start + batch] for start in range(0, len(missing), batch)]
    done = len(items) - len(missing)
    tell(done, len(items))
    futures = [executor.submit(_each, function, [items[index] for index in indexes]) for indexes in batches]
    for indexes, future in zip(batches, futures, strict=True):
        for index, result in zip(indexes, future.result(), strict=True):
            results[index] = result
            store.put(keys[index], result)
        done += len(indexes)
        tell(done, len(items))
    return tuple(results)


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]
