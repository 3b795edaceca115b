"""The theme's own files become jobs: each is made once for each language, from what the language has."""

from collections.abc import Iterable, Iterator, Mapping

from showcase.pages.site import Site
from showcase.pages.sitemap import sitemap_urls
from showcase.pages.views import FilesView, Job, Record

FOLDER = "files/"


def own_file_jobs(sites: Mapping[str, Site], pages: Iterable[Job], templates: Iterable[str]) -> Iterator[Job]:
    """`templates/files/feed.xml` becomes `vi/feed.xml` and `en/feed.xml`. `pages` are the HTML pages."""
    names = sorted(name for name in templates if name.startswith(FOLDER))
    if not names:
        return
    urls = sitemap_urls(pages)
    for locale, here in sites.items():
        listed = tuple((url.address, url.hreflang) for url in urls if url.locale == locale)
        view = FilesView(locale, _sections(here), listed)
        for name in names:
            yield Job(f"{locale}/{name.removeprefix(FOLDER)}", view, name, locale)


def _sections(here: Site) -> Record:
    return Record({folder: tuple(here.cards[page.key] for page in pages) for folder, pages in here.sections.items()})
