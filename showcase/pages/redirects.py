"""Old addresses become pages that lead to the new one."""

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
            view = RedirectView(page.title, page.permalink, here.url(page.permalink))
            for alias in page.aliases:
                yield Job(f"{alias.lstrip('/')}index.html", view, "redirect.html", here.locale)


def moves(sites: Mapping[str, Site]) -> tuple[tuple[str, str], ...]:
    """Every old address with the new one, in order."""
    pages = (page for here in sites.values() for page in here.pages.values())
    return tuple(sorted((alias, page.permalink) for page in pages for alias in page.aliases))
