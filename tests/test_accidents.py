"""Accidents that happen to editors, translators and designers, each with the good end that it must have."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest

from showcase import pipeline
from showcase.codes import CODES, ERROR
from tests.sites.preparations import picture
from tests.sites.projects import build, change, check, project, put, tree

ENTRY = "content/products/ban-go"
VI, EN = f"{ENTRY}/index.vi.md", f"{ENTRY}/index.en.md"
CATALOG = "locales/vi/LC_MESSAGES/messages.po"
HTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project that is in order."""
    return project(tmp_path / "project")


def codes(root: Path) -> list[tuple[str, str]]:
    """What is wrong with a project: each code with the line where it stands."""
    request = pipeline.Request(root, date(2026, 11, 20), root / "site", None, jobs=1)
    return [(each.code, f"{each.place.path}:{each.place.line}") for each in pipeline.check(request).problems]


def errors(root: Path) -> list[tuple[str, str]]:
    """The problems of a project that keep it from being published."""
    return [each for each in codes(root) if CODES[each[0]].severity == ERROR]


def made(root: Path) -> dict[str, bytes]:
    """The files of the site that a project is made into, without a single warning."""
    code, output = build(root, "--no-cache", "--strict")
    assert code == 0, output
    return tree(root / "site")


def body(root: Path, vietnamese: str, english: str = "One paragraph.\n") -> None:
    """Another text for the table, with the same fields."""
    for path, text in ((VI, vietnamese), (EN, english)):
        front = (root / path).read_text(encoding="utf-8").split("---\n")[1]
        put(root, path, f"---\n{front}---\n{text}")


def parsed(data: bytes) -> Any:
    """The page as a browser reads it; html5lib stops at the first error."""
    return html5lib.HTMLParser(strict=True).parse(data)


def linked_data(page: Any) -> Iterator[dict[str, Any]]:
    """The nodes of a page's JSON-LD."""
    for script in page.iter(f"{HTML}script"):
        yield from json.loads("".join(script.itertext()))["@graph"]


HOSTILE = "</script><!-- & \"Bàn\" 'gỗ' {{ site }} {% if %} ]]> 🪑 " + "ỗ" * 240 + " =A+B"


def test_a_hostile_title_is_right_in_page_data_feed_and_sitemap(root: Path) -> None:
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    change(root, VI, "title: Bàn gỗ\n", f"title: {quoted}\nslug: ban-go\nlaunched: 2026-01-01\n")
    site = made(root)
    page = parsed(site["vi/san-pham/ban-go/index.html"])
    product = next(node for node in linked_data(page) if node["@type"] == "Product")
    feed = ET.fromstring(site["vi/feed.xml"])
    addresses = [loc.text for loc in ET.fromstring(site["sitemap-vi.xml"]).iter(f"{MAP}loc")]
    cells = list(csv.reader(io.StringIO(site["data/products.csv"].decode("utf-8-sig"))))

    assert len(HOSTILE) <= 300
    assert "".join(page.find(f".//{HTML}h1").itertext()) == HOSTILE
    assert "".join(page.find(f".//{HTML}title").itertext()) == f"{HOSTILE} – Phòng thử"
    assert product["name"] == HOSTILE
    assert [title.text for title in feed.iterfind(f"{ATOM}entry/{ATOM}title")] == [HOSTILE]
    assert json.loads(site["vi/feed.json"])["items"][0]["title"] == HOSTILE
    assert json.loads(site["data/products/ban-go.json"])["title"]["vi"] == HOSTILE
    assert HOSTILE in cells[1]
    assert "https://example.org/vi/san-pham/ban-go/" in addresses


def test_tab_indentation_in_front_matter_is_found(root: Path) -> None:
    change(root, VI, "field: do-dung\n", "field: do-dung\nprice:\n\tamount: 1\n")

    assert codes(root) == [("yaml-tab", f"{VI}:7")]


def test_an_unquoted_second_colon_is_found(root: Path) -> None:
    change(root, VI, "title: Bàn gỗ", "title: Bàn: gỗ")

    assert codes(root) == [("yaml-colon", f"{VI}:2")]


