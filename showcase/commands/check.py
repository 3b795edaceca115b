"""`check`: content becomes a list of what is wrong with it."""

from functools import partial
from typing import Any

import click

from showcase import pipeline
from showcase.codes import _
from showcase.commands.options import with_options
from showcase.commands.running import run
from showcase.commands.tool import Tool
from showcase.commands.watching import repeated


@click.command("check", help=_("Look for mistakes in content, templates and catalogues, and write nothing."))
@click.option("--watch", is_flag=True, help=_("Look again after each change, until Ctrl-C."))
@with_options
@click.pass_obj
def command(tool: Tool, /, form: str, watch: bool, **wanted: Any) -> int:
    """Look for mistakes; the exit code comes back."""
    check = partial(run, tool, pipeline.check, form, **wanted)
    return repeated(tool, check) if watch else check()
