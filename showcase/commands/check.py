"""`check`: content becomes a list of what is wrong with it."""

from dataclasses import replace
from functools import partial
from typing import Any

import click

from showcase import pipeline
from showcase.codes import _
from showcase.commands.external import external as links_outside
from showcase.commands.options import request_of, with_options
from showcase.commands.reproducing import reproduce
from showcase.commands.running import run
from showcase.commands.staged import staged_root
from showcase.commands.tool import Tool
from showcase.commands.watching import repeated


@click.command("check", help=_("Look for mistakes in content, templates and catalogues, and write nothing."))
@click.option("--watch", is_flag=True, help=_("Look again after each change, until Ctrl-C."))
@click.option(
    "--reproducible",
    is_flag=True,
    help=_("Make the site twice, in different circumstances, and compare every byte; it takes two whole builds."),
)
@click.option("--staged", is_flag=True, help=_("Look at what is staged in git, not at the files as they lie here."))
@click.option("--external", is_flag=True, help=_("Look at the links that lead outside instead, one request at a time."))
@with_options
@click.pass_obj
def command(
    tool: Tool, /, form: str, *, watch: bool, reproducible: bool, staged: bool, external: bool, **wanted: Any
) -> int:
    """Look for mistakes; the exit code comes back."""
    if external:
        return links_outside(tool, form, strict=wanted["strict"], anew=wanted["no_cache"])
    if staged:
        with staged_root(tool) as root:
            return run(replace(tool, root=root, asked=None), pipeline.check, form, **wanted) if root else 0
    if reproducible:
        asked = request_of(tool, **wanted)
        return reproduce(tool, asked.today, drafts=asked.drafts)
    check = partial(run, tool, pipeline.check, form, **wanted)
    return repeated(tool, check) if watch else check()
