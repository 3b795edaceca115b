"""`new` in a terminal: what the command line leaves open is asked for, field by field."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from prompt_toolkit import PromptSession

from showcase.codes import _
from showcase.commands.site_words import site_words
from showcase.commands.tool import Tool
from showcase.editing.answers import BODY, value_of, value_problems
from showcase.editing.interview import Complaint, Interview, expanded
from showcase.editing.names import Option, entry_ids
from showcase.editing.pictures import picture_file
from showcase.editing.plans import NewEntry, NewPicture
from showcase.editing.questions import Asker, Question, question, questions, translated_questions
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, shapes
from showcase.kinds.parts import Picture, Source
from showcase.kinds.values import ID_PATTERN
from showcase.language.slugs import slug
from showcase.language.text import normalised
from showcase.problems import ContentError, Place, Problem
from showcase.reading.document import Spot
from showcase.reading.validation import validated
from showcase.reporting.sentences import filled, said
from showcase.settings import Settings

WHICH_KIND = _("What sort of entry is it?")
ITS_NAME = _("What is it called?")
ITS_FOLDER = _("Its folder, which is its id: other entries name it by this.")
BAD_ID = _("“{id}” cannot be an id: use lower-case letters a–z, digits and single hyphens, up to 80 characters")
EXISTS = _("{path} is there already; choose another id")
BODY_WORD = _("Text")
BODY_TEXT = _("The first paragraph of the text below the fields; the rest is easier to write in an editor program.")
SOURCE_TEXT = _("The address of a page or document that says so.")
WHICH_PICTURE = _("A picture: its file, or nothing")
NO_FILE = _("there is no file {path}")
IN_LANGUAGE = _("— In {language} —")
SOURCE_SAYS = _("{locale} says: {text}")
START = _("Enter leaves a field blank, Tab completes, Ctrl-C stops and writes nothing.")


@dataclass(frozen=True, slots=True)
class Asking:
    """The interview about one entry: the project, its settings, and the terminal."""

    tool: Tool
    settings: Settings
    interview: Interview
    asker: Asker
    source: str

    def complaint(self, kind: Kind, name: str, locale: str) -> Complaint:
        """What is wrong with an answer about a field of the entry."""
        file = "" if locale == self.source else f"index.{self.source}.md"
        ids = partial(entry_ids, self.tool.root)

        def wrong(text: str) -> str:
            try:
                value = value_of(normalised(text), shapes(kind.model).get(name), name)
            except ContentError as error:
                return self.sentence(error.problems)
            return self.sentence(value_problems(kind, {name: value}, file, ids, Place))

        return wrong

    def sentence(self, problems: tuple[Problem, ...]) -> str:
        """The first problem and what to do about it; nothing where there is none."""
        words = said(problems[0], self.tool.say) if problems else None
        return f"{words.message} – {words.hint}" if words else ""

    def answer(self, kind: Kind, asked: Question, locale: str) -> Any:
        """The value of a field, or nothing."""
        text = self.interview.ask(asked, self.complaint(kind, asked.field, locale))
        return value_of(normalised(text), shapes(kind.model).get(asked.field), asked.field) if text else ""

    def say(self, message: str, **fields: str) -> str:
        """A sentence in the editor's language."""
        return filled(self.tool.say(message), fields)


def asking(tool: Tool, settings: Settings, source: str) -> Asking:
    """The interview on the terminal of this process."""
    locales = (tool.language, *(code for code in settings.codes if code != tool.language))
    asker = Asker(tool.root, locales, tool.language, site_words(tool.root, tool.language), tool.say)
    return Asking(tool, settings, Interview(PromptSession(), tool.say), asker, source)


def asked_kind(asking: Asking) -> str:
    """The word of a kind."""
    options = tuple(Option(kind.word, asking.asker.word(kind.one)) for kind in KINDS.values())
    known = {option.value for option in options} | set(KINDS)
    asked = Question("kind", asking.say(WHICH_KIND), "", "", options, is_many=False, is_required=True)
    choices = ", ".join(option.value for option in options)
    return asking.interview.ask(replace(asked, example="product"), lambda text: "" if text in known else choices)


