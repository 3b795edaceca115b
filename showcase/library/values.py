"""A page in its place in the site, and the library that holds all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from showcase.kinds.entry import Entry
from showcase.language.catalogs import Catalog
from showcase.language.collation import Key, sort_key
from showcase.language.search_keys import Alike
from showcase.library.entries import Group
from showcase.parts import Parts
from showcase.problems import Place, Problem
from showcase.reading.document import Link, Picture, Rendered
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
class Text(Parts):
    """What a page is made of: its entry and its body, each in the language that the page shows of it."""

    entry: Entry
    body: Rendered


class Files(Protocol):
    """The way to the files of an entry, which are fetched when somebody asks."""

    def group(self) -> Group:
        """The files as they were read."""

    def text(self, locale: str) -> Text:
        """What the page of a language shows."""


@dataclass(frozen=True, slots=True)
class Held:
    """The files of an entry, at hand."""

    source: Group
    texts: Mapping[str, Text]

    def group(self) -> Group:
        """The files as they were read."""
        return self.source

    def text(self, locale: str) -> Text:
        """What the page of a language shows."""
        return self.texts[locale]


@dataclass(frozen=True, slots=True)
class Brief(Parts):
    """What the rest of the site asks of a page, so that nobody need open its text for that.

    `days` are the fields with its dates, each with the first day as ISO text; `edited` is when editors last dated it,
    `happened` the first day of what it is about. `related` are the keys that editors chose. `facets` are those of a
    product, each with its values, `shown` the names of all pictures that it shows. A tuple of pairs takes a third of
    the room of a mapping.
    """

    title: str
    order: int | None = None
    days: tuple[tuple[str, str], ...] = ()
    edited: date | None = None
    happened: date | None = None
    related: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointers(Parts):
    """What a text points to, and where: nobody asks once it is known that all of it is there."""

    links: tuple[Link, ...] = ()
    cards: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Target(Parts):
    """A reference from a field to another entry: its place, the field's name, and the key that its mark reads."""

    place: Place
    field: str
    key: str


@dataclass(frozen=True, slots=True)
class Choice(Parts):
    """A product that a selection chose for a field, and where that stands."""

    product: str
    field: str
    place: Place


@dataclass(frozen=True, slots=True)
class Due(Parts):
    """A day that a field names: until when to review it, or the last on which it holds. `code` names the problem."""

    code: str
    place: Place
    field: str
    written: str
    day: date


@dataclass(frozen=True, slots=True)
class Stale(Parts):
    """A translation that was made from another text: by key the stamps, and the texts of the source as they are now."""

    locale: str
    path: str
    start: Place
    stamps: Mapping[str, str]
    now: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version(Parts):
    """An entry in one language, as far as its own files tell; the library gives it an address.

    `file` is the language of the file that it is shown from.
    """

    content_locale: str
    body_locale: str
    slug: str
    aliases: tuple[str, ...]
    file: str
    brief: Brief
    pointers: Pointers
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    is_stub: bool = False
    mentions: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class IndexRow(Parts):
    """What the library knows of an entry by its files alone. `files` lead to these; a broken entry has none.

    `front` is where the entry says that it is the front page, `of_field` the field of a product, `choices` those of a
    selection, `listed` the pictures that its fields name. `states` say how its translations stand by their files alone.
    `published` are problems only once the entry is published.
    """

    key: str
    kind: str
    path: str
    source_locale: str
    is_sound: bool = False
    draft: bool = False
    publish_on: date | None = None
    expires_on: date | None = None
    dates: tuple[date, ...] = ()
    targets: tuple[Target, ...] = ()
    front: Place | None = None
    of_field: str = ""
    choices: tuple[Choice, ...] = ()
    listed: tuple[tuple[str, Place], ...] = ()
    dues: tuple[Due, ...] = ()
    stale: tuple[Stale, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, Version] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    published: tuple[Problem, ...] = ()
    files: Files | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """An entry at the address of one language. Its entry and body are fetched when they are asked for.

    `content_locale` is the language of its text: another than `locale` where there is no translation; `file` is that of
    the file from which it is shown. `missing` are the keys of texts that are shown in the source's language, `stale` of
    those whose source changed since. A stub has no texts of another language but its title. `targets` are the names of
    its fields that name other entries, each with the key of one, `refers` these keys, each once, `mentions` those that
    its text links to or shows; the `digest` changes with the files that the page is made from.
    """

    key: str
    kind: str
    locale: str
    content_locale: str
    source_locale: str
    files: Files = field(compare=False)
    brief: Brief
    body_locale: str
    permalink: str
    aliases: tuple[str, ...]
    file: str
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    is_stub: bool = False
    targets: tuple[tuple[str, str], ...] = ()
    refers: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    digest: str = ""

    @property
    def id(self) -> str:
        """The name of its folder, by which others name it."""
        return self.key.partition("/")[2]

    @property
    def folder(self) -> str:
        """Where its files lie."""
        return f"content/{self.key}"

    @property
    def path(self) -> str:
        """The file that it is shown from."""
        return f"{self.folder}/index.{self.file}.md"

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.permalink.rstrip("/").rpartition("/")[2]

    @property
    def entry(self) -> Entry:
        """The entry, in the language of the page."""
        return self.files.text(self.locale).entry

    @property
    def body(self) -> Rendered:
        """The text that stands on the page."""
        return self.files.text(self.locale).body

    @property
    def title(self) -> str:
        """The title of the entry."""
        return self.brief.title

    @property
    def sort(self) -> Key:
        """The key by which titles are sorted; it takes more room than the title, so it is kept only for a while."""
        return sort_key(self.brief.title, self.locale)

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
class Library:
    """Every published entry, by language.

    `pages[locale][key]` is a page; `reverse[key][name]` are the keys of the entries that name an entry;
    `files` lead to those of each sound entry, published or not.
    """

    settings: Settings
    today: date
    catalogs: Mapping[str, Catalog]
    pages: Mapping[str, Mapping[str, Page]]
    reverse: Mapping[str, Mapping[str, tuple[str, ...]]]
    pictures: Mapping[str, PictureFile]
    menus: Mapping[str, tuple[str, ...]]
    files: Mapping[str, Files]
    next_due: date | None
    problems: tuple[Problem, ...] = field(default=())
    synonyms: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)

    def of_kind(self, kind: str, locale: str) -> tuple[Page, ...]:
        """The pages of a kind in one language, in the order of their keys."""
        return tuple(page for page in self.pages[locale].values() if page.kind == kind)

    def elsewhere(self, locale: str) -> dict[str, Page]:
        """The entries that have no page in a language, by key, each with the page of its source language."""
        own, every = self.pages[locale], (page for pages in self.pages.values() for page in pages.values())
        return {page.key: page for page in every if page.key not in own and page.locale == page.source_locale}
