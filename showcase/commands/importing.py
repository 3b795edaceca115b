"""`import`: tables and folders of other programs become entries, all of them or none; what was lost is told."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from showcase.codes import ERROR, _
from showcase.commands.new import kind_named, known_locale
from showcase.commands.site_words import site_words
from showcase.commands.tool import RefusalError, Tool
from showcase.editing.importing import gathering, saving
from showcase.editing.importing.folders import brought
from showcase.editing.importing.gathering import Found, gathered
from showcase.editing.importing.notes import GUESSED, LEFT, LOST, Note
from showcase.editing.importing.records import IMPORTS, imports_text, read_imports
from showcase.editing.importing.saving import Change, change
from showcase.editing.importing.tables import SIZE, Table, csv_tables, xlsx_tables
from showcase.editing.plans import NewEntry, files_of
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.language.slugs import slug
from showcase.problems import ContentError, in_order
from showcase.reading.configuration import read_settings
from showcase.reading.files import read_bounded
from showcase.reporting.sentences import filled
from showcase.settings import Settings

NO_OPENPYXL = _("{path} can only be read with openpyxl: run make extras, or save the table as CSV in UTF-8")
NO_TABLE = _("{path} is no table and no folder: import takes .csv, .xlsx and folders of Markdown files")
WHICH_KIND = _("say what “{name}” holds, such as --kind product; the kinds are: {known}")
WRITTEN = _("written: {path}")
UPDATED = _("updated: {path}")
DONE = _("{new} written, {updated} updated, {same} as they were; lost: {lost}, guessed: {guessed}, left alone: {left}")
TRIED = _("Nothing was written: this was a trial.")
SORTS = {LOST: _("lost"), GUESSED: _("guessed"), LEFT: _("left alone")}
GO_ON = _("Look at what was guessed, fill in what is empty, then run: {command}")
TABLES = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
# What tables of them are called in Vietnamese.
NAMES = {"products": ("Sản phẩm",), "enterprises": ("Doanh nghiệp", "Công ty")}


@click.command(
    "import",
    help=_(
        "Make entries from a table (.csv, .xlsx) or from a folder of Markdown files of Hugo or Pelican. "
        "What translators give back comes in by: translate import."
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, resolve_path=True, path_type=Path))
@click.option("--kind", "word", default="", metavar="KIND", help=_("What the entries are, if no name says it."))
@click.option("--locale", default="", metavar="CODE", help=_("The language of columns that name none."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what would be written, lost and guessed."))
@click.pass_obj
def command(tool: Tool, /, paths: tuple[Path, ...], word: str, locale: str, dry_run: bool) -> int:
    """Make entries from tables and folders."""
    settings = read_settings(tool.root)
    found = everything(tool, settings, paths, word, known_locale(settings, locale or settings.default_locale))
    if any(each.severity == ERROR for each in found.problems):
        raise ContentError(*in_order(found.problems))
    known = read_imports(tool.root)
    made = saving.together((_change(tool, settings, *each, known) for each in found.entries), known)
    if not dry_run:
        save(tool, made)
    tell(tool, made, (*found.notes, *made.notes), dry_run)
    return 0


def everything(tool: Tool, settings: Settings, paths: Sequence[Path], word: str, source: str) -> Found:
    """What all sources give together."""
    tables: list[tuple[Kind, Table]] = []
    found: list[Found] = []
    for path in paths:
        if path.is_dir():
            found.append(_from_folder(path, _kind(word, path.name), settings, source))
        else:
            tables += [(_kind(word, table.name, path.stem), table) for table in _tables(tool, path)]
    words = {locale: site_words(tool.root, locale) for locale in settings.codes}
    return gathering.together((*found, gathered(tool.root, tables, words, source)))


def _kind(word: str, *names: str) -> Kind:
    """The kind that is named, or that the name of a sheet, file or folder means."""
    if word:
        return kind_named(word)
    known = {slug(text, "vi"): each for each in KINDS.values() for text in (each.word, each.folder)}
    known |= {slug(text, "vi"): KINDS[folder] for folder, texts in NAMES.items() for text in texts}
    for name in names:
        if kind := known.get(slug(name.rpartition("[")[2].rstrip("]"), "vi")):
            return kind
    raise RefusalError(WHICH_KIND, {"name": names[0], "known": ", ".join(kind.word for kind in KINDS.values())})


def _tables(tool: Tool, path: Path) -> tuple[Table, ...]:
    """The sheets of a file."""
    ending = path.suffix.lower()
    if ending not in (*TABLES, *WORKBOOKS):
        raise RefusalError(NO_TABLE, {"path": tool.shown(path)})
    if ending in WORKBOOKS and find_spec("openpyxl") is None:
        raise RefusalError(NO_OPENPYXL, {"path": tool.shown(path)})
    data = read_bounded(path.parent, path.name, SIZE)
    return xlsx_tables(data, path.name) if ending in WORKBOOKS else csv_tables(data, path.name)


def _from_folder(path: Path, kind: Kind, settings: Settings, source: str) -> Found:
    """What a folder of Markdown files gives."""
    made = brought(path, kind, settings.codes, source)
    folder = Path("content", kind.folder)
    entries = (
        (entry, {folder / entry.id / name: data for name, data in made.pictures[entry.id].items()})
        for entry in made.entries
    )
    return Found(tuple(entries), made.notes, made.problems)


def _change(
    tool: Tool, settings: Settings, entry: NewEntry, beside: Mapping[Path, bytes], known: Mapping[str, str]
) -> Change:
    """What an entry changes in the project."""
    files = files_of(entry, settings.codes, settings.default_locale, tool.say)
    return change(tool.root, {**files, **beside}, known)


def save(tool: Tool, made: Change) -> None:
    """Write the files, and what they said, for the next import."""
    for path, data in made.files.items():
        (tool.root / path).parent.mkdir(parents=True, exist_ok=True)
        (tool.root / path).write_bytes(data)
    if made.known:
        (tool.root / IMPORTS).write_bytes(imports_text(made.known).encode())


def tell(tool: Tool, made: Change, notes: Sequence[Note], dry_run: bool) -> None:
    """Say what was written, lost and guessed."""
    for path in made.files:
        click.echo(filled(tool.say(UPDATED if path in made.updated else WRITTEN), {"path": path.as_posix()}))
    for note in notes:
        click.echo(f"{note.place}: {tool.say(SORTS[note.sort])}: {filled(tool.say(note.message), note.fields)}")
    counts = {sort: sum(note.sort == sort for note in notes) for sort in SORTS}
    numbers = {"new": len(made.files) - len(made.updated), "updated": len(made.updated), "same": made.same}
    words = {"lost": counts[LOST], "guessed": counts[GUESSED], "left": counts[LEFT]}
    click.echo(filled(tool.say(DONE), {**numbers, **words}))
    if dry_run:
        click.echo(tool.say(TRIED))
    elif made.files:
        click.echo(filled(tool.say(GO_ON), {"command": "python build.py check"}))
