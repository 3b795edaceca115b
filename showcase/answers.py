"""A question about files that have not changed since it was last asked gets the same answer, before anything loads.

Nothing heavy is imported here, not even `dataclasses`: most of the time of such an answer would go into imports.
"""

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

FOLDER = ".cache/build/answers"
READ = ("content", "locales", "templates", "site.yaml")  # what a build reads of a project
ENGINE = os.path.dirname(os.path.abspath(__file__))
# These differ from shell to shell and say nothing to a build; any other variable might.
UNHEARD = frozenset({"_", "SHLVL", "PWD", "OLDPWD", "COLUMNS", "LINES"})
# The clock of a file system may stand still for two seconds (FAT): a file as young as that may change unseen.
TICK = 2_000_000_000
KEPT = 8


class Seen(NamedTuple):
    """The state of all that a build reads: a digest of names and stats, and the files that were too young to trust."""

    digest: str
    young: tuple[str, ...]


class Question(NamedTuple):
    """What was asked: where its answer is kept, and about which project."""

    root: str
    path: str


def question(arguments: Sequence[str], root: str, environ: Mapping[str, str]) -> Question:
    """The question that the arguments are in this environment and folder."""
    root = os.path.abspath(_root(arguments) or root)
    heard = sorted((name, value) for name, value in environ.items() if name not in UNHEARD)
    asked = [list(arguments), root, os.getcwd(), heard, sys.version, ENGINE, sys.stdout.isatty()]
    name = hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:32]
    return Question(root, os.path.join(root, FOLDER, f"{name}.json"))


def _root(arguments: Sequence[str]) -> str:
    """The folder that `--root` names."""
    for index, each in enumerate(arguments):
        if each.startswith("--root="):
            return each.removeprefix("--root=")
        if each == "--root":
            return "".join(arguments[index + 1 : index + 2])
    return ""


def answer(asked: Question, now: float) -> tuple[str, int] | None:
    """The text and the exit code of the same question, where all is as it was then: day, files, engine and output."""
    try:
        with open(asked.path, "rb") as file:
            known = json.load(file)
        begin, end = known["day"]
        if not begin <= now < end:
            return None
        here = seen(asked.root, time.time_ns())
        if here.digest != known["seen"] or any(_content(path) != known["young"][path] for path in known["young"]):
            return None
        if known["output_seen"] != output_digest(known["output"]):
            return None
        if known["young"]:  # by now they are old enough
            _write(asked.path, {**known, "young": {path: _content(path) for path in here.young}})
        return str(known["text"]), int(known["code"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever keeps an answer from being read, it can be found again


def remember(asked: Question, before: Seen, output: str, day: tuple[float, float], text: str, code: int) -> None:
    """Keep an answer. `before` is what was seen before the first file was read, `day` the seconds in which it holds."""
    try:
        young = {path: _content(path) for path in before.young}
        if seen(asked.root, time.time_ns()).digest != before.digest:
            return  # something changed meanwhile
        known = {"day": day, "seen": before.digest, "young": young, "output": output, "text": text, "code": code}
        _write(asked.path, {**known, "output_seen": output_digest(output)})
        _prune(os.path.dirname(asked.path))
    except OSError:
        return  # an answer is an aid


def seen(root: str, now: int) -> Seen:
    """The state of the project's files, of the engine's, and of the packages beside it, at a time in nanoseconds."""
    state = hashlib.sha256()
    young: list[str] = []
    for path, status in _stats(root):
        state.update(f"{path}\0{_identity(status)}\n".encode("utf-8", "surrogateescape"))
        # A link or a pipe changes only by becoming another one, and must not be opened.
        if stat.S_ISREG(status.st_mode) and max(status.st_mtime_ns, status.st_ctime_ns) > now - TICK:
            young.append(path)
    return Seen(state.hexdigest(), tuple(young))


def output_digest(folder: str) -> str:
    """A digest of the names and stats of everything in an output folder; empty where none was written."""
    if not folder:
        return ""
    state = hashlib.sha256()
    for path, status in _walk(folder, ""):
        state.update(f"{path}\0{_identity(status)}\n".encode("utf-8", "surrogateescape"))
    return state.hexdigest()


def _identity(status: os.stat_result) -> str:
    return f"{status.st_mode} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _stats(root: str) -> Iterator[tuple[str, os.stat_result]]:
    """Path and stat of every file that has a say."""
    for name in READ:
        yield from _walk(os.path.join(root, name), "")
    yield from _walk(ENGINE, ".py")
    yield from _walk(os.path.join(ENGINE, "messages"), ".po")
    yield from ((path, os.stat(path)) for path in sys.path if path.endswith("-packages") and os.path.isdir(path))


def _walk(path: str, ending: str) -> Iterator[tuple[str, os.stat_result]]:
    """A file, or the files of a folder and its folders in the order of their names; no link is followed."""
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name, reverse=True)
    except NotADirectoryError:
        entries = []
        yield path, os.lstat(path)
    except FileNotFoundError:
        return
    while entries:
        entry = entries.pop()  # so that none is held, with its stat, that has had its turn: a folder may have very many
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, ending)
        elif entry.name.endswith(ending):
            yield entry.path, entry.stat(follow_symlinks=False)


def _content(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _write(path: str, known: Mapping[str, object]) -> None:
    """Write the answer beside its place, then move it there."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    beside = f"{path}.{os.getpid()}"
    with open(beside, "w", encoding="utf-8") as file:
        json.dump(known, file)
    os.replace(beside, path)


def _prune(folder: str) -> None:
    """Leave only the newest answers."""
    paths = sorted(_paths(folder), key=lambda path: os.stat(path).st_mtime_ns)
    for path in paths[:-KEPT]:
        os.unlink(path)


def _paths(folder: str) -> Iterable[str]:
    return [entry.path for entry in os.scandir(folder)]
