"""`check --reproducible`: the site is made twice in as different circumstances as can be, and compared byte by byte."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from filecmp import cmp
from itertools import islice
from pathlib import Path

import click

from showcase.answers import READ
from showcase.codes import _
from showcase.commands.tool import RefusalError, Tool
from showcase.reporting.sentences import filled

SAME = _("made twice, in other folders, time zones and languages, by other numbers of processes: {files} files, equal")
DIFFERENT = _("{path}: the two differ from byte {at} on")
ALONE = _("{path}: only one of the two has it")
FAILED = _("the site could not be made; see what is wrong with: {command}")
SHOWN = 20

BUILD = Path(__file__).parents[2] / "build.py"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where and how a site is made."""

    folder: str
    jobs: int
    environ: Mapping[str, str]


# Two builders who have nothing in common: even the hashes of texts fall differently.
TWO = (
    Circumstances("here", 1, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "1"}),
    Circumstances(
        "elsewhere/với dấu", 3, {"TZ": "America/Adak", "LC_ALL": "vi_VN.UTF-8", "PYTHONHASHSEED": "4294967295"}
    ),
)


def reproduce(tool: Tool, day: date, *, drafts: bool) -> int:
    """Make the site twice; 0 comes back where both are equal, else 1 with the first differences."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = (_made(tool, Path(folder, each.folder), each, day, drafts=drafts) for each in TWO)
        found = tuple(islice(differences(one, other), SHOWN))
        for message, fields in found:
            click.echo(filled(tool.say(message), fields))
        if not found:
            click.echo(filled(tool.say(SAME), {"files": str(len(files(one)))}))
        return int(bool(found))


def _made(tool: Tool, folder: Path, how: Circumstances, day: date, *, drafts: bool) -> Path:
    """The folder of a release, made from a copy of the project without any memory of earlier builds."""
    for name in READ:
        if (tool.root / name).is_dir():
            shutil.copytree(tool.root / name, folder / "project" / name, symlinks=True)
        elif (tool.root / name).is_file():
            shutil.copy2(tool.root / name, folder / "project" / name)
    command = [sys.executable, str(BUILD), "build", "--release", "--no-cache", "--root", str(folder / "project")]
    command += ["--date", day.isoformat(), "--jobs", str(how.jobs), *(["--drafts"] if drafts else [])]
    done = subprocess.run(  # noqa: S603 - our own program
        command, env={**os.environ, **how.environ}, capture_output=True, check=False
    )
    if done.returncode:
        raise RefusalError(FAILED, {"command": "python build.py check"}, exit_code=1)
    return folder / "project/site"


def differences(one: Path, other: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """A message and its words for each file that is not the same in both folders, in the order of paths."""
    here, there = files(one), files(other)
    for path in sorted(here | there):
        if path not in here & there:
            yield ALONE, {"path": path}
        elif not cmp(one / path, other / path, shallow=False):
            yield DIFFERENT, {"path": path, "at": str(_first_difference(one / path, other / path))}


def files(folder: Path) -> set[str]:
    """The paths of all files below the folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _first_difference(one: Path, other: Path) -> int:
    """The number of bytes at the beginning that are the same in both."""
    here, there = one.read_bytes(), other.read_bytes()
    pairs = enumerate(zip(here, there, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(here), len(there)))
