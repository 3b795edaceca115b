"""Those who do the work: this process, processes beside it, a Dask cluster, or any executor that somebody names."""

import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import lru_cache, partial
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from typing import Any, Protocol
from zlib import compress, decompress

from showcase.codes import _
from showcase.work.own_cluster import OwnCluster, few_messages, give_back
from showcase.work.store import Store

Function = Callable[[Any], Any]
Batch = Sequence[tuple[str, Any]]  # items with the keys under which their results are remembered

AHEAD = 4  # batches for each worker under way at once
WATCH = 1.0  # seconds after which a worker looks whether the build is still there
NO_DASK = _("Dask is not installed; install it with: make extras")
NO_SCHEDULER = _("no Dask scheduler answers at {address}; start one there, or leave --scheduler out")
NO_EXECUTOR = _("“{name}” is no executor: serial, processes, dask, or module:factory")


class ExecutorError(Exception):
    """Raised where the executor that was asked for is not to be had: a message id and the words that fill it."""

    def __init__(self, message: str, **fields: str) -> None:
        super().__init__(message, fields)
        self.message = message
        self.fields = fields


class Crew(Protocol):
    """Does batches. `seconds` is how long a batch should take; none means that each item is done as it comes."""

    seconds: float

    def ahead(self) -> int:
        """How many batches are under way at once: what they carry is held in memory until they come home."""

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        """How batches are handed over for a function, which everybody is told once."""

    def close(self) -> None:
        """Send everybody home."""


class Alone:
    """Does the work in this process, when its result is asked for."""

    seconds = 0.0

    def ahead(self) -> int:
        """One, which is done when it is asked for."""
        return 1

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        """Batches are done once they are waited for, so that whoever waits hears of each as it is done."""
        return lambda batch: Deferred(partial(_at_home, function, store, batch))

    def close(self) -> None:
        """Nobody to send home."""


