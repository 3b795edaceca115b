"""Every kind of page, in both languages and both schemes, is open to everybody and keeps to the strict policy."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tools.page_kinds import page_kinds

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
EVERYTHING = {"runOnly": LEVELS, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
KINDS = (
    *(
        "award",
        "campaign",
        "compare",
        "enterprise",
        "event",
        "facet",
        "field",
        "home",
        "index",
        "list",
        "lost",
        "market",
    ),
    *("need", "offline", "organisation", "page", "plain", "policy", "product", "root", "search", "selection"),
    *("shortlist", "styleguide", "update"),
)


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe finds on the page, in short."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.fixture(scope="module")
def addresses(built: Path, address: str, hard: Path, hard_address: str) -> dict[str, list[str]]:
    """The addresses to look at, by kind: of this site, or of that of hard cases where this one has no such entry."""
    own, more = page_kinds(built), page_kinds(hard)
    found: dict[str, list[str]] = {}
    for (_locale, kind), path in own.items():
        found.setdefault(kind, []).append(address + path)
    for (_locale, kind), path in more.items():
        if not any(kind == each for _, each in own):
            found.setdefault(kind, []).append(hard_address + path)
    return found


def test_every_kind_of_page_is_known_here(addresses: dict[str, list[str]]) -> None:
    assert set(addresses) | {"plain"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_has_no_barrier_and_keeps_the_policy(
    kind: str, addresses: dict[str, list[str]], browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints = complaints_of(page)

    for path in addresses.get(kind, ()):
        page.emulate_media(color_scheme="light")
        page.goto(path)
        assert violations(page, EVERYTHING) == [], path
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], f"{path} by night"
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.set_viewport_size({"width": 1280, "height": 900})
    assert complaints == []
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_has_no_barrier_where_its_scripts_never_arrive(
    kind: str, addresses: dict[str, list[str]], browser: Browser
) -> None:
    # Axe is a script itself, so scripts cannot be turned off altogether.
    context = browser.new_context(service_workers="block", viewport={"width": 320, "height": 800})
    context.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = context.new_page()
    complaints = complaints_of(page)

    for path in addresses.get(kind, ())[-1:]:
        page.goto(path)
        assert violations(page, EVERYTHING) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    assert complaints == []
    context.close()


def complaints_of(page: Page) -> list[str]:
    """What will stand on the page's console, and what it will ask of other origins."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith("http://127.0.0.1:") else found.append(asked.url))
    return found
