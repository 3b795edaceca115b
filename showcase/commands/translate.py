"""`translate`: what the translations were made from is noted beside them, and counted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.stamps import stamped, stamps_of
from showcase.commands.status import Row, status, status_table
from showcase.commands.tool import RefusalError, Tool
from showcase.library.entries import Group, groups
from showcase.problems import ContentError, suggestion
from showcase.reading.configuration import read_settings
from showcase.reading.discover import discover
from showcase.reading.parse import Document, parse
from showcase.reporting.records import json_text
from showcase.reporting.sentences import filled
from showcase.settings import Settings

FORMATS = ("text", "json")

NO_SUCH_ENTRY = _("there is no entry “{name}”; an entry is named as in products/misa-amis, or by its id alone")
NEAREST_ENTRY = _("there is no entry “{name}”; did you mean “{suggestion}”?")
STAMPED = _("stamped: {path}")
ALL_STAMPED = _("all translations were stamped already")
NOTHING = _("there is nothing to translate")


@click.group("translate", help=_("Keep translations in step with what they were made from."))
def command() -> None:
    """The two commands about translations."""


@command.command("stamp", help=_("Note in translations that they are up to date; without IDS, in all of them."))
@click.argument("ids", nargs=-1)
@click.pass_obj
def stamp(tool: Tool, ids: tuple[str, ...]) -> int:
    """Stamp the translations of these entries."""
    changed = 0
    for group in chosen(entries(tool.root, read_settings(tool.root)), ids):
        for path, text in stamped_files(tool.root, group):
            (tool.root / path).write_bytes(text.encode())
            click.echo(filled(tool.say(STAMPED), {"path": path}))
            changed += 1
    if not changed:
        click.echo(tool.say(ALL_STAMPED))
    return 0


@command.command("status", help=_("Count by kind and language what is missing, stale or up to date."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("How the counts are written.")
)
@click.pass_obj
def show_status(tool: Tool, form: str) -> int:
    """Count the translations by their state."""
    settings = read_settings(tool.root)
    rows: tuple[Row, ...] = status(entries(tool.root, settings), settings.codes)
    if form == "json":
        tool.write(json_text([row.record for row in rows]))
    else:
        tool.write(status_table(rows, tool.say) if rows else f"{tool.say(NOTHING)}\n")
    return 0


def entries(root: Path, settings: Settings) -> tuple[Group, ...]:
    """Every entry with its translations; ContentError where a file has errors, for its texts are then not known."""
    found = discover(root, settings.codes)
    documents = [parse(source, settings.default_locale) for source in found.sources]
    made, between = groups(documents, settings.codes)
    problems = (*found.problems, *(each for document in documents for each in document.problems), *between)
    if errors := [each for each in problems if each.severity == "error"]:
        raise ContentError(*errors)
    return made


def chosen(made: tuple[Group, ...], ids: Iterable[str]) -> tuple[Group, ...]:
    """The entries of these ids, each once, in the order of the site; all of them where none is named."""
    wanted = set(ids)
    known = {name for group in made for name in names(group.source)}
    for name in sorted(wanted - known):
        near = suggestion(name, known)
        raise RefusalError(NEAREST_ENTRY if near else NO_SUCH_ENTRY, {"name": name} | near)
    return tuple(group for group in made if not wanted or wanted.intersection(names(group.source)))


def names(source: Document) -> tuple[str, str]:
    """How an entry may be called: by kind and id, or by its id."""
    return source.key, source.id


def stamped_files(root: Path, group: Group) -> Iterator[tuple[str, str]]:
    """The translations of an entry whose stamps change, with their new text."""
    for translation in group.translations.values():
        # As bytes: reading as text would turn the line ends of another system into ours.
        text = (root / translation.path).read_bytes().decode()
        new = stamped(text, stamps_of(group.source, translation))
        if new != text:
            yield translation.path, new
