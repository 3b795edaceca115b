"""`translate`: what the translations were made from is noted beside them, and counted."""

import click

from showcase.codes import _
from showcase.commands.accept import accept
from showcase.commands.content import chosen, entries, read_content
from showcase.commands.exchange import export, import_texts
from showcase.commands.stamping import orphans, write_stamps
from showcase.commands.stamps import stamps_of
from showcase.commands.status import CODES, status_details, status_github, status_json, status_table
from showcase.commands.tool import Tool
from showcase.library.freshness import rows, threshold_problems
from showcase.reading.configuration import read_settings, settings_places
from showcase.reporting.sentences import filled

FORMATS = ("text", "json", "github")

STAMPED = _("stamped: {path}")
FORGOTTEN = _("no longer remembered: {path}")
ALL_STAMPED = _("all translations were stamped already")
NOTHING = _("there is nothing to translate")


@click.group("translate", help=_("Keep translations in step with what they were made from."))
def command() -> None:
    """The commands about translations."""


for _command in (accept, export, import_texts):
    command.add_command(_command)


@command.command("stamp", help=_("Note in translations that they are up to date; without IDS, in all of them."))
@click.argument("ids", nargs=-1)
@click.pass_obj
def stamp(tool: Tool, ids: tuple[str, ...]) -> int:
    """Stamp the translations of these entries; without entries, forget those that are gone."""
    made = entries(tool.root, read_settings(tool.root))
    said = [
        filled(tool.say(STAMPED), {"path": each.path})
        for group in chosen(made, ids)
        for each in group.translations.values()
        if write_stamps(tool.root, group.source, each, stamps_of(group.source, each))
    ]
    for path in () if ids else tuple(orphans(tool.root, made)):
        path.unlink()
        said.append(filled(tool.say(FORGOTTEN), {"path": tool.shown(path)}))
    for line in said or [tool.say(ALL_STAMPED)]:
        click.echo(line)
    return 0


@command.command("status", help=_("Count by kind and language what is missing, stale or up to date."))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=_("How the counts are written."))
@click.option("--diff", is_flag=True, help=_("Name every text that is not current, and what changed in its source."))
@click.pass_obj
def show_status(tool: Tool, form: str, diff: bool) -> int:
    """Count the translations by their state, the worst kind first."""
    settings = read_settings(tool.root)
    content = read_content(tool.root, settings)
    counted = rows(content.groups, settings.codes, content.histories)
    if form == "json":
        tool.write(status_json(counted, content, settings.codes))
    elif not counted:
        tool.write(f"{tool.say(NOTHING)}\n")
    elif form == "github":
        own = [each for each in content.problems if each.code in CODES]
        below = threshold_problems(counted, settings.translated, settings_places(tool.root))
        tool.write(status_github(counted, (*own, *below), tool.say))
    else:
        details = status_details(content, settings.codes, tool.say) if diff else ""
        tool.write(status_table(counted, tool.say) + details)
    return 0
