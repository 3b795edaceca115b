"""A page in its place in the site, and the library that holds all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from showcase.kinds.entry import Entry
from showcase.kinds.model import Path, Reference
from showcase.language.catalogs import Catalog
from showcase.language.search_keys import Alike
from showcase.problems import Problem
from showcase.reading.document import Rendered
from showcase.reading.parse import Document
from showcase.settings import Settings


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as it lies beside a text. Width and height are in pixels, after its orientation is applied.

    `colour` is the mean of its colours, `#rrggbb`.
    """

    path: str
    digest: str
    width: int
    height: int
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """An entry at the address of one language.

    `content_locale` is the language of its text: another than `locale` where there is no translation. `missing` are the
    keys of texts that are shown in the source's language, `stale` of those whose source changed since. A stub has no
    texts of another language but its title. `refers` are the keys of the entries that its fields name, `mentions` those
    that its text links to or shows; the `digest` changes with the files that the page is made from.
    """

    key: str
    kind: str
    id: str
    locale: str
    content_locale: str
    entry: Entry
    body: Rendered
    body_locale: str
    slug: str
    permalink: str
    aliases: tuple[str, ...]
    path: str
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    is_stub: bool = False
    refers: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    digest: str = ""

    @property
    def is_translated(self) -> bool:
        """Whether the page's main text is in the language of its address."""
        return self.content_locale == self.locale

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of all entries that the page speaks of by itself."""
        return (*self.refers, *self.mentions)

    @property
    def is_front(self) -> bool:
        """Whether it is the front page of its language."""
        return self.permalink == f"/{self.locale}/"


@dataclass(frozen=True, slots=True)
class Target:
    """A reference from a field to another entry: `key` as the mark of the field reads it, `mark` the mark itself."""

    path: Path
    field: str
    key: str
    mark: Reference


@dataclass(frozen=True, slots=True)
class Library:
    """Every published entry, by language.

    `pages[locale][key]` is a page; `reverse[key][name]` are the keys of the entries that name an entry.
    """

    settings: Settings
    today: date
    catalogs: Mapping[str, Catalog]
    pages: Mapping[str, Mapping[str, Page]]
    reverse: Mapping[str, Mapping[str, tuple[str, ...]]]
    pictures: Mapping[str, PictureFile]
    menus: Mapping[str, tuple[str, ...]]
    documents: tuple[Document, ...]
    next_due: date | None
    problems: tuple[Problem, ...] = field(default=())
    synonyms: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)

    def of_kind(self, kind: str, locale: str) -> tuple[Page, ...]:
        """The pages of a kind in one language, in the order of their keys."""
        return tuple(page for page in self.pages[locale].values() if page.kind == kind)

    def elsewhere(self, locale: str) -> dict[str, Page]:
        """The entries that have no page in a language, by key, each with the page of its source language."""
        own, every = self.pages[locale], (page for pages in self.pages.values() for page in pages.values())
        return {page.key: page for page in every if page.key not in own and page.locale == page.entry.source_locale}
