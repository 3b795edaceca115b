"""What templates are given: frozen values, already sorted, linked and in the page's language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pickle import PickleBuffer
from typing import Any, Protocol, SupportsIndex

from showcase.parts import Parts


@dataclass(frozen=True, slots=True)
class Later:
    """A value that is made when somebody asks for it, by whoever asks: a function and what it is given.

    Of a page, `lists` tells from the same how it lists itself.
    """

    function: Callable[..., Any]
    given: tuple[Any, ...]
    lists: "Callable[..., Listing] | None" = None

    def __call__(self) -> Any:
        """The value."""
        return self.function(*self.given)


@dataclass(frozen=True, slots=True)
class Record(Parts):
    """The fields of an entry, or of a part of one, as a template reads them: `entry.maker.title`."""

    fields: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        """The field of that name."""
        if name == "fields":
            raise AttributeError(name)
        try:
            value = self.fields[name]
        except KeyError:
            raise AttributeError(name) from None
        return value() if isinstance(value, Later) else value


@dataclass(frozen=True, slots=True)
class Word(Parts):
    """A value out of a list, with its name in the page's language."""

    value: str
    name: str

    def __str__(self) -> str:
        """The name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Citation(Parts):
    """A source of the entry: its number on the page and its name."""

    number: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Shown(Parts):
    """A picture as it is published: its path, its width and height in pixels, its mean colour.

    `sources` are its variants by media type, the smallest format first, as `srcset` takes them; the last is of JPEG.
    """

    url: str
    width: int
    height: int
    colour: str = ""
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention(Parts):
    """Another entry by its title alone. `lang` is set where the title is in another language than the page."""

    key: str
    title: str
    permalink: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FieldMark(Parts):
    """The field of a product: its title, page, hue (degrees in OKLCH) and motif."""

    title: str
    permalink: str
    hue: int
    motif: str


@dataclass(frozen=True, slots=True)
class Fact(Parts):
    """A fact of a card or a label: the field's name on disk, its word in the interface, its value and its support."""

    field: str
    name: str
    value: Any
    evidence: Record | None = None


@dataclass(frozen=True, slots=True)
class Card(Parts):
    """An entry as other pages show it: the three lines of a label."""

    key: str
    kind: str
    id: str
    title: str
    text: str
    permalink: str
    lang: str
    field: FieldMark | None
    facts: tuple[Fact, ...]
    awards: tuple[str, ...] = ()
    trust: str = ""


@dataclass(frozen=True, slots=True)
class Alternate(Parts):
    """The same page in a language: its own name, the page's path there, and whether it is the present one.

    `is_translated` is false where the page shows another language's text; such a page gets no hreflang.
    """

    locale: str
    name: str
    permalink: str
    is_here: bool
    is_translated: bool = True


@dataclass(frozen=True, slots=True)
class Crumb(Parts):
    """A step of the way from the front page."""

    title: str
    permalink: str


@dataclass(frozen=True, slots=True)
class Feed(Parts):
    """A feed that belongs to a page."""

    title: str
    permalink: str
    type: str


@dataclass(frozen=True, slots=True)
class Share(Parts):
    """What the picture shows that stands for a page where its address is shared, and where it is published.

    `hue` is none for a page without a field; `seed` are eight numbers that place it; `source` is the text's file.
    """

    title: str
    text: str
    kind: str
    site: str
    hue: int | None
    motif: str
    seed: tuple[int, ...]
    source: str
    path: str


@dataclass(frozen=True, slots=True)
class Head(Parts):
    """What a page says of itself to browsers and search engines. Addresses are absolute, those in `hreflang` too."""

    title: str
    description: str
    canonical: str
    hreflang: tuple[tuple[str, str], ...] = ()
    robots: str = ""
    og_type: str = "website"
    structured_data: str = ""
    feeds: tuple[Feed, ...] = ()
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What others are told of a page: its absolute address, the same page elsewhere, and who may list it."""

    canonical: str
    hreflang: tuple[tuple[str, str], ...] = ()
    robots: str = ""


@dataclass(frozen=True, slots=True)
class Outline(Parts):
    """What every page has: its head, its languages and its place in the site."""

    locale: str
    head: Head
    languages: tuple[Alternate, ...]
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class KindView(Parts):
    """A kind in the page's language."""

    folder: str
    word: str
    one: str
    many: str
    intro: str
    permalink: str


@dataclass(frozen=True, slots=True)
class BodyPart(Parts):
    """A piece of a text: either safe HTML or the card of an entry."""

    html: str = ""
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Notice(Parts):
    """What a reader should know of the translation: the language shown instead, or that the source is newer.

    `state` is `untranslated`, `stub`, `partial` or `stale`; `language` is the other language's name in the page's
    language, `locale` its code; `permalink` is the page in it, to which a stub leads.
    """

    state: str
    language: str
    locale: str = ""
    permalink: str = ""