def asked_entry(asking: Asking, entry: NewEntry) -> NewEntry:
    """The entry with what is answered; what the command line gave already is not asked for again."""
    kind, source = entry.kind, asking.source
    values = {locale: dict(own) for locale, own in entry.values.items()}
    asking.tool.write(f"{asking.say(START)}\n")
    if not values[source].get("title"):
        title = replace(question(kind.model, "title", asking.asker), word=asking.say(ITS_NAME))
        values[source]["title"] = asking.answer(kind, title, source)
    id_ = entry.id or asked_id(asking, kind, str(values[source]["title"]))
    own = values[source]
    for each in questions(kind, asking.asker):
        if each.field not in own:
            own[each.field] = asking.answer(kind, each, source)
    if BODY not in own:
        own[BODY] = asking.interview.ask(body_question(asking), lambda _text: "")
    if "sources" not in own and (cited := asked_source(asking)):
        own["sources"] = [cited]
    pictures = (*entry.pictures, *asked_pictures(asking, id_))
    for locale in asking.settings.codes:
        if locale != source:
            ask_translation(asking, kind, values, locale)
    return replace(entry, id=id_, values=values, pictures=pictures)


def body_question(asking: Asking) -> Question:
    """The question about the text below the fields."""
    return Question(BODY, asking.say(BODY_WORD), asking.say(BODY_TEXT), "", (), is_many=False, is_required=False)


def asked_id(asking: Asking, kind: Kind, title: str) -> str:
    """An id that can be used and is not taken; what could be made of the name is offered."""

    def wrong(text: str) -> str:
        if len(text) > 80 or not re.fullmatch(ID_PATTERN, text):
            return asking.say(BAD_ID, id=text)
        path = f"content/{kind.folder}/{text}"
        return asking.say(EXISTS, path=path) if (asking.tool.root / path).exists() else ""

    offered = slug(title, asking.source)
    asked = Question("id", asking.say(ITS_FOLDER), "", offered, (), is_many=False, is_required=True)
    return asking.interview.ask(asked, wrong, default=offered) or offered


def asked_source(asking: Asking) -> dict[str, str]:
    """A source of what is said, or nothing."""
    answers: dict[str, str] = {}
    for name in ("url", "name", "kind"):
        asked = question(Source, name, asking.asker)
        asked = replace(asked, text=asking.say(SOURCE_TEXT)) if name == "url" else asked
        answers[name] = asking.interview.ask(asked, part_complaint(asking, Source, name))
        if not answers["url"]:
            return {}
    return {"id": slug(answers["name"], "vi") or "source", **answers}


def part_complaint(asking: Asking, model: type[Model], name: str) -> Complaint:
    """What is wrong with an answer about a field of a group."""
    here = Place(name)

    def wrong(text: str) -> str:
        _made, problems = validated(model, {name: normalised(text)}, {(name,): Spot(here, here)}, Place(""))
        return asking.sentence(tuple(each for each in problems if each.place == here))

    return wrong


def asked_pictures(asking: Asking, id_: str) -> Iterator[NewPicture]:
    """Pictures with their descriptions, until no more is named."""

    def wrong(text: str) -> str:
        file = expanded(text)
        if not file.is_file():
            return asking.say(NO_FILE, path=str(file))
        try:
            picture_file(file.resolve(), id_, ())
        except ContentError as error:
            return asking.sentence(error.problems)
        return ""

    while path := asking.interview.ask_for_file(f"\n{asking.say(WHICH_PICTURE)}", wrong):
        alt, wrong_alt = question(Picture, "alt", asking.asker), part_complaint(asking, Picture, "alt")
        texts = {
            locale: {"alt": asking.interview.ask(replace(alt, word=f"{alt.word}, {locale}"), wrong_alt)}
            for locale in (asking.source, *(code for code in asking.settings.codes if code != asking.source))
        }
        yield NewPicture(expanded(path).resolve(), texts)


def ask_translation(asking: Asking, kind: Kind, values: Mapping[str, dict[str, Any]], locale: str) -> None:
    """Add to the values what is answered about one translation; the source's text stands above each question."""
    source, own = values[asking.source], values[locale]
    name = next(each.name for each in asking.settings.locales if each.code == locale)
    asking.tool.write(f"\n{asking.say(IN_LANGUAGE, language=name)}\n")
    given = [field for field, value in source.items() if value]
    for each in translated_questions(kind, given, asking.asker):
        if each.field not in own:
            text = asking.say(SOURCE_SAYS, locale=asking.source, text=str(source[each.field]))
            own[each.field] = asking.answer(kind, replace(each, text=text, example=""), locale)
    if source.get(BODY) and BODY not in own:
        text = asking.say(SOURCE_SAYS, locale=asking.source, text=str(source[BODY]))
        own[BODY] = asking.interview.ask(replace(body_question(asking), text=text), lambda _text: "")
