"""A file from translators becomes its language and its units, whichever format it has."""

from collections.abc import Callable
from dataclasses import dataclass

from showcase import codes
from showcase.language.locales import language_of
from showcase.problems import Place, Problem, problem
from showcase.translating.segments import Pair, Segment

Comments = Callable[[Segment], tuple[str, ...]]
Texts = tuple[tuple[Pair, tuple[Segment, ...]], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A text in a translator's file: which it is, what it was translated from, the translation, and its place."""

    context: str
    source: str
    target: str
    is_fuzzy: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a translator's file holds; `locale` as it is written there, and where."""

    locale: str
    place: Place
    units: tuple[Unit, ...]


def site_locale(exchange: Exchange, known: tuple[str, ...]) -> tuple[str, tuple[Problem, ...]]:
    """The language of the site into which a file translates, `en` where it says `en_GB`; or the problem."""
    stated = exchange.locale.replace("_", "-").lower()
    for wanted in (stated, language_of(stated)):
        for locale in known:
            if locale.lower() == wanted:
                return locale, ()
    return "", (problem(codes.IMPORT_LOCALE, exchange.place, locale=exchange.locale, known=", ".join(known)),)


def bad_file(path: str, line: int, detail: str) -> Problem:
    """The problem of a file that cannot be read as its format."""
    return problem(codes.IMPORT_UNREADABLE, Place(path, line), detail=detail)
