"""The parts of the theme become a page of each language that shows them in every state, by day and by night."""

from collections.abc import Iterator, Mapping

from showcase.kinds.model import _p
from showcase.kinds.product import KIND
from showcase.pages import specimens
from showcase.pages.cards import field_mark, label
from showcase.pages.heads import Subject, outline
from showcase.pages.records import Reading
from showcase.pages.redirects import RedirectView
from showcase.pages.site import Site
from showcase.pages.views import (
    Card,
    Crumb,
    Facet,
    FacetValue,
    FieldMark,
    Job,
    Mention,
    Notice,
    Pager,
    Record,
    StyleguideView,
)

TITLE = _p("style guide", "Style guide")
TEXT = _p("style guide", "Every part of the pages in every state, by day and by night.")
STYLE = "styleguide.css"
STATES = ("untranslated", "stub", "partial", "stale")


def styleguide_permalink(locale: str) -> str:
    """The page of a language."""
    return f"/{locale}/styleguide/"


def styleguide_jobs(sites: Mapping[str, Site], x_default: str) -> Iterator[Job]:
    """The page of each language, and `/styleguide/`, which leads to that for readers of no other language."""
    for here in sites.values():
        yield Job(f"{here.locale}/styleguide/index.html", styleguide_view(here), "styleguide.html", here.locale)
    here, target = sites[x_default], styleguide_permalink(x_default)
    view = RedirectView(here.say(TITLE, here.locale), target, here.url(target))
    yield Job("styleguide/index.html", view, "redirect.html", here.locale)


def styleguide_view(here: Site) -> StyleguideView:
    """The page: for those who design and write templates, so search engines leave it out."""
    say, home = specimens.words(here.say, here.locale), f"/{here.locale}/"
    versions = {locale: styleguide_permalink(locale) for locale in here.library.settings.codes}
    subject = Subject(say(TITLE), say(TEXT), versions[here.locale], versions)
    fields = tuple(filter(None, (field_mark(page, here.pages) for page in here.sections["fields"])))
    product = specimens.read(specimens.product(say), here.say, here.locale, home)
    cards = specimens.cards(say, fields, home)
    return StyleguideView(
        page=outline(here, subject, section="styleguide", robots="noindex"),
        fields=tuple(_hung(cards["full"], field) for field in fields),
        cards=Record(dict(cards)),
        product=product,
        label=label(KIND, product, Reading(here.locale, here.say, lambda _key: None, {})),
        campaign=specimens.read(specimens.campaign(say), here.say, here.locale, home),
        crumbs=(
            Crumb(here.settings.title, home),
            Crumb(here.kind("products").many, home),
            Crumb(say(specimens.WORK), home),
        ),
        pager=Pager(2, 3, home, home, ((1, home), (2, home), (3, home))),
        neighbours=(Mention("a", say(specimens.WORK), home), Mention("b", say(specimens.LONG), home)),
        notices=tuple(Notice(state, here.settings.name, here.locale, home) for state in STATES),
        facets=(
            Facet(
                "field",
                here.kind("fields").one,
                tuple(FacetValue(f.motif, f.title, home, at) for at, f in enumerate(fields)),
            ),
        ),
        enquiry=Record({"endpoint": specimens.ADDRESS, "letter": "", "url": home, "subject": say(specimens.WORK)}),
        picture=specimens.picture(say),
        kind=here.kind("products"),
    )


def _hung(card: Card, field: FieldMark) -> Card:
    """A work of the field, under the name of its motif."""
    return Card(f"products/{field.motif}", "products", field.motif, field.title, "", card.permalink, "", field, ())
