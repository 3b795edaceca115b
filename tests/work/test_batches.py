"""Many items through one function: the same results from any store and any crew, whoever dies meanwhile."""

import gc
import os
import signal
import time
import weakref
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.digests import digest
from showcase.problems import ContentError
from showcase.work import Alone, Crew, ExecutorError, NoStore, PackStore, Store, batches, crew_for, run_map
from showcase.work.crews import Cluster, Deferred, Processes, Strangers

MANY = range(300)  # a millisecond each: enough for others to be asked


class Memory:
    """A store in memory that counts what it is asked for."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.hits = 0

    def get(self, key: str) -> Any:
        self.hits += key in self.values
        return self.values.get(key)

    def put(self, key: str, value: Any) -> None:
        self.values[key] = value

    def keep(self, key: str) -> bool:
        return key in self.values

    def refresh(self) -> None:
        pass

    def send(self) -> None:
        pass


def squared(number: int) -> int:
    return number * number


def slowly_squared(number: int) -> int:
    end = time.perf_counter() + 0.002
    while time.perf_counter() < end:
        pass
    return number * number


def refused(number: int) -> int:
    raise AssertionError("the store knows all of it")


def failing(number: int) -> int:
    raise ValueError(number)


def failing_late(number: int) -> int:
    if number == MANY[-1]:
        raise ValueError(number)
    return slowly_squared(number)


def deadly(number: int, marks: Path, times: int) -> int:
    """The square; the worker that meets the last number but one ends at once, as often as is said."""
    if number == MANY[-2] and len(list(marks.iterdir())) < times:
        (marks / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return slowly_squared(number)


def whole(_number: int, result: int) -> int:
    return result


def squares(numbers: Sequence[int], store: Store, crew: Crew) -> tuple[int, ...]:
    function = slowly_squared if len(numbers) > 40 else squared
    return run_map(function, numbers, key=digest, kept=whole, store=store, crew=crew)


def crews(cluster: Any) -> Iterator[Crew]:
    yield Alone()
    yield Processes(2)
    yield Strangers(ThreadPoolExecutor(2))
    yield Cluster(cluster.scheduler_address, 2)


@given(st.lists(st.integers(), max_size=40))
def test_results_come_in_the_order_of_the_items(numbers: list[int]) -> None:
    assert squares(numbers, NoStore(), Alone()) == tuple(map(squared, numbers))


@pytest.mark.parametrize("is_kept", [True, False])
def test_every_crew_makes_the_same(cluster: Any, tmp_path: Path, is_kept: bool) -> None:
    for number, crew in enumerate(crews(cluster)):
        store = PackStore(tmp_path / str(number)) if is_kept else NoStore()

        assert squares(MANY, store, crew) == tuple(map(squared, MANY))
        assert run_map(refused, MANY if is_kept else [], key=digest, kept=whole, store=store, crew=crew) == (
            tuple(map(squared, MANY)) if is_kept else ()
        )
        crew.close()
        store.close()


def test_a_store_of_one_process_gets_what_others_made() -> None:
    store, crew = Memory(), Processes(2)
    squares(MANY, store, crew)
    crew.close()

    assert len(store.values) == len(MANY)


def test_a_store_that_cannot_be_written_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    crew = Processes(2)

    assert squares(MANY, PackStore(tmp_path / "cache"), crew) == tuple(map(squared, MANY))
    crew.close()


def test_a_batch_goes_to_the_workers_of_others_as_bytes() -> None:
    sent: list[tuple[Any, ...]] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, function: Any, /, *given: Any, **named: Any) -> Any:
            sent.append(given)
            return super().submit(function, *given, **named)

    crew = Strangers(Noting(1))

    assert crew.hire(squared, NoStore())([("nine", 3)]).result() == [9]
    function, _store, batch = sent[0]
    assert [type(each) for each in (function, *batch)] == [bytes, bytes]
    crew.close()


def test_what_processes_were_told_is_let_go_of_when_they_go_home() -> None:
    class Told:
        def __call__(self, number: int) -> int:
            return number

    crew, function = Processes(2), Told()
    told = weakref.ref(function)
    gc.disable()
    try:
        assert crew.hire(function, NoStore())([("three", 3)]).result() == [3]
        crew.close()
        del function

        assert told() is None
    finally:
        gc.enable()


def test_a_little_work_is_done_at_once_by_this_process() -> None:
    class Absent(Alone):
        seconds = 1.0

        def hire(self, function: Any, store: Store) -> Any:
            raise AssertionError("nobody need come")

    assert squares(range(10), NoStore(), Absent()) == tuple(map(squared, range(10)))


@pytest.mark.parametrize("make", [Processes, lambda _jobs: Alone()])
def test_it_is_told_how_many_results_are_there_when_they_are_there(make: Any) -> None:
    told: list[tuple[int, int]] = []
    store, crew = Memory(), make(2)
    squares([1, 2], store, crew)

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    run_map(squared, range(6), key=digest, kept=whole, store=store, crew=crew, tell=tell)

    assert told == [(2, 6), (3, 6), (4, 6), (5, 6), (6, 6)]


def test_one_process_does_a_piece_when_its_result_is_waited_for() -> None:
    made: list[int] = []
    seen: list[list[int]] = []

    def done(number: int) -> int:
        made.append(number)
        return number

    run_map(
        done,
        [1, 2, 3],
        key=digest,
        kept=whole,
        store=NoStore(),
        crew=Alone(),
        tell=lambda _done, _total: seen.append(list(made)),
    )

    assert seen == [[], [1], [1, 2], [1, 2, 3]]


def test_no_more_is_held_of_a_result_than_is_kept() -> None:
    for store in (Memory(), NoStore()):
        squares([1, 2], store, Alone())
        made = run_map(
            squared, [1, 2, 3], key=digest, kept=lambda number, result: (number, str(result)), store=store, crew=Alone()
        )

        assert made == ((1, "1"), (2, "4"), (3, "9"))


def test_what_the_store_knows_is_not_done_again() -> None:
    store = Memory()
    squares([1, 2, 3], store, Alone())

    assert run_map(refused, [3, 2, 1], key=digest, kept=whole, store=store, crew=Alone()) == (9, 4, 1)
    assert store.hits == 3


def test_only_what_is_missing_is_done() -> None:
    store = Memory()
    store.put(digest(2), 400)

    assert squares([1, 2, 3], store, Alone()) == (1, 400, 9)


def test_an_error_in_the_work_comes_home() -> None:
    with pytest.raises(ValueError, match="7"):
        run_map(failing, [7], key=digest, kept=whole, store=NoStore(), crew=Alone())
    crew = Processes(2)
    with pytest.raises(ValueError, match=str(MANY[-1])):
        run_map(failing_late, MANY, key=digest, kept=whole, store=NoStore(), crew=crew)
    crew.close()


@pytest.mark.parametrize(("name", "deaths"), [("processes", 1), ("processes", 2), ("dask", 1)])
def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path, cluster: Any, name: str, deaths: int) -> None:
    crew: Crew = Cluster(cluster.scheduler_address, 2) if name == "dask" else Processes(2)
    function = partial(deadly, marks=tmp_path, times=deaths)

    assert run_map(function, MANY, key=digest, kept=whole, store=NoStore(), crew=crew) == tuple(map(squared, MANY))
    assert len(list(tmp_path.iterdir())) == deaths
    crew.close()


def test_the_item_that_ends_its_worker_every_time_is_named(tmp_path: Path) -> None:
    crew = Processes(2)
    function = partial(deadly, marks=tmp_path, times=99)
    with pytest.raises(ContentError) as caught:
        run_map(function, MANY, key=digest, kept=whole, store=NoStore(), crew=crew)
    crew.close()

    assert [(each.code, each.place.path) for each in caught.value.problems] == [("worker-died", str(MANY[-2]))]


def threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2)


def test_crews_go_by_name() -> None:
    assert isinstance(crew_for("serial", 8), Alone)
    assert isinstance(crew_for("processes", 1), Alone)
    assert isinstance(crew_for("processes", 2), Processes)
    named = crew_for(f"{threads.__module__}:threads", 2)
    assert squares(MANY, NoStore(), named) == tuple(map(squared, MANY))
    named.close()


@pytest.mark.parametrize("name", ["threads", "no.such.module:pool", "showcase.work:nothing"])
def test_a_crew_that_nobody_knows_is_refused(name: str) -> None:
    with pytest.raises(ExecutorError):
        crew_for(name, 2)


def test_without_dask_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)

    with pytest.raises(ExecutorError, match="make extras"):
        crew_for("dask", 2)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "odd://127.0.0.1:1"])
def test_a_scheduler_that_does_not_answer_is_named(address: str) -> None:
    import dask  # noqa: PLC0415 - it takes a while to load, and only this test needs it

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "100ms"}),
        pytest.raises(ExecutorError, match="answers") as raised,
    ):
        crew_for("dask", 2, address)

    assert raised.value.fields == {"address": address}


def test_what_is_under_way_at_once_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "PAYS", 0.0)
    under_way: list[int] = []
    most: list[int] = []

    class Counting(Alone):
        seconds = 1e-9

        def ahead(self) -> int:
            return 3

        def hire(self, function: Any, store: Store) -> Any:
            def finished(batch: Any) -> list[Any]:
                under_way.remove(batch[0][1])
                return [function(item) for _key, item in batch]

            def hand_over(batch: Any) -> Any:
                under_way.append(batch[0][1])
                most.append(len(under_way))
                return Deferred(partial(finished, batch))

            return hand_over

    assert squares(range(30), NoStore(), Counting()) == tuple(map(squared, range(30)))
    assert max(most) == 3


def test_more_is_under_way_where_there_are_more_workers(cluster: Any) -> None:
    crew = Cluster(cluster.scheduler_address, 2)

    assert crew.ahead() == 4 * len(cluster.scheduler_info["workers"])
    assert Processes(3).ahead() == 3 * Processes(1).ahead()
    crew.close()


def test_a_machine_that_stands_still_before_the_first_piece_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "PAYS", 0.0)
    crew = Processes(2)

    assert squares(MANY, NoStore(), crew) == tuple(map(squared, MANY))
    crew.close()
