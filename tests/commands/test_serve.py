"""`serve`: from options to what is shown, told and opened."""

import webbrowser
from datetime import date
from pathlib import Path

import pytest

from showcase import codes
from showcase.commands import serve as command
from showcase.commands.serve import editor, say_ready, shown_notices, tell, wanted
from showcase.commands.tool import Tool
from showcase.pipeline import Made
from showcase.problems import Place, problem
from showcase.serving import server
from showcase.serving.notices import EDITOR
from showcase.serving.server import listening
from showcase.serving.workshop import NOTHING, Result
from tests.sites.projects import project, put, run

ERROR = problem(codes.EMPTY_FILE, Place("content/a.md"))
Output = pytest.CaptureFixture[str]


def tool(root: Path, quiet: bool = False, **environ: str) -> Tool:
    return Tool(root, environ, "en", str, quiet=quiet)


def test_any_day_and_the_drafts_can_be_asked_for(tmp_path: Path) -> None:
    future = wanted(tool(tmp_path), date(2027, 1, 1), True)
    present = wanted(tool(tmp_path, SOURCE_DATE_EPOCH="0"), None, False)

    assert (future.today, future.drafts, future.jobs) == (date(2027, 1, 1), True, 1)
    assert (present.today, present.drafts) == (date(1970, 1, 1), False)


def test_what_was_made_is_told_in_a_line_after_what_is_wrong(tmp_path: Path, capsys: Output) -> None:
    made = Made((), (), None, (ERROR,))
    tell(tool(tmp_path), Result(NOTHING, made, 0.25), frozenset({"content/b.md", "content/a.md"}))
    tell(tool(tmp_path), Result(NOTHING, Made((), (), None, ()), 1), frozenset("abcd"))
    tell(tool(tmp_path), Result(NOTHING, Made((), (), None, ()), 2), frozenset())

    report, _newline, lines = capsys.readouterr().out.partition("\n  hint")
    assert report == "content/a.md: error[empty-file]: the file is empty"
    assert lines.splitlines()[1:] == [
        "0.25 s: content/a.md, content/b.md — errors: 1; warnings: 0",
        "1.00 s: a, b, c … — errors: 0; warnings: 0",
        "2.00 s: everything — errors: 0; warnings: 0",
    ]


def test_a_quiet_server_tells_only_what_is_wrong(tmp_path: Path, capsys: Output) -> None:
    tell(tool(tmp_path, quiet=True), Result(NOTHING, Made((), (), None, ()), 1), frozenset())
    assert capsys.readouterr().out == ""


def test_a_problem_is_opened_in_the_editor_program_that_the_environment_names(tmp_path: Path) -> None:
    put(tmp_path, "content/a.md", "")
    assert editor(tool(tmp_path)) == EDITOR
    (notice,) = shown_notices(tool(tmp_path, EDITOR_URL="idea://open?file=/{path}&line={line}"), (ERROR,))

    assert notice.url == f"idea://open?file=/{str(tmp_path).lstrip('/')}/content/a.md&line=1"
    assert (notice.path, notice.place) == ("content/a.md", "content/a.md")


def test_what_keeps_the_site_from_being_made_stands_before_the_warnings(tmp_path: Path) -> None:
    warning = problem(codes.YAML_COMMENT, Place("content/A.md", 1), comment="x")
    assert [each.place for each in shown_notices(tool(tmp_path), (warning, ERROR))] == [
        "content/a.md",
        "content/A.md:1",
    ]


@pytest.mark.parametrize("browse", [True, False])
def test_the_address_is_said_and_opened_where_that_is_wanted(
    browse: bool, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    say_ready(tool(tmp_path), "http://localhost:8000/", browse)

    assert capsys.readouterr().out == "The site is at http://localhost:8000/ (Ctrl-C ends it)\n"
    assert opened == ["http://localhost:8000/"] * browse


def test_without_a_free_port_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "TRIES", 1)
    monkeypatch.setattr(command, "Workshop", None)
    with listening(8440) as door:
        port = door.getsockname()[1]
        code, said = run(project(tmp_path / "project"), "serve", "--port", str(port))

    assert code == 2
    assert said == f"error: no port between {port} and {port} is free; name another with --port\n"


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_is_a_port(port: str, tmp_path: Path) -> None:
    code, said = run(project(tmp_path / "project"), "serve", "--port", port)
    assert (code, "--port" in said) == (2, True)
