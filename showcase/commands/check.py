"""`check`: content becomes a list of what is wrong with it."""

from typing import Any

import click

from showcase import pipeline
from showcase.codes import _
from showcase.commands.options import with_options
from showcase.commands.running import run
from showcase.commands.tool import Tool


@click.command("check", help=_("Look for mistakes in content, templates and catalogues, and write nothing."))
@with_options
@click.pass_obj
def command(tool: Tool, /, form: str, **wanted: Any) -> int:
    """Look for mistakes; the exit code comes back."""
    return run(tool, pipeline.check, form, **wanted)