@dataclass(frozen=True, slots=True)
class EntryView(Parts):
    """An entry's page. `reverse` holds, by relation, the cards of the entries that name this one.

    Of very many only `cut` stand there; 0 if there are all.
    """

    page: Outline
    kind: KindView
    entry: Record
    card: Card
    label: tuple[Fact, ...]
    body: tuple[BodyPart, ...]
    body_lang: str
    headings: tuple[tuple[int, str, str], ...]
    reverse: Record
    related: tuple[Card, ...]
    previous: Mention | None
    next: Mention | None
    notices: tuple[Notice, ...]
    extra: Record = field(default_factory=lambda: Record({}))
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of a list stands among the others; addresses are empty at the ends."""

    number: int
    count: int
    previous: str
    next: str
    pages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: its page (none where it has no page), and how many products have it."""

    value: str
    name: str
    permalink: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way in which products are grouped, with the values that products have.

    Beside a list stand only some of many values; then `all` leads to all of them.
    """

    id: str
    name: str
    values: tuple[FacetValue, ...]
    all: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of a kind's list. For products: their facets, the path of the facets' data, the page of all products.

    Of very many products there are neither such data nor such a page.
    """

    page: Outline
    kind: KindView
    cards: tuple[Card, ...]
    total: int
    pager: Pager
    fields: tuple[tuple[Card, int], ...] = ()
    facets: tuple[Facet, ...] = ()
    data: str = ""
    every: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A page of the products that have one value of a facet; without a facet all products, on one page.

    Where they are very many, `parts` counts them by field instead, each with a list of its own.
    """

    page: Outline
    kind: KindView
    facet: str
    title: str
    cards: tuple[Card, ...]
    total: int
    pager: Pager
    parts: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A page that a script fills with chosen products: the path of their data, the folder of which if in `parts`."""

    page: Outline
    kind: KindView
    data: str
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a long index: how many entries it has, and its page."""

    name: str
    count: int
    permalink: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The A–Z index: a heading with its entries, each with the word for its kind.

    A long index has a page for each of its `letters`; `letter` is the one that a page shows.
    """

    page: Outline
    letters: tuple[Letter, ...] = ()
    groups: tuple[tuple[str, tuple[tuple[Mention, str], ...]], ...] = ()
    letter: str = ""
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page without content of its own: not found, the choice of language. `lists` are the kinds that have entries."""

    page: Outline
    lists: tuple[KindView, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: the path of its language's index, and the kinds that have entries, to browse instead."""

    page: Outline
    index: str
    lists: tuple[KindView, ...]


@dataclass(frozen=True, slots=True)
class FilesView:
    """What a file of the theme's own is made from: the cards of a language by kind, in the order of the lists.

    `pages` are the pages that search engines should know: the absolute address of each and, by language, of the same
    page elsewhere.
    """

    locale: str
    sections: Record
    pages: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class StyleguideView:
    """The style guide: specimens of what the parts of a page are given. `fields` are works, one for each motif."""

    page: Outline
    kind: KindView
    fields: tuple[Card, ...]
    cards: Record
    product: Record
    label: tuple[Fact, ...]
    campaign: Record
    crumbs: tuple[Crumb, ...]
    pager: Pager
    neighbours: tuple[Mention, Mention]
    notices: tuple[Notice, ...]
    facets: tuple[Facet, ...]
    enquiry: Record
    picture: Record


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An item of a menu."""

    title: str
    permalink: str
    section: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one language share. `assets` gives the published path of an asset by its name.

    `index`, `search`, `compare`, `shortlist`, `manifest` and `worker` are empty where the site has none. `shares` tells
    whether the theme has what pictures for sharing are made with.
    """

    locale: str
    name: str
    title: str
    description: str
    base_url: str
    home: str
    index: str
    search: str
    og_locale: str
    main: tuple[MenuItem, ...]
    footer: tuple[MenuItem, ...]
    feeds: tuple[Feed, ...]
    assets: dict[str, str]
    publisher: str
    repository: str
    content_licence: str
    compare: str = ""
    shortlist: str = ""
    manifest: str = ""
    worker: str = ""
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """An output to make: a template with its view, or a function of the view that makes the bytes.

    A view may be made later, by whoever makes the output. Then the job knows what others ask of it meanwhile: the
    `digest` of all that it will be made from, and when its entry last `changed`.
    """

    output: str
    given: Any
    template: str = ""
    locale: str = ""
    make: Callable[[Any], bytes] | None = None
    digest: str = ""
    changed: str = ""

    @property
    def view(self) -> Any:
        """The view, made now if it was not yet."""
        return self.given() if isinstance(self.given, Later) else self.given

    @property
    def listing(self) -> Listing | None:
        """What others are told of the page; none for what is no page."""
        if isinstance(self.given, Later) and self.given.lists is not None:
            return self.given.lists(*self.given.given)
        page = getattr(self.view, "page", None) if self.template else None
        return Listing(page.head.canonical, page.head.hreflang, page.head.robots) if page else None


class Keeper(Protocol):
    """Has the bytes of artifacts."""

    def fetch(self, artifact: "Artifact") -> bytes:
        """The bytes of one of them."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes for a path below the output folder, with their number and the `sum` by which they are told from others.

    Bytes that somebody else keeps are fetched when they are asked for. The sum is that of SHA-256, as bytes: as text it
    takes twice the room, and a large site has very many.
    """

    output: str
    given: bytes | Keeper = field(compare=False)
    sum: bytes = b""
    size: int = field(default=-1, compare=False)

    def __post_init__(self) -> None:
        if not self.sum:
            object.__setattr__(self, "sum", sha256(self.data).digest())
        if self.size < 0:
            object.__setattr__(self, "size", len(self.data))

    @property
    def digest(self) -> str:
        """The sum as text."""
        return self.sum.hex()

    @property
    def data(self) -> bytes:
        """The bytes."""
        return self.given if isinstance(self.given, bytes | memoryview) else self.given.fetch(self)

    def __reduce_ex__(
        self, protocol: SupportsIndex
    ) -> tuple[type["Artifact"], tuple[str, bytes | PickleBuffer, bytes]]:
        """What makes it again: its bytes stay where they are, if the reader can leave them there (PEP 574).

        Between processes Python still uses protocol 4, which cannot.
        """
        data = PickleBuffer(self.data) if int(protocol) >= 5 else bytes(self.data)
        return Artifact, (self.output, data, self.sum)
