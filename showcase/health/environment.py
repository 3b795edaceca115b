"""The machine and its Python: what the program needs, what is there, and what only some of its parts need."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from PIL import features

from showcase.codes import _
from showcase.health.findings import ADVICE, FAULT, WELL, Finding
from showcase.writing.staging import exchanged

PYTHON = (3, 11)
LOCK = "requirements.lock"
# A line of the lock, unless it is for another system alone.
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?! ;.*'win32')", re.MULTILINE)
# What needs each optional part, by the module that says whether it is installed.
EXTRAS = {
    "openpyxl": _("import reads spreadsheets (.xlsx)"),
    "httpx": _("check --external looks at links outside"),
    "obstore": _("publishing to an object store"),
    "zstandard": _("compressing with zstd"),
    "distributed": _("building on a Dask cluster"),
    "pyarrow": _("open data as Parquet"),
    "pyinstrument": _("profiles of a build"),
}
CODECS = {
    "avif": _("pictures in AVIF"),
    "webp": _("pictures in WebP"),
    "raqm": _("Vietnamese marks on pictures for sharing"),
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

IS = _("{what} {version}")
OLD_PYTHON = _("Python {version} is too old")
NEW_PYTHON = _("install Python {least} or newer, remove .venv, then run: make site")
NO_LOCK = _("there is no {path}, so nobody knows which versions were tried")
OTHER_VERSION = _("{count} packages have another version than {path} names: {names}")
NOT_INSTALLED = _("{count} packages of {path} are not installed: {names}")
INSTALL = _("run: rm .venv/*.stamp && make site")
AS_LOCKED = _("{count} packages are as {path} names them")
NO_CODEC = _("Pillow has no {name}: {use} will be missing")
OWN_PILLOW = _("install Pillow from its wheel: pip install --force-reinstall --only-binary=:all: pillow")
HAS_CODECS = _("Pillow writes AVIF and WebP and shapes Vietnamese letters")
HAS_EXTRA = _("{name} is there: {use}")
NO_EXTRA = _("{name} is not installed: {use} does not work")
GET_EXTRAS = _("if you need it, run: make extras")
NO_TOOL = _("{name} was not found: {use}")
HAS_TOOL = _("{name} is there: {use}")
GET_TOOL = _("if you need it, install {name}")
FOR_GIT = _("commits, the hook and --staged need it")
FOR_NODE = _("only make vendor and make validate need it")
FOR_BROWSER = _("only the tests in a browser need it")
ALIKE = _(
    "this disk does not tell Photo.jpg from photo.jpg: a link with the wrong case works here and fails on the server"
)
WATCH_CASE = _("name files in small letters; the check tells where a name is written in two ways")
APART = _("this disk tells Photo.jpg from photo.jpg, as servers do")
SWAPS = _("a new site takes the place of the old one in a single move")
STEPS = _("this disk cannot exchange two folders in a single move: for a moment of each build there is no site")
USE_LINUX = _("where people read the site while it is built, build on Linux on ext4, xfs or btrfs")
NO_FONTS = _("the fonts of the site are missing from {path}")
GET_FONTS = _("fetch them with git checkout -- {path}, or make them anew: make fonts")
HAS_FONTS = _("{count} font files are in place")
FONTS = "templates/assets/fonts"


def environment(root: Path, environ: Mapping[str, str]) -> tuple[Finding, ...]:
    """Everything about the machine."""
    return (
        python(sys.version_info[:3]),
        *packages(root),
        *codecs(),
        *(extra(name, use) for name, use in EXTRAS.items()),
        tool("git", FOR_GIT, environ, ("git",)),
        tool("Node.js", FOR_NODE, environ, ("node",)),
        tool("Chromium", FOR_BROWSER, environ, (environ.get("CHROMIUM", ""), *BROWSERS)),
        disk_case(root),
        disk_swap(root),
        fonts(root),
    )


def python(found: tuple[int, ...]) -> Finding:
    """Whether Python is new enough."""
    shown = ".".join(map(str, found))
    if found[:2] < PYTHON:
        return Finding("python", FAULT, OLD_PYTHON, NEW_PYTHON, {"version": shown, "least": ".".join(map(str, PYTHON))})
    return Finding("python", WELL, IS, fields={"what": "Python", "version": shown})


def packages(root: Path) -> Iterator[Finding]:
    """Whether what is installed is what the lock names."""
    if not (root / LOCK).is_file():
        yield Finding("packages", ADVICE, NO_LOCK, fields={"path": LOCK})
        return
    wanted = dict(PINNED.findall((root / LOCK).read_text(encoding="utf-8")))
    found = {name: installed(name) for name in wanted}
    missing = [name for name in wanted if not found[name]]
    other = [f"{name} {found[name]}" for name in wanted if found[name] not in ("", wanted[name])]
    if missing:
        words: dict[str, str | int] = {"count": len(missing), "path": LOCK, "names": ", ".join(missing)}
        yield Finding("packages", FAULT, NOT_INSTALLED, INSTALL, words)
    if other:
        words = {"count": len(other), "path": LOCK, "names": ", ".join(other)}
        yield Finding("packages", ADVICE, OTHER_VERSION, INSTALL, words)
    if not missing and not other:
        yield Finding("packages", WELL, AS_LOCKED, fields={"count": len(wanted), "path": LOCK})


def installed(name: str) -> str:
    """The version that is installed, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def codecs() -> Iterator[Finding]:
    """What Pillow can do."""
    missing = [name for name in CODECS if not features.check(name)]
    for name in missing:
        yield Finding("pillow", FAULT, NO_CODEC, OWN_PILLOW, {"name": name, "use": CODECS[name]})
    if not missing:
        yield Finding("pillow", WELL, HAS_CODECS)


