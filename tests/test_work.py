"""Many items through one function: same results from any store and any executor."""

import hashlib
import pickle
from collections.abc import Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.digests import digest
from showcase.work import DiskStore, NoStore, SerialExecutor, Store, engine_digest, executor_for, run_map


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


class Refusing(Executor):
    """Does no work at all."""

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        raise AssertionError("the store knows all of it")


def squared(number: int) -> int:
    return number * number


def failing(number: int) -> int:
    raise ValueError(number)


def squares(numbers: Sequence[int], store: Store, executor: Executor, batch: int = 32) -> tuple[int, ...]:
    return run_map(squared, numbers, key=digest, store=store, executor=executor, batch=batch)


@given(st.lists(st.integers(), max_size=40), st.integers(min_value=1, max_value=50))
def test_results_come_in_the_order_of_the_items_whatever_the_batch(numbers: list[int], batch: int) -> None:
    assert squares(numbers, NoStore(), SerialExecutor(), batch) == tuple(map(squared, numbers))


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_process_and_two_agree(jobs: int) -> None:
    with executor_for(jobs) as executor:
        assert squares(range(100), NoStore(), executor, batch=7) == tuple(map(squared, range(100)))


def test_any_executor_will_do() -> None:
    with ThreadPoolExecutor(2) as executor:
        assert squares(range(50), NoStore(), executor) == tuple(map(squared, range(50)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_told_how_many_results_are_there_when_they_are_there(jobs: int) -> None:
    told: list[tuple[int, int]] = []
    store = Memory()
    with executor_for(jobs) as executor:
        squares([1, 2], store, executor)
        run_map(
            squared,
            range(6),
            key=digest,
            store=store,
            executor=executor,
            batch=2,
            tell=lambda done, total: told.append((done, total)),
        )

    assert told == [(2, 6), (4, 6), (6, 6)]


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
        store=NoStore(),
        executor=SerialExecutor(),
        batch=1,
        tell=lambda _done, _total: seen.append(list(made)),
    )

    assert seen == [[], [1], [1, 2], [1, 2, 3]]


def test_what_the_store_knows_is_not_done_again() -> None:
    store = Memory()
    squares([1, 2, 3], store, SerialExecutor())

    assert squares([3, 2, 1], store, Refusing()) == (9, 4, 1)
    assert store.hits == 3


def test_only_what_is_missing_is_done() -> None:
    store = Memory()
    store.put(digest(2), 400)

    assert squares([1, 2, 3], store, SerialExecutor()) == (1, 400, 9)


def test_an_error_in_the_work_comes_home() -> None:
    with pytest.raises(ValueError, match="7"):
        run_map(failing, [7], key=digest, store=NoStore(), executor=SerialExecutor())


def test_a_folder_remembers_values_from_one_build_to_the_next(tmp_path: Path) -> None:
    DiskStore(tmp_path / "cache").put("abcd", ("Bàn", b"\0"))

    assert DiskStore(tmp_path / "cache").get("abcd") == ("Bàn", b"\0")
    assert DiskStore(tmp_path / "cache").get("abce") is None


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\x05N."])
def test_a_damaged_file_counts_as_absent(tmp_path: Path, damage: bytes) -> None:
    store = DiskStore(tmp_path)
    store.put("abcd", "Bàn")
    (tmp_path / "ab/cd").write_bytes(damage)

    assert store.get("abcd") is None


@given(st.integers(min_value=0, max_value=60))
def test_a_file_cut_short_anywhere_counts_as_absent(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    folder = tmp_path_factory.mktemp("cache")
    store = DiskStore(folder)
    store.put("abcd", list(range(50)))
    whole = (folder / "ab/cd").read_bytes()
    (folder / "ab/cd").write_bytes(whole[:length])

    assert store.get("abcd") is None


def test_a_value_of_another_version_counts_as_absent(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put("abcd", "Bàn")
    body = pickle.dumps(Memory()).replace(b"Memory", b"Memorz")
    (tmp_path / "ab/cd").write_bytes(hashlib.sha256(body).digest() + body)

    assert store.get("abcd") is None


def test_a_cache_that_cannot_be_written_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    store = DiskStore(tmp_path / "cache")
    store.put("abcd", "Bàn")

    assert store.get("abcd") is None


def test_no_store_remembers_nothing() -> None:
    store = NoStore()
    store.put("abcd", "Bàn")

    assert store.get("abcd") is None


def test_the_engine_is_the_same_until_its_code_changes() -> None:
    assert engine_digest() == engine_digest()
