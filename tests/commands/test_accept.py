"""`translate accept`: machine drafts that somebody has read, and slips corrected in a source."""

import json
from pathlib import Path

import pytest

from showcase.cli import main
from tests.sites.projects import change, check, project, put, run

DESK = "content/products/ban-go"
MEMORY = "locales/en/memory/products/ban-go.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with everything stamped."""
    made = project(tmp_path / "project")
    assert run(made, "translate", "stamp")[0] == 0
    return made


def states(root: Path) -> dict[str, dict[str, str]]:
    entries = json.loads(run(root, "translate", "status", "--format", "json")[1])["entries"]
    return {each["key"]: {text["key"]: text["state"] for text in each["texts"]} for each in entries}


def read(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def retitle(root: Path) -> None:
    """A new title and summary for the source."""
    text = read(root, f"{DESK}/index.vi.md").splitlines()
    put(
        root,
        f"{DESK}/index.vi.md",
        "\n".join(f"{line} mới" if line[:7] in ("title: ", "summary") else line for line in text),
    )


def test_a_read_draft_is_published_and_current(root: Path) -> None:
    change(root, f"{DESK}/index.en.md", "translated_from:", "machine_draft: true\ntranslated_from:")
    assert set(states(root)["products/ban-go"].values()) == {"machine"}
    assert "warning[machine-draft]" in check(root)[1]

    assert run(root, "translate", "accept", "ban-go") == (0, f"accepted: {DESK}/index.en.md\n")
    assert states(root) == {}
    assert "machine_draft" not in read(root, f"{DESK}/index.en.md")
    assert run(root, "translate", "accept", "ban-go") == (0, "there is no machine's draft here\n")


def test_drafts_are_accepted_by_name_and_as_a_whole(root: Path) -> None:
    code, said = run(root, "translate", "accept")
    assert (code, "name the entries whose machine drafts you have read" in said) == (2, True)
    code, said = run(root, "translate", "accept", "ban-go", "--key", "title")
    assert (code, "--key goes with --typo" in said) == (2, True)
    assert run(root, "translate", "accept", "ghe-go")[0] == 2


def test_a_typo_corrected_in_the_source_leaves_the_translation_as_it_was(root: Path) -> None:
    retitle(root)
    assert states(root) == {"products/ban-go": {"title": "stale", "summary": "stale"}}

    assert run(root, "translate", "accept", "--typo", "--key", "title") == (0, f"accepted: {DESK}/index.en.md: title\n")
    assert states(root) == {"products/ban-go": {"title": "typo", "summary": "stale"}}
    assert json.loads(read(root, MEMORY))["title"]["note"] == "typo"
    assert run(root, "translate", "accept", "--typo", "products/ban-go") == (
        0,
        f"accepted: {DESK}/index.en.md: summary\n",
    )
    assert run(root, "translate", "accept", "--typo") == (0, "nothing is stale here\n")
    assert "stale-translation" not in check(root)[1]


def test_stamping_keeps_the_note_until_the_source_changes_again(root: Path) -> None:
    retitle(root)
    run(root, "translate", "accept", "--typo")
    run(root, "translate", "stamp")
    assert states(root) == {"products/ban-go": {"title": "typo", "summary": "typo"}}

    retitle(root)
    run(root, "translate", "stamp")
    assert states(root) == {}


def test_of_a_text_that_nobody_remembers_the_change_is_not_known(root: Path) -> None:
    (root / MEMORY).unlink()
    retitle(root)
    assert run(root, "translate", "accept", "--typo", "--key", "title")[0] == 0

    assert set(json.loads(read(root, MEMORY))) >= {"title"}
    assert "summary" not in json.loads(read(root, MEMORY))
    assert "  summary: stale\n" in run(root, "translate", "status", "--diff")[1]


def test_the_help_names_the_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "--help"], root, {}) == 0
    assert "accept" in capsys.readouterr().out
