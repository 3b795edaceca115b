"""The outputs for machines: feeds, sitemaps, calendar, open data, manifests."""

from collections.abc import Iterator, Mapping

from showcase.pages import feeds as news
from showcase.pages.calendar import calendar_feeds, calendar_jobs
from showcase.pages.feeds import feed_jobs, field_feeds
from showcase.pages.manifest import manifest_job
from showcase.pages.memo import Memo, forgetful
from showcase.pages.open_data import open_data_jobs
from showcase.pages.site import Site
from showcase.pages.sitemap import sitemap_jobs
from showcase.pages.views import Feed, Job
from showcase.settings import CALENDAR, DATA, FEEDS, MANIFEST, SITEMAP

__all__ = ["feeds", "field_feeds", "machine_jobs"]


def feeds(here: Site) -> tuple[Feed, ...]:
    """The feeds of a language, and its calendar where it has one."""
    return (*news.feeds(here), *(calendar_feeds(here) if here.makes(CALENDAR) else ()))


def machine_jobs(sites: Mapping[str, Site], pages: tuple[Job, ...], memo: Memo = forgetful) -> tuple[Job, ...]:
    """Every output for machines. `pages` are the HTML pages, for the sitemap; `memo` remembers the data of entries."""
    settings = next(iter(sites.values())).library.settings
    made: Mapping[str, Iterator[Job]] = {
        FEEDS: feed_jobs(sites),
        SITEMAP: sitemap_jobs(pages, settings.base_url),
        CALENDAR: (job for here in sites.values() for job in calendar_jobs(here)),
        DATA: open_data_jobs(sites, memo),
        MANIFEST: (manifest_job(here) for here in sites.values()),
    }
    return tuple(job for name, jobs in made.items() if name in settings.outputs for job in jobs)
