"""locales/<locale>/synonyms.yaml becomes the groups of phrases that mean the same to a searcher."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from showcase.kinds.model import Model
from showcase.language.search_keys import Alike
from showcase.problems import ContentError, Place, Problem
from showcase.reading.configuration import read_yaml
from showcase.reading.validation import validated

SYNONYMS = "locales/{locale}/synonyms.yaml"

Phrase = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class Synonyms(Model):
    """The synonyms of one language, in groups of at least two phrases."""

    groups: tuple[Annotated[tuple[Phrase, ...], Field(min_length=2)], ...] = ()


def read_synonyms(root: Path, locales: Iterable[str]) -> tuple[dict[str, tuple[Alike, ...]], tuple[Problem, ...]]:
    """The groups of each language and what is wrong with their files; a language without a file has none."""
    found: dict[str, tuple[Alike, ...]] = {}
    problems: list[Problem] = []
    for locale in locales:
        found[locale], more = _read(root, SYNONYMS.format(locale=locale))
        problems += more
    return found, tuple(problems)


def _read(root: Path, path: str) -> tuple[tuple[Alike, ...], tuple[Problem, ...]]:
    if not (root / path).is_file():
        return (), ()
    try:
        values, spots, problems = read_yaml(root, path)
    except ContentError as error:
        return (), error.problems
    made, more = validated(Synonyms, values, spots, Place(path, 1, 1))
    return made.groups if made else (), (*problems, *more)
