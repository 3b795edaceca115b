"""`check --reproducible` makes the site twice and tells where the two differ."""

from pathlib import Path

import pytest

from showcase.commands import reproducing
from tests.sites.projects import check, project, put

# Stands for a program whose pages tell where and how they were made.
TELLTALE = """
import os, sys
from pathlib import Path
site = Path(sys.argv[sys.argv.index("--root") + 1]) / "site"
site.mkdir()
(site / "zone.html").write_text("made in " + os.environ["TZ"])
(site / "same.html").write_text("the same")
(site / f"jobs-{sys.argv[sys.argv.index('--jobs') + 1]}.html").write_text("")
"""


def test_two_builders_who_have_nothing_in_common_make_the_same_bytes(tmp_path: Path) -> None:
    code, said = check(project(tmp_path / "project"), "--reproducible")

    assert code == 0, said
    assert said.startswith("made twice, in other folders, time zones and languages, by other numbers of processes: ")


def test_the_first_differences_are_told_with_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reproducing, "BUILD", put(tmp_path, "telltale.py", TELLTALE))

    code, said = check(project(tmp_path / "project"), "--reproducible")

    assert code == 1
    assert said.splitlines() == [
        "jobs-1.html: only one of the two has it",
        "jobs-3.html: only one of the two has it",
        "zone.html: the two differ from byte 8 on",
    ]


def test_of_a_site_that_cannot_be_made_nothing_is_compared(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(root, "content/products/ban-go/index.vi.md", "no front matter")

    code, said = check(root, "--reproducible")

    assert code == 1
    assert "the site could not be made; see what is wrong with: python build.py check" in said
