"""The showcase itself: every page is whole, every link leads somewhere, both languages say it all."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import html5lib
import pytest

from showcase import pipeline
from showcase.language.catalogs import Catalog, read_catalog, translations
from showcase.language.po_files import read_po_file
from showcase.reading.configuration import read_settings
from showcase.settings import Settings
from tests.html_pages import HtmlPage, html_page
from tests.sites.projects import tree

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@dataclass(frozen=True)
class Built:
    """The site as published: its files, and its pages by address."""

    settings: Settings
    outcome: pipeline.Outcome
    files: dict[str, bytes]
    pages: dict[str, HtmlPage]

    @cached_property
    def indexed(self) -> dict[str, HtmlPage]:
        """The pages that search engines may show."""
        return {path: page for path, page in self.pages.items() if not page.all("meta", name="robots")}

    def of(self, locale: str) -> dict[str, HtmlPage]:
        """The pages below the address of a language."""
        return {path: page for path, page in self.pages.items() if path.startswith(f"/{locale}/")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository on a fixed day; dates that pass later must not break a test."""
    output = tmp_path_factory.mktemp("real") / "site"
    outcome = pipeline.build(pipeline.Request(ROOT, TODAY, output, None, jobs=1))
    assert outcome.written, outcome.problems
    files = tree(output)
    pages = {
        "/" + path.removesuffix("index.html"): html_page(data) for path, data in files.items() if path.endswith(".html")
    }
    return Built(read_settings(ROOT), outcome, files, pages)


def test_there_is_nothing_to_warn_of(built: Built) -> None:
    assert built.outcome.problems == ()


TOOLS = {  # pages that only a visitor has a use for
    "vi": {"/vi/danh-sach-da-chon/", "/vi/san-pham/tat-ca/", "/vi/so-sanh/", "/vi/styleguide/", "/vi/tim-kiem/"},
    "en": {"/en/shortlist/", "/en/products/all/", "/en/compare/", "/en/search/", "/en/styleguide/"},
}


def test_both_languages_are_complete(built: Built) -> None:
    counts: dict[str, Counter[str]] = {locale: Counter() for locale in built.settings.codes}
    for locale, kind, count in built.outcome.pages:
        counts[locale][kind] = count

    assert counts["vi"] == counts["en"]
    assert sum(counts["vi"].values()) > 30
    for locale in built.settings.codes:
        kept_out = {path for path in built.of(locale) if path.endswith("/") and path not in built.indexed}
        assert kept_out == TOOLS[locale]


def test_every_link_and_every_anchor_leads_somewhere(built: Built) -> None:
    lost = []
    for path, page in built.pages.items():
        for address in page.addresses:
            parts = urlsplit(urljoin(f"{built.settings.base_url}{path}", address))
            if f"{parts.scheme}://{parts.netloc}" != built.settings.base_url:
                assert parts.scheme in ("https", "http", "mailto", "tel", "data"), address
                continue
            target, anchor = unquote(parts.path), unquote(parts.fragment)
            if target in built.pages:
                lost += [(path, address)] if anchor and anchor not in built.pages[target].ids else []
            elif target.lstrip("/") not in built.files:
                lost.append((path, address))
    assert lost == []


def test_every_page_names_itself_and_the_same_page_in_the_other_language(built: Built) -> None:
    base = built.settings.base_url
    for path, page in built.indexed.items():
        named = {own["hreflang"]: own["href"] for own in page.all("link", rel="alternate") if own.get("hreflang")}
        if path == "/":
            continue
        assert named.keys() == {*built.settings.codes, "x-default"}, path
        assert named[path.split("/")[1]] == base + path
        for locale in built.settings.codes:
            other = built.indexed[named[locale].removeprefix(base)]
            assert other.one("html")["lang"] == locale
            assert other.all("link", rel="alternate", hreflang=path.split("/")[1], href=base + path), path


def test_every_page_has_its_own_address_as_the_canonical_one(built: Built) -> None:
    for path, page in built.indexed.items():
        assert page.one("link", rel="canonical")["href"] == built.settings.base_url + path


def test_every_page_says_its_language(built: Built) -> None:
    known = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
    for path, page in built.pages.items():
        locale = path.split("/")[1] if path.split("/")[1] in built.settings.codes else built.settings.x_default
        assert page.one("html")["lang"] == locale, path
        assert all(known.fullmatch(own["lang"]) for _, own in page.elements if "lang" in own), path


def test_no_id_stands_twice_on_a_page(built: Built) -> None:
    assert [path for path, page in built.pages.items() if len(page.ids) != len(set(page.ids))] == []


def test_every_page_is_read_without_an_error(built: Built) -> None:
    for path, data in built.files.items():
        if path.endswith(".html"):
            parser = html5lib.HTMLParser()
            parser.parse(data.decode())
            assert [(path, code, place) for place, code, _ in parser.errors] == []


