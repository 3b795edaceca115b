"""`check --watch` looks again after each change, and VS Code's task reads what it says."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from showcase import codes
from showcase.problems import Place, problem
from showcase.reporting.text import text_report
from showcase.reporting.words import say_in
from tests.sites.projects import DAY, change, project

ROOT = Path(__file__).parents[2]


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A project, and the command that watches it."""
    root = project(tmp_path / "site")
    command = [sys.executable, str(ROOT / "build.py"), "check", "--watch", "--date", DAY, "--root", str(root)]
    environment = os.environ | {"LANG": "en_GB.UTF-8", "LANGUAGE": ""}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        yield root, running
        running.kill()


def one_round(running: "subprocess.Popen[str]") -> str:
    """What the command says up to the end of a round."""
    assert running.stdout
    lines = []
    for line in running.stdout:
        lines.append(line)
        if line.startswith("<<< "):
            break
    return "".join(lines)


def matched(output: str) -> list[tuple[str, str, str, str]]:
    """The file, the line, the code and the severity of the problems that VS Code sees in the output."""
    text = re.sub(r"^\s*//.*$", "", (ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"), flags=re.MULTILINE)
    matchers = json.loads(text)["tasks"][0]["problemMatcher"]
    return [
        (found[1], found[2] or "", found[4], matcher["severity"])
        for matcher in matchers
        for line in output.splitlines()
        if (found := re.match(matcher["pattern"]["regexp"], line))
    ]


def test_each_change_is_looked_at_and_mended_mistakes_go(watcher: tuple[Path, "subprocess.Popen[str]"]) -> None:
    root, running = watcher
    entry = "content/products/ban-go/index.vi.md"

    assert one_round(running).startswith(">>> looking for mistakes …\n")
    change(root, entry, "field: do-dung", "feild: do-dung")
    assert matched(one_round(running)) == [
        (entry, "1", "missing-field", "error"),
        (entry, "5", "unknown-field", "error"),
    ]
    change(root, entry, "feild: do-dung", "field: do-dung")
    assert matched(one_round(running)) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_vs_code_sees_errors_and_warnings_in_both_languages(language: str) -> None:
    entry = "content/products/ban-go/index.vi.md"
    found = [
        problem(codes.BAD_DATE, Place(entry, 4, 7), field="launched", value="1/2010", less=""),
        problem(codes.YAML_COMMENT, Place(entry, 5, 9), comment="# giá"),
        problem(codes.NO_CONTENT, Place("content")),
    ]

    assert matched(text_report(found, say_in(language), lambda _place: None)) == [
        ("content", "", "no-content", "error"),
        (entry, "4", "bad-date", "error"),
        (entry, "5", "yaml-comment", "warning"),
    ]
