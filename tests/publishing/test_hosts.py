"""Acts upon a host are done several at once, tried again where that helps, and given up where it does not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from showcase.publishing.folder import Folder
from showcase.publishing.hosts import HostError, in_parallel, retried
from showcase.publishing.publish import NothingToRestoreError, read_state, restore
from showcase.publishing.rsync import Rsync
from tests.publishing.releases import FIRST, SECOND, published, quiet


class Wobbly:
    """An act that fails so many times before it does what it should."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.tries = 0

    def __call__(self) -> str:
        self.tries += 1
        if self.tries <= self.failures:
            raise HostError("not now")
        return "done"


def test_what_may_pass_is_tried_again_after_each_pause() -> None:
    act = Wobbly(failures=2)

    assert retried(act, lambda error: isinstance(error, HostError), pauses=(0, 0, 0)) == "done"
    assert act.tries == 3


def test_after_the_last_pause_the_failure_is_the_answer() -> None:
    act = Wobbly(failures=9)

    with pytest.raises(HostError):
        retried(act, lambda _error: True, pauses=(0, 0))
    assert act.tries == 3


def test_what_cannot_pass_is_not_tried_again() -> None:
    act = Wobbly(failures=1)

    with pytest.raises(HostError):
        retried(act, lambda _error: False, pauses=(0, 0))
    assert act.tries == 1


def test_after_a_failure_nothing_further_is_begun() -> None:
    begun: list[int] = []

    def act(number: int) -> None:
        begun.append(number)
        raise HostError(str(number))

    with pytest.raises(HostError, match="0"):
        in_parallel(act, range(1000), workers=1)
    assert len(begun) < 1000


def test_a_machine_without_rsync_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(HostError, match="rsync: not found"):
        Rsync("rsync://127.0.0.1:1/site").fetch(("index.html",), tmp_path)


def test_a_release_that_somebody_removed_from_the_host_is_not_brought_back_in_part(tmp_path: Path) -> None:
    class Forgetful(Folder):
        def upload(self, uploads: Sequence[object], keep: str) -> None:
            raise AssertionError("nothing may be uploaded")

    root = tmp_path / "public"
    for files in (FIRST, SECOND):
        published(Folder(root), files, tmp_path)
    for kept in (root / ".publish").rglob("vi/index.html"):
        kept.unlink()

    with pytest.raises(NothingToRestoreError) as caught:
        restore(Forgetful(root), read_state(Folder(root)), quiet)
    assert caught.value.path == "vi/index.html"
