"""The library becomes the list of everything to make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.kinds import KINDS
from showcase.kinds.model import Message, _p
from showcase.library.addresses import index_permalink
from showcase.library.values import Library, Page
from showcase.pages.entries import entry_view
from showcase.pages.home import home_extra
from showcase.pages.lists import index_view, list_views, plain_view
from showcase.pages.machines import feeds, field_feeds, machine_jobs
from showcase.pages.markets import available
from showcase.pages.needs import matches
from showcase.pages.redirects import redirect_jobs
from showcase.pages.related import related
from showcase.pages.site import Site, frame, site
from showcase.pages.views import Frame, Job, Record

INDEX_TITLE = _p("index", "A–Z")
INDEX_TEXT = _p("index", "Every entry of the showcase, in alphabetical order.")
LOST_TITLE = _p("not found", "Page not found")
LOST_TEXT = _p("not found", "There is no page at this address.")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to make: the jobs, and what the pages of each language share."""

    jobs: tuple[Job, ...]
    frames: Mapping[str, Frame]


def plan(library: Library, assets: Mapping[str, str]) -> Plan:
    """The jobs of a library. `assets` gives the published path of each asset by its name."""
    sites = {locale: site(library, locale) for locale in library.settings.codes}
    pages = tuple(job for here in sites.values() for job in _pages(here))
    lost = tuple(_lost(here, f"{here.locale}/404.html") for here in sites.values())
    root = sites[library.settings.x_default]
    single = (_root(root), _lost(root, "404.html"))
    frames = {locale: frame(here, assets, feeds(here)) for locale, here in sites.items()}
    return Plan((*pages, *lost, *single, *redirect_jobs(sites), *machine_jobs(sites, pages)), frames)


def output_of(permalink: str) -> str:
    """The file for a permalink."""
    return f"{permalink.lstrip('/')}index.html" if permalink.endswith("/") else permalink.lstrip("/")


def _pages(here: Site) -> Iterator[Job]:
    near = related(here.pages, here.locale, here.library.reverse)
    for page in here.pages.values():
        extra = _extra(here, page)
        own = field_feeds(here, page.key) if page.kind == "fields" else ()
        view = entry_view(here, page, near[page.key], own, extra)
        is_front = page.permalink == f"/{here.locale}/"
        yield Job(
            output_of(page.permalink), view, "home.html" if is_front else f"{KINDS[page.kind].word}.html", here.locale
        )
    for folder, kind in KINDS.items():
        if kind.listed:
            for each in list_views(here, folder, feeds(here)):
                yield Job(
                    output_of(each.page.head.canonical.removeprefix(here.library.settings.base_url)),
                    each,
                    "list.html",
                    here.locale,
                )
    index = index_view(here, here.say(INDEX_TITLE, here.locale), here.say(INDEX_TEXT, here.locale))
    yield Job(output_of(index_permalink(here.locale, here.say)), index, "index.html", here.locale)


def _extra(here: Site, page: Page) -> Record:
    if page.permalink == f"/{here.locale}/":
        return home_extra(here, page)
    if page.kind == "needs":
        return Record({"matches": matches(here, page)})
    if page.kind == "markets":
        return Record({"available": available(here, page)})
    return Record({})


def _lost(here: Site, output: str) -> Job:
    view = plain_view(here, _say(here, LOST_TITLE), _say(here, LOST_TEXT), f"/{output}", _homes(here), robots="noindex")
    return Job(output, view, "404.html", here.locale)


def _root(here: Site) -> Job:
    """The choice of language; it names itself as the page for readers of no other language."""
    view = plain_view(here, here.settings.title, here.settings.description, "/", _homes(here))
    return Job("index.html", view, "root.html", here.locale)


def _homes(here: Site) -> dict[str, str]:
    return {locale: f"/{locale}/" for locale in here.library.settings.codes}


def _say(here: Site, message: Message) -> str:
    return here.say(message, here.locale)