def test_a_misspelt_field_is_found_with_what_was_meant(root: Path) -> None:
    change(root, VI, "summary:", "sumary:")

    assert ("unknown-field", f"{VI}:3") in codes(root)
    assert "did you mean “summary”?" in check(root)[1]


def test_a_fact_that_a_translation_repeats_is_found(root: Path) -> None:
    change(root, EN, "title:", "field: do-dung\ntitle:")

    assert codes(root) == [("fact-in-translation", f"{EN}:2")]


def test_curly_quotes_around_a_value_are_found(root: Path) -> None:
    change(root, VI, "title: Bàn gỗ", "title: “Bàn gỗ”")

    assert codes(root) == [("yaml-curly-quotes", f"{VI}:2")]


@pytest.mark.parametrize("price", ["1.250.000đ", "1.990", "1,250,000", "1 250 000", "1.250.000"])
def test_a_price_with_dots_is_found(root: Path, price: str) -> None:
    change(
        root,
        VI,
        "field: do-dung\n",
        f"field: do-dung\nprice: {{amount: '{price}', currency: VND, sources: [a], trust: declared}}\n"
        "sources: [{id: a, name: Xưởng, kind: company}]\n",
    )

    assert codes(root) == [("not-a-number", f"{VI}:6")]


@pytest.mark.parametrize(
    ("other", "code"),
    [("ghe-go", "unknown-reference"), ("den", "unpublished-reference"), ("ban-go", "self-reference")],
)
def test_a_relation_to_a_missing_a_draft_or_the_same_entry_is_found(root: Path, other: str, code: str) -> None:
    draft = "---\ntitle: Đèn\nsummary: …\nmaker: xuong-go\nfield: do-dung\ndraft: true\n---\n"
    put(root, "content/products/den/index.vi.md", draft)
    put(root, "content/products/den/index.en.md", "---\ntitle: Lamp\nsummary: …\n---\n")
    change(root, VI, "field: do-dung\n", f"field: do-dung\nworks_with: [{other}]\n")

    assert codes(root) == [(code, f"{VI}:6")]


def test_a_translation_without_its_source_is_found(root: Path) -> None:
    (root / VI).unlink()

    assert codes(root) == [("missing-source-text", f"{EN}:1")]


def test_a_picture_whose_name_differs_in_capitals_is_found_with_the_right_name(root: Path) -> None:
    put(root, f"{ENTRY}/Photo.JPG", picture())
    body(root, "![Bàn](photo.jpg)\n")

    assert errors(root) == [("missing-picture", f"{VI}:7")]
    assert "did you mean “Photo.JPG”?" in check(root)[1]


def test_a_picture_is_shown_with_its_size_in_both_languages(root: Path) -> None:
    put(root, f"{ENTRY}/Photo.JPG", picture(size=(8, 6)))
    put(root, f"{ENTRY}/unused.jpg", picture(size=(9, 9)))
    body(root, "![Bàn](Photo.JPG)\n", "![Table](Photo.JPG)\n")
    site = made(root)
    media = [path for path in site if path.startswith("media/")]

    assert {path.rpartition(".")[2] for path in media} == {"avif", "webp", "jpg"}
    assert len(media) == 3
    jpeg = next(path for path in media if path.endswith(".jpg"))
    for path in ("vi/san-pham/ban-go/index.html", "en/products/wooden-table/index.html"):
        shown = parsed(site[path]).find(f".//{HTML}img")
        assert (shown.get("src"), shown.get("width"), shown.get("height")) == (f"/{jpeg}", "8", "6")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_name_that_macos_decomposed_is_found_by_its_text(root: Path, form: Any) -> None:
    put(root, f"{ENTRY}/{unicodedata.normalize(form, 'ảnh-bàn')}.jpg", picture())
    body(root, "![Bàn](ảnh-bàn.jpg)\n", "![Table](ảnh-bàn.jpg)\n")

    assert any(path.startswith("media/") for path in made(root))


def test_the_pictures_of_a_draft_are_not_published(root: Path) -> None:
    draft = "---\ntitle: Đèn\nsummary: …\nmaker: xuong-go\nfield: do-dung\ndraft: true\n---\n![Đèn](den.jpg)\n"
    put(root, "content/products/den/index.vi.md", draft)
    put(root, "content/products/den/index.en.md", "---\ntitle: Lamp\nsummary: …\n---\n![Lamp](den.jpg)\n")
    put(root, "content/products/den/den.jpg", picture())

    assert not any(path.startswith("media/") for path in made(root))


