"""The theme's own files become jobs: each is made once for each language, from what the language has."""

from collections.abc import Iterable, Iterator, Mapping

from showcase.digests import digest
from showcase.pages.ingredients import Ingredients
from showcase.pages.site import Site
from showcase.pages.sitemap import sitemap_urls
from showcase.pages.views import FilesView, Job, Later, Record

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
        known = digest(made_of[locale].settings, listed, *order)
        for name in names:
            later = Later(_view, (here, listed))
            yield Job(f"{locale}/{name.removeprefix(FOLDER)}", later, name, locale, digest=known)


def _view(here: Site, listed: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> FilesView:
    cards = {folder: tuple(here.cards[page.key] for page in pages) for folder, pages in here.sections.items()}
    return FilesView(here.locale, Record(cards), listed)
