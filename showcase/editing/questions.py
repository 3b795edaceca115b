"""A kind becomes the questions that an editor is asked about a new entry of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from babel import Locale
from pydantic.fields import FieldInfo

from showcase.codes import _
from showcase.editing.names import Option, entry_options
from showcase.kinds.entry import Kind
from showcase.kinds.model import Choice, Message, Model, Named, Reference, Shape, Translatable, shapes
from showcase.kinds.order import field_order

# The words of the interface in the editor's language.
Word = Callable[[Message], str]

YES = _("yes")
NO = _("no")
ASKED_OF_ALL = ("tagline",)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: a field with its word, what it holds, an example, and the values among which to choose."""

    field: str
    word: str
    text: str
    example: str
    options: tuple[Option, ...]
    is_many: bool
    is_required: bool


@dataclass(frozen=True, slots=True)
class Asker:
    """What questions are made from: the project, the languages in the order of the editor's liking, and words."""

    root: Path
    locales: tuple[str, ...]
    language: str
    word: Word
    say: Callable[[str], str]


def questions(kind: Kind, asker: Asker) -> tuple[Question, ...]:
    """The questions about an entry in its source language: what it cannot be without, and what its label shows."""
    known = shapes(kind.model)
    wanted = {name for name, info in kind.model.model_fields.items() if info.is_required()}
    wanted |= {*ASKED_OF_ALL, *kind.label}
    names = [name for name in field_order(kind.model) if name in wanted and name != "title"]
    return tuple(question(kind.model, name, asker) for name in names if known[name].model is None)


def translated_questions(kind: Kind, given: Sequence[str], asker: Asker) -> tuple[Question, ...]:
    """The questions about a translation: the texts that the source gives."""
    marks = {name: shape.mark(Translatable) for name, shape in shapes(kind.model).items() if shape.model is None}
    prose = [name for name, mark in marks.items() if mark is not None and mark.prose and name in given]
    return tuple(question(kind.model, name, asker) for name in field_order(kind.model) if name in prose)


def question(model: type[Model], name: str, asker: Asker) -> Question:
    """The question about one field."""
    info, shape = model.model_fields[name], shapes(model)[name]
    context = info.json_schema_extra["context"] if isinstance(info.json_schema_extra, dict) else ""
    return Question(
        field=name,
        word=asker.word(Message(str(context), info.title or name)),
        text=asker.say(info.description or ""),
        example=example(info),
        options=tuple(options(info, shape, asker)),
        is_many=shape.holds == "many",
        is_required=info.is_required(),
    )


def example(info: FieldInfo) -> str:
    """The first example as somebody would type it."""
    own: Any = info.examples[0] if info.examples else ""
    return ", ".join(map(str, own)) if isinstance(own, list) else "" if own == "…" else str(own)


def options(info: FieldInfo, shape: Shape, asker: Asker) -> Iterator[Option]:
    """The values among which the field's is: entries, choices, countries, languages, yes or no."""
    if choice := shape.mark(Choice):
        yield from (Option(value, asker.word(message)) for value, message in choice.names)
    elif reference := shape.mark(Reference):
        prefixes = {folder: f"{folder}/" if len(reference.kinds) > 1 else "" for folder in reference.kinds}
        for folder, prefix in prefixes.items():
            found = entry_options(asker.root, folder, asker.locales)
            yield from (replace(each, value=f"{prefix}{each.value}") for each in found)
    elif named := shape.mark(Named):
        register = Locale(asker.language).territories if named.register == "territory" else None
        yield from coded(register if register is not None else Locale(asker.language).languages, named.register)
    elif isinstance(info.default, bool):
        yield from (Option("true", asker.say(YES)), Option("false", asker.say(NO)))


def coded(names: Any, register: str) -> Iterator[Option]:
    """The codes of countries or languages with their names, as CLDR gives them."""
    for code in sorted(names):
        if (register == "territory" and len(code) == 2 and code.isalpha()) or (
            register == "language" and len(code) == 2
        ):
            yield Option(code, names[code])