class Deferred(Future[list[Any]]):
    """A future that does its work when it is asked for the result."""

    def __init__(self, work: Callable[[], list[Any]]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> list[Any]:
        """What comes of the work, which is done once."""
        if not self.done():
            try:
                self.set_result(self._work())
            except Exception as error:
                self.set_exception(error)
        return super().result(timeout)


class Processes:
    """Processes on this machine. Where the system can fork they are made anew for each function: so they have all that
    this process has, the theme and the library, and nothing need be sent.
    """

    seconds = 0.15

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: Executor | None = None
        self._told: list[tuple[Function, Store]] = []

    def ahead(self) -> int:
        """Many, as they carry little."""
        return 4 * AHEAD * self.jobs

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        """New processes that know the function."""
        self.close()
        if "fork" in get_all_start_methods():
            self._told = [(function, store)]
            told = (self._told,)
            self._pool = ProcessPoolExecutor(self.jobs, get_context("fork"), initializer=_told, initargs=told)
        else:
            sent = (pickle.dumps(function, protocol=5), store)
            pool = self._pool = ProcessPoolExecutor(self.jobs, initializer=_told_from_afar, initargs=sent)
            return lambda batch: _submitted(pool, list(_sent(function, batch)))
        return partial(_submitted, self._pool)

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
            self._told.clear()  # which the pool would hold until Python looks for what nobody uses: all of a site


class Strangers:
    """An executor of somebody else's making. It is sent the function with each batch, as bytes that each worker loads
    once.
    """

    seconds = 0.5

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def ahead(self) -> int:
        """As many as eight workers need: nobody tells how many there are."""
        return AHEAD * 8

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        """Batches go along with the function."""
        sent = pickle.dumps(function, protocol=5)
        return lambda batch: self._executor.submit(_as_sent, sent, store, _packed(function, batch))

    def close(self) -> None:
        """Shut the executor down."""
        self._executor.shutdown(cancel_futures=True)


class Cluster:
    """The workers of a Dask scheduler, or of a cluster on this machine where no scheduler is named.

    A task costs the scheduler some milliseconds, so batches are long. Tasks of a worker that dies go to another one.
    What a batch holds goes through the scheduler as bytes: it would make objects of anything else, and keep their room.
    """

    seconds = 0.5

    def __init__(self, scheduler: str, jobs: int) -> None:
        try:
            distributed = import_module("distributed")
        except ImportError:
            raise ExecutorError(NO_DASK) from None
        give_back()
        self._own = None if scheduler else OwnCluster(jobs)
        address = self._own.address if self._own else scheduler
        try:
            with few_messages():
                self._client = distributed.Client(address)
        except (OSError, ValueError):
            raise ExecutorError(NO_SCHEDULER, address=address) from None

    def ahead(self) -> int:
        """Some for each worker that there is now: they may come and go."""
        return AHEAD * max(1, len(self._client.nthreads()))

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        """The function goes to every worker once."""
        sent = self._client.scatter(pickle.dumps(function, protocol=5), broadcast=True)
        return lambda batch: self._client.submit(_as_sent, sent, store, _packed(function, batch), pure=False)

    def close(self) -> None:
        """Leave the cluster; our own one ends."""
        self._client.close()
        if self._own:
            self._own.close()


def crew_for(executor: str, jobs: int, scheduler: str = "") -> Crew:
    """The crew of that name; ExecutorError where there is none."""
    if executor == "dask":
        return Cluster(scheduler, jobs)
    if executor in ("serial", "processes"):
        return Alone() if executor == "serial" or jobs <= 1 else Processes(jobs)
    module, colon, name = executor.partition(":")
    if not colon:
        raise ExecutorError(NO_EXECUTOR, name=executor)
    try:
        factory: Callable[[], Executor] = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        raise ExecutorError(NO_EXECUTOR, name=executor) from None
    return Strangers(factory())


def _sent(function: Function, batch: Batch) -> Iterator[tuple[str, Any]]:
    """The batch for workers that have nothing of ours: for names that the function knows, what they stand for."""
    sent: Function | None = getattr(function, "sent", None)
    return ((key, sent(item) if sent else item) for key, item in batch)


def _packed(function: Function, batch: Batch) -> list[bytes]:
    """The same as few bytes, each by itself, so that one view is at hand at once: a sitemap's has 50,000 addresses."""
    return [compress(pickle.dumps(each, protocol=5), 1) for each in _sent(function, batch)]


def _at_home(function: Function, store: Store, batch: Batch) -> list[Any]:
    made = [function(item) for _key, item in batch]
    for (key, _item), result in zip(batch, made, strict=True):
        store.put(key, result)
    return made


def _away(function: Function, store: Store, batch: Iterable[tuple[str, Any]]) -> list[Any]:
    """The results that the store could not take; `None` for those which the store now has for everybody."""
    results = ((key, function(item)) for key, item in batch)
    made = [None if store.put(key, result) else result for key, result in results]
    store.send()
    return made


def _submitted(pool: Executor, batch: Batch) -> Future[list[Any]]:
    """The batch, handed over. Processes that begin meanwhile hear no Ctrl-C: the building one sends them home."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_as_told, batch)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# What a process beside the building one was told when it began. It does nothing else, so this can live in its module.
_task: list[tuple[Function, Store]] = []


def _told(task: list[tuple[Function, Store]]) -> None:
    _task[:] = task
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process soon after its parent, which may have been killed: nobody else would ever send it home."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def _told_from_afar(function: bytes, store: Store) -> None:
    _told([(pickle.loads(function), store)])  # noqa: S301 - from our own process


def _as_told(batch: Batch) -> list[Any]:
    return _away(*_task[0], batch)


def _as_sent(function: bytes, store: Store, batch: Sequence[bytes]) -> list[Any]:
    return _away(_loaded(function), store, (pickle.loads(decompress(each)) for each in batch))  # noqa: S301 - ours


@lru_cache(maxsize=2)
def _loaded(function: bytes) -> Function:
    """The function, made once in each worker from the same bytes."""
    made: Function = pickle.loads(function)  # noqa: S301 - from the building process
    return made
