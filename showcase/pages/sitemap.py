"""The pages become sitemaps, one for each language, and the robots file that names their index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as ET

from showcase.pages.plain import xml_bytes
from showcase.pages.views import Job, Listing

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
    for locale, urls in groupby(sitemap_urls(pages), key=lambda url: url.locale):
        listed = tuple(urls)
        parts = [listed[start : start + length] for start in range(0, len(listed), length)]
        for number, part in enumerate(parts, 1):
            name = f"sitemap-{locale}.xml" if number == 1 else f"sitemap-{locale}-{number}.xml"
            files.append(SitemapFile(f"{base_url}/{name}", max(url.changed for url in part)))
            yield Job(name, part, make=sitemap)
    yield Job("sitemap.xml", tuple(files), make=sitemap_index)
    yield Job("robots.txt", f"{base_url}/sitemap.xml", make=robots)


def sitemap_urls(pages: Iterable[Job]) -> tuple[SitemapUrl, ...]:
    """The pages that search engines should know, in the order of their languages and addresses."""
    found = [
        SitemapUrl(job.locale, told.canonical, _changed(job), told.hreflang)
        for job in pages
        if "noindex" not in (told := _listing(job)).robots
    ]
    return tuple(sorted(found, key=lambda url: (url.locale, url.address)))


def _listing(job: Job) -> Listing:
    told = job.listing
    assert told is not None  # noqa: S101 - only pages are listed
    return told


def _changed(job: Job) -> str:
    """The day of an entry's last change; lists change with what they list, which no date says."""
    return job.changed


def sitemap(urls: tuple[SitemapUrl, ...]) -> bytes:
    """A sitemap: each page with itself in other languages."""
    root = ET.Element("urlset", {"xmlns": SITEMAPS, "xmlns:xhtml": XHTML})
    for url in urls:
        node = _dated(root, "url", url.address, url.changed)
        for locale, address in url.hreflang:
            ET.SubElement(node, "xhtml:link", {"rel": "alternate", "hreflang": locale, "href": address})
    return xml_bytes(root)


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
