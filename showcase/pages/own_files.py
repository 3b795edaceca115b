"""The theme's own files become jobs: each is made once for each language, from what the language has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from showcase.digests import digest
from showcase.pages.ingredients import Ingredients
from showcase.pages.site import Site
from showcase.pages.sitemap import sitemap_urls
from showcase.pages.views import Card, FilesView, Job, Later, Record

FOLDER = "files/"


def own_file_jobs(
    sites: Mapping[str, Site], made_of: Mapping[str, Ingredients], pages: Iterable[Job], templates: Iterable[str]
) -> Iterator[Job]:
    """`templates/files/feed.xml` becomes `vi/feed.xml` and `en/feed.xml`. `pages` are the HTML pages."""
    names = sorted(name for name in templates if name.startswith(FOLDER))
    if not names:
        return
    urls = sitemap_urls(pages)
    for locale, here in sites.items():
        listed = tuple((url.address, url.hreflang) for url in urls if url.locale == locale)
        order = (made_of[locale].card(page.key) for pages in here.sections.values() for page in pages)
        # As text, for to digest tuples one by one takes long: there are as many as pages.
        known = digest(made_of[locale].settings, repr(listed), *order)
        for name in names:
            later = Later(_view, (here, listed))
            yield Job(f"{locale}/{name.removeprefix(FOLDER)}", later, name, locale, digest=known)


class CardList(Sequence[Card]):
    """The cards of entries, each made when somebody asks for it: most files show few of them, or none.

    Sent to another process, it is a tuple of cards.
    """

    __slots__ = ("cards", "keys")

    def __init__(self, cards: Mapping[str, Card], keys: tuple[str, ...]) -> None:
        self.cards, self.keys = cards, keys

    @overload
    def __getitem__(self, index: int) -> Card: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Card, ...]: ...

    def __getitem__(self, index: int | slice) -> Card | tuple[Card, ...]:
        """One of the cards, or some of them."""
        if isinstance(index, slice):
            return tuple(self.cards[key] for key in self.keys[index])
        return self.cards[self.keys[index]]

    def __len__(self) -> int:
        """Their number."""
        return len(self.keys)

    def __reduce__(self) -> tuple[Any, ...]:
        """What makes them in another process."""
        return tuple, (tuple(self),)


def _view(here: Site, listed: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> FilesView:
    sections = {
        folder: CardList(here.cards, tuple(page.key for page in pages)) for folder, pages in here.sections.items()
    }
    return FilesView(here.locale, Record(sections), listed)
