"""`new`: a kind and a name become the files of an entry, ready to be filled in."""

import re
from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.skeleton import source_text, translation_text
from showcase.commands.tool import RefusalError, Tool
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.values import ID_PATTERN
from showcase.language.slugs import slug
from showcase.language.text import normalised
from showcase.problems import suggestion
from showcase.reading.configuration import read_settings
from showcase.reporting.sentences import filled
from showcase.settings import Settings

NO_SUCH_KIND = _("there is no kind “{name}”; the kinds are: {known}")
NEAREST_KIND = _("there is no kind “{name}”; did you mean “{suggestion}”?")
NO_ID = _("no id can be made from “{name}”; give one with --id")
BAD_ID = _("“{id}” cannot be an id: use lower-case letters a–z, digits and single hyphens, up to 80 characters")
NO_SUCH_LOCALE = _("the site has no language “{name}”; its languages are: {known}")
EXISTS = _("{path} is there already; nothing was changed")
WRITTEN = _("written: {path}")
GO_ON = _("Fill in the fields, write the text below them, then run: {command}")


@click.command("new", help=_('Write the files of a new entry, such as: new product "Name of the product"'))
@click.argument("kind")
@click.argument("name")
@click.option("--id", "wanted", default="", metavar="ID", help=_("Its folder; without it, made from the name."))
@click.option(
    "--locale",
    default="",
    metavar="CODE",
    help=_("The language in which it is first written."),
)
@click.pass_obj
def command(tool: Tool, kind: str, name: str, wanted: str, locale: str) -> int:
    """Write the files of a new entry."""
    settings = read_settings(tool.root)
    files = new_files(
        tool, settings, kind_named(kind), normalised(name).strip(), wanted, locale or settings.default_locale
    )
    for path, text in files.items():
        (tool.root / path).parent.mkdir(parents=True, exist_ok=True)
        with (tool.root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        click.echo(filled(tool.say(WRITTEN), {"path": path.as_posix()}))
    click.echo(filled(tool.say(GO_ON), {"command": "python build.py check"}))
    return 0


def kind_named(name: str) -> Kind:
    """The kind of that name, `product` or `products`."""
    names = {each.word: each for each in KINDS.values()} | dict(KINDS)
    if name in names:
        return names[name]
    words = [each.word for each in KINDS.values()]
    near = suggestion(name, names)
    raise RefusalError(NEAREST_KIND if near else NO_SUCH_KIND, {"name": name, "known": ", ".join(words)} | near)


def new_files(tool: Tool, settings: Settings, kind: Kind, name: str, wanted: str, locale: str) -> dict[Path, str]:
    """The files of the entry by their paths from the root: its source and a translation for each other language."""
    if locale not in settings.codes:
        raise RefusalError(NO_SUCH_LOCALE, {"name": locale, "known": ", ".join(settings.codes)})
    folder = Path("content", kind.folder, entry_id(name, wanted, locale))
    if (tool.root / folder).exists():
        raise RefusalError(EXISTS, {"path": folder.as_posix()})
    default = settings.default_locale
    texts = {locale: source_text(kind, name, locale, default, tool.say)}
    texts |= {other: translation_text(kind, locale, default, tool.say) for other in settings.codes if other != locale}
    return {folder / f"index.{code}.md": text for code, text in texts.items()}


def entry_id(name: str, wanted: str, locale: str) -> str:
    """The id that is wanted, else one made from the name."""
    made = wanted or slug(name, locale)
    if not made:
        raise RefusalError(NO_ID, {"name": name})
    if len(made) > 80 or not re.fullmatch(ID_PATTERN, made):
        raise RefusalError(BAD_ID, {"id": made})
    return made
