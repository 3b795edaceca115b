"""A kind of entry becomes front matter to fill in: required fields empty, the others as comments with an example."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from showcase.codes import _
from showcase.commands.yaml_text import flow, yaml_lines, yaml_text
from showcase.kinds.entry import Kind
from showcase.kinds.model import Choice, Model, Shape, Translatable, is_translated, shapes
from showcase.reporting.sentences import filled
from showcase.reporting.words import Say

FILL_IN = _("Fill in the fields that stand here. To use one of the others, take away the # before it.")
TRANSLATE = _("Translate the texts of {source}. To use one of the others, take away the # before it.")
ONE_OF = _("One of: {choices}")
EXAMPLE = _("Example: {example}")
MORE_FIELDS = _("Further fields: {fields}; docs/kinds.md describes them.")


def source_text(kind: Kind, title: str, locale: str, default_locale: str, say: Say) -> str:
    """The file in which an entry is first written."""
    known = {"title": title} | ({"source_locale": locale} if locale != default_locale else {})
    lines = [f"# {say(FILL_IN)}", *_fields(kind.model, known, say, translation=False)]
    return _file(lines)


def translation_text(kind: Kind, locale: str, default_locale: str, say: Say) -> str:
    """The file of a translation: the texts alone."""
    known = {"source_locale": locale} if locale != default_locale else {}
    start = filled(say(TRANSLATE), {"source": f"index.{locale}.md"})
    return _file([f"# {start}", *_fields(kind.model, known, say, translation=True)])


def _file(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in ["---", *lines, "---"])


def _fields(model: type[Model], known: Mapping[str, str], say: Say, *, translation: bool) -> Iterator[str]:
    """The lines of each field, those to be filled in first: what it holds, then the field itself."""
    if "source_locale" in known:
        yield f"source_locale: {known['source_locale']}"
    shown = {name: shape for name, shape in shapes(model).items() if can_be_translated(shape) or not translation}
    asked = [name for name, shape in shown.items() if _is_asked(model.model_fields[name], shape, translation)]
    for name in (*asked, *(name for name in shown if name not in asked and name != "source_locale")):
        info, shape = model.model_fields[name], shown[name]
        yield ""
        yield from (
            f"# {line}" for line in _explanation(info, shape, say, asked=name in asked, translation=translation)
        )
        if name in asked:
            yield f"{name}: {yaml_text(known[name])}" if name in known else f"{name}:"
        else:
            yield from (f"#{line}" for line in yaml_lines({name: example_of(info, shape, translation)}))


def can_be_translated(shape: Shape) -> bool:
    """Whether a translation may give the field: of a list, only items that have an id can be found again."""
    lost = shape.model is not None and shape.holds == "many" and "id" not in shape.model.model_fields
    return is_translated(shape) and not lost


def _is_asked(info: FieldInfo, shape: Shape, translation: bool) -> bool:
    """Whether the field is left open for the writer: what the entry cannot be without; in a translation, its prose."""
    mark = shape.mark(Translatable)
    return info.is_required() and (not translation or (mark is not None and mark.prose))


def _explanation(info: FieldInfo, shape: Shape, say: Say, *, asked: bool, translation: bool) -> Iterator[str]:
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
