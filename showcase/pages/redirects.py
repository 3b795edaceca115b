"""Old addresses become pages that lead to the new one, and rules by which a host leads there itself."""

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


def host_rules(sites: Mapping[str, Site]) -> Iterator[Job]:
    """The rules for hosts that read `_redirects` (Netlify, Cloudflare Pages), where there are old addresses."""
    pages = (page for here in sites.values() for page in here.pages.values())
    moves = tuple(sorted((alias, page.permalink) for page in pages for alias in page.aliases))
    if moves:
        yield Job("_redirects", moves, make=rules)


def rules(moves: tuple[tuple[str, str], ...]) -> bytes:
    """A line for each old address: from, to, and that it has moved for good."""
    return "".join(f"{old} {new} 301\n" for old, new in moves).encode()
