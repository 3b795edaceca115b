"""The kinds of entry become docs/kinds.md: every field with its value, its meaning and an example."""

from collections.abc import Iterable, Iterator

from pydantic.fields import FieldInfo

from showcase.authoring.schema import parts_of
from showcase.commands.problems_page import escaped
from showcase.commands.type_words import part_name, value_words
from showcase.editing.yaml_text import flow
from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Model, Shape, shapes

START = """# Kinds of entry

<!-- Written by `python build.py docs` from showcase/kinds/. -->

An entry is a folder: `content/<kind>/<id>/index.<language>.md`, with its pictures beside the text. The file in the
language in which the entry was first written holds all its fields. A translation holds only those marked *translated*;
in a list it repeats the `id` of each item and gives its texts. Every value is written as text: dates as 2025-03-05,
numbers in digits only.
"""
SHARED = "## Fields of every entry\n"
PARTS = "## Parts\n\nGroups of fields that stand inside others.\n"
HEADER = "| field | on the page | value | what it holds | example |\n| --- | --- | --- | --- | --- |"


def kinds_page(kinds: tuple[Kind, ...]) -> str:
    """The page: the fields that all kinds share, each kind's own, then the parts they are made of."""
    blocks = [START, SHARED, fields_table(Entry, tuple(Entry.model_fields)), *(section(kind) for kind in kinds), PARTS]
    blocks += [part_section(part) for part in parts_of(kind.model for kind in kinds)]
    return "\n".join(block.rstrip("\n") + "\n" for block in blocks)


def section(kind: Kind) -> str:
    """What the page says of one kind."""
    own = tuple(name for name in kind.model.model_fields if name not in Entry.model_fields)
    start = [f"## {kind.many.text}", "", kind.intro.text, ""]
    begin = f'To begin one: `python build.py new {kind.word} "…"`.'
    place = f"Folder: `content/{kind.folder}/`. {begin} In a text: `[[{kind.word}:id]]`."
    body = fields_table(kind.model, own) if own else "It has the fields of every entry only."
    return "\n".join([*start, place, "", body])


def part_section(part: type[Model]) -> str:
    """What the page says of a part."""
    about = (part.__doc__ or "").strip()
    return "\n".join([f"### {part_name(part)}", "", about, "", fields_table(part, tuple(part.model_fields))])


def fields_table(model: type[Model], names: Iterable[str]) -> str:
    """A row for each field."""
    rows = [row(name, model.model_fields[name], shapes(model)[name]) for name in names]
    return "\n".join([HEADER, *rows]) + "\n"


def row(name: str, info: FieldInfo, shape: Shape) -> str:
    """One field in a line."""
    marks = ", ".join(value_words(info, shape))
    cells = [
        f"`{name}`",
        escaped(info.title or ""),
        marks,
        escaped(info.description or ""),
        " or ".join(examples(info)),
    ]
    return f"| {' | '.join(cells)} |"


def examples(info: FieldInfo) -> Iterator[str]:
    """The examples as they stand in a file."""
    for example in info.examples or ():
        if example != "…":
            yield f"`{flow(example)}`".replace("|", "\\|")
