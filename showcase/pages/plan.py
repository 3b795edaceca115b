"""The library becomes the list of everything to make."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from showcase.digests import digest
from showcase.kinds import KINDS
from showcase.kinds.model import Message, _p
from showcase.library.values import Library, Page
from showcase.pages.cards import CardKeys, Cards
from showcase.pages.choices import choice_jobs
from showcase.pages.doors import door
from showcase.pages.enquiries import enquiry
from showcase.pages.entries import entry_listing, entry_view
from showcase.pages.facet_pages import all_products, every_permalink, facet_jobs
from showcase.pages.facets import ROOM, commonest, facets
from showcase.pages.heads import Subject, translated_locales
from showcase.pages.home import home_extra
from showcase.pages.hosts import host_jobs
from showcase.pages.index_pages import index_jobs
from showcase.pages.ingredients import Ingredients, ingredients, only
from showcase.pages.kept import KeptViews, is_kept, kept_views
from showcase.pages.languages import language_problems
from showcase.pages.lists import UNFILTERED, Filters, list_jobs, plain_view
from showcase.pages.machines import feeds, field_feeds, machine_jobs
from showcase.pages.markets import available
from showcase.pages.memo import Memo, forgetful
from showcase.pages.needs import MATCHES, matches
from showcase.pages.offline import offline_jobs
from showcase.pages.own_files import own_file_jobs
from showcase.pages.product_data import ProductData, product_data
from showcase.pages.redirects import redirect_jobs
from showcase.pages.related import related
from showcase.pages.search import search_jobs
from showcase.pages.site import Site, day_of, frame, site
from showcase.pages.styleguide import STYLE, styleguide_jobs
from showcase.pages.views import EntryView, Facet, Feed, Frame, Job, Later, Listing, Record
from showcase.problems import Problem
from showcase.settings import COMPARE, FACETS, HOSTING, INDEX, SEARCH, STYLEGUIDE

NOT_KEPT = KeptViews()
NO_DATA = ProductData((), "")
TEMPLATES = MappingProxyType({folder: f"{kind.word}.html" for folder, kind in KINDS.items()})
LOST_TITLE = _p("not found", "Page not found")
LOST_TEXT = _p("not found", "There is no page at this address.")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to make: the jobs, what the pages of each language share, and what is wrong between the pages.

    `sites` are the languages from which the jobs were made.
    """

    jobs: tuple[Job, ...]
    frames: Mapping[str, Frame]
    problems: tuple[Problem, ...]
    sites: Mapping[str, Site]


def plan(library: Library, assets: Mapping[str, str], templates: Iterable[str] = (), memo: Memo = forgetful) -> Plan:
    """The jobs of a library. `assets` gives the published path of each asset by its name, `memo` remembers cards."""
    sites = {locale: site(library, locale) for locale in library.settings.codes}
    made_of = {locale: ingredients(here) for locale, here in sites.items()}
    keys = {locale: _card_keys(here, made_of[locale]) for locale, here in sites.items()}
    sites = {locale: replace(here, cards=_cards(here, memo, keys[locale])) for locale, here in sites.items()}
    searches = tuple(search_jobs(here, memo, keys[locale]) for locale, here in sites.items() if here.makes(SEARCH))
    found = {locale: facets(here) if _has_choices(here) else () for locale, here in sites.items()}
    common = {locale: commonest(here, found[locale]) for locale, here in sites.items()}
    data = {
        locale: product_data(here, common[locale], made_of[locale])
        for locale, here in sites.items()
        if _has_choices(here)
    }
    made = (
        job
        for locale, here in sites.items()
        for job in _pages(here, made_of[locale], found[locale], data.get(locale, NO_DATA), memo)
    )
    pages = (*made, *(page for page, *_ in searches))
    lost = tuple(_lost(here, f"{here.locale}/404.html") for here in sites.values())
    root = sites[library.settings.x_default]
    single = (_root(root), _lost(root, "404.html"))
    frames = {locale: frame(here, assets, feeds(here)) for locale, here in sites.items()}
    jobs = (
        *pages,
        *lost,
        *single,
        *redirect_jobs(sites),
        *(host_jobs(sites) if root.makes(HOSTING) else ()),
        *machine_jobs(sites, pages, memo),
        *(file for _, *files in searches for file in files),
        *(job for each in data.values() for job in each.jobs),
        *(styleguide_jobs(sites, library.settings.x_default) if root.makes(STYLEGUIDE) and STYLE in assets else ()),
        *(offline_jobs(sites, assets) if frames[root.locale].worker else ()),
        *own_file_jobs(sites, made_of, pages, templates),
    )
    return Plan(jobs, frames, language_problems(pages, library.settings.base_url), sites)