def test_every_title_stands_once_in_its_language(built: Built) -> None:
    for locale in built.settings.codes:
        titles = Counter(page.text("title") for path, page in built.of(locale).items() if path in built.indexed)
        assert [title for title, count in titles.items() if count > 1 or not title.strip()] == []


def test_every_page_has_one_heading_of_the_first_level_and_a_description(built: Built) -> None:
    for path, page in built.pages.items():
        assert len(page.all("h1")) == 1, path
    for path, page in built.indexed.items():
        assert page.one("meta", name="description")["content"].strip(), path


def test_headings_leave_no_level_out(built: Built) -> None:
    for path, page in built.pages.items():
        levels = [int(name[1]) for name, _ in page.elements if re.fullmatch("h[1-6]", name)]
        jumps = [(one, other) for one, other in pairwise(levels) if other > one + 1]
        assert jumps == [], path


def test_every_picture_is_described_and_has_a_size(built: Built) -> None:
    for path, page in built.pages.items():
        for own in page.all("img"):
            assert "alt" in own, path
            assert own.get("width"), path
            assert own.get("height"), path


def test_nothing_is_styled_or_run_inside_a_page(built: Built) -> None:
    """A strict content security policy must be possible."""
    for path, page in built.pages.items():
        assert not page.all("style"), path
        assert all("src" in own or own.get("type") == "application/ld+json" for own in page.all("script")), path
        assert not [own for _, own in page.elements if "style" in own or any(name.startswith("on") for name in own)]


def test_nothing_of_the_sources_is_left_in_a_page(built: Built) -> None:
    left = re.compile(rb"content:/|x-card|\[\[|\{\{|\{%|%\(\w+\)s|Undefined|lorem ipsum|TODO", re.IGNORECASE)
    found = {path: left.search(data) for path, data in built.files.items() if path.endswith((".html", ".xml"))}

    assert {path: match[0] for path, match in found.items() if match} == {}


def test_what_search_engines_read_can_be_read(built: Built) -> None:
    for path, page in built.indexed.items():
        for kind, _, text in page.texts:
            if kind == "script" and text.strip():
                assert json.loads(text)["@context"] == "https://schema.org", path


def test_the_map_of_the_site_lists_every_page_once(built: Built) -> None:
    listed = [
        str(loc.text)
        for name, data in built.files.items()
        if re.fullmatch(r"sitemap-.*\.xml", name)
        for loc in ET.fromstring(data).iter(f"{MAP}loc")
    ]
    pages = [built.settings.base_url + path for path in built.indexed if path != "/"]

    assert b"/sitemap.xml" in built.files["robots.txt"]
    assert sorted(address for address in listed if address != f"{built.settings.base_url}/") == sorted(pages)


def test_every_product_shows_its_sources(built: Built) -> None:
    for locale in built.settings.codes:
        catalog = catalog_of(locale)
        section = translations(catalog).pgettext("address", "products")
        products = {
            path: page
            for path, page in built.of(locale).items()
            if re.fullmatch(rf"/{locale}/{section}/[^/]+/", path) and path in built.indexed
        }
        assert len(products) >= 10
        assert [path for path, page in products.items() if "tb-source-1" not in page.ids] == []


def catalog_of(locale: str) -> Catalog:
    path = f"locales/{locale}/LC_MESSAGES/messages.po"
    catalog, problems = read_catalog((ROOT / path).read_bytes(), locale, path)
    assert catalog is not None, problems
    return catalog


def test_no_word_of_the_english_interface_is_left_on_a_vietnamese_page(built: Built) -> None:
    path = "locales/vi/LC_MESSAGES/messages.po"
    messages = read_po_file((ROOT / path).read_text(encoding="utf-8"), "vi", path).messages
    english = {str(each.id) for each in messages if isinstance(each.id, str) and each.string}
    english -= {str(each.string) for each in messages} | {"Online"}
    left = {
        (address, text.strip())
        for address, page in built.of("vi").items()
        for _, lang, text in page.texts
        if lang == "vi" and text.strip() in english
    }
    assert left == set()


def test_no_vietnamese_letter_is_left_in_the_interface_of_an_english_page(built: Built) -> None:
    path = "locales/vi/LC_MESSAGES/messages.po"
    messages = read_po_file((ROOT / path).read_text(encoding="utf-8"), "vi", path).messages
    vietnamese = {str(each.string) for each in messages if re.search("[ăâđêôơưạ-ỹàáãèéìíòóùúý]", str(each.string))}
    left = {
        (address, text.strip())
        for address, page in built.of("en").items()
        for _, lang, text in page.texts
        if lang == "en" and text.strip() in vietnamese
    }
    assert left == set()
