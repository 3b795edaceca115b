"""The command line: its language, its exit codes, and what happens when something goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from showcase.cli import COMMANDS, main
from showcase.commands.failures import exit_code
from showcase.commands.tool import RefusalError, Tool

ROOT = Path(__file__).parents[2]
VI = {"LANG": "vi_VN.UTF-8"}

Output = pytest.CaptureFixture[str]


def tool(root: Path, *, verbose: bool = False) -> Tool:
    return Tool(root, {}, "en", str, verbose)


def test_the_help_names_every_command_in_english(capsys: Output) -> None:
    assert main(["--help"], ROOT, {}) == 0
    shown = capsys.readouterr().out

    assert shown.startswith("Usage: python build.py [OPTIONS] COMMAND [OPTIONS]\n")
    assert "\nOptions:\n" in shown
    assert "\nCommands:\n" in shown
    assert "  -h, --help          Show this message and exit." in shown
    for name in COMMANDS:
        assert f"\n  {name} " in shown


@pytest.mark.parametrize("arguments", [["--help"], *([name, "-h"] for name in COMMANDS), ["translate", "stamp", "-h"]])
def test_the_help_is_in_vietnamese_without_a_word_of_clicks(arguments: list[str], capsys: Output) -> None:
    assert main(arguments, ROOT, VI) == 0
    shown = capsys.readouterr().out

    assert shown.startswith("Cách dùng: python build.py")
    assert "Hiện hướng dẫn này rồi kết thúc." in shown
    for word in ("Usage", "Options", "Commands", "Show", "exit.", "OPTIONS"):
        assert word not in shown


@pytest.mark.parametrize("arguments", [["--language", "en", "-h"], ["check", "-h", "--language=en"]])
def test_the_language_can_be_chosen_anywhere(arguments: list[str], capsys: Output) -> None:
    assert main(arguments, ROOT, VI) == 0
    assert capsys.readouterr().out.startswith("Usage: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "there is no command “chek”; did you mean “check”?"),
        (["xyz"], "there is no command “xyz”"),
        (["check", "--dat"], "there is no option “--dat”; did you mean “--date”?"),
        (["--stict"], "there is no option “--stict”; did you mean “--strict”?"),
        (["check", "--date", "1/2"], "“--date”: write a day as year-month-day, such as 2025-03-05"),
        (["check", "--date", "2025-02-30"], "“--date”: write a day as year-month-day, such as 2025-03-05"),
        (["check", "--jobs", "0"], "“--jobs”: write a whole number from 1 upwards"),
        (["check", "--jobs", "²"], "“--jobs”: write a whole number from 1 upwards"),
        (["check", "--format", "xml"], "“--format” must be one of: text, json, github, gitlab, sarif"),
        (["check", "--format"], "“--format” needs a value"),
        (["--language", "fr"], "“--language” must be one of: vi, en"),
        (["new", "product"], "“NAME” is missing"),
        (["new", "product", "Bếp", "than"], "more was written than the command takes"),
    ],
)
def test_a_slip_on_the_command_line_is_explained(arguments: list[str], message: str, capsys: Output) -> None:
    assert main(arguments, ROOT, {}) == 2
    shown = capsys.readouterr()

    assert shown.err.startswith(f"error: {message}")
    assert "\n  hint: what can be written here is listed by: python build.py" in shown.err
    assert shown.out == ""


def test_a_slip_is_explained_in_vietnamese(capsys: Output) -> None:
    assert main(["chek"], ROOT, VI) == 2
    assert capsys.readouterr().err == (
        "lỗi: không có lệnh “chek”; có phải ý bạn là “check”?\n"
        "  gợi ý: để xem những gì có thể ghi ở đây, chạy: python build.py --help\n"
    )


def test_interrupting_ends_with_130(tmp_path: Path) -> None:
    assert exit_code(KeyboardInterrupt(), tool(tmp_path)) == 130
    assert exit_code(click.Abort(), tool(tmp_path)) == 130


def test_a_mistake_of_ours_is_kept_in_a_file(tmp_path: Path, capsys: Output) -> None:
    assert exit_code(KeyError("boom\x1b"), tool(tmp_path)) == 70
    shown, (file,) = capsys.readouterr().err, (tmp_path / ".cache").iterdir()

    assert shown == (
        "error: this is a mistake of the program, not yours: KeyError: 'boom\\x1b'\n"
        f"  hint: please send the file .cache/{file.name} to those who maintain the program; it says what happened\n"
    )
    assert "KeyError" in file.read_text()


def test_a_mistake_of_ours_is_shown_where_it_is_wanted(tmp_path: Path, capsys: Output) -> None:
    with pytest.raises(ValueError, match="boom") as caught:
        raise ValueError("boom")

    assert exit_code(caught.value, tool(tmp_path, verbose=True)) == 70
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_mistake_of_ours_is_shown_where_it_cannot_be_kept(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / ".cache").write_text("a file")

    assert exit_code(ValueError("boom"), tool(tmp_path)) == 70
    assert capsys.readouterr().err.endswith(
        "the lines above to those who maintain the program; they say what happened\n"
    )


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: Output) -> None:
    error = PermissionError(13, "Permission denied", str(tmp_path / "site"))

    assert exit_code(error, tool(tmp_path)) == 1
    assert capsys.readouterr().err.startswith("error: site: Permission denied\n  hint: check that the path is right")
    assert exit_code(error, tool(tmp_path, verbose=True)) == 70


def test_a_refusal_says_why(tmp_path: Path, capsys: Output) -> None:
    assert exit_code(RefusalError("no {name}", {"name": "tea"}, 1), tool(tmp_path)) == 1
    assert capsys.readouterr().err == "error: no tea\n"


def test_settings_that_cannot_be_read_are_the_contents_fault(tmp_path: Path, capsys: Output) -> None:
    assert main(["--root", str(tmp_path), "new", "product", "Tea"], ROOT, {}) == 1
    assert capsys.readouterr().out.startswith("site.yaml: error[unreadable]: ")


def run(arguments: list[str], folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    settings = {**os.environ, "LC_ALL": "C.UTF-8", **environ}
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)


def test_the_command_works_in_any_folder(tmp_path: Path) -> None:
    done = run(["build", "--help"], tmp_path, LC_ALL="vi_VN.UTF-8")

    assert (done.returncode, done.stderr) == (0, "")
    assert "--strict" in done.stdout


def test_without_a_command_the_site_is_built(tmp_path: Path) -> None:
    done = run(["--root", str(tmp_path), "--date", "2026-11-20"], tmp_path)

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("site.yaml: error[unreadable]")
    assert done.stdout.endswith("Nothing was written; the site in site, if there is one, stands as it was.\n")


def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    command = f"'{sys.executable}' '{ROOT / 'build.py'}' --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("1\n", "")
