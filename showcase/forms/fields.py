"""The fields of a kind become the fields of a form, as Sveltia CMS is told of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic.fields import FieldInfo

from showcase.authoring.value_schema import PARTIAL, REGISTERS, example_of
from showcase.authoring.words import Words
from showcase.codes import BAD_DATE, BAD_PATTERN, _
from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Choice, Model, Reference, Shape, Translatable, is_translated, shapes
from showcase.kinds.order import field_order, part_order
from showcase.kinds.parts import Evidence, Picture
from showcase.kinds.value_types import bounds, given, is_long, value_type
from showcase.kinds.values import ADDRESS_PATTERN, ID_PATTERN

Field = dict[str, Any]

TEXT = _("Text")
ABOUT_TEXT = _("The text of the page, in Markdown. Without it the page shows the fields alone.")
# A form shows these last: what they ask is settled when all else stands.
LAST = ("related", "contact", "slug", "aliases", "draft", "publish_on", "expires_on", "updated", "review_by")
# What the text of the page is called in the form: some kinds have a field named `body`.
BODY = "page_text"
SOURCE_LOCALE = "source_locale"


@dataclass(frozen=True, slots=True)
class Form:
    """What the fields are written with: the words, and the languages, that of the first texts first.

    Where translations are `aligned` with their sources, the editor may keep the items of all languages in step: it
    pairs them by their places. Elsewhere each language has items of its own, told by their ids.
    """

    words: Words
    locales: tuple[str, ...]
    aligned: bool

    def fields(self, kind: Kind) -> list[Field]:
        """The form of a kind, with the text of the page where most is said of what it is."""
        names = [name for name in field_order(kind.model) if name != SOURCE_LOCALE]
        first = [name for name in names if name not in LAST]
        made = {name: self.field(name, kind.model, names) for name in names}
        kept = {"name": SOURCE_LOCALE, "widget": "hidden", "i18n": "duplicate"}
        return [kept, *(made[name] for name in first), self.body(), *(made[name] for name in LAST if name in made)]

    def body(self) -> Field:
        """The text below the fields."""
        say = self.words.say
        about = {"label": say(TEXT), "hint": say(ABOUT_TEXT)}
        return {"name": BODY, "widget": "text", "required": False, "i18n": True, **about}

    def field(self, name: str, model: type[Model], names: list[str] | None = None) -> Field:
        """One field of a form."""
        info, shape = model.model_fields[name], shapes(model)[name]
        said = {"name": name, "label": self.words.title(info, name), "hint": self.words.description(info)}
        asked = {"required": self.required(info, shape), "i18n": self.i18n(name, shape)}
        return {**said, **asked, **self.widget(name, model, names or [])}

    def i18n(self, name: str, shape: Shape) -> bool | str:
        """Whether each language has its own: texts, and the groups with texts. A fact stands in the first alone."""
        if name == "id" or (shape.model is not None and is_translated(shape)):
            return "duplicate" if self.aligned else True
        return is_translated(shape)

    def required(self, info: FieldInfo, shape: Shape) -> bool | list[str]:
        """Whether the field must be filled in; a text must be in the first language alone."""
        translated = shape.mark(Translatable) is not None
        return list(self.locales[:1]) if info.is_required() and translated else info.is_required()

    def widget(self, name: str, model: type[Model], names: list[str]) -> Field:
        """With what the field is filled in."""
        info, shape = model.model_fields[name], shapes(model)[name]
        if shape.holds == "mapping":
            return self.by_name(names, model)
        if shape.model is not None and shape.holds == "many":
            return self.records(shape.model)
        if shape.model is not None:
            return {"widget": "object", "collapsed": "auto", "fields": self.parts(shape.model)}
        one = self.value(info, shape)
        if shape.holds == "one":
            return one
        return {**one, "multiple": True} if one["widget"] in ("select", "relation") else {"widget": "list"}

    def records(self, part: type[Model]) -> Field:
        """A list of groups, folded up under what each says."""
        fields = self.parts(part)
        shown = next(
            (each for each in ("title", "name", "text", "who", "alt", "year") if each in part.model_fields), ""
        )
        first = shown or next(iter(part.model_fields))
        picture = {"thumbnail": "file"} if part is Picture else {}
        return {
            "widget": "list",
            "collapsed": "auto",
            "summary": f"{{{{fields.{first}}}}}",
            **picture,
            "fields": fields,
        }

    def parts(self, part: type[Model]) -> list[Field]:
        """The fields of a group: its id, what it says, then what that rests on."""
        return [self.field(name, part) for name in part_order(part)]

    def by_name(self, names: list[str], model: type[Model]) -> Field:
        """Groups for fields of the entry: each of them may be added."""
        known = [name for name in names if rests_on_something(name)]
        fields = [
            {
                "name": name,
                "label": self.words.title(model.model_fields[name], name),
                "widget": "object",
                "required": False,
                "i18n": "duplicate" if self.aligned else True,
                "collapsed": "auto",
                "fields": self.parts(Evidence),
            }
            for name in known
        ]
        return {"widget": "object", "collapsed": True, "fields": fields}

    def value(self, info: FieldInfo, shape: Shape) -> Field:
        """With what a single value is filled in."""
        choice, reference, kind = shape.mark(Choice), shape.mark(Reference), value_type(shape)
        if choice:
            return {
                "widget": "select",
                "options": labelled((self.words.name(name), value) for value, name in choice.names),
            }
        if reference:
            return entry_picker(reference)
        if kind in REGISTERS:
            return {"widget": "select", "options": kind}
        if kind in WIDGETS:
            return WIDGETS[kind](info, shape, self.words)
        return text(info, shape, self.words)


def rests_on_something(name: str) -> bool:
    """Whether the form asks for evidence for the field: what all entries share needs none."""
    return name not in Entry.model_fields or name in ("title", "tagline", "summary", "contact")


def labelled(options: Iterable[tuple[str, str]]) -> list[Field]:
    """A list to choose from: labels with their values."""
    return [{"label": label, "value": value} for label, value in options]


def entry_picker(reference: Reference) -> Field:
    """A choice of entries by their titles: of one kind by their ids, of several by kind and id."""
    if len(reference.kinds) > 1:
        return {"widget": "select", "options": "/".join(reference.kinds)}
    shown = {"display_fields": ["title"], "search_fields": ["title"], "dropdown_threshold": 0}
    return {"widget": "relation", "collection": reference.kinds[0], "value_field": "{{slug}}", **shown}


def text(info: FieldInfo, shape: Shape, words: Words) -> Field:
    """A text, short or of several lines, with its longest length and its form."""
    limits = bounds(shape)
    lengths = given(maxlength=limits.longest)
    if limits.patterns:
        return {"widget": "string", "pattern": _pattern(limits.patterns[-1], info, words), **lengths}
    return {"widget": "text" if is_long(shape) else "string", **lengths}


def _pattern(form: str, info: FieldInfo, words: Words) -> list[str]:
    return [form, words.say(BAD_PATTERN.remedy).replace("{example}", example_of(info))]


def _number(info: FieldInfo, shape: Shape, words: Words) -> Field:  # noqa: ARG001 - one signature for all
    limits = bounds(shape)
    kind = "int" if value_type(shape) == "whole" else "float/string"
    least = float(limits.least) if limits.least is not None else None
    most = float(limits.most) if limits.most is not None else None
    return {"widget": "number", "value_type": kind, **given(min=least, max=most)}


def _day(info: FieldInfo, shape: Shape, words: Words) -> Field:  # noqa: ARG001
    return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "picker_utc": False}


def _partial(info: FieldInfo, shape: Shape, words: Words) -> Field:  # noqa: ARG001
    message = words.say(BAD_DATE.remedy).replace("{less}", ", 2025-03, 2025")
    return {"widget": "string", "pattern": [PARTIAL, message]}


def _id(info: FieldInfo, shape: Shape, words: Words) -> Field:  # noqa: ARG001
    return {"widget": "string", "pattern": _pattern(f"^{ID_PATTERN}$", info, words), "maxlength": 80}


def _flag(info: FieldInfo, shape: Shape, words: Words) -> Field:  # noqa: ARG001
    return {"widget": "boolean", "default": bool(info.default), "required": False}


def _address(info: FieldInfo, shape: Shape, words: Words) -> Field:
    form = (*bounds(shape).patterns, f"^{ADDRESS_PATTERN}$")
    message = words.say(BAD_PATTERN.remedy).replace("{example}", example_of(info))
    return {"widget": "string", "pattern": [form[-1] if len(form) == 1 else '^https://[^\\s"<>]+$', message]}


def _file(info: FieldInfo, shape: Shape, words: Words) -> Field:  # noqa: ARG001
    return {"widget": "image", "choose_url": False, "accept": "image/jpeg,image/png,image/webp,image/avif"}


WIDGETS: Mapping[str, Callable[[FieldInfo, Shape, Words], Field]] = MappingProxyType(
    {
        "id": _id,
        "slug": _id,
        "source": _id,
        "whole": _number,
        "amount": _number,
        "measure": _number,
        "day": _day,
        "partial": _partial,
        "flag": _flag,
        "address": _address,
        "file": _file,
    }
)
