"""The outputs for machines: feeds, sitemaps, calendar, open data."""

from collections.abc import Mapping

from showcase.pages.site import Site
from showcase.pages.views import Feed, Job


def feeds(here: Site) -> tuple[Feed, ...]:
    """The feeds of a language."""
    return ()


def field_feeds(here: Site, key: str) -> tuple[Feed, ...]:
    """The feeds of a field."""
    return ()


def machine_jobs(sites: Mapping[str, Site], pages: tuple[Job, ...]) -> tuple[Job, ...]:
    """Every output for machines. `pages` are the HTML pages, for the sitemap."""
    return ()
