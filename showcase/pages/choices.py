"""The products of a language become the pages on which a visitor compares and keeps them."""

from collections.abc import Callable, Iterator

from showcase.kinds.model import Message, _p
from showcase.kinds.words import Say
from showcase.library.addresses import compare_permalink, shortlist_permalink
from showcase.pages.heads import Subject, home_crumb, outline
from showcase.pages.product_data import ProductData
from showcase.pages.site import Site
from showcase.pages.views import ChoiceView, Crumb, Job
from showcase.settings import COMPARE

COMPARE_TITLE = _p("compare", "Compare products")
COMPARE_TEXT = _p("compare", "Up to four products side by side, with what differs marked.")
SHORTLIST_TITLE = _p("shortlist", "Shortlist")
SHORTLIST_TEXT = _p("shortlist", "The products you have chosen, to print or to share.")

Permalink = Callable[[str, Say], str]


def choice_jobs(here: Site, data: ProductData) -> Iterator[Job]:
    """The page of comparison and that of the shortlist; nothing without products, or if the site goes without."""
    if not here.makes(COMPARE) or not here.sections["products"]:
        return
    compare = choice_view(here, data, compare_permalink, COMPARE_TITLE, COMPARE_TEXT)
    shortlist = choice_view(here, data, shortlist_permalink, SHORTLIST_TITLE, SHORTLIST_TEXT)
    yield Job(f"{compare_permalink(here.locale, here.say).lstrip('/')}index.html", compare, "compare.html", here.locale)
    permalink = shortlist_permalink(here.locale, here.say)
    yield Job(f"{permalink.lstrip('/')}index.html", shortlist, "shortlist.html", here.locale)


def choice_view(here: Site, data: ProductData, permalink: Permalink, title: Message, text: Message) -> ChoiceView:
    """A page that shows what a visitor chose; it is of no use among the results of a search engine."""
    versions = {
        locale: permalink(locale, here.say)
        for locale in here.library.settings.codes
        if here.library.of_kind("products", locale)
    }
    name, own = here.say(title, here.locale), versions[here.locale]
    page = outline(
        here,
        Subject(name, here.say(text, here.locale), own, versions),
        crumbs=(home_crumb(here), Crumb(name, own)),
        robots="noindex",
    )
    return ChoiceView(page, here.kind("products"), data.path, data.parts)
