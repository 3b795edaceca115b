"""A branch of a repository is published to, from a project whose own files nobody touches."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from showcase.publishing.branch import branch, publish_to, restore_on
from showcase.publishing.hosts import HostError
from showcase.publishing.publish import NothingToRestoreError
from tests.publishing.releases import FIRST, SECOND, release
from tests.sites.projects import put


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with work under way, and a bare one that it calls origin."""
    git(tmp_path, "init", "-q", "--bare", "pages.git")
    git(tmp_path, "init", "-q", "-b", "main", "project")
    root = tmp_path / "project"
    git(root, "remote", "add", "origin", str(tmp_path / "pages.git"))
    put(root, "half-done.md", "half")
    put(root, ".gitignore", "site/\n")
    git(root, "add", "half-done.md")
    return root


def published(root: Path, files: Mapping[str, str]) -> None:
    made, source = release(root / "site" / str(len(files)), files)
    with branch(root, "origin", "pages") as place:
        publish_to(place, made, source, place.tip)


def public(root: Path, commit: str = "pages") -> dict[str, str]:
    bare = root.parent / "pages.git"
    paths = git(bare, "ls-tree", "-r", "--name-only", commit).splitlines()
    return {path: git(bare, "show", f"{commit}:{path}") for path in paths if path[0] != "." and path != "SHA256SUMS"}


def commits(root: Path) -> list[str]:
    return git(root.parent / "pages.git", "rev-list", "pages").splitlines()


def work_under_way(root: Path) -> tuple[str, ...]:
    asked = (("status", "--porcelain"), ("branch", "--list"), ("stash", "list"), ("for-each-ref",))
    return tuple(git(root, *arguments) for arguments in asked)


def test_a_release_becomes_a_commit_and_the_work_under_way_stays_as_it_is(project: Path) -> None:
    before = work_under_way(project)

    published(project, FIRST)

    assert public(project) == FIRST
    assert len(commits(project)) == 1
    assert work_under_way(project) == before


def test_nothing_is_pushed_where_nothing_changed(project: Path) -> None:
    published(project, FIRST)
    published(project, FIRST)

    assert len(commits(project)) == 1


def test_the_next_release_keeps_what_old_pages_ask_for(project: Path) -> None:
    published(project, FIRST)
    published(project, SECOND)

    assert public(project) == {**SECOND, "assets/style.11.css": "p {}"}
    assert len(commits(project)) == 2


def test_a_rollback_is_a_commit_with_the_release_before(project: Path) -> None:
    published(project, FIRST)
    with branch(project, "origin", "pages") as place, pytest.raises(NothingToRestoreError):
        restore_on(place, place.tip)
    published(project, SECOND)

    with branch(project, "origin", "pages") as place:
        restore_on(place, place.tip)

    assert public(project) == {**FIRST, "assets/style.22.css": "p { margin: 0 }"}
    assert len(commits(project)) == 3


def test_bytes_go_in_as_they_are_whatever_git_is_told_elsewhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(project, "global", "[core]\n\tautocrlf = true\n\texcludesFile = /dev/stdin\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(project / "global"))
    published(project, {**FIRST, "a.txt": "one\r\ntwo\n"})

    command = ["git", "-C", str(project.parent / "pages.git"), "cat-file", "blob", "pages:a.txt"]
    raw = subprocess.run(command, capture_output=True, check=True)
    assert raw.stdout == b"one\r\ntwo\n"


def test_a_repository_that_is_not_there_is_named_by_git_itself(project: Path) -> None:
    with branch(project, "nowhere", "pages") as place, pytest.raises(HostError, match="nowhere"):
        _ = place.tip
