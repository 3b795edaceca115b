"""The pages become sitemaps, one for each language, and the robots file that names their index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from xml.etree import ElementTree as ET

from showcase.digests import digest
from showcase.pages.plain import xml_bytes
from showcase.pages.views import Job, Later, Listing

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
LENGTH = 50_000  # what the protocol allows in one file


@dataclass(frozen=True, slots=True)
class SitemapUrl:
    """A page for a sitemap. Addresses are absolute; `changed` is empty where no date is known."""

    locale: str
    address: str
    changed: str
    hreflang: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """A file that the index names, with the last change of what it lists."""

    address: str
    changed: str


def sitemap_jobs(pages: Iterable[Job], base_url: str, length: int = LENGTH) -> Iterator[Job]:
    """The sitemaps of all languages, their index, and the robots file."""
    files: list[SitemapFile] = []
    for locale, listed in groupby(_listed(pages), key=lambda job: job.locale):
        jobs = tuple(listed)
        parts = [jobs[start : start + length] for start in range(0, len(jobs), length)]
        for number, part in enumerate(parts, 1):
            name = f"sitemap-{locale}.xml" if number == 1 else f"sitemap-{locale}-{number}.xml"
            files.append(SitemapFile(f"{base_url}/{name}", max(job.changed for job in part)))
            yield Job(name, Later(_urls, (part,)), make=sitemap, digest=digest(*(digest(_url(job)) for job in part)))
    yield Job("sitemap.xml", tuple(files), make=sitemap_index)
    yield Job("robots.txt", f"{base_url}/sitemap.xml", make=robots)


def sitemap_urls(pages: Iterable[Job]) -> tuple[SitemapUrl, ...]:
    """The pages that search engines should know, in the order of their languages and addresses."""
    return tuple(sorted((_as_url(job, told) for job, told in _indexed(pages)), key=attrgetter("locale", "address")))


def _listed(pages: Iterable[Job]) -> list[Job]:
    """The jobs of these pages, in that order."""
    found = [(job.locale, told.canonical, job) for job, told in _indexed(pages)]
    return [job for _locale, _address, job in sorted(found, key=itemgetter(0, 1))]


def _indexed(pages: Iterable[Job]) -> Iterator[tuple[Job, Listing]]:
    """Those that search engines may show, each with how it lists itself."""
    told = ((job, _listing(job)) for job in pages)
    return ((job, each) for job, each in told if "noindex" not in each.robots)


def _urls(pages: Iterable[Job]) -> tuple[SitemapUrl, ...]:
    return tuple(map(_url, pages))


def _url(page: Job) -> SitemapUrl:
    return _as_url(page, _listing(page))


def _as_url(page: Job, told: Listing) -> SitemapUrl:
    return SitemapUrl(page.locale, told.canonical, page.changed, told.hreflang)


def _listing(job: Job) -> Listing:
    told = job.listing
    assert told is not None  # noqa: S101 - only pages are listed
    return told


def sitemap(urls: tuple[SitemapUrl, ...]) -> bytes:
    """A sitemap: each page with itself in other languages."""
    root = ET.Element("urlset", {"xmlns": SITEMAPS, "xmlns:xhtml": XHTML})
    root.text = "\n"
    begin, end = xml_bytes(root).split(b"\n</", 1)
    return b"".join((begin, *map(_lines, urls), b"\n</", end))


def _lines(url: SitemapUrl) -> bytes:
    """A page in a sitemap: by itself, as the tree of all would take much room."""
    node = _dated(ET.Element(""), "url", url.address, url.changed)
    for locale, address in url.hreflang:
        ET.SubElement(node, "xhtml:link", {"rel": "alternate", "hreflang": locale, "href": address})
    ET.indent(node, level=1)
    data: bytes = ET.tostring(node, encoding="utf-8")
    return b"\n  " + data


def sitemap_index(files: tuple[SitemapFile, ...]) -> bytes:
    """The list of sitemaps."""
    root = ET.Element("sitemapindex", {"xmlns": SITEMAPS})
    for file in files:
        _dated(root, "sitemap", file.address, file.changed)
    return xml_bytes(root)


def robots(index: str) -> bytes:
    """The robots file: everybody may read everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {index}\n".encode()


def _dated(root: ET.Element, name: str, address: str, changed: str) -> ET.Element:
    node = ET.SubElement(root, name)
    ET.SubElement(node, "loc").text = address
    if changed:
        ET.SubElement(node, "lastmod").text = changed
    return node
