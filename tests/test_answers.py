"""The same question about the same files is answered at once; anything that changed is seen."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase import answers, cli
from showcase.answers import answer, question, seen
from showcase.start import start
from tests.sites.projects import DAY, change, project, put

BUILD = ("build", "--date", DAY)
ENVIRON = {"LANG": "en_GB.UTF-8"}
PAGE = "site/vi/san-pham/ban-go/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that has just been built."""
    root = project(tmp_path / "project")
    assert start(BUILD, str(root), ENVIRON) == 0
    return root


def is_known(root: Path, *arguments: str, at: float | None = None) -> bool:
    """Whether the command is answered without a build."""
    return answer(question(arguments or BUILD, str(root), ENVIRON), time.time() if at is None else at) is not None


def test_a_build_of_what_has_not_changed_says_the_same_without_loading_the_commands(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "main", None)

    assert start(BUILD, str(root), ENVIRON) == 0
    assert "errors: 0; warnings: 0; files:" in capsys.readouterr().out


def test_nothing_heavy_is_imported_for_an_answer() -> None:
    code = "import sys; import showcase.start; print(*sorted(sys.modules))"
    # Where coverage is measured, processes load what measures them; this one is not measured.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)

    assert not {"click", "jinja2", "pydantic", "babel", "markdown", "PIL", "nh3", "dataclasses", "pathlib"} & set(
        done.stdout.split()
    )


def edited(root: Path) -> None:
    change(root, "content/enterprises/xuong-go/index.vi.md", "title: Xưởng Gỗ", "title: Xưởng Mới")


def edited_keeping_size_and_time(root: Path) -> None:
    path = root / "content/enterprises/xuong-go/index.vi.md"
    status = path.stat()
    change(root, "content/enterprises/xuong-go/index.vi.md", "title: Xưởng Gỗ", "title: Xưởng Gổ")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size


def added(root: Path) -> None:
    put(root, "content/products/moi/index.vi.md", "---\n---\n")


def removed(root: Path) -> None:
    (root / "content/products/ban-go/index.en.md").unlink()


def moved(root: Path) -> None:
    (root / "content/products/ban-go").rename(root / "content/products/ban-moi")


def template_changed(root: Path) -> None:
    change(root, "templates/404.html", "<h1>", '<h1 class="lost">')


def output_lost(root: Path) -> None:
    (root / PAGE).unlink()


def output_changed(root: Path) -> None:
    (root / PAGE).write_text("spoilt")


def output_replaced(root: Path) -> None:
    start(("build", "--date", DAY, "--drafts"), str(root), ENVIRON)
    put(root, "site/more.txt", "more")


CHANGES: list[Callable[[Path], None]] = [
    *(edited, edited_keeping_size_and_time, added, removed, moved, template_changed),
    *(output_lost, output_changed, output_replaced),
]


@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_changes_the_site_is_made_again(root: Path, changed: Callable[[Path], None]) -> None:
    assert is_known(root)
    changed(root)

    assert not is_known(root)


def test_a_file_touched_again_in_the_same_moment_is_seen_by_its_content(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock that stands still gives both versions of a file one time; here it stands still altogether."""
    monkeypatch.setattr(answers, "_identity", lambda status: str(status.st_size))
    assert start(("check", "--date", DAY), str(root), ENVIRON) == 0
    assert is_known(root, "check", "--date", DAY)
    change(root, "content/enterprises/xuong-go/index.vi.md", "title: Xưởng Gỗ", "title: Xưởng Gổ")

    assert not is_known(root, "check", "--date", DAY)


def test_files_are_trusted_once_they_are_old_enough(root: Path) -> None:
    now = put(root, "content/pages/moi/index.vi.md", "").stat().st_ctime_ns

    assert any(path.startswith(str(root)) for path in seen(str(root), now).young)
    assert not any(path.startswith(str(root)) for path in seen(str(root), now + 2 * answers.TICK).young)


def test_an_answer_holds_for_its_day(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    start(("build",), str(root), ENVIRON)

    assert is_known(root, "build")
    assert not is_known(root, "build", at=time.time() + 2 * 86_400)
    assert not is_known(root, "build", at=time.time() - 2 * 86_400)


def test_a_stated_day_holds_for_ever(root: Path) -> None:
    assert is_known(root, at=time.time() + 400 * 86_400)


def test_another_question_has_another_answer(root: Path) -> None:
    assert not is_known(root, *BUILD, "--strict")
    assert not is_known(root, "check", "--date", DAY)
    assert answer(question(BUILD, str(root), {"LANG": "vi_VN.UTF-8"}), time.time()) is None


def test_a_project_elsewhere_is_named_by_the_option(root: Path, tmp_path: Path) -> None:
    for named in (("--root", str(root)), (f"--root={root}",)):
        assert question((*BUILD, *named), str(tmp_path), ENVIRON).root == str(root)


def test_errors_are_repeated_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "site.yaml", "base_url", "baseurl")
    assert start(BUILD, str(root), ENVIRON) == 1
    first = capsys.readouterr().out
    assert is_known(root)

    assert start(BUILD, str(root), ENVIRON) == 1
    assert capsys.readouterr().out.splitlines()[:-2] == first.splitlines()[:-2]


def test_without_a_cache_nothing_is_remembered(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    start((*BUILD, "--no-cache"), str(root), ENVIRON)

    assert not is_known(root, *BUILD, "--no-cache")


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"day": 1}'])
def test_a_damaged_answer_is_none(root: Path, damage: str) -> None:
    asked = question(BUILD, str(root), ENVIRON)
    Path(asked.path).write_text(damage)

    assert answer(asked, time.time()) is None


def test_only_the_newest_answers_are_kept(root: Path) -> None:
    for number in range(2 * answers.KEPT):
        put(root, f"{answers.FOLDER}/{number}.json", "{}")
    start((*BUILD, "--strict"), str(root), ENVIRON)

    assert len(list((root / answers.FOLDER).iterdir())) == answers.KEPT


def test_what_is_no_regular_file_is_never_opened_for_an_answer(root: Path) -> None:
    os.mkfifo(root / "content/products/ban-go/pipe.jpg")
    (root / "content/products/ban-go/endless.jpg").symlink_to("/dev/zero")

    assert start(("check", "--date", DAY), str(root), ENVIRON) == 1
    assert is_known(root, "check", "--date", DAY)
