"""Feeds are read back as XML and JSON."""

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.language.moments import moment
from showcase.pages.feeds import atom, feed_jobs, feed_views, json_feed
from showcase.pages.machines import feeds, field_feeds
from showcase.pages.views import Feed
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, site, sites
from tests.makers import settings as settings_of

BASE = "https://showcase.test"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(*documents: Document, locale: str = "vi", **options: Any) -> ET.Element:
    """The Atom feed of a language."""
    return ET.fromstring(atom(next(feed_views(site(*documents, locale=locale, **options)))))


def texts(root: ET.Element, path: str) -> list[str]:
    return [node.text or "" for node in root.findall(path, ATOM)]


def news(id_: str = "tin", **fields: Any) -> Document:
    return document(f"updates/{id_}", **({"date": "2024-07-30", "about": ["enterprises/misa"]} | fields))


def test_an_atom_feed_says_who_where_and_when() -> None:
    root = feed(enterprise(), news(updated="2024-08-01"))
    assert root.get(LANG) == "vi"
    assert texts(root, "a:id") == [f"{BASE}/vi/feed.xml"]
    assert texts(root, "a:title") == ["Trưng bày"]
    assert texts(root, "a:author/a:name") == ["Trưng bày"]
    assert texts(root, "a:updated") == ["2024-08-01T00:00:00+07:00"]
    links = {(link.get("rel"), link.get("hreflang")): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links == {
        ("self", "vi"): f"{BASE}/vi/feed.xml",
        ("alternate", "vi"): f"{BASE}/vi/",
        ("alternate", "en"): f"{BASE}/en/feed.xml",
        ("license", None): "https://creativecommons.org/licenses/by/4.0/",
    }


def test_an_entry_keeps_its_id_when_its_slug_changes() -> None:
    first, second = feed(enterprise(), news()), feed(enterprise(), news(slug="tin-moi"))
    assert texts(first, "a:entry/a:id") == texts(second, "a:entry/a:id") == [f"{BASE}/id/updates/tin#vi"]
    assert texts(first, "a:entry/a:published") == ["2024-07-30T00:00:00+07:00"]
    link = second.find("a:entry/a:link", ATOM)
    assert link is not None
    assert link.get("href") == f"{BASE}/vi/tin-tuc/tin-moi/"


def test_an_untranslated_entry_says_its_language() -> None:
    root = feed(enterprise(), news(), locale="en")
    entry = root.find("a:entry", ATOM)
    assert entry is not None
    assert (root.get(LANG), entry.get(LANG)) == ("en", "vi")


def test_feeds_run_newest_first_and_leave_out_what_has_no_date() -> None:
    documents = (
        field(),
        enterprise(updated="2026-01-01"),
        product("khong-ngay"),
        product("cu", launched="2012-12"),
        product("sap-toi", launched="2030"),
        product("lich", publish_on="2020-02-03"),
        document("events/le", start="2024-07-30"),
        document("campaigns/moi", form="campaign", updated="2026-11-20"),
        news(),
    )
    ids = [each.removeprefix(f"{BASE}/id/") for each in texts(feed(*documents), "a:entry/a:id")]
    assert ids == ["campaigns/moi#vi", "events/le#vi", "updates/tin#vi", "products/lich#vi", "products/cu#vi"]


def test_of_entries_of_one_day_the_newer_thing_comes_first() -> None:
    old, new = product("a", launched="2001", updated="2026-01-01"), product("b", launched="2020", updated="2026-01-01")
    ids = texts(feed(field(), enterprise(), old, new), "a:entry/a:id")
    assert [each.rpartition("/")[2] for each in ids] == ["b#vi", "a#vi"]


def test_no_feed_speaks_of_days_to_come() -> None:
    root = feed(enterprise(), news(updated="2030-01-01"), today=date(2026, 1, 1))
    assert texts(root, "a:entry/a:updated") == ["2026-01-01T00:00:00+07:00"]


def test_an_empty_feed_is_dated_by_the_build() -> None:
    root = feed(enterprise(), today=date(2026, 1, 2))
    assert texts(root, "a:updated") == ["2026-01-02T00:00:00+07:00"]
    assert json.loads(json_feed(next(feed_views(site(enterprise())))))["items"] == []


def test_a_feed_has_fifty_entries_at_most() -> None:
    many = [news(f"tin-{number}", date=f"2024-0{1 + number % 9}-01") for number in range(55)]
    root = feed(enterprise(), *many)
    assert len(root.findall("a:entry", ATOM)) == 50
    updated = texts(root, "a:entry/a:updated")
    assert updated == sorted(updated, reverse=True)


def test_a_json_feed_has_what_version_1_1_asks_for() -> None:
    found = json.loads(json_feed(next(feed_views(site(enterprise(), news(title="Tin", summary="Tóm tắt."))))))
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Trưng bày",
        "home_page_url": f"{BASE}/vi/",
        "feed_url": f"{BASE}/vi/feed.json",
        "language": "vi",
        "authors": [{"name": "Trưng bày"}],
        "items": [
            {
                "id": f"{BASE}/id/updates/tin#vi",
                "url": f"{BASE}/vi/tin-tuc/tin/",
                "title": "Tin",
                "content_text": "Tóm tắt.",
                "summary": "Tóm tắt.",
                "date_modified": "2024-07-30T00:00:00+07:00",
                "date_published": "2024-07-30T00:00:00+07:00",
                "language": "vi",
                "tags": ["Updates"],
            }
        ],
    }


