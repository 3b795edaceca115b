"""Sitemaps and the robots file are read back."""

from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree as ET

from showcase.pages.plan import plan
from showcase.pages.sitemap import sitemap_jobs
from showcase.pages.views import Job
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, product

BASE = "https://showcase.test"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
DOCUMENTS = (
    field(updated="2026-11-01"),
    document("fields/y-te", "en", title="Health", summary="Health."),
    enterprise(),
    product(),
)


class AnyAsset(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"/assets/{PurePosixPath(name).name}"


def made(*documents: Document) -> dict[str, bytes]:
    jobs = plan(library(*documents), AnyAsset()).jobs
    return {job.output: job.make(job.view) for job in jobs if job.make}


def locations(data: bytes) -> list[str]:
    return [node.text or "" for node in ET.fromstring(data).iterfind("*/s:loc", NAMES)]


def test_the_index_names_a_sitemap_for_each_language() -> None:
    files = made(*DOCUMENTS)
    assert locations(files["sitemap.xml"]) == [f"{BASE}/sitemap-en.xml", f"{BASE}/sitemap-vi.xml"]
    changed = [node.text for node in ET.fromstring(files["sitemap.xml"]).iterfind("*/s:lastmod", NAMES)]
    assert changed == ["2026-11-01", "2026-11-01"]
    assert files["robots.txt"].decode() == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}/sitemap.xml\n"


def test_a_page_names_itself_in_all_languages_and_its_last_change() -> None:
    root = ET.fromstring(made(*DOCUMENTS)["sitemap-vi.xml"])
    pages: dict[str, ET.Element] = {node.findtext("s:loc", "", NAMES): node for node in root}
    node = pages[f"{BASE}/vi/linh-vuc/y-te/"]
    assert node.findtext("s:lastmod", "", NAMES) == "2026-11-01"
    links = {link.get("hreflang"): link.get("href") for link in node.iterfind("x:link", NAMES)}
    assert links == {
        "vi": f"{BASE}/vi/linh-vuc/y-te/",
        "en": f"{BASE}/en/fields/health/",
        "x-default": f"{BASE}/en/fields/health/",
    }
    alone = pages[f"{BASE}/vi/san-pham/amis/"]
    assert [child.tag.rpartition("}")[2] for child in alone] == ["loc"]


def test_pages_in_another_languages_text_are_not_listed() -> None:
    assert not [each for each in locations(made(*DOCUMENTS)["sitemap-en.xml"]) if "amis" in each]


def test_neither_lost_pages_nor_redirects_are_listed() -> None:
    files = made(*DOCUMENTS, product("khac", title="Khác", aliases=["cu"]))
    listed = locations(files["sitemap-vi.xml"])
    assert f"{BASE}/vi/san-pham/khac/" in listed
    assert not [each for each in listed if "404" in each or each.endswith("/cu/")]
    assert listed == sorted(listed)


def pages_of(*documents: Document) -> tuple[Job, ...]:
    jobs = plan(library(*documents), AnyAsset()).jobs
    return tuple(job for job in jobs if job.template and hasattr(job.view, "page") and job.locale == "vi")


def test_a_long_sitemap_is_split() -> None:
    pages = pages_of(*DOCUMENTS)
    jobs: dict[str, Any] = {job.output: job for job in sitemap_jobs(pages, BASE, length=3)}
    count = sum(len(job.view) for name, job in jobs.items() if name.startswith("sitemap-"))
    parts = [name for name in jobs if name.startswith("sitemap-vi")]
    assert parts[:2] == ["sitemap-vi.xml", "sitemap-vi-2.xml"]
    assert all(len(jobs[name].view) <= 3 for name in parts)
    assert count == len([page for page in pages if "noindex" not in page.view.page.head.robots])
    assert [file.address for file in jobs["sitemap.xml"].view] == [f"{BASE}/{name}" for name in parts]


def test_the_same_library_gives_the_same_bytes_in_any_order() -> None:
    assert made(*DOCUMENTS) == made(*reversed(DOCUMENTS))


def test_an_address_that_is_told_twice_is_one_string() -> None:
    for page in pages_of(*DOCUMENTS):
        listing = page.listing
        assert listing
        own = [address for _locale, address in listing.hreflang if address == listing.canonical]
        assert all(address is listing.canonical for address in own)
