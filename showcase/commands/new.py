"""`new`: a kind, a name and what else is known become the files of an entry, in every language of the site."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

from showcase.codes import _
from showcase.commands.asking import BAD_ID, asked_entry, asked_kind, asking
from showcase.commands.tool import PROGRAM, RefusalError, Tool
from showcase.editing.answers import BODY, nested, value_problems
from showcase.editing.plans import NewEntry, NewPicture, files_of
from showcase.editing.skeleton import asks_for_more
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.model import translation_model
from showcase.kinds.values import ID_PATTERN
from showcase.language.slugs import slug
from showcase.language.text import normalised
from showcase.problems import ContentError, Place, Problem, suggestion
from showcase.reading.configuration import read_settings
from showcase.reporting.sentences import filled
from showcase.settings import Settings

NO_SUCH_KIND = _("there is no kind “{name}”; the kinds are: {known}")
NEAREST_KIND = _("there is no kind “{name}”; did you mean “{suggestion}”?")
NO_ID = _("no id can be made from “{name}”; give one with --id")
NO_SUCH_LOCALE = _("the site has no language “{name}”; its languages are: {known}")
EXISTS = _("{path} is there already; nothing was changed")
NO_VALUE = _("“{text}” gives no field a value; write --set field=value, such as --set maker=misa")
NO_PICTURE = _("“{name}” describes a picture; name the picture first, with --picture FILE")
WRITTEN = _("written: {path}")
FILL_IN = _("Fill in the fields, write the text below them, then run: {command}")
WRITE = _("Write the text below the fields, then run: {command}")
LOOK = _("Nothing is left open. Read it once more, then run: {command}")

PICTURE_TEXTS = ("alt", "caption")
FIELDS = frozenset({BODY, *PICTURE_TEXTS, *(name for kind in KINDS.values() for name in kind.model.model_fields)})
OWN_OPTION = re.compile(r"--(?P<field>[a-z_.-]+?)-(?P<locale>[a-z]{2,3})(?:=(?P<value>.*))?", re.DOTALL)


class Spoken(click.Command):
    """A command in which `--title-en VALUE` stands for `--set title@en=VALUE`, whatever the language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, once texts of a language are told as fields."""
        return super().parse_args(ctx, list(told(args)))


def told(args: Sequence[str]) -> Iterator[str]:
    """The arguments with each option that names a field and a language written as `--set field@language=value`."""
    waiting = iter(args)
    for each in waiting:
        option = OWN_OPTION.fullmatch(each)
        field = option["field"].replace("-", "_") if option else ""
        if option is None or field not in FIELDS:
            yield each
            continue
        value = option["value"] if option["value"] is not None else next(waiting, None)
        yield from ([each] if value is None else ["--set", f"{field}@{option['locale']}={value}"])


@click.command(
    "new",
    cls=Spoken,
    help=_(
        'Write the files of a new entry, such as: new product "Name of the product". The texts of a language are given '
        "as --title-en, --summary-en or --body-vi, those of a picture as --alt-vi and --alt-en, after its --picture."
    ),
)
@click.argument("kind", default="")
@click.argument("name", default="")
@click.option("--id", "id_", default="", metavar="ID", help=_("Its folder; without it, made from the name."))
@click.option(
    "--locale",
    default="",
    metavar="CODE",
    help=_("The language in which it is first written."),
)
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=VALUE",
    help=_("The value of a field: maker=misa, platforms=web,ios, price.amount=1250000, title@en=Kitchen book."),
)
@click.option(
    "--picture",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path, resolve_path=True),
    metavar="FILE",
    help=_("A picture to copy beside the text: turned upright, made smaller, without hidden data."),
)
@click.option(
    "--ask/--no-ask", default=None, help=_("Ask for what is not given, or do not; without either: in a terminal.")
)
@click.pass_obj
def command(tool: Tool, /, kind: str, name: str, ask: bool | None, **wanted: Any) -> int:
    """Write the files of a new entry; in a terminal, ask for what is not given."""
    settings = read_settings(tool.root)
    source = known_locale(settings, wanted["locale"] or settings.default_locale)
    asks = sys.stdin.isatty() and sys.stdout.isatty() if ask is None else ask
    conversation = asking(tool, settings, source) if asks else None
    made = kind_named(kind or (asked_kind(conversation) if conversation else missing("KIND")))
    title = normalised(name).strip() or ("" if conversation else missing("NAME"))
    values, pictures = values_of(made, settings, source, wanted["given"], wanted["files"])
    values[source] = {"title": title} | values[source]
    refuse_bad(tool.root, made, source, {**values, source: {k: v for k, v in values[source].items() if v}})
    id_ = entry_id(title, wanted["id_"], source) if wanted["id_"] or not conversation else ""
    entry = NewEntry(made, id_, source, values, pictures)
    if id_:
        refuse_taken(tool.root, entry)
    entry = asked_entry(conversation, entry) if conversation else entry
    save(tool, entry, settings)
    return 0


def missing(argument: str) -> NoReturn:
    """Say that an argument is missing, which nobody can be asked for."""
    context = click.get_current_context()
    parameter = next(each for each in context.command.params if each.human_readable_name == argument)
    raise click.MissingParameter(ctx=context, param=parameter)


def refuse_taken(root: Path, entry: NewEntry) -> Path:
    """The folder of the entry, if there is none yet."""
    folder = Path("content", entry.kind.folder, entry.id)
    if (root / folder).exists():
        raise RefusalError(EXISTS, {"path": folder.as_posix()})
    return folder


def save(tool: Tool, entry: NewEntry, settings: Settings) -> None:
    """Write the files of the entry, or none of them."""
    folder = refuse_taken(tool.root, entry)
    files = files_of(entry, settings.codes, settings.default_locale, tool.say)
    (tool.root / folder).mkdir(parents=True)
    for path, data in files.items():
        (tool.root / path).write_bytes(data)
        click.echo(filled(tool.say(WRITTEN), {"path": path.as_posix()}))
    texts = [data.decode() for path, data in files.items() if path.suffix == ".md"]
    click.echo(filled(tool.say(next_step(texts)), {"command": f"{PROGRAM} check"}))


def next_step(texts: Iterable[str]) -> str:
    """What somebody has to do in new files, before they are checked."""
    halves = [text.partition("\n---\n") for text in texts]
    if any(asks_for_more(front) for front, _fence, _body in halves):
        return FILL_IN
    return LOOK if all(body.strip() for _front, _fence, body in halves) else WRITE


def kind_named(name: str) -> Kind:
    """The kind of that name, `product` or `products`."""
    names = {each.word: each for each in KINDS.values()} | dict(KINDS)
    if name in names:
        return names[name]
    words = [each.word for each in KINDS.values()]
    near = suggestion(name, names)
    raise RefusalError(NEAREST_KIND if near else NO_SUCH_KIND, {"name": name, "known": ", ".join(words)} | near)


def known_locale(settings: Settings, locale: str) -> str:
    """The language, if the site has it."""
    if locale not in settings.codes:
        raise RefusalError(NO_SUCH_LOCALE, {"name": locale, "known": ", ".join(settings.codes)})
    return locale


def entry_id(name: str, wanted: str, locale: str) -> str:
    """The id that is wanted, else one made from the name."""
    made = wanted or slug(name, locale)
    if not made:
        raise RefusalError(NO_ID, {"name": name})
    if len(made) > 80 or not re.fullmatch(ID_PATTERN, made):
        raise RefusalError(BAD_ID, {"id": made})
    return made


def values_of(
    kind: Kind, settings: Settings, source: str, given: Sequence[str], files: Sequence[Path]
) -> tuple[dict[str, dict[str, Any]], tuple[NewPicture, ...]]:
    """The fields by language, and the pictures with their texts: the first description is that of the first picture."""
    pairs = [pair_of(each, settings, source) for each in given]
    texts: dict[str, dict[str, list[str]]] = {}
    for name, locale, value in pairs:
        if name in PICTURE_TEXTS:
            texts.setdefault(locale, {}).setdefault(name, []).append(value)
            if len(texts[locale][name]) > len(files):
                raise RefusalError(NO_PICTURE, {"name": f"{name}@{locale}"})
    own = {
        locale: nested(
            [(name, value) for name, code, value in pairs if code == locale and name not in PICTURE_TEXTS],
            kind.model if locale == source else translation_model(kind.model),
            "--set",
        )
        for locale in settings.codes
    }
    return own, tuple(NewPicture(file, _texts_at(texts, number)) for number, file in enumerate(files))


def _texts_at(texts: Mapping[str, Mapping[str, Sequence[str]]], number: int) -> dict[str, dict[str, str]]:
    """The texts of one picture by language."""
    return {
        locale: {name: values[number] for name, values in own.items() if number < len(values)}
        for locale, own in texts.items()
    }


def pair_of(text: str, settings: Settings, source: str) -> tuple[str, str, str]:
    """Field, language and value of `field=value` or `field@language=value`."""
    name, equals, value = text.partition("=")
    field, _at, locale = name.strip().partition("@")
    if not (field and equals):
        raise RefusalError(NO_VALUE, {"text": text})
    return field, known_locale(settings, locale or source), normalised(value)


def refuse_bad(root: Path, kind: Kind, source: str, values: Mapping[str, Mapping[str, Any]]) -> None:
    """Stop with everything that is wrong with the values, before anything is written."""

    def ids(folder: str) -> Iterator[str]:
        return (path.name for path in (root / "content" / folder).glob("*/"))

    found: list[Problem] = []
    for locale, own in values.items():
        fields = {name: value for name, value in own.items() if name != BODY}
        option = partial(_option, end="" if locale == source else f"@{locale}")
        found += value_problems(kind, fields, "" if locale == source else f"index.{source}.md", ids, option)
    if found:
        raise ContentError(*found)


def _option(name: str, end: str) -> Place:
    """The option with which a field was given."""
    return Place(f"--set {name}{end}")
