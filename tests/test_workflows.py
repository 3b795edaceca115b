"""The workflows of GitHub and GitLab keep to rules under which a stranger's change can do no harm."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
# YAML 1.1 takes the key `on` for a truth value.
ON: Any = True

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path).values() for step in job["steps"]]


def commands(path: Path) -> str:
    return "\n".join(str(step.get("run", "")) for step in steps(path))


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]


@every_workflow
def test_every_action_is_pinned_by_its_commit_and_says_which_version_that_is(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    used = [line for line in lines if line.startswith("uses:")]

    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_an_action_has_the_same_commit_everywhere() -> None:
    found = {line.strip() for path in WORKFLOWS for line in re.findall("uses: .*", path.read_text(encoding="utf-8"))}

    assert len({line.partition("@")[0] for line in found}) == len(found)


@every_workflow
def test_nothing_is_permitted_but_what_a_job_names(path: Path) -> None:
    assert read(path)["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in jobs(path).values())


@every_workflow
def test_a_job_that_may_write_runs_nothing_of_ours(path: Path) -> None:
    for name, job in jobs(path).items():
        if "write" in job["permissions"].values():
            assert name == "publish"
            assert not [step for step in job["steps"] if "run" in step or "checkout" in step["uses"]]
        else:
            assert job["permissions"] == {"contents": "read"}


@every_workflow
def test_no_job_keeps_credentials_or_sees_a_secret(path: Path) -> None:
    checkouts = [step for step in steps(path) if "actions/checkout@" in step.get("uses", "")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert "secrets." not in path.read_text(encoding="utf-8")


@every_workflow
def test_nothing_that_others_write_is_pasted_into_a_command(path: Path) -> None:
    assert "${{" not in commands(path)


def test_changes_of_strangers_are_looked_at_without_rights() -> None:
    started = read(WORKFLOWS[0])[ON]

    assert "pull_request" in started
    assert "pull_request_target" not in started
    assert {tuple(job["permissions"].items()) for job in jobs(WORKFLOWS[0]).values()} == {(("contents", "read"),)}
    assert "pull_request" not in read(WORKFLOWS[1])[ON]


def test_a_pull_request_gets_marks_on_its_lines_all_tests_and_a_preview_that_is_not_listed() -> None:
    said = commands(WORKFLOWS[0])

    assert "build.py check --strict --format github" in said
    assert ".ci/run" in said
    assert 'build.py build --preview "$PREVIEW_URL"' in said


def test_the_main_branch_is_published_after_changes_at_night_and_one_at_a_time() -> None:
    publish = read(WORKFLOWS[1])

    assert publish[ON]["push"]["branches"] == ["main"]
    assert publish[ON]["schedule"]
    assert publish["concurrency"]["cancel-in-progress"] is False
    assert publish["jobs"]["publish"]["if"] == "needs.build.outputs.due == 'true'"
    assert "python -m tools.due" in commands(WORKFLOWS[1])


@every_workflow
def test_builds_go_on_from_what_earlier_ones_remember(path: Path) -> None:
    for step in (step for step in steps(path) if "actions/cache@" in step.get("uses", "")):
        assert step["with"]["path"] == ".cache/build"
        assert "hashFiles('requirements.lock')" in step["with"]["restore-keys"]
        break
    else:
        pytest.fail("no cache is restored")


def test_packages_come_by_the_hashes_of_the_lock_alone() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    own = "".join(path.read_text(encoding="utf-8") for path in (*WORKFLOWS, GITLAB, ROOT / ".ci/run"))

    assert re.search(r"^INSTALL := .*--require-hashes --only-binary=:all:", makefile, re.MULTILINE)
    assert "pip install" not in own
    assert "make environment" in own


def test_gitlab_does_the_same_with_a_pinned_image() -> None:
    found = read(GITLAB)
    content, preview, pages = found["content"], found["preview"], found["pages"]

    assert re.fullmatch(r"[a-z/]+:[\w.-]+@sha256:[0-9a-f]{64}", found["default"]["image"])
    assert content["artifacts"]["reports"]["codequality"]
    assert any("--preview" in line for line in preview["script"])
    assert {content["cache"]["policy"], preview["cache"]["policy"]} == {"pull"}
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert pages["resource_group"] == "publish"
    assert found["tests"]["script"] == [".ci/run"]


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress", "--format", "plain"]
    done = subprocess.run([*command, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
