"""The repository: what would be missing or spoilt for whoever gets the project from it."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from showcase.codes import _
from showcase.health.findings import ADVICE, FAULT, WELL, Finding

NO_REPOSITORY = _("the folder is no git repository, or git is missing")
INIT = _("nothing needs it; to keep the history of the content: git init && git add -A && git commit")
SHALLOW = _("the clone is shallow: its history ends early")
UNSHALLOW = _("fetch the rest: git fetch --unshallow")
NOT_COMMITTED = _("{path} has changes that are not committed: old addresses would be forgotten")
COMMIT_IT = _("commit it with the texts: git add {path}")
POINTERS = _("{count} files are pointers of Git LFS instead of the files themselves, such as {path}")
PULL = _("fetch them: git lfs install && git lfs pull")
LINE_ENDS = _("{count} texts have line ends of Windows (CRLF), such as {path}")
RENORMALISE = _("nothing breaks; to put them right: git add --renormalize . && git commit")
CONVERTS = _("git turns line ends into those of Windows (core.autocrlf = true), which makes needless differences")
SET_INPUT = _("run: git config core.autocrlf input")
NO_HOOK = _("no hook checks the content before a commit")
GET_HOOK = _("run: python build.py hooks")
HOOKED = _("git checks the content before each commit")
TIDY = _("the history is whole, and what belongs to the texts is committed")
KEPT = ("content/history.yaml", "content/imports.yaml", "locales")
LFS = b"version https://git-lfs.github.com/spec/"
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".woff2")

Git = Callable[..., str | None]


def repository(root: Path) -> tuple[Finding, ...]:
    """Everything about the repository."""

    def git(*arguments: str) -> str | None:
        return asked(root, *arguments)

    if git("rev-parse", "--git-dir") is None:
        return (Finding("git", ADVICE, NO_REPOSITORY, INIT), *files(root))
    history = tuple(history_of(git))
    return (*(history or (Finding("git", WELL, TIDY),)), *files(root), *settings_of(git), hook(root, git))


def asked(root: Path, *arguments: str) -> str | None:
    """What git answers, without the line end; nothing where it refuses or is missing."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own arguments
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()


def history_of(git: Git) -> Iterator[Finding]:
    """What is missing from the history."""
    if git("rev-parse", "--is-shallow-repository") == "true":
        yield Finding("git", ADVICE, SHALLOW, UNSHALLOW)
    changed = (git("status", "--porcelain", "--", *KEPT) or "").splitlines()
    for path in dict.fromkeys(line.strip().partition(" ")[2].strip() for line in changed):
        if path in KEPT[:2]:
            yield Finding("git", FAULT, NOT_COMMITTED, COMMIT_IT, {"path": path})


def files(root: Path) -> Iterator[Finding]:
    """Files that are not what they seem."""
    every = [
        path for folder in ("content", "templates") for path in sorted((root / folder).rglob("*")) if path.is_file()
    ]
    pointers = [path for path in every if path.suffix.lower() in PICTURES and begins(path, LFS)]
    if pointers:
        yield Finding("files", FAULT, POINTERS, PULL, _first(root, pointers))
    windows = [path for path in every if path.suffix in (".md", ".yaml") and b"\r\n" in path.read_bytes()]
    if windows:
        yield Finding("files", ADVICE, LINE_ENDS, RENORMALISE, _first(root, windows))


def begins(path: Path, sign: bytes) -> bool:
    """Whether a file begins with these bytes."""
    with path.open("rb") as file:
        return file.read(len(sign)) == sign


def _first(root: Path, paths: list[Path]) -> dict[str, str | int]:
    return {"count": len(paths), "path": paths[0].relative_to(root).as_posix()}


def settings_of(git: Git) -> Iterator[Finding]:
    """What git is told to do with texts."""
    if git("config", "core.autocrlf") == "true":
        yield Finding("git", ADVICE, CONVERTS, SET_INPUT)


def hook(root: Path, git: Git) -> Finding:
    """Whether a hook runs before a commit."""
    path = root / (git("rev-parse", "--git-path", "hooks/pre-commit") or ".git/hooks/pre-commit")
    return Finding("hook", WELL, HOOKED) if path.is_file() else Finding("hook", ADVICE, NO_HOOK, GET_HOOK)
