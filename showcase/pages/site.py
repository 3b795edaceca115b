"""What the pages of one language have in common: order, cards, addresses, menus."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.words import Say, say_with
from showcase.library.addresses import (
    compare_permalink,
    index_permalink,
    manifest_permalink,
    search_permalink,
    section_permalink,
    shortlist_permalink,
)
from showcase.library.values import Library, Page
from showcase.pages.cards import Cards
from showcase.pages.views import Card, Feed, Frame, KindView, MenuItem
from showcase.settings import COMPARE, INDEX, MANIFEST, OFFLINE, SEARCH, SHARES, LocaleSettings

WORKER, WORKER_SCRIPT = "/sw.js", "worker.js"
# Pictures for sharing are set with the letters of the site itself, Vietnamese in files of their own.
SHARE_FONTS = tuple(
    f"fonts/{face}.woff2"
    for face in (
        *("newsreader-display-latin", "newsreader-display-vietnamese"),
        *("be-vietnam-pro-latin-400", "be-vietnam-pro-vietnamese-400"),
    )
)


@dataclass(frozen=True, slots=True)
class Site:
    """A language of the library, with what its pages share: sections in order, cards, words.

    `by_title` are the keys of all pages in the order of their titles; `places` says where an entry stands in its
    section, from 0; `twins` are the titles that several entries have, such
    as a product and its maker; `elsewhere` are the entries that the language does not show, with their pages in
    another one.
    """

    library: Library
    locale: str
    say: Say
    pages: Mapping[str, Page]
    by_title: tuple[str, ...]
    sections: Mapping[str, tuple[Page, ...]]
    cards: Mapping[str, Card]
    places: Mapping[str, int] = field(default_factory=dict)
    twins: frozenset[str] = frozenset()
    elsewhere: Mapping[str, Page] = field(default_factory=dict)

    @property
    def settings(self) -> LocaleSettings:
        """The settings of this language."""
        return next(each for each in self.library.settings.locales if each.code == self.locale)

    def makes(self, output: str) -> bool:
        """Whether the site has such an output, one of those that can be left out."""
        return output in self.library.settings.outputs

    def url(self, permalink: str) -> str:
        """The absolute address of a permalink."""
        return self.library.settings.base_url + permalink

    def products(self, locale: str) -> str:
        """The address of the list of products in a language."""
        return section_permalink(KINDS["products"], locale, self.say)

    def kind(self, folder: str) -> KindView:
        """A kind in this language."""
        kind = KINDS[folder]
        one, many, intro = (self.say(message, self.locale) for message in (kind.one, kind.many, kind.intro))
        return KindView(folder, kind.word, one, many, intro, section_permalink(kind, self.locale, self.say))


def site(library: Library, locale: str) -> Site:
    """The site in one language."""
    say = say_with(library.catalogs)
    pages = library.pages[locale]
    by_title = tuple(sorted(pages, key=lambda key: (pages[key].sort, key)))
    by_kind: dict[str, list[Page]] = {folder: [] for folder in KINDS}
    for key in by_title:
        by_kind[pages[key].kind].append(pages[key])
    sections = {folder: _in_order(kind, by_kind[folder]) for folder, kind in KINDS.items()}
    titles = Counter(str(page.title) for page in pages.values())
    twins = frozenset(title for title, count in titles.items() if count > 1)
    places = {page.key: place for section in sections.values() for place, page in enumerate(section)}
    made = Cards(pages, locale, say, library.settings.cards)
    return Site(library, locale, say, pages, by_title, sections, made, places, twins, library.elsewhere(locale))


def with_page(here: Site, library: Library, page: Page) -> Site:
    """The language of the library after one page's own texts have changed; all other pages stand as before."""
    pages = {**here.pages, page.key: page}
    section = tuple(page if each.key == page.key else each for each in here.sections[page.kind])
    made = Cards(pages, here.locale, here.say, library.settings.cards)
    return replace(here, library=library, pages=pages, sections={**here.sections, page.kind: section}, cards=made)


def _in_order(kind: Kind, pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages of a kind as its list shows them: by order, then newest first where it has dates, then as they come."""
    if kind.newest:
        pages = sorted(pages, key=lambda page: day_of(page, kind.newest), reverse=True)
    return tuple(sorted(pages, key=lambda page: (page.brief.order is None, page.brief.order or 0)))


def day_of(page: Page, field: str) -> str:
    """The first day of a date field as ISO text, which sorts; an empty text where the date is not known."""
    return dict(page.brief.days).get(field, "")


def frame(here: Site, assets: Mapping[str, str], feeds: tuple[Feed, ...]) -> Frame:
    """What all pages of the language share."""
    settings, own = here.library.settings, here.settings
    has_choices = here.makes(COMPARE) and bool(here.sections["products"])
    return Frame(
        locale=here.locale,
        name=own.name,
        title=own.title,
        description=own.description,
        base_url=settings.base_url,
        home=f"/{here.locale}/",
        index=index_permalink(here.locale, here.say) if here.makes(INDEX) else "",
        search=search_permalink(here.locale, here.say) if here.makes(SEARCH) else "",
        og_locale=f"{here.locale}_{own.territory}" if own.territory else here.locale,
        main=_menu(here, "main"),
        footer=_menu(here, "footer"),
        feeds=feeds,
        assets=dict(assets),
        shares=here.makes(SHARES) and all(name in assets for name in SHARE_FONTS),
        publisher=settings.publisher,
        repository=settings.repository,
        content_licence=settings.content_licence,
        compare=compare_permalink(here.locale, here.say) if has_choices else "",
        shortlist=shortlist_permalink(here.locale, here.say) if has_choices else "",
        manifest=manifest_permalink(here.locale) if here.makes(MANIFEST) else "",
        worker=WORKER if here.makes(OFFLINE) and WORKER_SCRIPT in assets else "",
    )


def _menu(here: Site, name: str) -> tuple[MenuItem, ...]:
    """The items of a menu; a kind without entries has none."""
    items = []
    for item in here.library.menus.get(name, ()):
        if item in KINDS and here.sections[item]:
            kind = here.kind(item)
            items.append(MenuItem(kind.many, kind.permalink, item))
        elif item in here.pages:
            page = here.pages[item]
            items.append(MenuItem(page.title, page.permalink, page.key))
    return tuple(items)
