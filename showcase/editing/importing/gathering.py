"""Tables of several kinds become entries together, so that a product may name an enterprise of another sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from showcase import codes
from showcase.editing.importing.columns import ID, Column, columns
from showcase.editing.importing.notes import Note
from showcase.editing.importing.rows import Rules, drafts
from showcase.editing.importing.tables import Cell, Table
from showcase.editing.names import entry_ids, entry_options
from showcase.editing.plans import NewEntry
from showcase.kinds.entry import Kind
from showcase.kinds.model import Message
from showcase.language.slugs import slug
from showcase.problems import Problem, problem

# The words of the interface in each language.
Words = Mapping[str, Callable[[Message], str]]
Read = tuple[Kind, Table, tuple[Column, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a source of an import gives: entries with the files beside them, what is to be told, and what is wrong."""

    entries: tuple[tuple[NewEntry, Mapping[Path, bytes]], ...] = ()
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()


def together(found: Iterable[Found]) -> Found:
    """What several sources give."""
    every = tuple(found)
    return Found(
        tuple(entry for each in every for entry in each.entries),
        tuple(note for each in every for note in each.notes),
        tuple(fault for each in every for fault in each.problems),
    )


def gathered(root: Path, tables: Sequence[tuple[Kind, Table]], words: Words, source: str) -> Found:
    """What all tables give."""
    reads: list[Read] = []
    found: list[Found] = []
    for kind, table in tables:
        own, notes, problems = _columns(kind, table, words, source)
        reads.append((kind, table, own))
        found.append(Found((), notes, (*table.problems, *problems)))

    def said(word: Message) -> list[str]:
        return [say(word) for say in words.values()]

    ids, titles = _names(root, tuple(words), _coming(reads, source))
    for kind, table, own in reads:
        if any(column.field == "title" for column in own):
            found.append(_entries(table, Rules(kind, own, tuple(words), source, ids, titles, said)))
    return together(found)


def _columns(
    kind: Kind, table: Table, words: Words, source: str
) -> tuple[tuple[Column, ...], tuple[Note, ...], tuple[Problem, ...]]:
    """The columns of a table; one without titles in the source language has a problem."""

    def say(message: Message, locale: str) -> str:
        return words[locale](message)

    own, notes, problems = columns(kind, table.header, table.rows, say, tuple(words), source)
    titled = any(column.field == "title" and column.locale == source for column in own)
    missing = () if titled else (problem(codes.TABLE_NO_TITLE, table.header[0].place),)
    return own if titled else (), notes, (*problems, *missing)


def _entries(table: Table, rules: Rules) -> Found:
    """The entry of each row."""
    rows = drafts(table, rules)
    return Found(
        tuple((NewEntry(rules.kind, row.id, rules.source, row.values), {}) for row in rows),
        tuple(note for row in rows for note in row.notes),
        tuple(fault for row in rows for fault in row.problems),
    )


def _coming(reads: Iterable[Read], source: str) -> dict[str, dict[str, str]]:
    """The entries that the tables make: by kind, their titles by id."""
    made: dict[str, dict[str, str]] = {}
    for kind, table, own in reads:
        at = {column.field: column.index for column in own if column.locale == source}
        made.setdefault(kind.folder, {}).update(_titles(table.rows, at, source))
    return made


def _titles(rows: Iterable[Sequence[Cell]], at: Mapping[str, int], source: str) -> Iterator[tuple[str, str]]:
    """Id and title of each row."""
    for row in rows:
        texts = {field: row[index].text for field, index in at.items() if index < len(row)}
        title = texts.get("title", "")
        yield texts.get(ID) or slug(title, source), title


def _names(
    root: Path, locales: Sequence[str], coming: Mapping[str, Mapping[str, str]]
) -> tuple[Callable[[str], Iterable[str]], Callable[[str], Iterable[tuple[str, str]]]]:
    """The ids and the titles of a kind's entries: those that are there, and those that are about to be."""

    @cache
    def ids(folder: str) -> tuple[str, ...]:
        return (*entry_ids(root, folder), *coming.get(folder, {}))

    @cache
    def titles(folder: str) -> tuple[tuple[str, str], ...]:
        there = ((each.value, each.meaning) for locale in locales for each in entry_options(root, folder, (locale,)))
        return (*there, *coming.get(folder, {}).items())

    return ids, titles
