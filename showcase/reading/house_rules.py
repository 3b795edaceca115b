"""locales/glossary.yaml and locales/<locale>/style.yaml become the rules by which texts are checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints

from showcase.kinds.model import Model
from showcase.kinds.values import Whole
from showcase.problems import ContentError, Place, Problem
from showcase.reading.configuration import read_yaml
from showcase.reading.validation import validated

GLOSSARY = "locales/glossary.yaml"
STYLE = "locales/{locale}/style.yaml"

Words = Annotated[str, StringConstraints(min_length=1, max_length=200)]
M = TypeVar("M", bound=Model)


class Term(Model):
    """A Vietnamese term and the English that stands for it.

    `also_en` is accepted, `not_en` never; a text that contains one of `exceptions_vi` does not speak of the term there.
    """

    vi: Words
    en: Words
    also_en: tuple[Words, ...] = ()
    not_en: tuple[Words, ...] = ()
    exceptions_vi: tuple[Words, ...] = ()


class Glossary(Model):
    """The terms of the showcase."""

    terms: tuple[Term, ...] = ()


class Banned(Model):
    """A phrase that is not used, what to write instead, and why."""

    phrase: Words
    instead: Words
    reason: Words
    allowed_in: tuple[Words, ...] = ()


class Spelling(Model):
    """A spelling that is not the house's, and the one that is. With a capital in it, it is meant with that capital."""

    wrong: Words
    right: Words
    allowed_in: tuple[Words, ...] = ()


class Style(Model):
    """The house style of one language.

    `body_words` are the least and the most words of a body, by kind. `least_marked` and `most_marked` bound the share,
    in per cent, of words with Vietnamese marks. `names` are official names, in which nothing is checked.
    `tagline_words` are the least and the most words of a tagline, by kind; a kind that stands there should have one.
    `jargon` does not belong into taglines. `alt_words` are the least words of a picture's description.
    """

    body_words: dict[str, tuple[Whole, Whole]] = Field(default={})
    least_marked: Whole = 0
    most_marked: Whole = 100
    new_tone_marks: bool = False
    banned: tuple[Banned, ...] = ()
    spelling: tuple[Spelling, ...] = ()
    names: tuple[Words, ...] = ()
    tagline_words: dict[str, tuple[Whole, Whole]] = Field(default={})
    jargon: tuple[Banned, ...] = ()
    alt_words: Whole = 0


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The glossary, and the style of each language."""

    glossary: Glossary = field(default_factory=Glossary)
    styles: Mapping[str, Style] = field(default_factory=dict)


def read_house_rules(root: Path, locales: Iterable[str]) -> tuple[HouseRules, tuple[Problem, ...]]:
    """The rules of a project and what is wrong with their files; a file that is missing holds no rules."""
    glossary, problems = _read(root, GLOSSARY, Glossary)
    styles: dict[str, Style] = {}
    for locale in locales:
        styles[locale], more = _read(root, STYLE.format(locale=locale), Style)
        problems += more
    return HouseRules(glossary, styles), problems


def _read(root: Path, path: str, model: type[M]) -> tuple[M, tuple[Problem, ...]]:
    if not (root / path).is_file():
        return model(), ()
    try:
        values, spots, problems = read_yaml(root, path)
    except ContentError as error:
        return model(), error.problems
    found, more = validated(model, values, spots, Place(path, 1, 1))
    return found or model(), (*problems, *more)
