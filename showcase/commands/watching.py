"""A command that is done anew after each change of the project's files, for editors' programs to read along."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
from watchfiles import watch

from showcase.codes import _
from showcase.commands.tool import Tool

WATCHED = ("content", "templates", "locales", "site.yaml")
# The signs before these lines are the same in every language: .vscode/tasks.json looks for them.
BEGINS = _("looking for mistakes …")
ENDS = _("waiting for changes; Ctrl-C ends this")
# How often (ms) the watcher looks up; the first time, before anything has changed, begins the first round.
PAUSE = 200


def repeated(tool: Tool, command: Callable[[], int]) -> int:
    """Do the command now and after each change, until Ctrl-C; the exit code of an interruption comes back."""
    code = 0
    for _round in rounds(tool.root):
        click.echo(f">>> {tool.say(BEGINS)}")
        code = command()
        click.echo(f"<<< {tool.say(ENDS)}")
    return code


def rounds(root: Path) -> Iterator[None]:
    """One at once, and one for each change. What changes meanwhile is not lost: the watcher runs before the first."""
    paths = [root / name for name in WATCHED if (root / name).exists()]
    first = True
    for changes in watch(*paths, rust_timeout=PAUSE, yield_on_timeout=True):
        if changes or first:
            first = False
            yield
