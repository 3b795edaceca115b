"""`translate accept`: what a person has read becomes current, a machine's draft or a slip corrected in the source."""

from collections.abc import Iterator

import click

from showcase.codes import _
from showcase.commands.content import chosen, entries
from showcase.commands.stamping import write_stamps
from showcase.commands.stamps import stamps_of
from showcase.commands.tool import RefusalError, Tool
from showcase.library.entries import Group, stale_keys
from showcase.reading.configuration import read_settings
from showcase.reporting.sentences import filled

ACCEPTED = _("accepted: {path}")
ACCEPTED_TEXTS = _("accepted: {path}: {fields}")
NO_DRAFT = _("there is no machine's draft here")
NOT_STALE = _("nothing is stale here")
NAME_THEM = _("name the entries whose machine drafts you have read, such as products/misa-amis")
TYPO_ALONE = _("--key goes with --typo: a machine's draft is accepted as a whole")


@click.command(
    "accept", help=_("Accept machine drafts that you have read; with --typo, slips corrected in the source.")
)
@click.argument("ids", nargs=-1)
@click.option("--typo", is_flag=True, help=_("The source changed by a typo alone; the translations stay as they are."))
@click.option("--key", "keys", multiple=True, metavar="KEY", help=_("With --typo: this text alone, such as summary."))
@click.pass_obj
def accept(tool: Tool, ids: tuple[str, ...], typo: bool, keys: tuple[str, ...]) -> int:
    """Accept the translations of these entries."""
    if not typo and (keys or not ids):
        raise RefusalError(TYPO_ALONE if keys else NAME_THEM, {})
    groups = chosen(entries(tool.root, read_settings(tool.root)), ids)
    said = tuple(
        line for group in groups for line in (_typos(tool, group, keys) if typo else _drafts(tool, group))
    ) or (tool.say(NOT_STALE if typo else NO_DRAFT),)
    for line in said:
        click.echo(line)
    return 0


def _drafts(tool: Tool, group: Group) -> Iterator[str]:
    """A line for each machine's draft, once it is one no more."""
    for each in group.translations.values():
        if each.machine_draft:
            write_stamps(tool.root, group.source, each, stamps_of(group.source, each), is_read=True)
            yield filled(tool.say(ACCEPTED), {"path": each.path})


def _typos(tool: Tool, group: Group, keys: tuple[str, ...]) -> Iterator[str]:
    """A line for each translation, once its stale texts carry the stamp of the corrected source."""
    for each in group.translations.values():
        digests = group.source.digests
        stale = [key for key in stale_keys(group.source, each) if key in digests and (not keys or key in keys)]
        if stale:
            stamps = {**each.stamps} | {key: digests[key] for key in stale}
            write_stamps(tool.root, group.source, each, stamps, typos=stale)
            yield filled(tool.say(ACCEPTED_TEXTS), {"path": each.path, "fields": ", ".join(stale)})
