"""Packs remember values from one process to the next, and never a wrong one."""

import os
import pickle
import struct
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.pages.views import Artifact
from showcase.work import NoStore, PackStore, engine_digest
from showcase.work.packs import HEAD, MANY, OLD, SPARE, Pack, _checksum, _name

LARGE = os.urandom(SPARE)


def put(folder: Path, **values: object) -> None:
    """A build that remembers values."""
    with closing(PackStore(folder)) as store:
        for key, value in values.items():
            store.put(key, value)


def packs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pack"))


def test_values_are_remembered_from_one_build_to_the_next(tmp_path: Path) -> None:
    put(tmp_path / "cache", key=("Bàn", b"\0"))

    assert PackStore(tmp_path / "cache").get("key") == ("Bàn", b"\0")
    assert PackStore(tmp_path / "cache").get("other") is None


def test_the_bytes_of_an_artifact_are_not_copied_again(tmp_path: Path) -> None:
    made = Artifact("vi/index.html", b"<p>B\xc3\xa0n</p>")
    put(tmp_path, key=made)
    found = PackStore(tmp_path).get("key")

    assert found == made
    assert isinstance(found.data, memoryview)
    assert pickle.loads(pickle.dumps(made, protocol=5)) == made


def test_the_newest_value_counts(tmp_path: Path) -> None:
    store = PackStore(tmp_path)
    store.put("key", "old")
    store.put("key", "new")

    assert store.get("key") == "new"
    store.close()
    assert PackStore(tmp_path).get("key") == "new"


@pytest.mark.parametrize("damage", [b"", b"garbage", b"showcase-pack-2\n", b"showcase-pack-9\n" + b"\0" * 99])
def test_a_damaged_pack_counts_as_absent(tmp_path: Path, damage: bytes) -> None:
    put(tmp_path, key="Bàn")
    packs(tmp_path)[0].write_bytes(damage)

    assert PackStore(tmp_path).get("key") is None


