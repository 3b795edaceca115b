"""`docs`: kinds and codes become the reference pages in docs/, and schemas and snippets for editors' programs."""

from pathlib import Path

import click

from showcase.codes import CODES, _
from showcase.commands.editor_files import editor_files
from showcase.commands.kinds_page import kinds_page
from showcase.commands.problems_page import problems_page
from showcase.commands.tool import Tool
from showcase.kinds import KINDS
from showcase.reporting.sentences import filled

WRITTEN = _("written: {path}")
OUT_OF_DATE = _("{path} is not up to date; run: {command}")
CURRENT = _("the reference pages are up to date")


def pages(root: Path) -> dict[str, str]:
    """The reference pages and the files for editors' programs, by their paths from the root."""
    return {
        "docs/kinds.md": kinds_page(tuple(KINDS.values())),
        "docs/problems.md": problems_page(tuple(CODES.values())),
        **editor_files(root),
    }


@click.command(
    "docs", help=_("Write the reference pages in docs/, the schemas and the snippets anew from the program itself.")
)
@click.option(
    "--check", "only_check", is_flag=True, help=_("Change nothing; exit with 1 where a page is not up to date.")
)
@click.pass_obj
def command(tool: Tool, only_check: bool) -> int:
    """Write the reference pages, or say which of them should be written."""
    changed = {path: text for path, text in pages(tool.root).items() if content(tool.root / path) != text.encode()}
    for path, text in changed.items():
        if not only_check:
            (tool.root / path).parent.mkdir(parents=True, exist_ok=True)
            (tool.root / path).write_bytes(text.encode())
        message = OUT_OF_DATE if only_check else WRITTEN
        click.echo(filled(tool.say(message), {"path": path, "command": "python build.py docs"}))
    if not changed:
        click.echo(tool.say(CURRENT))
    return int(only_check and bool(changed))


def content(path: Path) -> bytes | None:
    """What the file holds; nothing where there is none."""
    return path.read_bytes() if path.is_file() else None
