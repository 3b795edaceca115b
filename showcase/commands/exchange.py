"""`translate export` and `translate import`: texts go to translators as PO or XLIFF, and come back."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from showcase.codes import ERROR, _
from showcase.commands.content import chosen, entries
from showcase.commands.stamping import write_stamps
from showcase.commands.tool import RefusalError, Tool
from showcase.commands.translator_notes import notes_in
from showcase.library.entries import Group
from showcase.problems import ContentError, Problem
from showcase.reading.configuration import read_settings
from showcase.reading.parse import Document
from showcase.reporting.sentences import filled
from showcase.reporting.source_lines import line_finder
from showcase.reporting.text import text_report
from showcase.translating.formats import FORMATS, by_locale
from showcase.translating.importing import entry_of, imported
from showcase.translating.segments import Pair, segments
from showcase.translating.spans import TextFile, text_file
from showcase.translating.units import Texts
from showcase.translating.writing import Written

NO_SUCH_LOCALE = _("the site has no language “{name}”; its languages are: {known}")
EXISTS = _("{path} is there already; nothing was changed")
NO_TEXTS = _("there is nothing to translate into {locale}")
EXPORTED = _("written: {path} ({texts} texts of {entries} entries)")
IMPORTED = _("imported: {path} ({texts} new texts)")
NOTHING_NEW = _("nothing in it is new")


class Needed(click.Option):
    """An option that must be given, without Click's English remark in the help."""

    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ARG002 - Click's signature
        """Nothing beside the help."""
        return {}


@click.command("export", help=_("Write texts for translators into one file; without IDS, those of all entries."))
@click.argument("ids", nargs=-1)
@click.option(
    "--to", "locale", cls=Needed, required=True, metavar="CODE", help=_("The language into which to translate.")
)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="po", help=_("The form of the file."))
@click.option(
    "--output",
    type=click.Path(dir_okay=False, resolve_path=True, path_type=Path),
    metavar="FILE",
    help=_("Where the texts go, if not to texts.CODE.po; a file that is there is replaced."),
)
@click.pass_obj
def export(tool: Tool, ids: tuple[str, ...], locale: str, form: str, output: Path | None) -> int:
    """Write texts for translators."""
    settings = read_settings(tool.root)
    if locale not in settings.codes:
        raise RefusalError(NO_SUCH_LOCALE, {"name": locale, "known": ", ".join(settings.codes)})
    texts = texts_of(tool.root, chosen(entries(tool.root, settings), ids), locale)
    if not texts:
        raise RefusalError(NO_TEXTS, {"locale": locale}, exit_code=1)
    path = output_path(tool, output, f"texts.{locale}.{FORMATS[form].ending}")
    path.write_bytes(FORMATS[form].text_of(texts, locale, notes_in(tool)).encode())
    count = sum(len(found) for _pair, found in texts)
    click.echo(filled(tool.say(EXPORTED), {"path": tool.shown(path), "texts": count, "entries": len(texts)}))
    return 0


@click.command("import", help=_("Write what translators gave back into the texts, and change nothing else."))
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path)
)
@click.option("--fuzzy", is_flag=True, help=_("Also take what is marked as needing work."))
@click.pass_obj
def import_texts(tool: Tool, files: tuple[Path, ...], fuzzy: bool) -> int:
    """Write what translators gave back, or nothing at all where something is wrong."""
    settings = read_settings(tool.root)
    groups = {group.source.key: group for group in entries(tool.root, settings)}
    wanted = by_locale(((tool.shown(path), path.read_bytes()) for path in files), settings.codes)
    written: list[Written] = []
    problems: list[Problem] = []
    for locale, units in wanted.items():
        named = (groups[key] for key in sorted({entry_of(unit) for unit in units} & groups.keys()))
        pairs = {pair.group.source.key: pair for pair in pairs_of(tool.root, named, locale)}
        made, found = imported(pairs, units, settings.default_locale, use_fuzzy=fuzzy)
        written += made
        problems += found
    if any(each.severity == ERROR for each in problems):
        raise ContentError(*problems)
    tool.write(text_report(problems, tool.say, line_finder(tool.root), tool.colour))
    lines = [saved(tool, each) for each in written] or [tool.say(NOTHING_NEW)]
    tool.write("".join(f"{line}\n" for line in lines))
    return 0


def output_path(tool: Tool, wanted: Path | None, usual: str) -> Path:
    """Where the texts go; a file that nobody named is never written over, for it may hold a translator's work."""
    path = wanted or tool.root / usual
    if wanted is None and path.exists():
        raise RefusalError(EXISTS, {"path": tool.shown(path)})
    return path


def texts_of(root: Path, groups: Iterable[Group], locale: str) -> Texts:
    """The segments of all entries that are not written in the language."""
    found = ((pair, segments(pair)) for pair in pairs_of(root, groups, locale))
    return tuple((pair, made) for pair, made in found if made)


def pairs_of(root: Path, groups: Iterable[Group], locale: str) -> Iterable[Pair]:
    """The entries that are not written in the language, each beside its translation."""
    for group in groups:
        if group.source.locale != locale:
            translation = group.translations.get(locale)
            yield Pair(group, locale, read(root, group.source), read(root, translation) if translation else None)


def read(root: Path, document: Document) -> TextFile:
    """The text of a document, as bytes: reading as text would turn the line ends of another system into ours."""
    return text_file((root / document.path).read_bytes().decode())


def saved(tool: Tool, file: Written) -> str:
    """What is said once the file is written with its stamps."""
    (tool.root / file.document.path).write_bytes(file.text.encode())
    if file.stamps is not None:
        write_stamps(tool.root, file.source, file.document, file.stamps, is_read=file.is_read)
    return filled(tool.say(IMPORTED), {"path": file.document.path, "texts": file.count})
