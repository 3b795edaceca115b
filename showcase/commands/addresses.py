"""`addresses`: every address that an entry ever had is noted, so that it can lead on after a change."""

from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.options import request_of
from showcase.commands.tool import RefusalError, Tool
from showcase.library.address_book import AddressBook, moved, updated
from showcase.pipeline import read_library
from showcase.problems import ContentError, suggestion
from showcase.reading.history import HISTORY, has_history, history_text, read_history
from showcase.reporting.sentences import filled

RECORDED = _("{path}: {count} new")
ALL_RECORDED = _("all addresses were recorded already")
MOVED = _("{count} addresses of {old} now lead to {new}")
NOT_RECORDED = _("no address is recorded for “{name}”; an entry is named as in products/misa-amis")
NEAREST_RECORDED = _("no address is recorded for “{name}”; did you mean “{suggestion}”?")
NO_ENTRY = _("there is no entry “{name}”; rename its folder first")


@click.group("addresses", help=_("Remember old addresses, so that they lead on."))
def command() -> None:
    """The two commands about addresses."""


@command.command("update", help=_("Note the addresses that entries have now in content/history.yaml."))
@click.pass_obj
def update(tool: Tool) -> int:
    """Note the present addresses. Those of later and expired entries are among them, those of drafts are not."""
    book = book_of(tool.root)
    request = request_of(tool, day=None, output=None, no_cache=False, jobs=1, drafts=True, strict=False)
    every = (page for own in read_library(request).pages.values() for page in own.values())
    owners = updated(book, (page for page in every if not page.entry.draft))
    if book.is_kept and owners == book.owners:
        click.echo(tool.say(ALL_RECORDED))
        return 0
    write_history(tool.root, owners)
    count = str(len(owners) - len(book.owners))
    click.echo(filled(tool.say(RECORDED), {"path": HISTORY, "count": count}))
    return 0


@command.command("move", help=_("Hand the addresses of an entry that was renamed over to its new name."))
@click.argument("old")
@click.argument("new")
@click.pass_obj
def move(tool: Tool, old: str, new: str) -> int:
    """Hand the addresses of one entry over to another."""
    book = book_of(tool.root)
    if old not in book.owners.values():
        near = suggestion(old, frozenset(book.owners.values()))
        raise RefusalError(NEAREST_RECORDED if near else NOT_RECORDED, {"name": old} | near)
    kind, _slash, id_ = new.partition("/")
    if not id_ or not (tool.root / "content" / kind / id_).is_dir():
        raise RefusalError(NO_ENTRY, {"name": new})
    count = sum(key == old for key in book.owners.values())
    write_history(tool.root, moved(book, old, new))
    click.echo(filled(tool.say(MOVED), {"count": str(count), "old": old, "new": new}))
    return 0


def book_of(root: Path) -> AddressBook:
    """The recorded addresses; ContentError where the file cannot be read whole, for then it must not be written."""
    owners, lines, problems = read_history(root)
    if problems:
        raise ContentError(*problems)
    return AddressBook(owners, lines, has_history(root))


def write_history(root: Path, owners: dict[str, str]) -> None:
    """Replace the file."""
    (root / HISTORY).write_bytes(history_text(owners).encode())
