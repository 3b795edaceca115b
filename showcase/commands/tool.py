"""What every command is given: the project, and how to speak to the editor."""

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import click

from showcase.answers import Question
from showcase.progress import Progress
from showcase.reporting.progress import progress_shown, wants_colour
from showcase.reporting.words import Say

PROGRAM = "python build.py"
USAGE = 2


@dataclass(frozen=True, slots=True)
class Tool:
    """The project's folder, the environment, the language of the editor, and what was asked."""

    root: Path
    environ: Mapping[str, str]
    language: str
    say: Say
    verbose: bool = False
    quiet: bool = False
    asked: Question | None = None

    @property
    def colour(self) -> bool:
        """Whether to write in colours: on a terminal, unless the environment says otherwise."""
        return wants_colour(self.environ, sys.stdout.isatty())

    def progress(self) -> AbstractContextManager[Progress]:
        """What shows how far the work is, on the standard error."""
        return progress_shown(sys.stderr, self.environ, self.say, quiet=self.quiet, verbose=self.verbose)

    def shown(self, path: Path) -> str:
        """A path as the editor knows it: from the project's folder where it lies there."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def write(self, text: str) -> None:
        """Print a finished text."""
        click.echo(text, nl=False, color=self.colour)


class RefusalError(Exception):
    """Raised where a command cannot do what it is asked to: a message id, the words that fill it, and the exit code."""

    def __init__(self, message: str, fields: Mapping[str, str], exit_code: int = USAGE) -> None:
        super().__init__(message, fields, exit_code)
        self.message = message
        self.fields = fields
        self.exit_code = exit_code