def _card_keys(here: Site, made_of: Ingredients) -> CardKeys:
    """For each card a key that changes with all that it is made from."""
    return CardKeys(digest(made_of.settings, here.library.catalogs[here.locale].digest, here.locale), made_of.cards)


def _cards(here: Site, memo: Memo, keys: Mapping[str, str]) -> Cards:
    made = Cards(here.pages, here.locale, here.say, here.library.settings.cards, memo=memo, keys=keys)
    made.keep()
    return made


def _has_choices(here: Site) -> bool:
    """Whether visitors choose among the products, for which scripts need their data."""
    return here.makes(FACETS) or here.makes(COMPARE)


def output_of(permalink: str) -> str:
    """The file for a permalink."""
    return f"{permalink.lstrip('/')}index.html" if permalink.endswith("/") else permalink.lstrip("/")


def _pages(here: Site, made_of: Ingredients, found: tuple[Facet, ...], data: ProductData, memo: Memo) -> Iterator[Job]:
    """The pages of a language; lists of products get their facets, and the path of the data behind these."""
    shown, path = commonest(here, found), "" if data.parts else data.path
    near, kept = related(here.pages, here.library.reverse, here.by_title), kept_views(made_of, memo)
    for page in here.pages.values():
        digest = made_of.digest(page, near[page.key])
        kept.keep(digest)
        yield entry_job(here, page, near[page.key], digest, kept)
    yield from facet_jobs(here, made_of, found)
    yield from choice_jobs(here, data)
    for folder, kind in KINDS.items():
        if kind.listed:
            filtered = folder == "products" and here.makes(FACETS)
            filters = Filters(shown, path, every_permalink(here, here.locale)) if filtered else UNFILTERED
            yield from list_jobs(here, folder, made_of, feeds(here), filters)
    if here.makes(INDEX):
        yield from index_jobs(here)


def entry_job(here: Site, page: Page, near: tuple[str, ...], digest: str = "", kept: KeptViews = NOT_KEPT) -> Job:
    """The page of an entry, whose view whoever makes the page makes too, if it is not `kept`.

    `near` are the keys of related entries.
    """
    feeds = field_feeds(here, page.key) if page.kind == "fields" else ()
    return Job(
        output_of(page.permalink),
        Later(_entry_view, (here, page, near, feeds, kept, digest), _entry_listing),
        "home.html" if page.is_front else TEMPLATES[page.kind],
        here.locale,
        digest=digest,
        changed=day_of(page, "updated"),
    )


def again(job: Job, here: Site, page: Page) -> Job:
    """The job of an entry's page after that has changed, beside the same related entries."""
    _here, _page, near, *_others = job.given.given
    return entry_job(here, page, near)


def _entry_view(
    here: Site, page: Page, near: tuple[str, ...], feeds: tuple[Feed, ...], kept: KeptViews, digest: str
) -> EntryView:
    """The view, remembered if it can be, made from no more of the site than its digest knows of."""

    def made() -> EntryView:
        seen = only(here, page, near)
        return entry_view(seen, page, near, feeds, _extra(seen, page))

    return kept(digest, here.cards, made) if is_kept(page.kind, digest) else made()


def _entry_listing(here: Site, page: Page, *_of_view: object) -> Listing:
    """How the page lists itself."""
    return entry_listing(here, page)


def _extra(here: Site, page: Page) -> Record:
    """What the pages of a kind show beside their entries."""
    if page.is_front:
        return home_extra(here, page)
    match page.kind:
        case "needs":
            return Record({"matches": matches(here, page), "most": MATCHES})
        case "markets":
            return Record({"available": available(here, page), "most": ROOM})
        case "products":
            return Record({"enquiry": enquiry(here, page)})
        case "fields" | "enterprises":
            return Record({"all_products": all_products(here, page)})
        case _:
            return door(here, page) if page.kind == "pages" else Record({})


def _lost(here: Site, output: str) -> Job:
    subject = Subject(_say(here, LOST_TITLE), _say(here, LOST_TEXT), f"/{output}", _homes(here))
    return Job(output, plain_view(here, subject, robots="noindex"), "404.html", here.locale)


def _root(here: Site) -> Job:
    """The choice of language; it names itself as the page for readers of no other language."""
    front = next((page.key for page in here.pages.values() if page.is_front), "")
    subject = Subject(
        here.settings.title, here.settings.description, "/", _homes(here), translated_locales(here, front)
    )
    return Job("index.html", plain_view(here, subject), "root.html", here.locale)


def _homes(here: Site) -> dict[str, str]:
    return {locale: f"/{locale}/" for locale in here.library.settings.codes}


def _say(here: Site, message: Message) -> str:
    return here.say(message, here.locale)
