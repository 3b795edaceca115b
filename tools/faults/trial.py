"""A project whose text can change becomes builds in processes of their own, and the sites they leave behind."""

import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import showcase.cli
import showcase.commands.build  # loaded here, so that a build under trial begins with its work  # noqa: F401
from showcase.start import start
from showcase.work import batches

DAY = "2026-11-20"
ENVIRON = {"LANG": "en_GB.UTF-8"}
PATIENCE = 600  # seconds after which a build is stuck
GONE = 10  # seconds in which the processes of a killed build must have ended
IGNORED = shutil.ignore_patterns("site", ".site.*", ".cache", ".git", ".venv", "__pycache__", "tests", "docs", "bench")


@dataclass(slots=True)
class Build:
    """A build under way, in a session of its own, so that all of its processes can be counted."""

    pid: int
    log: Path
    code: int | None = None

    def kill(self, number: int = signal.SIGKILL, *, everybody: bool = False) -> None:
        """Send a signal to the build, or, as a terminal does, to all of its processes."""
        if self.code is None:
            (os.killpg if everybody else os.kill)(self.pid, number)

    def wait(self) -> int:
        """The exit code; below 0 it is the signal that ended the build."""
        end = time.monotonic() + PATIENCE
        while self.code is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                self.kill(everybody=True)
                raise TimeoutError(f"stuck: {self.said()}")
            else:
                time.sleep(0.005)
        return self.code

    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        if self.code is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.code = os.waitstatus_to_exitcode(status) if done else None
        return self.code is None

    def leaves_nobody(self) -> bool:
        """Whether all of its processes end soon after it."""
        end = time.monotonic() + GONE
        while time.monotonic() < end:
            try:
                os.killpg(self.pid, 0)
            except ProcessLookupError:
                return True
            time.sleep(0.02)
        os.killpg(self.pid, signal.SIGKILL)
        return False

    def said(self) -> str:
        """What it wrote."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@dataclass(slots=True)
class Stage:
    """A project with two states of its text, and the site that each of them is made into."""

    root: Path
    text: Path
    random: random.Random
    logs: Path
    arguments: tuple[str, ...] = ("--jobs", "2")
    numbers: Iterator[int] = field(default_factory=count)
    wanted: dict[str, str] = field(default_factory=dict)
    before: str = ""

    @property
    def site(self) -> Path:
        """Where the site stands."""
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """What builds remember."""
        return self.root / ".cache"

    def begin(self, *more: str, prepare: Callable[[], object] = lambda: None) -> Build:
        """A build that has begun; `prepare` is called in its process first."""
        log = self.logs / f"{next(self.numbers)}.log"
        sys.stdout.flush()
        pid = os.fork()
        if pid:
            return Build(pid, log)
        os.setsid()
        with log.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        code = 70
        try:
            prepare()
            code = start(("build", "--date", DAY, *self.arguments, *more), str(self.root), ENVIRON)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)

    def build(self, *more: str) -> Build:
        """A build that has ended."""
        made = self.begin(*more)
        made.wait()
        return made

    def say(self, state: str) -> None:
        """Bring the text into a state, `one` or `other`, and with it what the next site must be."""
        line = f"\n\nState {state}.\n"
        kept = self.text.read_text(encoding="utf-8").partition("\n\nState ")[0]
        self.text.write_text(kept + line, encoding="utf-8")

    def learn(self) -> float:
        """The seconds that a build takes, once both sites are known and the first of them stands."""
        for state in ("other", "one"):
            self.say(state)
            shutil.rmtree(self.cache, ignore_errors=True)
            begun = time.monotonic()
            made = self.build()
            if made.wait() != 0:
                raise SystemExit(made.said())
            self.wanted[state] = digest(self.site)
        if self.wanted["one"] == self.wanted["other"]:
            raise SystemExit("the two states give the same site")
        self.before = "one"
        return time.monotonic() - begun

    def turn(self) -> tuple[str, str]:
        """The state of the site that stands, and the other one, in which the text is from now on."""
        after = "other" if self.before == "one" else "one"
        self.say(after)
        return self.before, after

    def stands(self) -> str:
        """The state of the site that stands; `neither` where it is no whole site."""
        found = digest(self.site)
        return next((state for state, known in self.wanted.items() if known == found), "neither")

    def beside(self) -> list[str]:
        """What builds have left beside the site, their lock apart."""
        return [path.name for path in self.root.glob(".site.*") if path.name != ".site.lock"]


@contextmanager
def stage(origin: Path, text: str, folder: Path, seed: int) -> Iterator[Stage]:
    """A copy of a project in a folder, which is gone afterwards."""
    root, logs = folder / "project", Path(tempfile.mkdtemp(prefix="faults-logs-"))
    shutil.copytree(origin, root, ignore=IGNORED)
    try:
        yield Stage(root, root / text, random.Random(seed), logs)  # noqa: S311 - no secret
    finally:
        shutil.rmtree(root, ignore_errors=True)
        shutil.rmtree(logs, ignore_errors=True)


def hasty() -> None:
    """Let the next build hand over its work to other processes, however little it is."""
    batches.PAYS = 0.0


def digest(folder: Path) -> str:
    """A digest of the names and bytes of everything in a folder; empty where there is none."""
    if not folder.is_dir():
        return ""
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            state.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode() + data)
    return state.hexdigest()
