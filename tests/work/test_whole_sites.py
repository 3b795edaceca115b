"""A whole site that others make is the same, byte for byte, whoever they are and whatever befalls them meanwhile."""

import os
import pickle
import signal
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from showcase import pipeline
from showcase.pipeline import Request
from showcase.press import Press
from showcase.work import PassingStore, Store, batches
from showcase.work.batches import name_of
from showcase.work.crews import Batch, Cluster, Function
from tests.sites.projects import build, project, tree

READ, MADE = "content/products/ban-go/index.en.md", "robots.txt"


@pytest.fixture(autouse=True)
def shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site so small is not shared out by itself."""
    monkeypatch.setattr(batches, "PAYS", 0.0)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one process makes it."""
    root = project(tmp_path_factory.mktemp("alone") / "project")
    assert build(root, "--executor", "serial")[0] == 0
    return tree(root / "site")


@dataclass(frozen=True, slots=True)
class Deadly:
    """A function at whose item of a certain name the worker is killed, the first time."""

    function: Function
    marks: Path
    home: int

    def __call__(self, item: Any) -> Any:
        mark = self.marks / name_of(item).replace("/", "-")
        if name_of(item) in (READ, MADE) and os.getpid() != self.home and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self.function(item)

    def sent(self, item: Any) -> Any:
        return self.function.sent(item) if isinstance(self.function, Press) else item


class Dangerous(Cluster):
    """A cluster that loses a worker while entries are read, and one while pages are made."""

    marks: Path

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        return super().hire(Deadly(function, self.marks, os.getpid()), store)


class Growing(Cluster):
    """A cluster to which a worker comes after the first batch of pages."""

    cluster: Any

    def hire(self, function: Function, store: Store) -> Callable[[Batch], Future[list[Any]]]:
        hand_over = super().hire(function, store)
        return partial(self._and_grow, hand_over) if isinstance(function, Press) else hand_over

    def _and_grow(self, hand_over: Callable[[Batch], Future[list[Any]]], batch: Batch) -> Future[list[Any]]:
        future = hand_over(batch)
        self.cluster.scale(3)
        self._client.wait_for_workers(3)
        return future


def test_a_cluster_makes_the_same_site(tmp_path: Path, cluster: Any, alone: dict[str, bytes]) -> None:
    root = project(tmp_path / "project")

    assert build(root, "--executor", "dask", "--scheduler", cluster.scheduler_address)[0] == 0
    assert tree(root / "site") == alone


def test_a_cluster_whose_workers_are_killed_makes_the_same_site(
    tmp_path: Path, cluster: Any, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, crew = project(tmp_path / "project"), Dangerous(cluster.scheduler_address, 2)
    crew.marks = tmp_path
    monkeypatch.setattr(pipeline, "crew_for", lambda *_named: crew)

    assert build(root)[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"project", READ.replace("/", "-"), MADE}
    assert tree(root / "site") == alone


def test_a_cluster_that_grows_meanwhile_makes_the_same_site(
    tmp_path: Path, cluster: Any, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, crew = project(tmp_path / "project"), Growing(cluster.scheduler_address, 2)
    crew.cluster = cluster
    monkeypatch.setattr(pipeline, "crew_for", lambda *_named: crew)

    assert build(root)[0] == 0
    assert len(cluster.scheduler_info["workers"]) == 3
    assert tree(root / "site") == alone
    cluster.scale(2)


def test_a_worker_far_away_is_sent_the_theme_once_and_views_with_each_batch(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    grounds = pipeline.make(Request(root, date(2026, 11, 20), root / "site", None, jobs=1)).grounds
    assert grounds
    press = Press(grounds.renderer, grounds.planned.jobs, PassingStore())
    far_away = pickle.loads(pickle.dumps(press))

    assert not far_away.jobs
    for number, job in enumerate(press.jobs):
        sent = pickle.loads(pickle.dumps(press.sent(number)))
        assert far_away.renderer(sent) == press.renderer(job), job.output
