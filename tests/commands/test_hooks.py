"""Git asks for a check of what is staged, and of nothing else, before it commits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.projects import change, put, run
from tests.sites.projects import project as project_of

ROOT = Path(__file__).parents[2]
TEXT = "content/products/ban-go/index.vi.md"
IDENTITY = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@b.c",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@b.c",
}


def git(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
    command = ["git", "-C", str(project), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in git, with the program beside its content."""
    root = project_of(tmp_path / "project")
    beginning = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    put(root, "build.py", beginning + (ROOT / "build.py").read_text())
    put(root, ".gitignore", ".cache/\n.venv/\n")
    (root / ".venv/bin").mkdir(parents=True)
    put(root, ".venv/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n').chmod(0o755)
    git(root, "init", "-q")
    git(root, "add", "-A")
    assert git(root, "commit", "-qm", "Begin").returncode == 0
    return root


def test_only_what_is_staged_is_checked(project: Path) -> None:
    change(project, TEXT, "maker: xuong-go", "maker: nobody")
    assert run(project, "check", "--staged") == (0, "")

    git(project, "add", TEXT)
    change(project, TEXT, "maker: nobody", "maker: xuong-go")
    code, shown = run(project, "check", "--staged")
    assert code == 1
    assert f"{TEXT}:" in shown
    assert "error[unknown-reference]: there is no “nobody” in content/enterprises" in shown
    assert run(project, "check", "--no-cache")[0] == 0


def test_a_commit_with_a_mistake_is_stopped(project: Path) -> None:
    code, shown = run(project, "hooks")
    assert (code, shown) == (0, "installed: .git/hooks/pre-commit; git commit now checks what is staged first\n")

    change(project, TEXT, "maker: xuong-go", "maker: nobody")
    git(project, "add", TEXT)
    refused = git(project, "commit", "-qm", "Break it")
    assert refused.returncode == 1
    assert "error[unknown-reference]" in refused.stdout + refused.stderr
    assert git(project, "commit", "-qm", "Break it all the same", "--no-verify").returncode == 0


def test_a_commit_of_other_files_waits_for_nothing(project: Path) -> None:
    run(project, "hooks")
    put(project, "notes.txt", "A note.\n")
    git(project, "add", "notes.txt")

    assert git(project, "commit", "-qm", "Note").returncode == 0


def test_the_hook_can_be_taken_away(project: Path) -> None:
    run(project, "hooks")

    assert run(project, "hooks", "--remove") == (0, "removed: .git/hooks/pre-commit\n")
    assert run(project, "hooks", "--remove") == (0, "there is no hook of ours\n")
    assert not (project / ".git/hooks/pre-commit").exists()


def test_a_foreign_hook_is_not_touched(project: Path) -> None:
    put(project, ".git/hooks/pre-commit", "#!/bin/sh\n")
    code, shown = run(project, "hooks")

    assert code == 1
    assert "is there already and is not ours; add this line to it: python build.py check --staged" in shown
    assert (project / ".git/hooks/pre-commit").read_text() == "#!/bin/sh\n"


def test_without_git_it_is_said(tmp_path: Path) -> None:
    root = project_of(tmp_path / "project")

    assert run(root, "check", "--staged")[0] == 1
    assert "git cannot be asked what is staged: fatal: not a git repository" in run(root, "hooks")[1]
