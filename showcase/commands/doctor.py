"""`doctor`: the machine, the settings and the repository become a list of what is well and what to do."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from showcase.codes import _
from showcase.commands.tool import Tool
from showcase.health.environment import environment
from showcase.health.findings import ADVICE, FAULT, WELL, Finding
from showcase.health.repository import repository
from showcase.health.site import site
from showcase.reporting.records import json_text
from showcase.reporting.sentences import filled

ROOMS = {"environment": _("The machine"), "settings": _("The settings"), "repository": _("The repository")}
MARKS = {WELL: "✓", ADVICE: "•", FAULT: "✗"}
COLOURS = {WELL: "green", ADVICE: "yellow", FAULT: "red"}
ALL_WELL = _("Nothing stands in the way.")
FAULTS = _("To be put right: {count}.")


@click.command("doctor", help=_("Look at the machine, the settings and the repository, and say what to do."))
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help=_("How it is written."))
@click.pass_obj
def command(tool: Tool, form: str) -> int:
    """Say what is well and what is not; 1 comes back where something must be put right."""
    rooms = {
        "environment": environment(tool.root, tool.environ),
        "settings": site(tool.root),
        "repository": repository(tool.root),
    }
    tool.write(in_json(tool, rooms) if form == "json" else in_words(tool, rooms))
    return int(any(each.state == FAULT for found in rooms.values() for each in found))


def in_words(tool: Tool, rooms: Mapping[str, Sequence[Finding]]) -> str:
    """The findings room by room, each with what to do about it."""
    blocks = [
        f"{tool.say(ROOMS[room])}\n{''.join(line(tool, each) for each in found)}" for room, found in rooms.items()
    ]
    faults = sum(each.state == FAULT for found in rooms.values() for each in found)
    end = filled(tool.say(FAULTS), {"count": faults}) if faults else tool.say(ALL_WELL)
    return "\n".join([*blocks, f"{end}\n"])


def line(tool: Tool, found: Finding) -> str:
    """One finding."""
    mark, message, remedy = MARKS[found.state], *told(tool, found)
    mark = click.style(mark, fg=COLOURS[found.state]) if tool.colour else mark
    return f"  {mark} {message}\n" + (f"      {remedy}\n" if remedy else "")


def told(tool: Tool, found: Finding) -> tuple[str, str]:
    """What was found and what to do, in the editor's language."""
    fields = {name: tool.say(value) if isinstance(value, str) else value for name, value in found.fields.items()}
    return filled(tool.say(found.message), fields), filled(tool.say(found.remedy), fields) if found.remedy else ""


def in_json(tool: Tool, rooms: Mapping[str, Sequence[Finding]]) -> str:
    """The findings for machines."""
    records: list[dict[str, Any]] = []
    for room, found in rooms.items():
        for each in found:
            message, remedy = told(tool, each)
            records.append({"room": room, "name": each.name, "state": each.state, "message": message, "remedy": remedy})
    return json_text({"version": 1, "findings": records})
