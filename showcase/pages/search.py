"""The pages of a language become what its search page needs: the index, and the page that names it."""

import hashlib
from collections.abc import Iterator

from showcase.kinds import KINDS
from showcase.kinds.model import _p
from showcase.library.addresses import search_permalink
from showcase.library.values import Page
from showcase.pages.cards import lang_of
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.search_index import Searchable, index_bytes
from showcase.pages.site import Site
from showcase.pages.views import Crumb, Job, SearchView

TITLE = _p("search", "Search")
TEXT = _p("search", "Find an entry by its name, its maker, its field or what it does.")


def search_jobs(here: Site) -> tuple[Job, Job]:
    """The search page of a language and its index, whose name changes with what it holds."""
    data = index_bytes(searchables(here), here.library.synonyms.get(here.locale, ()))
    index = f"/search/{here.locale}.{hashlib.sha256(data).hexdigest()[:10]}.json"
    page = f"{search_permalink(here.locale, here.say).lstrip('/')}index.html"
    return (
        Job(page, search_view(here, index), "search.html", here.locale),
        Job(index.lstrip("/"), data, make=bytes),
    )


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


def searchables(here: Site) -> tuple[Searchable, ...]:
    """The entries that are really in this language, in the order of their keys."""
    pages = sorted(here.pages.values(), key=lambda page: page.key)
    return tuple(_searchable(here, page) for page in pages if page.is_translated and not page.is_front)


def _searchable(here: Site, page: Page) -> Searchable:
    card, entry = here.cards[page.key], page.entry
    maker = here.pages.get(f"enterprises/{getattr(entry, 'maker', '')}")
    return Searchable(
        permalink=page.permalink,
        title=str(card.title),
        kind=here.kind(page.kind).many,
        line=str(card.text),
        lang=lang_of(card.text),
        maker=str(maker.entry.title) if maker else "",
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
