"""Writing is all or nothing, whoever interferes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.pages.views import Artifact
from showcase.writing.staging import BusyError, Swap, exchange, exchanged, locked, write
from tests.sites.projects import tree

OLD = (Artifact("404.html", b"old"), Artifact("vi/index.html", b"old"), Artifact("gone.html", b"old"))
NEW = (Artifact("404.html", b"new"), Artifact("vi/index.html", b"new"), Artifact("en/a/b/index.html", b"new"))
FILES_OF_NEW = {artifact.output: artifact.data for artifact in NEW}


def cannot_exchange(one: Path, other: Path) -> bool:
    """A system that knows no exchange in one move."""
    return False


swaps = pytest.mark.parametrize("swap", [exchanged, cannot_exchange])


@swaps
def test_the_folder_holds_the_new_site_and_nothing_of_the_old_one(tmp_path: Path, swap: Swap) -> None:
    output = tmp_path / "public/site"
    write(OLD, output, swap)
    write(NEW, output, swap)

    assert tree(output) == FILES_OF_NEW
    assert sorted(path.name for path in output.parent.iterdir()) == [".site.lock", "site"]


def stamps(output: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(output).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in output.rglob("*")
        if path.is_file()
    }


@swaps
def test_a_file_that_is_the_same_keeps_its_time(tmp_path: Path, swap: Swap) -> None:
    output = tmp_path / "site"
    write(OLD, output, swap)
    before = stamps(output)
    write((*NEW[:1], OLD[1]), output, swap)
    after = stamps(output)

    assert tree(output) == {"404.html": b"new", "vi/index.html": b"old"}
    assert after["vi/index.html"] == before["vi/index.html"]
    assert after["404.html"] != before["404.html"]


PATHS = st.sampled_from(["a.html", "a/a.html", "a/b.html", "a-b.html", "b.html", "đồ gốm.html", "é.html", "z.html"])
SITES = st.dictionaries(PATHS, st.sampled_from([b"one", b"two"]))


@given(SITES, SITES, st.randoms(use_true_random=False))
def test_only_files_that_differ_are_new_whatever_came_and_went(
    old: dict[str, bytes], new: dict[str, bytes], order: Random
) -> None:
    with TemporaryDirectory() as folder:
        output = Path(folder, "site")
        for site in (old, new):
            artifacts = [Artifact("404.html", b"lost"), *(Artifact(path, data) for path, data in site.items())]
            order.shuffle(artifacts)
            before = stamps(output)
            write(artifacts, output)
        after = stamps(output)
        kept = {path for path in after if before.get(path) == after[path]}

        assert tree(output) == {"404.html": b"lost", **new}
        assert kept == {"404.html", *(path for path in new if old.get(path) == new[path])}


def test_where_all_files_are_the_same_nothing_is_touched(tmp_path: Path) -> None:
    def never(one: Path, other: Path) -> bool:
        raise AssertionError("there is nothing to exchange")

    write(OLD, tmp_path / "site")
    before = stamps(tmp_path / "site")
    write(OLD, tmp_path / "site", never)

    assert stamps(tmp_path / "site") == before


@pytest.mark.parametrize("harm", ["changed", "lost", "added", "folder"])
def test_a_site_that_somebody_has_touched_is_made_whole(tmp_path: Path, harm: str) -> None:
    output = tmp_path / "site"
    write(OLD, output)
    page = output / "vi/index.html"
    if harm == "changed":
        page.write_bytes(b"odd")
    elif harm == "added":
        (output / "vi/more.html").write_bytes(b"more")
    else:
        page.unlink()
        if harm == "folder":
            page.mkdir()
    write(OLD, output)

    assert tree(output) == {artifact.output: artifact.data for artifact in OLD}


def test_a_new_file_never_writes_through_to_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write(OLD, output)
    os.link(output / "vi/index.html", tmp_path / "kept")
    write(NEW, output)

    assert (tmp_path / "kept").read_bytes() == b"old"


@pytest.mark.parametrize("record", ["", "{", "[1]", '[1, ""]', '{"404.html": 1}', '{"404.html": ["", []]}'])
def test_a_damaged_record_makes_all_files_new(tmp_path: Path, record: str) -> None:
    output = tmp_path / "site"
    write(OLD, output)
    (tmp_path / ".site.lock").write_text(record)
    write(NEW, output)

    assert tree(output) == FILES_OF_NEW


def test_without_links_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(source: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    write(OLD, tmp_path / "site")
    monkeypatch.setattr(os, "link", refused)
    write((*OLD[:2], NEW[2]), tmp_path / "site")

    assert tree(tmp_path / "site") == {"404.html": b"old", "vi/index.html": b"old", "en/a/b/index.html": b"new"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(NEW, tmp_path / "site")

    assert tree(tmp_path / "site") == FILES_OF_NEW


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    write(OLD, tmp_path / "disk/site")
    (tmp_path / "site").symlink_to("disk/site")
    write(NEW, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "disk/site") == FILES_OF_NEW


def test_a_failure_while_files_are_made_leaves_the_old_site(tmp_path: Path) -> None:
    def failing() -> Iterator[Artifact]:
        yield NEW[0]
        raise OSError(28, "No space left on device", "vi/index.html")

    write(OLD, tmp_path / "site")
    with pytest.raises(OSError, match="No space"):
        write(failing(), tmp_path / "site")

    assert tree(tmp_path / "site") == {artifact.output: b"old" for artifact in OLD}


def test_a_disk_that_is_full_is_named_and_has_its_room_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    write(OLD, tmp_path / "site")
    with monkeypatch.context() as during:
        during.setattr(Path, "write_bytes", no_room)
        with pytest.raises(OSError, match="No space") as caught:
            write(NEW, tmp_path / "site")

    assert str(caught.value.filename).endswith("404.html")
    assert tree(tmp_path / "site") == {artifact.output: b"old" for artifact in OLD}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


@pytest.mark.parametrize("content", ["a file", None])
def test_what_no_build_has_made_is_not_replaced(tmp_path: Path, content: str | None) -> None:
    output = tmp_path / "precious"
    if content:
        output.write_text(content)
    else:
        output.mkdir()
        (output / "letter.txt").write_text("dear")

    with pytest.raises(OSError, match="precious"):
        write(NEW, output)

    assert output.is_file() or (output / "letter.txt").read_text() == "dear"


def test_an_output_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")

    with pytest.raises(OSError, match="site"):
        write(NEW, tmp_path / "site/public")


def test_two_builds_do_not_write_to_one_folder_at_once(tmp_path: Path) -> None:
    with locked(tmp_path / "site"), pytest.raises(BusyError):
        write(NEW, tmp_path / "site")

    write(NEW, tmp_path / "site")
    assert tree(tmp_path / "site") == FILES_OF_NEW


def test_a_swap_that_fails_is_told_and_the_old_site_stands(tmp_path: Path) -> None:
    def refused(one: Path, other: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(other))

    write(OLD, tmp_path / "site")
    with pytest.raises(PermissionError):
        write(NEW, tmp_path / "site", refused)

    assert (tmp_path / "site/vi/index.html").read_bytes() == b"old"


def test_two_folders_change_places_in_one_move(tmp_path: Path) -> None:
    (tmp_path / "one/here").mkdir(parents=True)
    (tmp_path / "other/there").mkdir(parents=True)

    assert exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one/there").is_dir()
    assert (tmp_path / "other/here").is_dir()


def test_a_system_that_cannot_exchange_says_so(tmp_path: Path) -> None:
    assert not exchanged(tmp_path, tmp_path, "no such library")


def test_what_the_system_refuses_to_exchange_is_left_to_two_moves(tmp_path: Path) -> None:
    (tmp_path / "outer/inner").mkdir(parents=True)

    assert not exchanged(tmp_path / "outer", tmp_path / "outer/inner")


def test_a_folder_that_is_missing_is_an_error_and_no_reason_for_two_moves(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()

    with pytest.raises(OSError, match="No such file"):
        exchanged(tmp_path / "one", tmp_path / "missing")


def test_the_first_site_is_only_moved(tmp_path: Path) -> None:
    (tmp_path / "staging").mkdir()

    def never(one: Path, other: Path) -> bool:
        raise AssertionError("there is nothing to exchange")

    exchange(tmp_path / "staging", tmp_path / "site", never)
    assert (tmp_path / "site").is_dir()


# Where a build may be killed: in the middle of its files, before the exchange, after it.
KILLED = """
import os, signal, sys
from pathlib import Path
from showcase.pages.views import Artifact
from showcase.writing.staging import exchanged, write

