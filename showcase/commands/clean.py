"""`clean`: the folders that a build fills disappear."""

import shutil
from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.tool import Tool
from showcase.reporting.sentences import filled

# The site, what a killed build leaves beside it, and what builds remember.
MADE = ("site", ".site.new", ".site.old", ".site.lock", ".cache")
REMOVED = _("removed: {path}")
NOTHING = _("there was nothing to remove")


@click.command("clean", help=_("Remove the site and what builds remember; everything else stays."))
@click.pass_obj
def command(tool: Tool) -> int:
    """Remove what builds have made; nothing is asked."""
    removed = [name for name in MADE if remove(tool.root / name)]
    for name in removed:
        click.echo(filled(tool.say(REMOVED), {"path": name}))
    if not removed:
        click.echo(tool.say(NOTHING))
    return 0


def remove(path: Path) -> bool:
    """Whether there was something to remove. Of a link only the link goes, never what it leads to."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        return False
    return True
