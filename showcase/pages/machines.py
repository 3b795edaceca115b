"""The outputs for machines: feeds, sitemaps, calendar, open data, manifests."""

from collections.abc import Mapping

from showcase.pages import feeds as news
from showcase.pages.calendar import calendar_feeds, calendar_jobs
from showcase.pages.feeds import feed_jobs, field_feeds
from showcase.pages.manifest import manifest_job
from showcase.pages.open_data import open_data_jobs
from showcase.pages.site import Site
from showcase.pages.sitemap import sitemap_jobs
from showcase.pages.views import Feed, Job

__all__ = ["feeds", "field_feeds", "machine_jobs"]


def feeds(here: Site) -> tuple[Feed, ...]:
    """The feeds of a language, and its calendar where it has one."""
    return (*news.feeds(here), *calendar_feeds(here))


def machine_jobs(sites: Mapping[str, Site], pages: tuple[Job, ...]) -> tuple[Job, ...]:
    """Every output for machines. `pages` are the HTML pages, for the sitemap."""
    base_url = next(iter(sites.values())).library.settings.base_url
    return (
        *feed_jobs(sites),
        *sitemap_jobs(pages, base_url),
        *(job for here in sites.values() for job in calendar_jobs(here)),
        *open_data_jobs(sites),
        *(manifest_job(here) for here in sites.values()),
    )