moment = sys.argv[1]
def die(): os.kill(os.getpid(), signal.SIGKILL)
def artifacts():
    yield Artifact("404.html", b"new")
    if moment == "files": die()
    yield Artifact("vi/index.html", b"new")
def swap(one, other):
    if moment == "before": die()
    if moment == "between":
        other.rename(other.parent / ".site.old")
        die()
    exchanged(one, other)
    die()
write(artifacts(), Path(sys.argv[2]), swap)
"""


def killed(moment: str, output: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, moment, str(output)], env={**os.environ, "PYTHONPATH": "."}, check=False
    )
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("moment", "stands"), [("files", b"old"), ("before", b"old"), ("after", b"new")])
def test_a_killed_build_leaves_one_whole_site(tmp_path: Path, moment: str, stands: bytes) -> None:
    output = tmp_path / "site"
    write(OLD, output)
    killed(moment, output)

    assert set(tree(output).values()) == {stands}

    write(NEW, output)
    assert tree(output) == FILES_OF_NEW
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_build_killed_between_two_moves_is_mended_by_the_next_one_even_if_that_fails(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write(OLD, output)
    killed("between", output)
    assert not output.exists()

    def failing() -> Iterator[Artifact]:
        yield NEW[0]
        raise OSError(28, "No space left on device", "vi/index.html")

    with pytest.raises(OSError, match="No space"):
        write(failing(), output)
    assert (output / "vi/index.html").read_bytes() == b"old"
