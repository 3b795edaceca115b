"""`build` and `check`: from options to a report and an exit code."""

import json
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest

from showcase import codes
from showcase.cli import main
from showcase.commands.failures import is_interruption
from showcase.commands.options import request_of, time_zone, today
from showcase.commands.running import run
from showcase.commands.tool import RefusalError, Tool
from showcase.pipeline import Outcome, Request
from showcase.problems import Place, Problem, problem
from showcase.progress import Progress
from showcase.writing.staging import BusyError

ROOT = Path(__file__).parents[2]
ERROR = problem(codes.EMPTY_FILE, Place("content/a.md"))
WARNING = problem(codes.MISSING_TRANSLATION, Place("content/a.md"), locale="en", path="b.md")
OPTIONS: dict[str, Any] = {
    "day": date(2026, 11, 20),
    "output": None,
    "no_cache": False,
    "jobs": 2,
    "drafts": False,
    "strict": False,
}

Output = pytest.CaptureFixture[str]


def tool(root: Path, **environ: str) -> Tool:
    return Tool(root, environ, "en", str)


def outcome(request: Request, *problems: Problem) -> Outcome:
    return Outcome(problems, (("vi", "products", 2),), 7, None, request.output, written=not problems)


@pytest.mark.parametrize(
    ("problems", "strict", "code"),
    [((), False, 0), ((WARNING,), False, 0), ((WARNING,), True, 1), ((ERROR,), False, 1), ((WARNING, ERROR), True, 1)],
)
def test_errors_end_with_1_and_warnings_do_so_where_they_count(
    problems: tuple[Problem, ...], strict: bool, code: int, tmp_path: Path
) -> None:
    def check(request: Request, progress: Progress) -> Outcome:
        return outcome(request, *problems)

    assert run(tool(tmp_path), check, "text", **OPTIONS | {"strict": strict}) == code


def test_every_form_holds_the_problems(tmp_path: Path, capsys: Output) -> None:
    def check(request: Request, progress: Progress) -> Outcome:
        return outcome(request, ERROR, WARNING)

    shown = {}
    for form in ("text", "json", "github", "sarif"):
        run(tool(tmp_path), check, form, **OPTIONS)
        shown[form] = capsys.readouterr().out

    assert shown["text"].startswith("content/a.md: error[empty-file]: the file is empty\n  hint: ")
    assert shown["text"].endswith("\n\nerrors: 1; warnings: 1\n")
    assert json.loads(shown["json"])["summary"]["output"] == "site"
    assert shown["github"].startswith("::error file=content/a.md,title=empty-file::the file is empty%0A")
    assert shown["github"].endswith("\nerrors: 1; warnings: 1\n")
    assert len(json.loads(shown["sarif"])["runs"][0]["results"]) == 2


def test_a_quiet_command_says_only_what_is_wrong(tmp_path: Path, capsys: Output) -> None:
    quiet = replace(tool(tmp_path), quiet=True)
    for problems in ((), (WARNING,)):
        run(quiet, lambda request, progress: outcome(request, *problems), "text", **OPTIONS)  # noqa: B023

    shown = capsys.readouterr()
    assert shown.out.startswith("content/a.md: warning[missing-translation]")
    assert shown.out.count("\n") == 2
    assert shown.err == ""


def test_a_verbose_command_says_how_far_it_is_beside_its_report(tmp_path: Path, capsys: Output) -> None:
    def check(request: Request, progress: Progress) -> Outcome:
        progress("Reading texts", 3, 3)
        return outcome(request)

    run(replace(tool(tmp_path), verbose=True), check, "json", **OPTIONS)

    shown = capsys.readouterr()
    assert shown.err == "Reading texts: 3/3 (0.0 s)\n"
    assert json.loads(shown.out)["problems"] == []


def test_a_build_shows_where_the_site_lies(tmp_path: Path, capsys: Output) -> None:
    def build(request: Request, progress: Progress) -> Outcome:
        return outcome(request)

    assert run(tool(tmp_path), build, "text", **OPTIONS | {"output": tmp_path.parent / "elsewhere"}) == 0
    assert f"The site lies in {tmp_path.parent / 'elsewhere'}; " in capsys.readouterr().out


def test_two_builds_do_not_write_to_one_folder(tmp_path: Path) -> None:
    def build(request: Request, progress: Progress) -> Outcome:
        raise BusyError("site")

    with pytest.raises(RefusalError) as caught:
        run(tool(tmp_path), build, "text", **OPTIONS)
    assert (caught.value.fields, caught.value.exit_code) == ({"path": "site"}, 1)


def test_the_options_make_a_request(tmp_path: Path) -> None:
    assert request_of(tool(tmp_path), **OPTIONS) == Request(
        root=tmp_path, today=date(2026, 11, 20), output=tmp_path / "site", cache=tmp_path / ".cache/build", jobs=2
    )
    changed = request_of(tool(tmp_path), **OPTIONS | {"no_cache": True, "jobs": None, "drafts": True, "strict": True})
    assert (changed.cache, changed.drafts, changed.strict) == (None, True, True)
    assert 1 <= changed.jobs <= 8


def test_the_options_are_read_from_the_command_line(tmp_path: Path, capsys: Output) -> None:
    arguments = ["check", "--jobs", "2", "--no-cache", "--format", "json", "--root", str(tmp_path)]

    assert main(arguments, ROOT, {"SOURCE_DATE_EPOCH": "0"}) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["path"] == "site.yaml"


def test_the_day_is_todays_where_none_is_given(tmp_path: Path) -> None:
    assert request_of(tool(tmp_path, SOURCE_DATE_EPOCH="0"), **OPTIONS | {"day": None}).today == date(1970, 1, 1)
    assert today({}, UTC) >= date(2026, 1, 1)


def test_a_day_begins_in_the_sites_time_zone(tmp_path: Path) -> None:
    # 18:00 on 1 January in Greenwich is 1:00 on 2 January in Ha Noi.
    assert today({"SOURCE_DATE_EPOCH": "64800"}, time_zone(ROOT)) == date(1970, 1, 2)
    assert today({"SOURCE_DATE_EPOCH": "64800"}, time_zone(tmp_path)) == date(1970, 1, 1)


@pytest.mark.parametrize("value", ["yesterday", "1e9", "9" * 30])
def test_a_build_date_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(RefusalError):
        today({"SOURCE_DATE_EPOCH": value}, UTC)


@pytest.mark.parametrize("folder", [".", "..", "content", "templates/assets", "showcase"])
def test_the_site_never_replaces_the_project(folder: str, tmp_path: Path, capsys: Output) -> None:
    root = tmp_path / "project"
    root.mkdir()

    assert main(["check", "--root", str(root), "--output", str(root / folder)], ROOT, {}) == 2
    assert "the project's own files lie there" in capsys.readouterr().err


def test_the_site_never_replaces_what_no_build_has_made(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").touch()
    (tmp_path / "file").touch()

    for name in ("photos", "file"):
        assert main(["check", "--root", str(tmp_path), "--output", str(tmp_path / name)], ROOT, {}) == 2
        assert "the folder holds other files" in capsys.readouterr().err
    (tmp_path / "photos/404.html").touch()
    assert request_of(tool(tmp_path), **OPTIONS | {"output": tmp_path / "photos"}).output == tmp_path / "photos"


def test_a_failure_on_the_way_out_after_ctrl_c_is_no_mistake_of_the_program() -> None:
    failure = OSError(9, "Bad file descriptor")
    failure.__context__ = KeyboardInterrupt()

    assert is_interruption(failure)
    assert not is_interruption(OSError(9, "Bad file descriptor"))
