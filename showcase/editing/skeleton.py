"""A new entry becomes a file to fill in: what is given stands there, what is needed is open, the rest is a comment."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic.fields import FieldInfo

from showcase.codes import _
from showcase.editing.passages import is_open, passage_lines, passages
from showcase.editing.writer import FENCE, Languages, entry_text, file_text, filled_in, ordered, stated_locale
from showcase.editing.yaml_text import flow, yaml_lines
from showcase.kinds.entry import Kind
from showcase.kinds.model import Choice, Model, Shape, Translatable, is_translated, shapes, translation_model
from showcase.kinds.order import field_order
from showcase.reporting.sentences import filled
from showcase.reporting.words import Say

FILL_IN = _("Fill in the fields that stand here. To use one of the others, take away the # before it.")
TRANSLATE = _("Translate the texts of {source}. To use one of the others, take away the # before it.")
TEXT_BELOW = _("Below the second --- stands the text, in Markdown. In {source} it says:")
ONE_OF = _("One of: {choices}")
EXAMPLE = _("Example: {example}")
MORE_FIELDS = _("Further fields: {fields}; docs/kinds.md describes them.")

Values = Mapping[str, Any]


def source_text(kind: Kind, values: Values, languages: Languages, say: Say, body: str = "") -> str:
    """The file in which an entry is first written: one that lacks nothing needs no explanations."""
    given = ordered(filled_in(values, kind.model), kind.model)
    if all(name in given for name, info in kind.model.model_fields.items() if info.is_required()):
        return entry_text(kind, given, languages, body)
    shown = {name: shapes(kind.model)[name] for name in field_order(kind.model) if name != "source_locale"}
    asked = [name for name in shown if kind.model.model_fields[name].is_required() or name in given]
    lines = [f"# {say(FILL_IN)}", *yaml_lines(stated_locale(languages))]
    for name in (*asked, *(name for name in shown if name not in asked)):
        info, shape = kind.model.model_fields[name], shown[name]
        lines += ["", *(f"# {line}" for line in _explanation(info, shape, say, asked=name in asked))]
        lines += _opened(name, given) if name in asked else _commented(name, info, shape, translation=False)
    return _with_lines(lines, body)


def translation_text(
    kind: Kind, source: Values, given: Values, languages: Languages, say: Say, bodies: tuple[str, str] = ("", "")
) -> str:
    """The file of a translation: each text of the source that is not translated yet is open, its source above it.

    `bodies` are the text below the fields in the source, and its translation.
    """
    own, theirs = filled_in(given, translation_model(kind.model)), filled_in(source, kind.model)
    made = passages(kind.model, ordered(theirs, kind.model), own)
    lacking = [name for name in _needed_texts(kind.model) if name not in theirs and name not in own]
    if not (is_open(made) or lacking or (bodies[0].strip() and not bodies[1].strip())):
        return entry_text(kind, own, languages, bodies[1])
    known = shapes(kind.model)
    texts = {name: known[name] for name in field_order(kind.model) if can_be_translated(known[name])}
    first = [name for name in texts if name in made or name in own or name in lacking]
    start = filled(say(TRANSLATE), {"source": f"index.{languages.source}.md"})
    lines = [f"# {start}", *yaml_lines(stated_locale(languages))]
    for name in (*first, *(name for name in texts if name not in first)):
        info, shape = kind.model.model_fields[name], texts[name]
        lines += ["", *(f"# {line}" for line in _explanation(info, shape, say, asked=name in first, translation=True))]
        if name in made:
            lines += passage_lines({name: made[name]}, languages.source)
        else:
            lines += _opened(name, own) if name in first else _commented(name, info, shape, translation=True)
    return _with_lines([*lines, *_quoted_body(bodies, languages, say)], bodies[1])


def asks_for_more(text: str) -> bool:
    """Whether the file begins with what to do: something in it is still to be filled in."""
    return text.startswith(f"{FENCE}# ")


def _needed_texts(model: type[Model]) -> list[str]:
    """The prose that every translation has."""
    marks = {name: shape.mark(Translatable) for name, shape in shapes(model).items()}
    return [name for name, mark in marks.items() if mark and mark.prose and model.model_fields[name].is_required()]


def _with_lines(lines: Sequence[str], body: str) -> str:
    """The file with these lines as its front matter."""
    return file_text({}, body).replace(FENCE, "".join(f"{line}\n" for line in ["---", *lines]), 1)


def _opened(name: str, given: Values) -> list[str]:
    """The field with its value, or without one where it is still to be written."""
    return list(yaml_lines({name: given[name]})) if name in given else [f"{name}:"]


def _commented(name: str, info: FieldInfo, shape: Shape, *, translation: bool) -> list[str]:
    return [f"#{line}" for line in yaml_lines({name: example_of(info, shape, translation)})]


def _quoted_body(bodies: tuple[str, str], languages: Languages, say: Say) -> list[str]:
    """The text below the fields of the source, where it is still to be translated."""
    if not bodies[0].strip() or bodies[1].strip():
        return []
    start = filled(say(TEXT_BELOW), {"source": f"index.{languages.source}.md"})
    return ["", f"# {start}", *(f"# {line}".rstrip() for line in bodies[0].strip().split("\n"))]


def can_be_translated(shape: Shape) -> bool:
    """Whether a translation may give the field: of a list, only items that have an id can be found again."""
    lost = shape.model is not None and shape.holds == "many" and "id" not in shape.model.model_fields
    return is_translated(shape) and not lost


def _explanation(info: FieldInfo, shape: Shape, say: Say, *, asked: bool, translation: bool = False) -> Iterator[str]:
    yield say(info.description or "")
    choice = shape.mark(Choice)
    if choice:
        yield filled(say(ONE_OF), {"choices": ", ".join(value for value, _ in choice.names)})
    elif asked and info.examples and info.examples[0] != "…":
        yield filled(say(EXAMPLE), {"example": flow(info.examples[0])})
    optional = (
        [name for name, inner in shape.model.model_fields.items() if not inner.is_required()] if shape.model else []
    )
    if optional and not translation:
        yield filled(say(MORE_FIELDS), {"fields": ", ".join(optional)})


def example_of(info: FieldInfo, shape: Shape, translation: bool) -> Any:
    """A value that the field could have; of a part, the fields it cannot be without, or those that are translated."""
    own: Any = info.examples[0] if info.examples else ""
    if shape.model is None:
        return own
    given, name = own[0] if isinstance(own, list) else own, ""
    if shape.holds == "mapping":
        name, given = next(iter(own.items()))
    names = _texts(shape.model) if translation else _needed(shape.model, given)
    value = {each: example_of(shape.model.model_fields[each], shapes(shape.model)[each], translation) for each in names}
    value |= {} if translation else given
    return {"many": [value], "mapping": {name: value}, "one": value}[shape.holds]


def _needed(model: type[Model], given: Mapping[str, Any]) -> list[str]:
    """The fields a part cannot be without, and those of its own example; its id first."""
    names = [name for name, info in model.model_fields.items() if info.is_required() or name in given]
    return sorted(names, key=lambda name: name != "id")


def _texts(model: type[Model]) -> list[str]:
    """What a translation gives of a part: its id and the texts it cannot be without, or else all of its texts."""
    texts = [name for name, shape in shapes(model).items() if can_be_translated(shape)]
    needed = [name for name in texts if model.model_fields[name].is_required()]
    return [*(["id"] if "id" in model.model_fields else []), *(needed or texts)]
