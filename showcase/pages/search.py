"""The pages of a language become what its search page needs: the index, and the page that names it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from types import MappingProxyType
from zlib import compress, decompress

from showcase.digests import digest
from showcase.kinds import KINDS
from showcase.kinds.model import _p
from showcase.language.search_keys import Alike
from showcase.library.addresses import search_permalink
from showcase.library.facet_values import MAKER
from showcase.library.values import Page
from showcase.pages.cards import lang_of
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.memo import Memo, forgetful
from showcase.pages.search_index import Searchable, index_bytes
from showcase.pages.search_shards import shards
from showcase.pages.site import Site
from showcase.pages.views import Crumb, Job, Later, SearchView

WHOLE = 150_000  # letters searched in one file of some 110 kB, compressed; beyond that the index comes in shards
TITLE = _p("search", "Search")
TEXT = _p("search", "Find an entry by its name, its maker, its field or what it does.")


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of the index, compressed as long as nobody needs it: the files are many, and made together."""

    path: str
    data: bytes
    digest: str


def search_jobs(here: Site, memo: Memo = forgetful, keys: Mapping[str, str] = MappingProxyType({})) -> tuple[Job, ...]:
    """The search page of a language and the files of its index, whose names change with what they hold."""
    files: tuple[Packed, ...] = memo(f"search files {_whole(here, keys)}", partial(_packed, here, memo, keys))
    root = files[-1].path
    page = f"{search_permalink(here.locale, here.say).lstrip('/')}index.html"
    view = search_view(here, f"/{root}")
    return (
        Job(page, view, "search.html", here.locale),
        *(Job(each.path, Later(decompress, (each.data,)), make=bytes, digest=each.digest) for each in files),
    )


def _packed(here: Site, memo: Memo, keys: Mapping[str, str]) -> tuple[Packed, ...]:
    groups = here.library.synonyms.get(here.locale, ())
    made = index_files(searchables(here, memo, keys), groups, here.locale)
    return tuple(Packed(path, compress(data, 1), hashlib.sha256(data).hexdigest()) for path, data in made)


def _whole(here: Site, keys: Mapping[str, str]) -> str:
    """A digest of all that the index is made from."""
    state = hashlib.sha256(digest(here.locale, here.library.synonyms.get(here.locale, ())).encode())
    for page in _searched(here):
        state.update(f"{page.permalink} {_known(here, page, keys)}\n".encode())
    return state.hexdigest()


def index_files(
    entries: Iterable[Searchable], groups: Sequence[Alike], locale: str, most: int = WHOLE
) -> Iterator[tuple[str, bytes]]:
    """The files of the index with their paths: one as long as it is short, or else many and their root, the last."""
    coming = iter(entries)
    first = tuple(_first(coming, most))
    if (after := next(coming, None)) is not None:
        yield from shards(chain(first, (after,), coming), groups, locale)
        return
    data = index_bytes(first, groups)
    yield f"search/{locale}.{hashlib.sha256(data).hexdigest()[:10]}.json", data


def _first(entries: Iterator[Searchable], most: int) -> Iterator[Searchable]:
    """The entries until there is so much to be searched; all of them if there is not."""
    letters = 0
    while letters <= most and (entry := next(entries, None)) is not None:
        letters += _letters(entry)
        yield entry


def _letters(entry: Searchable) -> int:
    """How much there is to be searched in an entry."""
    return sum(map(len, (entry.title, entry.maker, entry.field, entry.line, *entry.text)))


def search_view(here: Site, index: str) -> SearchView:
    """The search page. It is of no use among the results of a search engine."""
    title, text = here.say(TITLE, here.locale), here.say(TEXT, here.locale)
    versions = {locale: search_permalink(locale, here.say) for locale in here.library.settings.codes}
    permalink = versions[here.locale]
    made = outline(
        here,
        Subject(title, text, permalink, versions),
        crumbs=(home_crumb(here), Crumb(title, permalink)),
        section="search",
        robots="noindex",
    )
    lists = (here.kind(folder) for folder, pages in here.sections.items() if pages and KINDS[folder].listed)
    return SearchView(made, index, tuple(lists))


def searchables(
    here: Site, memo: Memo = forgetful, keys: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Searchable]:
    """The entries that are really in this language: first those that most others name.

    `memo` remembers them; `keys` gives each a key that changes with its card.
    """
    for page in _searched(here):
        yield memo(f"search {_known(here, page, keys)}", partial(_searchable, here, page))


def _searched(here: Site) -> list[Page]:
    """The pages of these entries, in their order."""
    pages = (page for page in here.pages.values() if page.is_translated and not page.is_front)
    return sorted(pages, key=lambda page: (-_named(here, page), page.key))


def _known(here: Site, page: Page, keys: Mapping[str, str]) -> str:
    """What changes with all that is searched of an entry."""
    maker = here.pages.get(_maker(page))
    return f"{keys.get(page.key, '')} {maker.digest if maker else ''}"


def _maker(page: Page) -> str:
    """The key of the enterprise that makes a product; empty for other entries."""
    return next((f"enterprises/{each}" for each in dict(page.brief.facets).get(MAKER, ())), "")


def _named(here: Site, page: Page) -> int:
    """How many entries name this one."""
    return sum(map(len, here.library.reverse.get(page.key, {}).values()))


def _searchable(here: Site, page: Page) -> Searchable:
    card, maker = here.cards[page.key], here.pages.get(_maker(page))
    return Searchable(
        permalink=page.permalink,
        title=str(card.title),
        kind=here.kind(page.kind).many,
        line=str(card.text),
        lang=lang_of(card.text),
        maker=str(maker.title) if maker else "",
        field=str(card.field.title) if card.field and page.kind != "fields" else "",
        text=tuple(dict.fromkeys(map(str, _phrases(page)))),
    )


def _phrases(page: Page) -> Iterator[str]:
    """Short texts that an entry is known by beside its card: its full name, what it can do, the heads of its text."""
    entry = page.entry
    if entry.tagline:
        yield entry.summary
    yield from filter(None, (getattr(entry, "official_name", None),))
    yield from (each.text for each in getattr(entry, "capabilities", ()) if not lang_of(each.text))
    if page.body_locale == page.locale:
        yield from (heading.text for heading in page.body.headings)