def extra(name: str, use: str) -> Finding:
    """Whether an optional part is there. Nobody must have it."""
    fields = {"name": name, "use": use}
    if find_spec(name) is not None:
        return Finding("extras", WELL, HAS_EXTRA, fields=fields)
    return Finding("extras", ADVICE, NO_EXTRA, GET_EXTRAS, fields)


def tool(name: str, use: str, environ: Mapping[str, str], commands: tuple[str, ...]) -> Finding:
    """Whether a program is there."""
    path, fields = environ.get("PATH", os.defpath), {"name": name, "use": use}
    if any(shutil.which(command, path=path) for command in commands if command):
        return Finding("tools", WELL, HAS_TOOL, fields=fields)
    return Finding("tools", ADVICE, NO_TOOL, GET_TOOL, fields)


def disk_case(root: Path) -> Finding:
    """Whether the disk tells small letters from capitals."""
    with tempfile.TemporaryDirectory(dir=root, prefix=".doctor-") as folder:
        (Path(folder) / "photo").touch()
        alike = (Path(folder) / "PHOTO").exists()
    return Finding("disk", ADVICE, ALIKE, WATCH_CASE) if alike else Finding("disk", WELL, APART)


def disk_swap(root: Path) -> Finding:
    """Whether the disk exchanges two folders in a single move."""
    with tempfile.TemporaryDirectory(dir=root, prefix=".doctor-") as folder:
        one, other = Path(folder) / "one", Path(folder) / "other"
        one.mkdir()
        other.mkdir()
        swapped = exchanged(one, other)
    return Finding("disk", WELL, SWAPS) if swapped else Finding("disk", ADVICE, STEPS, USE_LINUX)


def fonts(root: Path) -> Finding:
    """Whether the fonts are fonts, not pointers to them."""
    files = [path for path in (root / FONTS).glob("*.woff2") if path.read_bytes()[:4] == b"wOF2"]
    if not files:
        return Finding("fonts", FAULT, NO_FONTS, GET_FONTS, {"path": FONTS})
    return Finding("fonts", WELL, HAS_FONTS, fields={"count": len(files)})
