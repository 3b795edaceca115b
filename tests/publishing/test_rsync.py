"""A folder of another machine is published to through a real rsync daemon, which may die before any command."""

import os
import socket
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from showcase.publishing import rsync
from showcase.publishing.hosts import HostError
from showcase.publishing.publish import publish, read_state, restore
from showcase.publishing.rsync import Rsync
from tests.publishing.releases import FIRST, SECOND, THIRD, broken, published, quiet, release, site_of
from tests.sites.projects import tree

CONFIG = """
use chroot = no
max connections = 0
log file = {root}/log
pid file = {root}/pid
uid = {uid}
gid = {gid}
[site]
path = {root}/public
read only = no
"""


class Daemon:
    """An rsync daemon on a port of this machine, which can be killed and started again."""

    def __init__(self, root: Path) -> None:
        self.root, self.public = root, root / "public"
        self.public.mkdir()
        (root / "conf").write_text(CONFIG.format(root=root, uid=os.getuid(), gid=os.getgid()), encoding="utf-8")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.start()

    def start(self) -> None:
        (self.root / "pid").unlink(missing_ok=True)
        command = ["rsync", "--daemon", "--no-detach", f"--port={self.port}", "--address=127.0.0.1"]
        self.process = subprocess.Popen([*command, f"--config={self.root}/conf"])
        while self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5):
                    return
            except ConnectionRefusedError:
                continue
        raise AssertionError((self.root / "log").read_text(encoding="utf-8"))

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    @property
    def host(self) -> Rsync:
        return Rsync(f"rsync://127.0.0.1:{self.port}/site", pauses=())


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Daemon]:
    (tmp_path / "daemon").mkdir()
    running = Daemon(tmp_path / "daemon")
    yield running
    running.kill()


def test_only_what_changed_goes_up_and_a_rollback_brings_it_back(daemon: Daemon, tmp_path: Path) -> None:
    host = daemon.host
    published(host, FIRST, tmp_path)
    assert site_of(tree(daemon.public)) == FIRST
    untouched = (daemon.public / "assets/kept.77.svg").stat().st_ino

    published(host, SECOND, tmp_path)

    assert site_of(tree(daemon.public)) == {**SECOND, "assets/style.11.css": "p {}"}
    assert (daemon.public / "assets/kept.77.svg").stat().st_ino == untouched
    assert published(host, SECOND, tmp_path) == []
    restore(host, read_state(host), quiet)
    public = site_of(tree(daemon.public))
    assert {path: public[path] for path in FIRST} == FIRST
    assert "vi/moi/index.html" not in public


def test_just_the_files_that_are_named_are_removed(daemon: Daemon) -> None:
    there = ("a.txt", "a/b*.txt", "a/b1.txt", "a/[c]/d", "a/c/d", "e\\f", "e/f", "e/f.txt")
    for each in there:
        (daemon.public / each).parent.mkdir(parents=True, exist_ok=True)
        (daemon.public / each).write_text(each, encoding="utf-8")
    gone = ("a/b*.txt", "a/[c]/d", "e\\f", "e/f", "nowhere/at-all.txt")

    daemon.host.remove(gone, ".kept/1")

    left = {*there}.difference(gone)
    assert tree(daemon.public).keys() == {*left, *(f".kept/1/{each}" for each in gone[:-1])}
    assert not (daemon.public / "nowhere").exists()
    assert (daemon.public / ".kept/1/a/b*.txt").read_text(encoding="utf-8") == "a/b*.txt"


def test_very_many_files_are_removed_part_by_part(daemon: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rsync, "AT_ONCE", 2)
    for number in range(5):
        (daemon.public / str(number)).write_text("", encoding="utf-8")
    daemon.host.remove([str(number) for number in range(5) if number != 3], "")

    assert [path.name for path in daemon.public.iterdir()] == ["3"]


def test_a_folder_is_cleared_with_all_that_is_in_it(daemon: Daemon) -> None:
    for each in ("a/b/c/d", "a/b/e", "a/bb", "b/f"):
        (daemon.public / each).parent.mkdir(parents=True, exist_ok=True)
        (daemon.public / each).write_text(each, encoding="utf-8")

    daemon.host.clear("a/b")

    assert tree(daemon.public).keys() == {"a/bb", "b/f"}
    assert not (daemon.public / "a/b").exists()


def test_folders_of_what_was_replaced_do_not_pile_up(daemon: Daemon, tmp_path: Path) -> None:
    for files in (FIRST, SECOND, THIRD, SECOND):
        published(daemon.host, files, tmp_path)

    assert [path.name for path in sorted((daemon.public / ".publish").iterdir())] == ["4", "state.json"]


def test_whenever_the_server_dies_the_site_is_whole_and_the_same_command_finishes(
    daemon: Daemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = 0
    last = -1
    real = rsync._ran

    def until_it_dies(command: Sequence[str], names: bytes) -> None:
        nonlocal commands
        if commands == last:
            daemon.kill()
        commands += 1
        real(command, names)

    published(daemon.host, FIRST, tmp_path)
    made, source = release(tmp_path / "second", SECOND)
    monkeypatch.setattr(rsync, "_ran", until_it_dies)
    said = []
    for last in range(100):
        commands = 0
        try:
            publish(daemon.host, read_state(daemon.host), made, source, quiet)
            break
        except HostError as error:
            said.append(error.detail)
            daemon.start()
        assert broken(tree(daemon.public)) == [], last

    assert all("Connection refused" in detail for detail in said)
    assert last > 6
    assert site_of(tree(daemon.public)) == {**SECOND, "assets/style.11.css": "p {}"}


def test_a_publication_that_did_not_end_can_be_taken_back(
    daemon: Daemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(daemon.host, FIRST, tmp_path)
    real = rsync._ran

    def until_the_last_wave(command: Sequence[str], names: bytes) -> None:
        if b"sitemap.xml" in names:
            daemon.kill()
        real(command, names)

    monkeypatch.setattr(rsync, "_ran", until_the_last_wave)
    with pytest.raises(HostError):
        published(daemon.host, SECOND, tmp_path)
    monkeypatch.setattr(rsync, "_ran", real)
    daemon.start()
    assert site_of(tree(daemon.public))["vi/index.html"] == SECOND["vi/index.html"]

    restore(daemon.host, read_state(daemon.host), quiet)

    public = site_of(tree(daemon.public))
    assert {path: public[path] for path in FIRST} == FIRST
    assert "vi/moi/index.html" not in public