def test_a_draft_note_in_an_html_comment_is_not_published(root: Path) -> None:
    body(root, "Một.\n\n<!-- giá thật: bí mật -->\n\nHai <!-- bí mật --> ba.\n")

    assert not any("bí mật".encode() in data for data in made(root).values())


def test_a_link_to_a_heading_that_one_language_lacks_is_found_there(root: Path) -> None:
    body(root, "## Giá\n\n[Giá](content:/products/ban-go#gia)\n", "## Price\n\n[Price](content:/products/ban-go#gia)\n")

    assert errors(root) == [("broken-anchor", f"{EN}:7")]


def test_mail_with_a_new_line_in_its_subject_is_found(root: Path) -> None:
    body(root, "[Thư](mailto:a@example.com?subject=a%0D%0ABcc:b@example.com)\n")

    assert errors(root) == [("unsafe-address", f"{VI}:7")]


def test_a_table_pasted_from_word_keeps_its_cells_and_nothing_else(root: Path) -> None:
    table = (
        '<table class="MsoTableGrid" border="1" style="mso-yfti-tbllook:1184"><tr style="height:12pt">'
        '<td width="50" style="border:solid"><p class="MsoNormal" onclick="x()">Cao<o:p></o:p></p></td>'
        '<td bgcolor="red">Rộng</td></tr></table>\n'
    )
    body(root, table)
    page = parsed(made(root)["vi/san-pham/ban-go/index.html"])
    shown = page.find(f".//{HTML}table")

    assert ["".join(cell.itertext()).strip() for cell in shown.iter(f"{HTML}td")] == ["Cao", "Rộng"]
    assert not any(element.attrib for element in shown.iter())


def test_four_dashes_are_found(root: Path) -> None:
    change(root, VI, "---\ntitle", "----\ntitle")

    assert codes(root) == [("bad-fence", f"{VI}:1")]


@pytest.mark.parametrize(("opening", "closing"), [("---  ", "--- "), ("---", "..."), ("\ufeff---", "---\t")])
def test_spaces_after_dashes_and_three_dots_at_the_end_do_no_harm(root: Path, opening: str, closing: str) -> None:
    plain = made(root)
    text = (root / VI).read_text(encoding="utf-8").replace("---\ntitle", f"{opening}\ntitle")
    put(root, VI, text.replace("do-dung\n---\n", f"do-dung\n{closing}\n"))

    assert made(root) == plain


def test_windows_line_ends_do_no_harm(root: Path) -> None:
    plain = made(root)
    for path in (VI, EN):
        put(root, path, (root / path).read_bytes().replace(b"\n", b"\r\n"))

    assert made(root) == plain


def test_a_decomposed_text_gives_the_same_site(root: Path) -> None:
    plain = made(root)
    for path in (root / "content").rglob("*.vi.md"):
        path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    po = root / CATALOG
    po.write_text(unicodedata.normalize("NFD", po.read_text(encoding="utf-8")), encoding="utf-8")

    assert made(root) == plain


def test_a_catalogue_entry_without_its_placeholder_is_found(root: Path) -> None:
    change(root, CATALOG, "Bài viết bằng %(language)s.", "Bài viết.")

    assert codes(root) == [("catalog-placeholders", f"{CATALOG}:{line_of(root, CATALOG, 'The text is in')}")]


def test_a_catalogue_entry_with_html_is_found(root: Path) -> None:
    change(root, CATALOG, 'msgstr "Tiếp"', 'msgstr "<script>Tiếp"')

    assert codes(root) == [("catalog-html", f"{CATALOG}:{line_of(root, CATALOG, 'Next')}")]


def test_a_fuzzy_catalogue_entry_warns_and_is_not_shown(root: Path) -> None:
    change(root, CATALOG, 'msgid "Menu"', '#, fuzzy\nmsgid "Menu"')
    build(root, "--no-cache")

    assert codes(root) == [("incomplete-catalog", f"{CATALOG}:{line_of(root, CATALOG, 'Menu')}")]
    assert 'aria-label="Menu"' in (root / "site/vi/san-pham/index.html").read_text(encoding="utf-8")


