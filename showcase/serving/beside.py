"""A page becomes all of its languages side by side, with how each text stands and where it is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from showcase.library.entries import Group
from showcase.library.freshness import CURRENT, MISSING, NO_HISTORY, TYPO, states, worst
from showcase.pages.views import Alternate, Job, Outline
from showcase.pipeline import Grounds
from showcase.problems import Place
from showcase.reading.parse import Document

SOURCE = "source"
DONE = frozenset({SOURCE, CURRENT, TYPO})

Opened = Callable[[Place], str]
Places = Callable[[Document], dict[str, Place]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in one language: its state, and where it is written its line and the address that opens it there."""

    state: str
    line: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A language: its page, and the state of its file as a whole, which is empty where the page is no entry's."""

    locale: str
    name: str
    permalink: str
    state: str = ""
    path: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A page in every language; `rows` are the keys of its texts, each with a cell for every column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...] = ()

    @property
    def behind(self) -> int:
        """How many texts are not current in some language."""
        return sum(any(cell.state not in DONE for cell in cells) for _key, cells in self.rows)


def beside(grounds: Grounds, output: str, places: Places, opened: Opened) -> Beside | None:
    """The page that is written to that output, in every language; nothing where it is no page.

    `places` says where the texts of a document stand, `opened` makes a place into an address.
    """
    job = next((each for each in grounds.planned.jobs if each.template and each.output == output), None)
    outline = getattr(job.view, "page", None) if job else None
    if job is None or not isinstance(outline, Outline):
        return None
    group = _group(grounds, job)
    columns = tuple(_column(each, group, opened) for each in outline.languages)
    rows = tuple(_rows(group, columns, grounds, places, opened)) if group else ()
    return Beside(outline.head.title, columns, rows)


def _group(grounds: Grounds, job: Job) -> Group | None:
    """The entry whose page it is, with its translations as they are now."""
    key = getattr(getattr(job.view, "card", None), "key", "")
    files = grounds.library.files.get(key)
    return files.group() if files else None


def _document(group: Group, locale: str) -> Document | None:
    return group.source if locale == group.source.locale else group.translations.get(locale)


def _column(page: Alternate, group: Group | None, opened: Opened) -> Column:
    if group is None:
        return Column(page.locale, page.name, page.permalink)
    document = _document(group, page.locale)
    if document is None:
        return Column(page.locale, page.name, page.permalink, MISSING)
    state = SOURCE if document is group.source else worst(states(group.source, document))
    return Column(page.locale, page.name, page.permalink, state, document.path, opened(document.start))


def _rows(
    group: Group, columns: Iterable[Column], grounds: Grounds, places: Places, opened: Opened
) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The texts in the order of the source."""
    own = [_cells(group, column.locale, grounds, places, opened) for column in columns]
    for key in group.source.digests:
        yield key, tuple(cells.get(key, Cell(MISSING)) for cells in own)


def _cells(group: Group, locale: str, grounds: Grounds, places: Places, opened: Opened) -> dict[str, Cell]:
    """How the texts of one language stand, by key."""
    document = _document(group, locale)
    if document is None:
        return {}
    history = grounds.materials.histories.get(document.path, NO_HISTORY)
    known = dict.fromkeys(document.digests, SOURCE)
    if document is not group.source:
        known = {each.key: each.state for each in states(group.source, document, history)}
    spots = places(document)
    return {
        key: Cell(state, spots[key].line, opened(spots[key])) if key in spots else Cell(state)
        for key, state in known.items()
    }
