"""`build --profile`: where the time went."""

import json
import sys
from pathlib import Path

import pytest

from showcase.cli import main
from tests.sites.projects import project

Output = pytest.CaptureFixture[str]


def test_a_profiled_build_says_where_the_time_went_and_keeps_it(tmp_path: Path, capsys: Output) -> None:
    root = project(tmp_path / "project")

    assert main(["build", "--profile", "--jobs", "1"], root, {}) == 0
    shown = capsys.readouterr().out
    profile = json.loads((root / ".cache/profile/build.speedscope.json").read_text())

    assert "\nMaking pages " in shown
    assert " product.html " in shown
    assert "Written: .cache/profile/flame.svg\n" in shown
    assert {"Reading texts", "product.html", "Writing files"} <= {each["name"] for each in profile["shared"]["frames"]}
    assert "pipeline: build" in (root / ".cache/profile/flame.svg").read_text()
    assert sorted(path.name for path in (root / ".cache/profile").iterdir()) == ["build.speedscope.json", "flame.svg"]


def test_without_pyinstrument_there_is_no_flame_graph(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyinstrument", None)
    root = project(tmp_path / "project")

    assert main(["build", "--profile", "--jobs", "1"], root, {}) == 0
    assert capsys.readouterr().out.endswith("For a flame graph of this process install pyinstrument: make extras\n")
    assert not (root / ".cache/profile/flame.svg").exists()


def test_processes_beside_the_building_one_are_not_sampled(tmp_path: Path, capsys: Output) -> None:
    root = project(tmp_path / "project")

    assert main(["build", "--profile", "--jobs", "2"], root, {}) == 0
    assert capsys.readouterr().out.endswith("For a flame graph let one process do everything: --jobs 1\n")
