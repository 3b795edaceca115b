"""Machines that share nothing but a bucket have one memory."""

import os
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from showcase.work import BucketStore, StoreError, batches
from tests.sites.projects import build, project, tree


def refused(_item: Any) -> Any:
    raise AssertionError("the bucket has it")


def test_two_machines_see_what_the_other_remembers(bucket: str, tmp_path: Path) -> None:
    one, other = BucketStore(bucket, tmp_path / "one"), BucketStore(bucket, tmp_path / "other")
    one.put("key", ("Bàn", b"\0"))
    assert other.get("key") is None
    one.send()
    other.put("theirs", 2)
    other.refresh()
    one.refresh()

    assert other.get("key") == ("Bàn", b"\0")
    assert one.get("theirs") == 2


def test_what_a_worker_sends_comes_home(bucket: str, tmp_path: Path) -> None:
    store = BucketStore(bucket, tmp_path)
    worker = pickle.loads(pickle.dumps(store))
    worker.put("key", "Bàn")
    worker.send()

    assert worker.folder != store.folder
    store.refresh()
    assert store.get("key") == "Bàn"


def test_each_batch_is_one_object_and_none_is_fetched_twice(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = BucketStore(bucket, tmp_path / "one"), BucketStore(bucket, tmp_path / "other")
    for number in range(100):
        one.put(str(number), number)
    one.send()
    one.send()
    other.refresh()
    other.close()

    again = BucketStore(bucket, tmp_path / "other")
    monkeypatch.setattr(again._objects, "get", None)
    again.refresh()
    assert [again.get(str(number)) for number in range(100)] == [*range(100)]
    assert len(again._objects.names("")) == 1


def test_a_site_is_the_same_and_another_machine_makes_nothing_again(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, one, other = (project(tmp_path / name) for name in ("plain", "one", "other"))
    assert build(plain, "--executor", "serial")[0] == 0
    monkeypatch.setattr(batches, "PAYS", 0.0)

    assert build(one, "--cache-at", bucket, "--jobs", "2")[0] == 0
    sent = len(BucketStore(bucket, tmp_path / "seen")._objects.names(""))
    assert build(other, "--cache-at", bucket, "--jobs", "2")[0] == 0

    assert sent
    assert len(BucketStore(bucket, tmp_path / "seen")._objects.names("")) == sent
    assert tree(one / "site") == tree(other / "site") == tree(plain / "site")


def test_workers_that_share_no_folder_send_what_they_make_through_the_bucket(
    bucket: str, cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed  # noqa: PLC0415 - as in the fixture

    plain, root = (project(tmp_path / name) for name in ("plain", "root"))
    build(plain, "--executor", "serial")
    monkeypatch.setattr(batches, "PAYS", 0.0)
    brought_home = batches._brought_home
    monkeypatch.setattr(batches, "_brought_home", lambda _function, *given: brought_home(refused, *given))
    who: dict[str, str] = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    make: Any = distributed.Client
    with make(cluster) as client:
        client.run(os.environ.update, who)

    assert build(root, "--executor", "dask", "--scheduler", cluster.scheduler_address, "--cache-at", bucket)[0] == 0
    assert tree(root / "site") == tree(plain / "site")


def test_a_bucket_that_is_not_there_is_named(bucket: str, tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    code, said = build(root, "--cache-at", "s3://no-such-bucket/cache")

    assert code == 2
    assert "s3://no-such-bucket/cache" in said


def test_without_obstore_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)

    with pytest.raises(StoreError, match="obstore"):
        BucketStore("s3://bucket/cache", tmp_path)
