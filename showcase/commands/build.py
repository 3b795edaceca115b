"""`build`: content becomes the site."""

from typing import Any

import click

from showcase import pipeline
from showcase.codes import _
from showcase.commands.options import Origin, with_options
from showcase.commands.profiling import profiled
from showcase.commands.running import run
from showcase.commands.tool import RefusalError, Tool
from showcase.releasing.twins import NoZstandardError

NO_ZSTANDARD = _("the settings ask for zst files, which need the package zstandard; install it: {command}")


@click.command("build", help=_("Make the site. With an error in the content the old site stays as it is."))
@with_options
@click.option("--status", is_flag=True, help=_("Add /_status/, a page for editors: how far the translations are."))
@click.option(
    "--pseudo",
    is_flag=True,
    help=_("Make a site with stretched, bracketed words, to find gaps; it goes to .cache/pseudo/."),
)
@click.option(
    "--preview",
    type=Origin(),
    metavar="URL",
    default="",
    help=_("Make the site for another address, and keep search engines away from it."),
)
@click.option(
    "--release",
    is_flag=True,
    help=_("Make the site ready for a host: compressed twins, SHA256SUMS, and build.json, a record of it all."),
)
@click.option(
    "--verify-incremental",
    is_flag=True,
    help=_("Make everything a second time, without what is remembered, and compare each byte."),
)
@click.option("--profile", is_flag=True, help=_("Say where the time went, and keep profiles in .cache/profile/."))
@click.pass_obj
def command(tool: Tool, /, form: str, *, profile: bool, **wanted: Any) -> int:
    """Make the site; the exit code comes back."""
    try:
        return profiled(tool, form, **wanted) if profile else run(tool, pipeline.build, form, **wanted)
    except NoZstandardError:
        raise RefusalError(NO_ZSTANDARD, {"command": "make extras"}) from None
