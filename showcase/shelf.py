"""The files of entries are read once; between builds their texts stand in the store, and what it lost is read again."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from showcase.digests import short_digest
from showcase.library.checks.content import ContentChecks
from showcase.library.edits import History
from showcase.library.entries import Group, stale_keys
from showcase.library.freshness import histories
from showcase.library.rows import row
from showcase.library.values import Held, IndexRow, Text
from showcase.reading.discover import TextFile, source_of
from showcase.reading.files import read_bounded
from showcase.reading.markdown import Wording
from showcase.reading.memory import read_memory
from showcase.reading.parse import parse
from showcase.settings import Settings
from showcase.work import Store

OPEN = 400  # texts in memory, some 8 MB


@dataclass(frozen=True, slots=True)
class EntryFiles:
    """The texts of an entry, as they lie on disk. The `key` changes with them and with all that they are read by."""

    entry: str
    texts: tuple[TextFile, ...]
    key: str

    @property
    def path(self) -> str:
        """The first of them."""
        return self.texts[0].path


def by_entry(texts: Iterable[TextFile], stamp: str) -> tuple[EntryFiles, ...]:
    """The texts, which are in the order of their paths, put together by entries.

    `stamp` is a digest of all that they are read by.
    """
    return tuple(_files(entry, tuple(own), stamp) for entry, own in groupby(texts, key=lambda each: each.entry))


def _files(entry: str, texts: tuple[TextFile, ...], stamp: str) -> EntryFiles:
    return EntryFiles(entry, texts, short_digest((stamp, *(f"{each.path} {each.digest}" for each in texts))))


def remembered(root: Path, groups: Iterable[Group]) -> dict[str, History]:
    """What is remembered of the sources of all translations, by the paths of these."""
    found = tuple(groups)
    documents = (each for group in found for each in (group.source, *group.translations.values()))
    stale = (group for group in found if any(stale_keys(group.source, each) for each in group.translations.values()))
    raw = {group.source.path: read_bounded(root, group.source.path) for group in stale}
    return histories(documents, partial(read_memory, root), raw)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the files of an entry, by the settings, the words that stand in texts and the rules of the house."""

    root: Path
    settings: Settings
    wordings: Mapping[str, Wording]
    checks: ContentChecks

    def __call__(self, files: EntryFiles) -> IndexRow:
        """The row of the entry, its files at hand; ContentError where one of them is no longer what was found."""
        limits = self.settings.limits
        sources = [source_of(self.root, each, limits) for each in files.texts]
        documents = tuple(
            parse(source, self.settings.default_locale, wordings=self.wordings, limits=limits) for source in sources
        )
        return row(documents, self.settings, self.checks, {source.path: source.data for source in sources})


class Shelf:
    """Has the files of every entry, in the store or on the disk."""

    def __init__(self, reader: Reader, store: Store) -> None:
        self.reader, self.store = reader, store
        self._open: OrderedDict[str, Any] = OrderedDict()

    def __reduce__(self) -> tuple[type["Shelf"], tuple[Reader, Store]]:
        """What makes it again, in another process."""
        return Shelf, (self.reader, self.store)

    def sort_of(self, files: EntryFiles) -> str:
        """The kind of an entry: what a profile counts it under."""
        return files.texts[0].kind

    def __call__(self, files: EntryFiles) -> IndexRow:
        """The row of an entry; its files are put away."""
        made, key = self.reader(files), files.key
        if isinstance(made.files, Held):
            self.store.put(f"{key} group", made.files.source)
            for locale, text in made.files.texts.items():
                self.store.put(f"{key} {locale}", text)
        return replace(made, files=None)

    def holds(self, files: EntryFiles, made: IndexRow) -> bool:
        """Whether the store still has all that a row was made with."""
        return not made.is_sound or all(self.store.keep(f"{files.key} {part}") for part in ("group", *made.versions))

    def shelved(self, files: EntryFiles, made: IndexRow) -> IndexRow:
        """The row with the way to its files, if it is sound; their entry's key is its own."""
        return replace(made, key=files.entry, files=Shelved(self, files) if made.is_sound else None)

    def fetch(self, files: EntryFiles, name: str) -> Any:
        """A part of what was put away: out of memory, out of the store, or from the files."""
        if name in self._open:
            self._open.move_to_end(name)
            return self._open[name]
        found = self.store.get(name)
        if found is None:
            self.store.refresh()
            found = self.store.get(name)
        if found is None:
            found = self._again(files, name.rpartition(" ")[2])
        self._open[name] = found
        if len(self._open) > OPEN:
            self._open.popitem(last=False)
        return found

    def _again(self, files: EntryFiles, part: str) -> Any:
        held = self.reader(files).files
        assert isinstance(held, Held)  # noqa: S101 - only sound entries are asked for
        return held.source if part == "group" else held.texts[part]


@dataclass(frozen=True, slots=True)
class Shelved:
    """The way to the files of an entry."""

    shelf: Shelf
    files: EntryFiles

    def group(self) -> Group:
        """The files as they were read."""
        found: Group = self.shelf.fetch(self.files, f"{self.files.key} group")
        return found

    def text(self, locale: str) -> Text:
        """What the page of a language shows."""
        found: Text = self.shelf.fetch(self.files, f"{self.files.key} {locale}")
        return found
