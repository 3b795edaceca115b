"""Builds and their workers are killed or interrupted at random moments."""

import fcntl
import os
import shutil
import signal
import time
from pathlib import Path

from tools.faults.rows import Row, judged, mended
from tools.faults.trial import Build, Stage, hasty

WRITING = 0.04  # seconds in which a site is written and exchanged, roughly


def kills(here: Stage, count: int, seconds: float, *, cold: bool, number: int = signal.SIGKILL) -> Row:
    """`count` builds killed: one half at any moment, the other while the site is written and exchanged."""
    names = {signal.SIGKILL: "kill -9", signal.SIGINT: "Ctrl-C", signal.SIGTERM: "kill (SIGTERM)"}
    row = Row(f"{names[signal.Signals(number)]}, {'cold' if cold else 'warm'} cache")
    for trial in range(count):
        if cold:
            shutil.rmtree(here.cache, ignore_errors=True)
        states = here.turn()
        build = here.begin(prepare=hasty)
        if trial % 2:
            _wait_for(here.root / ".site.new", build)
            time.sleep(here.random.uniform(0, WRITING))
        else:
            time.sleep(here.random.uniform(0, seconds))
        _end(build, number)
        judged(row, here, build, states)
        mended(row, here, states[1])
    return row


def _end(build: Build, number: int) -> None:
    if build.is_running():
        build.kill(number, everybody=number == signal.SIGINT)
    build.wait()


def _wait_for(path: Path, build: Build) -> None:
    while build.is_running() and not path.exists():
        time.sleep(0.0005)


def dead_workers(here: Stage, count: int) -> Row:
    """`count` cold builds, of which a worker is killed; that must change nothing."""
    row = Row("kill -9 of a worker")
    for _ in range(count):
        shutil.rmtree(here.cache, ignore_errors=True)
        states = here.turn()
        build = here.begin("--no-cache", prepare=hasty)
        _kill_worker(here, build)
        build.wait()
        if judged(row, here, build, states) != states[1]:
            row.wrong.append(f"the build did not outlive its worker: exit {build.code}: {build.said()[-2000:]}")
        mended(row, here, states[1])
    return row


def _kill_worker(here: Stage, build: Build) -> None:
    """Nothing, after one of the build's processes has ended in the midst of its work, if there was one in time."""
    time.sleep(here.random.uniform(0, 0.3))
    while build.is_running():
        if workers := _children(build.pid):
            os.kill(here.random.choice(workers), signal.SIGKILL)
            return
        time.sleep(0.0005)


def _children(pid: int) -> list[int]:
    """The processes that a process has begun and that still run (Linux alone tells them)."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def two_at_once(here: Stage, count: int) -> Row:
    """`count` times two builds of one project: one at least succeeds, the other does or says that it must wait."""
    row = Row("two builds at once")
    for _ in range(count):
        states = here.turn()
        shutil.rmtree(here.cache, ignore_errors=True)
        builds = [here.begin(), here.begin("--jobs", "1")]
        logs = [each.wait() for each in builds]
        if 0 not in logs or not set(logs) <= {0, 1}:
            row.wrong.append(f"exit codes {logs}")
        judged(row, here, builds[0], states)
        mended(row, here, states[1])
    return row


def locked_out(here: Stage, count: int) -> Row:
    """`count` builds of a folder that another one is writing to: they say so and change nothing."""
    row = Row("another build holds the lock")
    for _ in range(count):
        states = here.turn()
        holder = _holder(here.root / ".site.lock")
        build = here.build()
        os.kill(holder, signal.SIGKILL)  # a killed build holds no lock
        os.waitpid(holder, 0)
        if build.code != 1 or "another build is writing" not in build.said():
            row.wrong.append(f"exit {build.code}: {build.said()[-500:]}")
        judged(row, here, build, states)
        mended(row, here, states[1])
    return row


def _holder(lock: Path) -> int:
    """A process that has taken the lock."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        os.read(reading, 1)
        os.close(reading)
        return pid
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        os.write(writing, b"x")
        signal.pause()
    os._exit(0)
