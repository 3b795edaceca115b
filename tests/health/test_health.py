"""`doctor` finds what stands in the way on the machine, in the settings and in the repository."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from PIL import features

from showcase.health import environment, repository
from showcase.health.findings import ADVICE, FAULT, WELL, Finding
from showcase.health.site import site
from tests.sites.projects import change, put, run
from tests.sites.projects import project as project_of

WOFF2 = "templates/assets/fonts/a.woff2"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = project_of(tmp_path / "project")
    put(root, WOFF2, b"wOF2....")
    return root


def git(root: Path, *arguments: str) -> None:
    identity = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environ = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(root), *arguments], env=environ, check=True, capture_output=True)


@pytest.fixture
def tracked(project: Path) -> Path:
    put(project, "content/history.yaml", "# Addresses\n")
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Begin")
    return project


def states(findings: tuple[Finding, ...], name: str) -> list[tuple[str, str]]:
    return [(each.state, each.message) for each in findings if each.name == name]


def test_a_sound_project_may_go_on(tracked: Path) -> None:
    code, shown = run(tracked, "doctor")

    assert code == 0
    assert "The machine\n  ✓ Python 3." in shown
    assert "  • base_url is still that of the example" in shown
    assert "  • no hook checks the content before a commit\n      run: python build.py hooks\n" in shown
    assert shown.endswith("\nNothing stands in the way.\n")


def test_it_speaks_vietnamese_and_to_machines(tracked: Path) -> None:
    assert "Máy này\n" in run(tracked, "doctor", language="vi")[1]
    found = json.loads(run(tracked, "doctor", "--format", "json")[1])["findings"]
    assert {each["room"] for each in found} == {"environment", "settings", "repository"}
    assert {each["state"] for each in found} <= {WELL, ADVICE, FAULT}


def test_what_must_be_put_right_ends_with_1(tracked: Path) -> None:
    put(tracked, "content/history.yaml", "# Changed\n")
    put(tracked, "site.yaml", "base_url: nowhere\n")
    (tracked / WOFF2).write_text("version https://git-lfs.github.com/spec/v1\n")
    code, shown = run(tracked, "doctor")

    assert code == 1
    assert "✗ site.yaml cannot be used: " in shown
    assert "✗ content/history.yaml has changes that are not committed" in shown
    assert "✗ 1 files are pointers of Git LFS instead of the files themselves, such as templates/assets" in shown
    assert "✗ the fonts of the site are missing from templates/assets/fonts" in shown
    assert shown.endswith("\nTo be put right: 4.\n")


def test_an_old_python_is_a_fault() -> None:
    assert environment.python((3, 10, 4)).state == FAULT
    assert environment.python((3, 11, 0)).state == WELL


def test_packages_are_compared_with_the_lock(tmp_path: Path) -> None:
    assert states(tuple(environment.packages(tmp_path)), "packages") == [(ADVICE, environment.NO_LOCK)]
    lines = (
        "click==0.1 " + "\\",
        "    --hash=sha256:aa",
        "no-such-thing==1.0",
        "wincolour==2 ; sys_platform == 'win32'",
    )
    put(tmp_path, "requirements.lock", "\n".join(lines))
    missing, other = environment.packages(tmp_path)

    assert (missing.state, missing.fields["names"]) == (FAULT, "no-such-thing")
    assert (other.state, other.fields["count"]) == (ADVICE, 1)


def test_a_pillow_without_a_codec_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "raqm")
    (found,) = environment.codecs()

    assert (found.state, found.fields["name"]) == (FAULT, "raqm")


def test_parts_that_few_need_are_advice(tmp_path: Path) -> None:
    assert environment.extra("no_such_module", "x").state == ADVICE
    assert environment.tool("git", "x", {"PATH": str(tmp_path)}, ("git",)).state == ADVICE


def test_disks_that_differ_from_servers_are_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, "exists", lambda _path: True)

    assert environment.disk_swap(project).message == environment.STEPS
    assert environment.disk_case(project).message == environment.ALIKE


@pytest.mark.parametrize(
    ("line", "name", "state"),
    [
        ("base_url: https://hang-viet.vn", "base_url", WELL),
        ("base_url: http://hang-viet.vn", "base_url", ADVICE),
        ("base_url: https://showcase.example\nenquiry_email: a@b.vn", "enquiry", WELL),
        ("base_url: https://showcase.example\ntime_zone: Europe/Paris", "time_zone", ADVICE),
    ],
)
def test_settings_are_looked_at(line: str, name: str, state: str, project: Path) -> None:
    text = (project / "site.yaml").read_text()
    lines = [each for each in text.splitlines() if not each.startswith(("time_zone", "base_url"))]
    put(project, "site.yaml", "\n".join([line, *lines]) + "\n")

    assert [each.state for each in site(project) if each.name == name] == [state]


def test_a_shallow_clone_and_foreign_line_ends_are_told(tracked: Path, tmp_path: Path) -> None:
    put(tracked, "notes.txt", "x")
    git(tracked, "add", "-A")
    git(tracked, "commit", "-qm", "More")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tracked}", str(clone))
    git(clone, "config", "core.autocrlf", "true")
    put(clone, "content/menus.yaml", b"main: []\r\n")
    messages = {each.message for each in repository.repository(clone)}

    assert {repository.SHALLOW, repository.CONVERTS, repository.LINE_ENDS, repository.NO_HOOK} <= messages


def test_a_folder_without_git_needs_none(project: Path) -> None:
    found = repository.repository(project)

    assert [(each.state, each.message) for each in found] == [(ADVICE, repository.NO_REPOSITORY)]


def test_a_hook_is_seen(tracked: Path) -> None:
    run(tracked, "hooks")

    assert repository.HOOKED in {each.message for each in repository.repository(tracked)}
    change(tracked, ".git/hooks/pre-commit", "--staged", "--staged --strict")
