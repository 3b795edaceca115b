"""A command that is done anew after each change of the project's files, for editors' programs to read along."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
from watchfiles import watch
from watchfiles._rust_notify import WatchfilesRustInternalError

from showcase.codes import _
from showcase.commands.tool import Tool
from showcase.serving.watching import FOLDERS, LOOKING, SETTINGS, has_no_watch_left

# The signs before these lines are the same in every language: .vscode/tasks.json looks for them.
BEGINS = _("looking for mistakes …")
ENDS = _("waiting for changes; Ctrl-C ends this")
# How often (ms) the watcher looks up; the first time, before anything has changed, begins the first round.
PAUSE = 200


def repeated(tool: Tool, command: Callable[[], int]) -> int:
    """Do the command now and after each change, until Ctrl-C; the exit code of an interruption comes back."""
    code = 0
    for _round in rounds(tool.root, lambda message: click.echo(tool.say(message))):
        click.echo(f">>> {tool.say(BEGINS)}")
        code = command()
        click.echo(f"<<< {tool.say(ENDS)}")
    return code


def rounds(root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """One at once, and one for each change. What changes meanwhile is not lost: the watcher runs before the first.

    `say` is told where the system gives no notice, so that the files themselves are looked at, again and again.
    """
    paths = [root / name for name in (*FOLDERS, SETTINGS) if (root / name).exists()]
    try:
        yield from _rounds(paths)
    except (OSError, WatchfilesRustInternalError) as error:
        if not has_no_watch_left(error):
            raise
        say(LOOKING)
        yield from _rounds(paths, is_polling=True)


def _rounds(paths: list[Path], is_polling: bool | None = None) -> Iterator[None]:
    first = True
    for changes in watch(*paths, rust_timeout=PAUSE, yield_on_timeout=True, force_polling=is_polling):
        if changes or first:
            first = False
            yield
