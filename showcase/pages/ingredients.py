"""An entry's page gets a digest of all that its view will be made from, long before the view is made.

Views are many and large; to make or to encode one takes longer than to see that it would be the same as last time. So
whoever makes the view later sees no more of the site than what went into the digest: `only` cuts the rest away.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from showcase.digests import digest, short_digest
from showcase.library.values import Page, PictureFile
from showcase.pages.cards import card_fields
from showcase.pages.entries import beside, in_reverse
from showcase.pages.site import Site

# Their pages speak of many entries that they do not name: the front page, the doors, what answers a need, markets.
BROAD = frozenset({"pages", "needs", "markets"})
ABSENT = "-"

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Digests of a language's cards by key, of the pictures beside each text, and of the whole."""

    here: Site
    cards: Mapping[str, str]
    pictures: Mapping[str, str]
    settings: str
    whole: str

    def digest(self, page: Page, related: tuple[str, ...]) -> str:
        """The digest of all that the view of a page is made from."""
        if page.kind in BROAD:
            return short_digest((self.settings, self.whole, page.key, page.digest))
        return short_digest(self._parts(page, related))

    def page(self, key: str) -> str:
        """What changes with an entry's page."""
        return _told(_page(self.here, key))

    def card(self, key: str) -> str:
        """The digest of all that the card of an entry is made from."""
        return self.cards.get(key, ABSENT)

    def _parts(self, page: Page, related: tuple[str, ...]) -> Iterator[str]:
        here = self.here
        yield from (
            self.settings,
            page.key,
            page.digest,
            page.permalink,
            self.pictures.get(page.folder, ABSENT),
            *page.stale,
            *page.missing,
        )
        yield str(str(page.title) in here.twins)
        for locale, own in here.library.pages.items():
            yield f"{locale} {_told(own.get(page.key))}"
        for other in beside(here, page):
            yield _told(other)
        for key in (*page.names, *related):
            yield f"{key} {self.cards.get(key, ABSENT)}"
        for name, keys in in_reverse(here, page).items():
            yield f"{name} {len(keys)}"
            yield from (f"{key} {self.cards[key]}" for key in keys[: here.library.settings.page_room])


def ingredients(here: Site) -> Ingredients:
    """The digests of everything of which the pages of a language are made."""
    every = (*here.elsewhere.values(), *here.pages.values())
    cards = {page.key: short_digest(_of_card(here, page)) for page in every}
    pictures = _by_folder(here.library.pictures.values())
    told = (_told(page) for page in every)
    whole = short_digest((str(here.library.today), *told, *pictures.values(), *(_of_others(here))))
    return Ingredients(here, cards, pictures, digest(here.library.settings), whole)


def _page(here: Site, key: str) -> Page | None:
    """The page that an entry has in a language, or else in another one."""
    return here.pages.get(key) or here.elsewhere.get(key)


def _told(page: Page | None) -> str:
    """What changes with a page, and with where it is."""
    return f"{page.digest} {page.permalink}" if page else ABSENT


def _of_card(here: Site, page: Page) -> Iterator[str]:
    """The digests of a page, of what its card names, and of what a fact of the card reads through that."""
    yield _told(page)
    direct, through = card_fields(page.kind, here.library.settings.cards)
    for field, key in page.targets:
        if field in direct:
            named = _page(here, key)
            yield _told(named)
            if field in through and named:
                others = (other for name, other in named.targets if name in through[field])
                yield from (_told(_page(here, other)) for other in others)


def only(here: Site, page: Page, related: tuple[str, ...]) -> Site:
    """The site as the view of a page may see it: what the page names, what names it, its neighbours and relations."""
    if page.kind in BROAD:
        return here
    library = here.library
    before, after = beside(here, page)
    section = tuple(filter(None, (before, page, after)))
    naming = (key for key in chain(*library.reverse.get(page.key, {}).values()) if key in here.places)
    keys = {*page.names, *related, *(each.key for each in section), *naming}
    return replace(
        here,
        library=replace(
            library,
            pages={locale: _cut(own, {page.key}) for locale, own in library.pages.items()},
            reverse=_cut(library.reverse, {page.key}),
            pictures=_cut(library.pictures, [f"{page.folder}/{name}" for name in page.brief.shown]),
            files={},
            problems=(),
        ),
        pages=_cut(here.pages, keys),
        cards=Cut(here.cards, frozenset(keys)),
        elsewhere=_cut(here.elsewhere, keys),
        sections={page.kind: section},
        places=_cut(here.places, keys) | {page.key: section.index(page)},
        twins=here.twins & {str(page.title)},
    )


@dataclass(frozen=True, slots=True)
class Cut(Mapping[str, V]):
    """A mapping of which only some keys are to be seen."""

    whole: Mapping[str, V]
    keys_: frozenset[str]

    def __getitem__(self, key: str) -> V:
        """The value, where it is to be seen."""
        if key not in self.keys_:
            raise KeyError(key)
        return self.whole[key]

    def __iter__(self) -> Iterator[str]:
        """The keys that are to be seen."""
        return (key for key in self.keys_ if key in self.whole)

    def __len__(self) -> int:
        """How many they are."""
        return sum(1 for _key in self)


def _cut(whole: Mapping[str, V], keys: Iterable[str]) -> dict[str, V]:
    return {key: whole[key] for key in keys if key in whole}


def _by_folder(pictures: Iterable[PictureFile]) -> dict[str, str]:
    found: dict[str, list[PictureFile]] = {}
    for each in pictures:
        found.setdefault(each.path.rpartition("/")[0], []).append(each)
    return {folder: digest(own) for folder, own in found.items()}


def _of_others(here: Site) -> Iterator[str]:
    for own in here.library.pages.values():
        yield from map(_told, own.values())
