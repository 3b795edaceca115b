"""`hosting`: the headers and the old addresses, in the words of a web server."""

from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.options import OUTPUT
from showcase.commands.tool import RefusalError, Tool
from showcase.hosting.headers import rules
from showcase.hosting.servers import Server, caddy, nginx
from showcase.reading.configuration import read_settings

NO_SITE = _("there is no site in {path}; make one first: {command}")
WRITERS = {"nginx": nginx, "caddy": caddy}


@click.command("hosting", help=_("Write the settings of a web server for the site to the standard output."))
@click.argument("server", type=click.Choice(tuple(WRITERS)))
@click.option("--brotli", is_flag=True, help=_("nginx has the module brotli_static."))
@click.pass_obj
def command(tool: Tool, server: str, brotli: bool) -> int:
    """Write the lines. Old addresses are those of the site in site/."""
    settings = read_settings(tool.root)
    twins = tuple(each for each in settings.hosting.compressed if each != "br" or brotli or server != "nginx")
    moves = moves_of(tool, tool.root / OUTPUT / "_redirects")
    tool.write(WRITERS[server](Server(rules(settings), moves, settings.codes, twins)))
    return 0


def moves_of(tool: Tool, file: Path) -> tuple[tuple[str, str], ...]:
    """The old addresses with the new ones, as the site tells hosts."""
    if not file.is_file():
        fields = {"path": tool.shown(file.parent), "command": "python build.py build"}
        raise RefusalError(NO_SITE, fields, exit_code=1)
    lines = (line.split() for line in file.read_text(encoding="utf-8").splitlines())
    return tuple((old, new) for old, new, status in lines if status == "301")
