"""Progress on a terminal, in CI, and where nobody wants it."""

import io
from collections.abc import Mapping

import pytest

from showcase.progress import silent
from showcase.reporting.progress import Lines, progress_shown, wants_colour


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, environ: Mapping[str, str], *, quiet: bool = False, verbose: bool = False) -> str:
    """What is written of two stages."""
    with progress_shown(stream, environ, str.upper, quiet=quiet, verbose=verbose) as progress:
        for done in range(3):
            progress("Reading texts", done, 2)
        progress("Making pages", 4, 4)
        progress("Making pictures", 0, 0)
    return stream.getvalue()


def test_a_terminal_shows_a_bar_for_each_stage_and_none_at_the_end() -> None:
    text = shown(Terminal(), {"TERM": "xterm", "COLUMNS": "80"})

    assert "READING TEXTS" in text
    assert "PICTURES" not in text
    assert "4/4" in text
    assert text.endswith("\x1b[2K")


def test_ci_gets_a_line_at_the_end_of_each_stage() -> None:
    lines = shown(io.StringIO(), {"CI": "true"}).splitlines()
    assert [line.partition(" (")[0] for line in lines] == ["READING TEXTS: 2/2", "MAKING PAGES: 4/4"]


def test_whoever_asks_for_more_gets_lines_anywhere() -> None:
    assert "READING TEXTS: 2/2 (" in shown(io.StringIO(), {}, verbose=True)
    assert "\x1b" not in shown(Terminal(), {"TERM": "xterm"}, verbose=True)


@pytest.mark.parametrize(
    ("stream", "quiet", "environ"),
    [
        (io.StringIO(), False, {}),
        (io.StringIO(), True, {"CI": "true"}),
        (Terminal(), True, {"TERM": "xterm"}),
        (Terminal(), False, {"TERM": "dumb"}),
    ],
)
def test_a_pipe_a_quiet_command_and_a_plain_terminal_stay_silent(
    stream: io.StringIO, quiet: bool, environ: dict[str, str]
) -> None:
    assert shown(stream, environ, quiet=quiet) == ""


def test_a_long_stage_gets_a_line_now_and_then() -> None:
    stream, seconds = io.StringIO(), iter([0, 1, 5, 12, 13, 23])
    lines = Lines(stream, str, lambda: next(seconds))
    for done in range(5):
        lines("Making pages", done, 5)

    assert stream.getvalue() == "Making pages: 2/5 (11.0 s)\nMaking pages: 4/5 (22.0 s)\n"


def test_a_stage_without_items_is_not_told() -> None:
    stream = io.StringIO()
    Lines(stream, str, lambda: 0.0)("Reading texts", 0, 0)
    silent("Reading texts", 0, 0)

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("environ", "on_a_terminal", "elsewhere"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"CLICOLOR": "0"}, False, False),
        ({"CLICOLOR": "1"}, True, False),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_colours_follow_the_environment(environ: dict[str, str], on_a_terminal: bool, elsewhere: bool) -> None:
    assert wants_colour(environ, is_terminal=True) is on_a_terminal
    assert wants_colour(environ, is_terminal=False) is elsewhere


def test_bars_are_plain_where_no_colours_are_wanted() -> None:
    terminal = {"TERM": "xterm", "COLUMNS": "80"}

    assert "\x1b[32m" in shown(Terminal(), terminal)
    assert "\x1b[32m" not in shown(Terminal(), terminal | {"NO_COLOR": "1"})
