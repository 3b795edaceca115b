"""Old slugs become pages that lead to the new address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.pages.site import Site
from showcase.pages.views import Job


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where an old address leads. `canonical` is absolute."""

    title: str
    permalink: str
    canonical: str


def redirect_jobs(sites: Mapping[str, Site]) -> Iterator[Job]:
    """A page for each alias of each entry."""
    for here in sites.values():
        for page in here.pages.values():
            view = RedirectView(page.entry.title, page.permalink, here.url(page.permalink))
            for alias in page.aliases:
                yield Job(f"{alias.lstrip('/')}index.html", view, "redirect.html", here.locale)