def line_of(root: Path, path: str, text: str) -> int:
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if f'msgid "{text}' in line)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("page_size:", "pagesize:", "unknown-field", 5),
        ("https://example.org", "example.org", "bad-settings", 1),
        ("https://example.org", "https://example.org/trung-bay", "bad-settings", 1),
        ("https://example.org", "ftp://example.org", "bad-settings", 1),
        ("https://example.org", "https://[", "bad-settings", 1),
    ],
)
def test_slips_in_the_settings_are_found(root: Path, old: str, new: str, code: str, line: int) -> None:
    change(root, "site.yaml", old, new)

    assert codes(root) == [(code, f"site.yaml:{line}")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{ view.kind.intro }}", "{{ view.kind.nothing }}", "template-undefined"),
        ("{{ view.kind.intro }}", "{{ view.kind.intro }", "template-syntax"),
        ("{% block main %}", "", "template-syntax"),
    ],
)
def test_faults_of_a_template_are_found(root: Path, old: str, new: str, code: str) -> None:
    change(root, "templates/list.html", old, new)
    found = codes(root)

    assert [each for each, _ in found] == [code]
    assert re.fullmatch(r"templates/list\.html:[1-9]\d*", found[0][1])


def test_a_missing_block_is_found_where_it_is_asked_for(root: Path) -> None:
    change(root, "templates/base.html", "{% block main %}{% endblock %}", "{% block main required %}{% endblock %}")
    put(root, "templates/404.html", '{% extends "base.html" %}\n')

    assert [code for code, _ in codes(root)] == ["template-failed"]


def test_an_empty_file_is_found(root: Path) -> None:
    put(root, EN, "")

    assert codes(root) == [("empty-file", f"{EN}:0")]


def test_a_kind_without_entries_has_no_list_and_no_place_in_the_menu(root: Path) -> None:
    put(root, "content/menus.yaml", "main: [products, events]\n")
    (root / "content/events").mkdir()
    site = made(root)

    assert not any(path.startswith("vi/su-kien") for path in site)
    assert b"/vi/su-kien/" not in site["vi/san-pham/index.html"]


@pytest.mark.parametrize("folders", [False, True])
def test_no_content_at_all_does_not_replace_a_site(root: Path, folders: bool) -> None:
    before = made(root)
    (root / "content").rename(root / "elsewhere")
    if folders:
        (root / "content/products").mkdir(parents=True)

    assert codes(root) == [("no-content", "content:0")]
    assert build(root)[0] == 1
    assert tree(root / "site") == before


def test_nothing_but_drafts_does_not_replace_a_site(root: Path) -> None:
    for path in (root / "content").rglob("index.vi.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    change(root, "content/pages/trang-dau/index.vi.md", "front:\n  campaign: tuan-le\n", "")
    put(root, "content/menus.yaml", "main: [products]\n")

    assert codes(root) == [("no-content", "content:0")]


def test_a_brochure_over_http_is_refused(root: Path) -> None:
    brochure = "documents: [{id: a, title: Giới thiệu, url: 'http://example.com/a.pdf'}]\n"
    change(root, VI, "field: do-dung\n", f"field: do-dung\n{brochure}")

    assert codes(root) == [("bad-pattern", f"{VI}:6")]


def test_a_future_date_waits_and_the_build_says_until_when(root: Path) -> None:
    change(root, VI, "field: do-dung\n", "field: do-dung\npublish_on: 2026-12-01\n")
    code, output = build(root, "--no-cache", "--strict")

    assert code == 0
    assert "On 2026-12-01 the content changes by itself" in output
    assert "vi/san-pham/ban-go/index.html" not in tree(root / "site")


def test_a_figure_past_its_review_date_warns(root: Path) -> None:
    figure = "{id: a, kind: figure, text: Ba mươi., sources: [b], trust: declared, review_by: 2026-11-19}"
    sources = "sources: [{id: b, name: Xưởng, kind: company}]"
    change(root, VI, "field: do-dung\n", f"field: do-dung\nclaims: [{figure}]\n{sources}\n")
    change(root, EN, "title:", "claims: [{id: a, text: Thirty.}]\ntitle:")

    assert codes(root) == [("review-due", f"{VI}:6")]
