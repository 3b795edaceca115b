"""Turns the text of a PO file into its messages, with the mistakes that Babel's reader passes over in silence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog as PoCatalog
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, PoFileParser

from showcase.codes import BAD_CATALOG, CATALOG_CONFLICT, CATALOG_DUPLICATE, CATALOG_PLURALS
from showcase.language.catalog_checks import Identity, identity
from showcase.language.text import control_problems, mark_problems, visible
from showcase.problems import ContentError, Place, Problem, problem

CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")
LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"\s*)?')
PLURALS = re.compile(r'^"Plural-Forms:', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PoFile:
    """The messages of a PO file in the file's order; obsolete ones are kept for the translator's memory only."""

    path: str
    locale: str
    messages: tuple[Message, ...]
    obsolete: tuple[Message, ...]
    problems: tuple[Problem, ...]


class _Recorder(PoCatalog):
    """Babel's catalogue, which merges duplicates in silence, with a list of all that was put into it."""

    def __init__(self, locale: str) -> None:
        """An empty catalogue and an empty list."""
        super().__init__(locale=locale.replace("-", "_"))
        self.entries: list[Message] = []

    def __setitem__(self, key: str, message: Message) -> None:  # type: ignore[override]  # Babel's type is private
        """Notes the message, then adds it."""
        self.entries.append(message)
        super().__setitem__(key, message)


def line_problems(text: str, path: str) -> Iterator[Problem]:
    """A problem for each line that is left of a merge or is not written as PO files are."""
    for number, line in enumerate(text.split("\n"), 1):
        if CONFLICT.match(line):
            yield problem(CATALOG_CONFLICT, Place(path, number), line=visible(line))
        elif not LINE.fullmatch(line):
            yield problem(BAD_CATALOG, Place(path, number), detail=visible(line))


def duplicate_problems(entries: list[Message], path: str) -> Iterator[Problem]:
    """A problem for each message that stands in the file a second time."""
    first: dict[Identity, int] = {}
    for message in entries:
        key, line = identity(message), message.lineno or 0
        if key in first:
            yield problem(CATALOG_DUPLICATE, Place(path, line), message=key.shown, first=first[key])
        first.setdefault(key, line)


def plural_problems(text: str, catalog: PoCatalog, locale: str, path: str) -> Iterator[Problem]:
    """A problem where the header counts other plural forms than the language has."""
    expected = get_plural(locale.replace("-", "_"))[0]
    stated = PLURALS.search(text)
    if stated and catalog.num_plurals != expected:
        place = Place(path, text.count("\n", 0, stated.start()) + 1)
        yield problem(CATALOG_PLURALS, place, count=catalog.num_plurals, expected=expected, locale=locale)


def parsed(text: str, locale: str, path: str) -> _Recorder:
    """Babel's reading of the file; ContentError where it cannot be read."""
    catalog = _Recorder(locale)
    # "#~|" lines hold the former source of obsolete messages; Babel takes them for mistakes.
    lines = ["" if line.startswith("#~|") else line for line in text.split("\n")]
    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except PoFileError as error:
        detail = str(error).removesuffix(f" on {error.lineno}")
        raise ContentError(problem(BAD_CATALOG, Place(path, error.lineno + 1), detail=visible(detail))) from None
    except ValueError as error:
        raise ContentError(problem(BAD_CATALOG, Place(path), detail=visible(str(error)))) from None
    return catalog


def read_po_file(text: str, locale: str, path: str) -> PoFile:
    """The messages of a PO file and its mistakes; ContentError where it cannot be read at all."""

    def place_of(offset: int) -> Place:
        before = text[:offset]
        return Place(path, before.count("\n") + 1, offset - before.rfind("\n"))

    if broken := tuple(line_problems(text, path)):
        raise ContentError(*broken)
    catalog = parsed(text, locale, path)
    messages = tuple(message for message in catalog if message.id)
    problems = (
        *control_problems(text, place_of),
        *mark_problems(text, place_of),
        *duplicate_problems(catalog.entries, path),
        *plural_problems(text, catalog, locale, path),
    )
    return PoFile(path, locale, messages, tuple(catalog.obsolete.values()), problems)
