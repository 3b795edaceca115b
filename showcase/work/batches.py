"""Items become results in their order: batches as long as measured, lost ones done again, and the killer named."""

import time
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from showcase import codes
from showcase.problems import ContentError, Place, problem
from showcase.work.crews import Alone, Batch, Crew, Function
from showcase.work.store import NoStore, Store

Item = TypeVar("Item")
Result = TypeVar("Result")
Kept = TypeVar("Kept")
Tell = Callable[[int, int], None]

PAYS = 0.3  # seconds of work below which hands of others cost more than they save
DEATHS = 2


def run_map(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    key: Callable[[Item], str],
    kept: Callable[[Item, Result], Kept],
    store: Store,
    crew: Crew,
    tell: Tell = lambda _done, _total: None,
    holds: Callable[[Item, Result], bool] = lambda _item, _result: True,
) -> tuple[Kept, ...]:
    """What is kept of the function's result for each item, in the items' order; it is made as results come.

    Results come out of the store, or else are computed and stored. `tell` is told how many there are of how many, at
    the start and after each batch. What is in the store counts only where it `holds`, as a result does not that speaks
    of others which the store has lost.
    """
    results: list[Any] = []
    missing = Missing(items, key, array("Q"))
    for index, item in enumerate(items):
        result = store.get(key(item))
        is_known = result is not None and holds(item, result)
        results.append(kept(item, result) if is_known else None)
        if not is_known:
            missing.indexes.append(index)
    done = len(items) - len(missing)
    tell(done, len(items))
    for position, result in _results(function, missing, store, crew):
        index = missing.indexes[position]
        holds(items[index], result)  # so that the store keeps what it speaks of
        results[index] = kept(items[index], result)
        done += 1
        tell(done, len(items))
    return tuple(results)


@dataclass(frozen=True, slots=True)
class Missing:
    """The items whose results are missing. They may be very many, so that the key of one is made when it is done."""

    items: Sequence[Any]
    key: Callable[[Any], str]
    indexes: "array[int]"

    def __len__(self) -> int:
        """How many they are."""
        return len(self.indexes)

    def __getitem__(self, position: int) -> tuple[str, Any]:
        """An item with the key of its result."""
        item = self.items[self.indexes[position]]
        return self.key(item), item


def _results(function: Function, batch: Missing, store: Store, crew: Crew) -> Iterator[tuple[int, Any]]:
    """Each result with its position: the first ones made here, to learn how long one takes; the rest where it pays."""
    begun, at_home, position = time.perf_counter(), Alone().hire(function, store), 0
    while position < len(batch):
        spent = time.perf_counter() - begun
        if position and crew.seconds and spent > PAYS / 2 and spent / position * (len(batch) - position) > PAYS:
            size = max(1, round(crew.seconds * position / spent))
            yield from _shared_out(function, batch, range(position, len(batch)), size, store, crew)
            return
        yield position, at_home([batch[position]]).result()[0]
        position += 1


def _shared_out(
    function: Function, batch: Missing, positions: range, size: int, store: Store, crew: Crew
) -> Iterator[tuple[int, Any]]:
    """The results that others make. Where one of them dies, what is lost is done again; a second time, one by one."""
    parts = [positions[start : start + size] for start in range(0, len(positions), size)]
    for _attempt in range(DEATHS):
        lost: list[range] = []
        yield from _attempted(function, batch, parts, store, crew, lost)
        if not lost:
            return
        parts = lost
    for position in (each for part in parts for each in part):
        yield position, _alone(function, batch[position], store, crew)


def _attempted(
    function: Function, batch: Missing, parts: Sequence[range], store: Store, crew: Crew, lost: list[range]
) -> Iterator[tuple[int, Any]]:
    for part, future in _under_way(parts, batch, crew.hire(function, store), crew.ahead):
        try:
            made = future.result() if future else None
        except Exception as error:
            if not is_death(error):
                raise
            made = None
        if made is None:
            lost.append(part)
        else:
            yield from zip(part, _brought_home(function, [batch[each] for each in part], made, store), strict=True)


def _under_way(
    parts: Sequence[range],
    batch: Missing,
    hand_over: Callable[[Batch], Future[list[Any]]],
    ahead: Callable[[], int],
) -> Iterator[tuple[range, Future[list[Any]] | None]]:
    """The parts in their order, each with the future of its results, while those after it are under way.

    There is no future where nobody is left to do the work.
    """
    waiting: deque[tuple[range, Future[list[Any]] | None]] = deque()
    for part in parts:
        if len(waiting) >= ahead():
            yield waiting.popleft()
        try:
            waiting.append((part, hand_over([batch[each] for each in part])))
        except BrokenExecutor:
            waiting.append((part, None))
    while waiting:
        yield waiting.popleft()


def _brought_home(function: Function, batch: Batch, made: list[Any], store: Store) -> Iterator[Any]:
    """The results: those that came themselves are stored, others stand in the store."""
    if any(each is None for each in made):
        store.refresh()
    for (key, item), result in zip(batch, made, strict=True):
        found = store.get(key) if result is None else result
        if result is not None:
            store.put(key, result)
        # Another build may have cleared the store, or the worker's is not ours: then there is no other way.
        yield function(item) if found is None else found


def _alone(function: Function, item: tuple[str, Any], store: Store, crew: Crew) -> Any:
    """The result of an item that nothing else is done beside; ContentError where it ends its worker again and again."""
    for _attempt in range(DEATHS):
        try:
            made = crew.hire(function, NoStore())([item]).result()
        except Exception as error:
            if not is_death(error):
                raise
            continue
        store.put(item[0], made[0])
        return made[0]
    raise ContentError(problem(codes.WORKER_DIED, Place(name_of(item[1], function))))


def is_death(error: Exception) -> bool:
    """Whether a worker ended in the midst of its work; Dask has errors of its own for that and for what it held."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ in ("KilledWorker", "FutureCancelledError")


def name_of(item: Any, function: Function | None = None) -> str:
    """The file that an item is about, or becomes. The function may know what it is."""
    told: Callable[[Any], str] | None = getattr(function, "name_of", None)
    return told(item) if told else str(getattr(item, "path", "") or getattr(item, "output", "") or item)
