"""Facets become pages: one list for each value that has no page elsewhere, and one of all products."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from showcase.kinds.model import _p
from showcase.library.addresses import EVERY, paged_permalink
from showcase.library.values import Page
from showcase.pages.facets import ENTRIES, FIELD, MAKER, ROOM, WORDS, counted, list_address, values_of
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.lists import pager
from showcase.pages.site import Site
from showcase.pages.structured_data import list_data
from showcase.pages.views import Card, Crumb, Facet, FacetValue, FacetView, Job, Outline, Pager
from showcase.settings import FACETS

EVERY_TITLE = _p("facet", "All products on one page")
EVERY_TEXT = _p("facet", "Every product of the showcase, by name.")
VALUE_TITLE = _p("facet", "{facet}: {value}")
VALUE_TEXT = _p("facet", "Vietnamese products by {facet}: {value}.")


def every_permalink(here: Site, locale: str) -> str:
    """The address of the page of all products; of their list where the site has no such page."""
    return f"{here.products(locale)}{here.say(EVERY, locale)}/" if here.makes(FACETS) else here.products(locale)


def facet_jobs(here: Site, found: tuple[Facet, ...]) -> Iterator[Job]:
    """The pages of the values, and the page of all products where there are any; none if the site goes without."""
    if not here.makes(FACETS) or not here.sections["products"]:
        return
    counts = {locale: counted(here, locale) for locale in here.library.settings.codes}
    members = _members(here)
    for facet in found:
        for value in (each for each in facet.values if _has_list(facet, each)):
            totals = {locale: _listed(here, facet.id, value.value, locale, each) for locale, each in counts.items()}
            for view in value_views(here, facet, value, members[facet.id, value.value], totals):
                yield _job(here, view)
    yield _job(here, every_view(here))


def _has_list(facet: Facet, value: FacetValue) -> bool:
    """Whether a value has a list: an entry shows its products on its own page as long as it has room for them."""
    return facet.id not in ENTRIES or (facet.id in WORDS and value.count > ROOM)


def _listed(here: Site, id_: str, value: str, locale: str, counts: Mapping[str, Counter[str]]) -> int:
    """How many products a value's list holds in a language; none where it has no list."""
    count = counts[id_][value]
    if id_ not in ENTRIES:
        return count
    return count if count > ROOM and f"{ENTRIES[id_]}/{value}" in here.library.pages[locale] else 0


def all_products(here: Site, page: Page) -> FacetValue | None:
    """The list of all products of a field or a maker, where its own page has no room for them."""
    keys = here.library.reverse.get(page.key, {}).get("products", ())
    count = sum(key in here.pages for key in keys)
    id_ = FIELD if page.kind == "fields" else MAKER
    if count <= ROOM or not here.makes(FACETS):
        return None
    return FacetValue(page.id, page.entry.title, list_address(here, id_, page.id, here.locale), count)


def _members(here: Site) -> dict[tuple[str, str], list[Page]]:
    """The products of each value, in the order of their list."""
    found: dict[tuple[str, str], list[Page]] = {}
    for page in here.sections["products"]:
        for id_, values in values_of(page).items():
            for value in values:
                found.setdefault((id_, value), []).append(page)
    return found


def value_views(
    here: Site, facet: Facet, value: FacetValue, pages: list[Page], totals: dict[str, int]
) -> Iterator[FacetView]:
    """The pages of a value. `totals` says how many products have it in each language: none, and there is no page."""
    size = here.library.settings.page_size
    words = {"facet": facet.name, "value": value.name}
    title, text = (here.say(each, here.locale).format(**words) for each in (VALUE_TITLE, VALUE_TEXT))
    count = -(-len(pages) // size)
    for number in range(1, count + 1):
        versions = {
            locale: paged_permalink(list_address(here, facet.id, value.value, locale), number, locale, here.say)
            for locale, total in totals.items()
            if total > (number - 1) * size
        }
        shown = f"{title} ({number})" if number > 1 else title
        subject = Subject(shown, text, versions[here.locale], versions)
        made = pager(here, list_address(here, facet.id, value.value, here.locale), number, count)
        cards = _cards(here, pages[(number - 1) * size : number * size])
        kind = here.kind("products")
        yield FacetView(_outline(here, subject), kind, facet.name, value.name, cards, len(pages), made)


def every_view(here: Site) -> FacetView:
    """All products on one page: for readers who look through everything, and for the script that filters."""
    pages, title = here.sections["products"], here.say(EVERY_TITLE, here.locale)
    versions = {
        locale: every_permalink(here, locale)
        for locale in here.library.settings.codes
        if here.library.of_kind("products", locale)
    }
    subject = Subject(title, here.say(EVERY_TEXT, here.locale), versions[here.locale], versions)
    only = Pager(1, 1, "", "", ((1, versions[here.locale]),))
    page, kind = _outline(here, subject, "noindex"), here.kind("products")
    return FacetView(page, kind, "", title, _cards(here, pages), len(pages), only)


def _outline(here: Site, subject: Subject, robots: str = "") -> Outline:
    kind = here.kind("products")
    crumbs = (home_crumb(here), Crumb(kind.many, kind.permalink), Crumb(subject.title, subject.permalink))
    data = list_data(here, crumbs)
    return outline(here, subject, crumbs=crumbs, section="products", structured_data=data, robots=robots)


def _cards(here: Site, pages: Sequence[Page]) -> tuple[Card, ...]:
    return tuple(here.cards[page.key] for page in pages)


def _job(here: Site, view: FacetView) -> Job:
    permalink = view.page.head.canonical.removeprefix(here.library.settings.base_url)
    return Job(f"{permalink.lstrip('/')}index.html", view, "facet.html", here.locale)
