"""A site written by an enemy, built with the showcase's own templates: nothing in it runs, reaches out or restyles."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.security.outputs import cells, content_lines, faults, json_files, linked_data, xml_files
from tests.sites.preparations import picture
from tests.sites.projects import build, project, put, tree

ROOT = Path(__file__).parents[2]
BAIT = "</script></title></textarea>--><svg/onload=x()><img src=x onerror=x()>\"' onx=x() ]]> {{ site }} {% if %}"
FORMULA = '=HYPERLINK("https://evil.example";"x")'
BREAK = "x\\nEND:VEVENT\\r\\nBEGIN:VALARM"
LINE = f"{FORMULA[:12]} {BAIT}"

BODY = """\
<script>x()</script> <ScRiPt src=https://evil.example></sCrIpT> <style>*{display:none}</style>

<p onclick="x()" style="position:fixed" class="masthead" id="tb-main">a</p>

<svg><a xlink:href="javascript:x()"><text>b</text></a><script>x()</script></svg>

<math><mtext><table><mglyph><style><img src='a b.jpg' alt=d onerror=x()></style></mglyph></table></mtext></math>

<noscript><p title="</noscript><img src='a b.jpg' alt=d onerror=x()>"></noscript>

<template><script>x()</script></template>

<iframe src="https://evil.example"></iframe><form action="https://evil.example"><input autofocus onfocus=x()></form>

<base href="https://evil.example"><meta http-equiv="refresh" content="0;url=https://evil.example">

{{ site }} {% include 'base.html' %} {# c #} </main> ${x()} <!-- --><img src='a b.jpg' alt=d onerror=x()> -->

`</code><script>x()</script>` **d**{: onclick="x()" style="color:red" } ## e {: #tb-menu onmouseover=x() }

```html" onload="x()
</code></pre><script>x()</script>
```

[f](https://example.com/?a="><script>x()</script> "title\\" onmouseover=\\"x()")
"""


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def front(**fields: str) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a site in which every text is bait; the templates and catalogues are those of the showcase."""
    root = project(tmp_path_factory.mktemp("hostile") / "project")
    for folder in ("templates", "locales"):
        shutil.rmtree(root / folder)
    shutil.copytree(ROOT / "templates", root / "templates")
    for locale in ("vi", "en"):
        shutil.copytree(ROOT / f"locales/{locale}/LC_MESSAGES", root / f"locales/{locale}/LC_MESSAGES")
    text, evidence = quoted(LINE), "sources: [a], trust: declared"
    sources = f"[{{id: a, name: {text}, title: {text}, kind: news, url: 'https://example.com/?q=%3Cscript%3E&amp;javascript:x'}}]"
    shared = {"title": text, "tagline": quoted(BAIT[:80]), "summary": text, "sources": sources}
    named = f"{{id: a, text: {text}, {evidence}, note: {text}}}"
    put(root, "content/products/ban-go/a b.jpg", picture())
    put(
        root,
        "content/products/ban-go/index.vi.md",
        front(
            **shared,
            slug="ban-go",
            aliases="[ban-cu]",
            maker="xuong-go",
            field="do-dung",
            launched="2026-01-01",
            website="'https://example.com/\\'onx=x()'".replace("\\'", "%27"),
            claims=f"[{{id: a, kind: figure, text: {text}, {evidence}, note: {text}}}]",
            capabilities=f"[{named}]",
            genuine=f"[{{id: a, text: {text}}}]",
            specifications=f"[{{id: a, label: {text}, value: {quoted(FORMULA)}, unit: '<b>'}}]",
            certificates=f"[{{id: a, name: {text}, body: {text}, number: '+1', {evidence}}}]",
            awards=f"[{{id: a, name: {text}, category: {text}, {evidence}}}]",
            channels=f"[{{id: a, kind: website, name: {text}, url: 'https://example.com/'}}]",
            documents=f"[{{id: a, title: {text}, url: 'https://example.com/a'}}]",
            pictures=f"[{{id: a, file: a b.jpg, alt: {text}, caption: {text}, credit: {text}}}]",
            contact=f"{{name: {text}, email: 'a@example.com', url: 'https://example.com/'}}",
            made_in=text,
            support=text,
            warranty=text,
        )
        + BODY,
    )
    english = front(title=text, summary=text, slug="table")
    put(root, "content/products/ban-go/index.en.md", english + BODY)
    event = f'"{BREAK} {FORMULA[:9]} ; , \\\\ "'
    put(
        root,
        "content/events/hoi-cho/index.vi.md",
        front(
            title=event,
            summary=event,
            slug="hoi-cho",
            start="2026-12-01",
            venue=event,
            outcome=event,
            online="'https://example.com/;x'",
        ),
    )
    put(root, "content/events/hoi-cho/index.en.md", front(title=event, summary=event, slug="fair"))
    site_yaml = (root / "site.yaml").read_text(encoding="utf-8")
    put(root, "site.yaml", site_yaml.replace("title: Test room", f"title: {text}"))
    code, output = build(root, "--no-cache")
    assert code == 0, output
    return tree(root / "site")


def test_no_page_runs_reaches_out_or_restyles(site: dict[str, bytes]) -> None:
    found = [fault for path, data in site.items() if path.endswith(".html") for fault in faults(path, data)]

    assert found == []


def test_the_bait_stands_in_the_pages_as_text(site: dict[str, bytes]) -> None:
    page = site["vi/san-pham/ban-go/index.html"].decode()

    assert page.count("&lt;/script&gt;&lt;/title&gt;") > 10
    assert "{{ site }} {% if %}" in page
    assert "<noscript" not in page


def test_ids_of_the_theme_are_not_taken_by_a_text(site: dict[str, bytes]) -> None:
    page = site["vi/san-pham/ban-go/index.html"].decode()
    ids = re.findall(r' id="([^"]*)"', page)

    assert len(ids) == len(set(ids))


def test_what_search_engines_read_is_whole(site: dict[str, bytes]) -> None:
    (found,) = linked_data(site["vi/san-pham/ban-go/index.html"])

    assert any(node.get("name") == LINE for node in found["@graph"])


def test_feeds_maps_and_data_can_be_read(site: dict[str, bytes]) -> None:
    feed = xml_files(site)["vi/feed.xml"]
    records = json_files(site)

    assert LINE in [title.text for title in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert records["vi/feed.json"]["items"]
    assert any("search" in path for path in records) or any("search" in path for path in site)


def test_no_cell_of_a_table_is_a_formula(site: dict[str, bytes]) -> None:
    tables = [data for path, data in site.items() if path.endswith(".csv")]

    assert tables
    assert not [
        cell for data in tables for cell in cells(data) if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    ]


def test_no_text_begins_a_line_of_a_calendar(site: dict[str, bytes]) -> None:
    data = site["vi/calendar.ics"]
    lines = content_lines(data)

    assert lines.count("END:VEVENT") == 1
    assert not [line for line in lines if line.startswith("BEGIN:VALARM")]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_redirects_lead_within_the_site(site: dict[str, bytes]) -> None:
    assert b"0; url=/vi/san-pham/ban-go/" in site["vi/san-pham/ban-cu/index.html"]
    assert all(re.fullmatch(r"/\S+ /\S+ 301", line) for line in site["_redirects"].decode().splitlines())