def test_a_field_has_feeds_of_its_products_and_of_what_names_them() -> None:
    documents = (
        field(),
        field("giao-duc", title="Giáo dục"),
        enterprise(),
        product(updated="2024-01-01"),
        product("khac", field="giao-duc", updated="2024-01-01"),
        news(about=["products/amis"]),
        news("tin-khac"),
    )
    jobs = {job.output: job for job in feed_jobs(sites(*documents))}
    job = jobs["vi/linh-vuc/y-te/feed.xml"]
    assert job.make is not None
    root = ET.fromstring(job.make(job.view))
    assert texts(root, "a:title") == ["Y tế – Trưng bày"]
    assert texts(root, "a:entry/a:id") == [f"{BASE}/id/updates/tin#vi", f"{BASE}/id/products/amis#vi"]
    assert "en/fields/y-te/feed.json" in jobs


def test_every_feed_that_pages_name_is_made() -> None:
    made = sites(field(), enterprise())
    outputs = {f"/{job.output}" for job in feed_jobs(made)}
    named = {feed.permalink for here in made.values() for feed in (*feeds(here), *field_feeds(here, "fields/y-te"))}
    assert named == outputs
    assert field_feeds(made["vi"], "fields/y-te")[1] == Feed(
        "Y tế – Trưng bày (JSON Feed)", "/vi/linh-vuc/y-te/feed.json", "application/feed+json"
    )


@pytest.mark.parametrize(
    "title", ["</script>", "a ]]> b", "<b>&amp;", "=cmd", "hai\ndòng", "ă" * 300, "🇻🇳", "\"quote' \u0085"]
)
def test_any_title_comes_back_from_both_feeds(title: str) -> None:
    here = site(enterprise(), news(title=title))
    view, wanted = next(feed_views(here)), here.pages["updates/tin"].entry.title
    assert texts(ET.fromstring(atom(view)), "a:entry/a:title") == [wanted]
    assert json.loads(json_feed(view))["items"][0]["title"] == wanted


@settings(max_examples=20, deadline=None)
@given(st.permutations([news(f"tin-{number}") for number in range(4)]))
def test_the_order_of_files_does_not_matter(documents: list[Document]) -> None:
    views = next(feed_views(site(enterprise(), *documents)))
    assert views == next(feed_views(site(enterprise(), *reversed(documents))))


def test_moments_have_whole_minutes_of_offset() -> None:
    assert moment(date(1, 1, 1), "00:00", "Asia/Ho_Chi_Minh").isoformat() == "0001-01-01T00:00:00+07:06"
    assert moment(date(2024, 7, 1), "12:30", "America/New_York").isoformat() == "2024-07-01T12:30:00-04:00"


def test_without_a_licence_a_feed_names_none() -> None:
    root = feed(enterprise(), site_settings=settings_of(content_licence=""))
    assert "license" not in [link.get("rel") for link in root.findall("a:link", ATOM)]