@given(st.integers(min_value=0, max_value=2000))
def test_a_pack_cut_short_loses_its_end_and_nothing_else(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    folder = tmp_path_factory.mktemp("cache")
    put(folder, **{str(number): [number] * 50 for number in range(10)})
    (pack,) = packs(folder)
    pack.write_bytes(pack.read_bytes()[:length])
    found = [PackStore(folder).get(str(number)) for number in range(10)]

    whole = [each for each in found if each is not None]
    assert found == whole + [None] * (10 - len(whole))
    assert whole == [[number] * 50 for number in range(len(whole))]


@given(st.integers(min_value=0, max_value=300), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_never_gives_another_value(
    tmp_path_factory: pytest.TempPathFactory, position: int, change: int
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    put(folder, key="x" * 200)
    (pack,) = packs(folder)
    data = bytearray(pack.read_bytes())
    data[position % len(data)] ^= change
    pack.write_bytes(data)

    assert PackStore(folder).get("key") in (None, "x" * 200)


def test_damage_is_mended_by_the_next_build(tmp_path: Path) -> None:
    put(tmp_path, key="x" * 200)
    (pack,) = packs(tmp_path)
    pack.write_bytes(pack.read_bytes()[:-9] + b"too  long")
    store = PackStore(tmp_path)
    assert store.get("key") is None
    store.put("key", "mended")
    store.close()

    assert pack not in packs(tmp_path)
    assert PackStore(tmp_path).get("key") == "mended"


def test_a_value_of_a_class_that_is_gone_counts_as_absent(tmp_path: Path) -> None:
    store = PackStore(tmp_path)
    store.put("key", NoStore())
    store.close()
    spot = next(store._spots.spots(used=True))
    (pack,) = packs(tmp_path)
    body = pack.read_bytes()[spot.start :].replace(b"NoStore", b"NoStora")
    pack.write_bytes(b"showcase-pack-2\n" + HEAD.pack(_name("key"), _checksum(_name("key"), body), len(body)) + body)

    assert struct.calcsize("<16s16sQ") == HEAD.size
    assert PackStore(tmp_path).get("key") is None


def test_a_folder_that_cannot_be_written_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    store = PackStore(tmp_path / "cache")

    assert not store.put("key", "Bàn")
    assert store.get("key") is None
    store.close()


def test_two_processes_share_a_folder(tmp_path: Path) -> None:
    store = PackStore(tmp_path)
    store.put("ours", 1)
    code = "import sys; from pathlib import Path; from showcase.work import PackStore; s = PackStore(Path(sys.argv[1]))"
    said = "print(s.get('ours')); s.put('theirs', 2); s.close()"
    done = subprocess.run([sys.executable, "-c", f"{code}; {said}", str(tmp_path)], capture_output=True, check=True)
    assert done.stdout.strip() == b"1"
    assert store.get("theirs") is None

    store.refresh()
    assert (store.get("ours"), store.get("theirs")) == (1, 2)
    store.close()


def test_threads_put_values_side_by_side(tmp_path: Path) -> None:
    store = PackStore(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: store.put(str(number), [number] * 50), range(2000)))

    assert [store.get(str(number)) for number in range(2000)] == [[number] * 50 for number in range(2000)]


def test_what_is_out_of_use_goes_once_it_is_much(tmp_path: Path) -> None:
    first = PackStore(tmp_path)
    first.put("kept", "kept")
    first.put("gone", LARGE)
    first.close()
    second = PackStore(tmp_path)
    assert second.get("kept") == "kept"
    second.close()
    third = PackStore(tmp_path)

    assert sum(path.stat().st_size for path in packs(tmp_path)) < 1000
    assert (third.get("kept"), third.get("gone")) == ("kept", None)


def test_what_workers_put_meanwhile_is_in_use(tmp_path: Path) -> None:
    put(tmp_path, gone=LARGE)
    ours = PackStore(tmp_path)
    put(tmp_path, theirs="card")
    ours.refresh()
    ours.close()

    assert sum(path.stat().st_size for path in packs(tmp_path)) < 1000
    assert PackStore(tmp_path).get("theirs") == "card"


def test_what_another_kind_of_build_uses_stays_while_it_is_little(tmp_path: Path) -> None:
    put(tmp_path, theirs=2)
    ours = PackStore(tmp_path)
    ours.put("ours", 1)
    ours.close()

    assert PackStore(tmp_path).get("theirs") == 2


def test_an_old_pack_that_nobody_asks_for_goes(tmp_path: Path) -> None:
    put(tmp_path, old=1)
    (pack,) = packs(tmp_path)
    os.utime(pack, (time.time() - 2 * OLD,) * 2)
    PackStore(tmp_path).close()

    assert not packs(tmp_path)


def test_many_packs_become_one(tmp_path: Path) -> None:
    for number in range(MANY + 1):
        put(tmp_path, **{str(number): number})
    store = PackStore(tmp_path)
    found = [store.get(str(number)) for number in range(MANY + 1)]
    store.close()

    assert len(packs(tmp_path)) == 1
    assert [PackStore(tmp_path).get(str(number)) for number in range(MANY + 1)] == found == [*range(MANY + 1)]


def test_no_store_remembers_nothing() -> None:
    store = NoStore()
    store.put("key", "Bàn")

    assert store.get("key") is None
    store.close()


def test_the_engine_is_the_same_until_its_code_changes() -> None:
    assert engine_digest() == engine_digest()


def index(folder: Path) -> Path:
    return folder / "spots"


def test_records_are_found_by_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, **{str(number): number for number in range(99)})
    monkeypatch.setattr(Pack, "records", lambda _pack: iter(()))

    assert [PackStore(tmp_path).get(str(number)) for number in range(99)] == list(range(99))


def test_what_came_after_the_index_is_found_in_the_packs(tmp_path: Path) -> None:
    put(tmp_path, **{str(number): number for number in range(99)})
    before = index(tmp_path).read_bytes()
    put(tmp_path, new="new")

    assert index(tmp_path).read_bytes() == before
    assert (PackStore(tmp_path).get("new"), PackStore(tmp_path).get("7")) == ("new", 7)


@pytest.mark.parametrize("length", [0, 5, 20, 60, 5000, -1])
def test_a_damaged_index_is_none(tmp_path: Path, length: int) -> None:
    put(tmp_path, key="Bàn")
    index(tmp_path).write_bytes(index(tmp_path).read_bytes()[:length])

    assert PackStore(tmp_path).get("key") == "Bàn"


@pytest.mark.parametrize("head", [b"5", b"[[], 1e3]", b'[{}, "1024"]', b"[null, 1024]"])
def test_an_index_that_tells_of_something_else_is_none(tmp_path: Path, head: bytes) -> None:
    put(tmp_path, key="Bàn")
    begin, _head, rest = index(tmp_path).read_bytes().split(b"\n", 2)
    index(tmp_path).write_bytes(b"\n".join((begin, head, rest)))

    assert PackStore(tmp_path).get("key") == "Bàn"


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_of_the_index_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, position: int, change: int
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    put(folder, key="Bàn")
    data = bytearray(index(folder).read_bytes())
    data[position % len(data)] ^= change
    index(folder).write_bytes(data)

    assert PackStore(folder).get("key") == "Bàn"


def test_an_index_that_speaks_of_a_pack_that_is_gone_is_none(tmp_path: Path) -> None:
    put(tmp_path, one=1)
    put(tmp_path, two=2)
    for path in packs(tmp_path)[:1]:
        path.unlink()

    assert sorted(filter(None, (PackStore(tmp_path).get(key) for key in ("one", "two")))) in ([1], [2])


def test_what_is_damaged_is_left_out_of_new_packs(tmp_path: Path) -> None:
    put(tmp_path, **{str(number): [number] * 50 for number in range(9)})
    (pack,) = packs(tmp_path)
    data = bytearray(pack.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    pack.write_bytes(data)
    store = PackStore(tmp_path)
    found = [store.get(str(number)) for number in range(9)]
    store.close()

    assert 0 < found.count(None) < 9
    assert [PackStore(tmp_path).get(str(number)) for number in range(9)] == found
