"""A small site of this folder becomes a project of its own, to be checked and built."""

import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from showcase.cli import main

SITES = Path(__file__).parent
DAY = "2026-11-20"
LOCALES = {"en": "en_GB.UTF-8", "vi": "vi_VN.UTF-8"}
# What lies in the folder of a site beside the files of its project.
NO_PROJECT_FILES = shutil.ignore_patterns("expected*", "remove.txt")


def project(root: Path, site: Path | None = None) -> Path:
    """The root of a new project: the base, and over it the files of the site, without those that it removes."""
    shutil.copytree(SITES / "base", root)
    if site is None:
        return root
    removed = site / "remove.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        _remove(root / name)
    shutil.copytree(site, root, ignore=NO_PROJECT_FILES, dirs_exist_ok=True)
    return root


def put(root: Path, path: str, content: str | bytes) -> Path:
    """A file of the project, with its folders."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def change(root: Path, path: str, old: str, new: str) -> None:
    """Write something else where the text stands, which must be once."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def run(root: Path, *arguments: str, language: str = "en") -> tuple[int, str]:
    """The exit code and the output of the command in a project."""
    written = io.StringIO()
    with redirect_stdout(written), redirect_stderr(written):
        code = main(arguments, root, {"LANG": LOCALES[language]})
    return code, written.getvalue()


def check(root: Path, *arguments: str, language: str = "en") -> tuple[int, str]:
    """The exit code and the output of `check` on the day of the tests."""
    return run(root, "check", "--date", DAY, "--no-cache", *arguments, language=language)


def build(root: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and the output of `build` into `site/` on the day of the tests."""
    return run(root, "build", "--date", DAY, *arguments)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()
