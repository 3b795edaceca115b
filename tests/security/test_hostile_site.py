"""A site written by an enemy, built with the showcase's own templates: nothing in it runs, reaches out or restyles."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from showcase.kinds import KINDS
from showcase.serving.app import application
from showcase.serving.edition import Edition, Hall
from tests.html_pages import html_page
from tests.security.hostile import BAIT, EVIL, TRAP, baited_fields
from tests.security.outputs import cells, content_lines, faults, json_files, linked_data, xml_files
from tests.sites.projects import tree
from tools.still import host_headers, running

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.fixture(scope="module")
def site(built: Path) -> dict[str, bytes]:
    """The files of the hostile site."""
    return tree(built)


def test_texts_of_every_kind_are_bait() -> None:
    models = {model for model, _ in baited_fields()}

    assert {kind.model.__name__ for kind in KINDS.values()} <= models
    assert len(baited_fields()) > 80


def test_no_page_runs_reaches_out_or_restyles(site: dict[str, bytes]) -> None:
    found = [fault for path, data in site.items() if path.endswith(".html") for fault in faults(path, data)]

    assert found == []


def test_the_bait_stands_in_the_pages_as_text(site: dict[str, bytes]) -> None:
    page = site["vi/san-pham/a0/index.html"].decode()

    assert page.count("&lt;script&gt;pwned()") > 3
    assert "{{ 7*191 }}" in page
    assert "<noscript" not in page


def test_no_text_is_run_as_a_template(site: dict[str, bytes]) -> None:
    assert [path for path, data in site.items() if b"1337" in data and not path.startswith("assets/")] == []


def test_an_id_stands_once_whatever_texts_ask_for(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if path.endswith(".html"):
            ids = html_page(data).ids
            assert len(ids) == len(set(ids)), path


def test_what_search_engines_read_is_whole(site: dict[str, bytes]) -> None:
    pages = [path for path in site if re.fullmatch(r"(vi|en)/(.+/)?a0/index\.html", path)]
    found = [node for path in pages for each in linked_data(site[path]) for node in each["@graph"]]

    assert len(pages) >= 2 * len(KINDS)
    assert any(TRAP in str(node.get("name")) for node in found)


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def test_feeds_maps_and_data_can_be_read_and_hold_the_bait_as_it_was_written(site: dict[str, bytes]) -> None:
    said = {each.text for document in xml_files(site).values() for each in document.iter() if each.text}
    data = {text for document in json_files(site).values() for text in texts(document)}

    assert any(TRAP in text for text in said)
    assert {bait.replace("\r\n", "\n") for bait in BAIT} <= data


def test_addresses_in_feeds_and_data_lead_to_the_web_or_within_the_site(site: dict[str, bytes]) -> None:
    for document in xml_files(site).values():
        for element in document.iter():
            for name in ("href", "src", "url"):
                assert element.get(name, "https://").startswith(("https://", "http://", "/"))


def test_the_markup_that_feeds_carry_is_as_clean_as_that_of_pages(site: dict[str, bytes]) -> None:
    carried = [
        each.text or ""
        for document in xml_files(site).values()
        for each in document.iter()
        if each.get("type") == "html"
    ]
    for path, document in json_files(site).items():
        if path.endswith("feed.json"):
            carried += [item["content_html"] for item in document["items"] if "content_html" in item]
    pages = [f"<!doctype html><title>x</title>{markup}".encode() for markup in carried]

    assert [fault for page in pages for fault in faults("feed", page)] == []


def test_no_cell_of_a_table_is_a_formula(site: dict[str, bytes]) -> None:
    tables = [data for path, data in site.items() if path.endswith(".csv")]

    assert len(tables) >= len(KINDS)
    assert not [cell for data in tables for cell in cells(data) if cell.startswith(FORMULA_SIGNS)]


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_no_text_begins_a_line_of_a_calendar(site: dict[str, bytes], locale: str) -> None:
    data = site[f"{locale}/calendar.ics"]
    lines = content_lines(data)

    assert lines.count("END:VEVENT") == lines.count("BEGIN:VEVENT") == 2
    assert not [line for line in lines if line.startswith(("BEGIN:VALARM", "ATTACH"))]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not re.search(rb"[\r\n\x00-\x08\x0b-\x1f]", data.replace(b"\r\n", b""))


def test_what_hosts_are_told_keeps_its_lines(site: dict[str, bytes]) -> None:
    rules = site["_redirects"].decode().splitlines()

    assert rules
    assert all(re.fullmatch(r"/\S+ /\S+ (301|404)", rule) for rule in rules if not rule.startswith("#")), rules
    assert EVIL.encode() not in site["_headers"] + site["robots.txt"] + site["_redirects"]


@pytest.fixture(scope="module")
def address(site: dict[str, bytes]) -> Iterator[str]:
    """Where the hostile site is shown, without its policy, which must not be what keeps it safe: breaches are told."""
    headers = host_headers(site["_headers"].decode())
    headers["Content-Security-Policy-Report-Only"] = headers["Content-Security-Policy"]
    headers["Content-Security-Policy"] = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"
    with running(application(Hall(Edition(site, headers)), None)) as shown:
        yield shown


WATCH = """
window.sprung = [];
window.pwned = (...given) => { window.sprung.push(String(given)); return ''; };
document.addEventListener('securitypolicyviolation', event => {
  window.sprung.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
# What a visitor might touch: every element is pointed at, focused and, short of leaving the page, pressed.
TOUCH = """
async () => {
  const leave = event => event.preventDefault();
  document.addEventListener('click', leave, true);
  document.addEventListener('submit', leave, true);
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['mouseover', 'focus', 'toggle', 'pointerdown', 'click'])
      element.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true}));
  }
  for (const link of document.querySelectorAll('[href],[src],[action],[formaction]'))
    for (const name of ['href', 'src', 'action', 'formaction'])
      if (/^\\s*(javascript|data|vbscript|blob):/i.test(link[name] || '')) window.sprung.push(`${name} ${link[name]}`);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  return window.sprung;
}
"""


@pytest.mark.browser
def test_a_visitor_of_a_hostile_site_meets_nothing_that_runs_or_asks_elsewhere(
    browser: Browser, built: Path, address: str
) -> None:
    context = browser.new_context(locale="vi-VN")
    context.add_init_script(WATCH)
    page = context.new_page()
    found = watched(page, address)
    for path in sorted(built.rglob("*.html")):
        here = path.relative_to(built).as_posix().removesuffix("index.html")
        if here and "http-equiv" not in path.read_text(encoding="utf-8")[:800]:  # those pages lead on to others
            page.goto(f"{address}/{here}", wait_until="load")
            found += [f"{here}: {each}" for each in page.evaluate(TOUCH)]
    context.close()

    assert found == []


@pytest.mark.browser
def test_the_watch_would_tell_if_bait_ran(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    found = watched(page, address)
    page.goto(f"{address}/vi/san-pham/a0/")
    page.evaluate("document.body.innerHTML += `<img src=x onerror=pwned(1)><i onmouseover=pwned(2)>a</i>`")
    page.evaluate("document.body.innerHTML += `<img src=https://evil.example/p><a href=' javascript:pwned()'>b</a>`")
    page.wait_for_function("sprung.includes('1')")
    found += page.evaluate(TOUCH)
    context.close()

    assert {"1", "2", "asks https://evil.example/p", "href javascript:pwned()"} <= set(found)
    assert any(each.startswith("script-src-attr") for each in found)


@pytest.mark.browser
def test_a_search_that_finds_bait_shows_it_as_text(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="vi-VN")
    context.add_init_script(WATCH)
    page = context.new_page()
    found = watched(page, address)
    for query in ("pwned", "<img src=x onerror=pwned()>", "script", "END VEVENT"):
        page.goto(f"{address}/vi/tim-kiem/")
        page.get_by_role("searchbox").first.fill(query)
        page.get_by_role("main").get_by_role("link").first.wait_for()
        found += page.evaluate(TOUCH)
    context.close()

    assert found == []


def watched(page: Page, address: str) -> list[str]:
    """A list that fills with everything that a page must not do."""
    found: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            found.append(f"asks {request.url}")

    def said(dialog: Dialog) -> None:
        found.append(f"says {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", said)
    page.on("pageerror", lambda error: found.append(f"error {error}"))
    page.on("popup", lambda popup: found.append(f"opens {popup.url}"))
    page.on("download", lambda download: found.append(f"downloads {download.url}"))
    return found
