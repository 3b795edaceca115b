"""Stages of long work become bars on a terminal, or lines where nobody sees a bar move."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

from showcase.progress import Progress, silent
from showcase.reporting.words import Say

OFTEN = 10.0  # seconds between two lines of one stage
DUMB = "dumb"  # a terminal that cannot move its cursor


def wants_colour(environ: Mapping[str, str], is_terminal: bool) -> bool:
    """Whether to write in colours (no-color.org, force-color.org, bixense.com/clicolors); by itself on terminals."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0") or environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal and environ.get("CLICOLOR") != "0" and environ.get("TERM") != DUMB


@contextmanager
def progress_shown(
    stream: TextIO, environ: Mapping[str, str], say: Say, *, quiet: bool = False, verbose: bool = False
) -> Iterator[Progress]:
    """What shows progress on the stream: bars on a terminal, lines for `verbose` and in CI, else nothing."""
    if quiet:
        yield silent
    elif verbose or (environ.get("CI") and not stream.isatty()):
        yield Lines(stream, say, time.monotonic)
    elif stream.isatty() and environ.get("TERM") != DUMB:
        with _bars(stream, environ, say) as bars:
            yield bars
    else:
        yield silent


class Lines:
    """Writes a line at the end of each stage, and while a long one goes on; `clock` counts seconds."""

    def __init__(self, stream: TextIO, say: Say, clock: Callable[[], float]) -> None:
        self.stream = stream
        self.say = say
        self.clock = clock
        self._begun: dict[str, float] = {}
        self._told = clock()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Write, if it is time to."""
        now = self.clock()
        begun = self._begun.setdefault(stage, now)
        if total and (done == total or now - self._told >= OFTEN):
            self._told = now
            self.stream.write(f"{self.say(stage)}: {done}/{total} ({now - begun:.1f} s)\n")
            self.stream.flush()


@contextmanager
def _bars(stream: TextIO, environ: Mapping[str, str], say: Say) -> Iterator[Progress]:
    """A bar for each stage; they go when the work is done, and leave the terminal to the report."""
    # Loaded only where it is shown: most runs are answered sooner than it is imported.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    plain = not wants_colour(environ, is_terminal=True)
    console = Console(file=stream, force_terminal=True, no_color=plain, highlight=False, _environ=environ)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if not total:
                return
            if stage not in tasks:
                tasks[stage] = bars.add_task(say(stage), total=total)
            bars.update(bars.task_ids[tasks[stage]], completed=done, total=total)

        yield show
