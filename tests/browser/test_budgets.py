"""What a product's page may weigh and how steadily it must stand: measured on the built site, in a real browser."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser

from tools.still import files, running, served

pytestmark = pytest.mark.browser

PAGES = ("/vi/", "/en/", "/vi/san-pham/", "/vi/san-pham/misa-amis/", "/en/products/misa-amis/")
BUDGETS = {"stylesheet": 25_000, "script": 20_000, "font": 120_000}
FIRST_VIEW = 100_000
MEASURES = """() => new Promise((resolve) => {
  const seen = {shift: 0, largest: "", address: ""};
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) seen.shift += each.value;
  }).observe({type: "layout-shift", buffered: true});
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) [seen.largest, seen.address] = [each.element?.localName ?? "", each.url];
  }).observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => resolve(seen), 400);
})"""


@pytest.fixture(scope="module")
def served_as_it_is(built: Path) -> Iterator[str]:
    """Where the built site is served without waiting for its fonts, as visitors have it."""
    with running(served(files(built))) as shown:
        yield shown


@pytest.fixture(scope="module", params=PAGES)
def visit(request: pytest.FixtureRequest, browser: Browser, served_as_it_is: str, built: Path) -> dict[str, object]:
    """What a first visit to a page fetches, in bytes as a server sends them, and how its layout moves."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page, sent = context.new_page(), Counter[str]()

    def weigh(url: str, kind: str) -> None:
        path = urlsplit(url).path.lstrip("/")
        data = (built / (f"{path}index.html" if path.endswith("/") or not path else path)).read_bytes()
        sent["search" if "search" in path or "vendor" in path else kind] += (
            len(data) if kind == "font" else len(brotli.compress(data, quality=5))
        )

    page.on("request", lambda each: weigh(each.url, each.resource_type))
    page.goto(f"{served_as_it_is}{request.param}", wait_until="networkidle")
    measured = page.evaluate(MEASURES)
    context.close()
    return {"sent": sent, **measured}


def test_styles_scripts_and_fonts_stay_within_their_budgets(visit: dict[str, Counter[str]]) -> None:
    sent = visit["sent"]

    assert {kind: sent[kind] for kind, most in BUDGETS.items() if sent[kind] > most} == {}


def test_the_first_view_weighs_under_a_hundred_kilobytes_before_pictures(visit: dict[str, Counter[str]]) -> None:
    weights = {kind: size for kind, size in visit["sent"].items() if kind not in ("image", "other")}

    assert sum(weights.values()) < FIRST_VIEW, weights


def test_nothing_moves_while_the_page_arrives(visit: dict[str, float]) -> None:
    assert visit["shift"] == 0


def test_the_largest_paint_is_text_or_a_cover_in_the_page(visit: dict[str, str]) -> None:
    assert visit["address"] == "", "a picture that the page has to fetch paints last"
    assert visit["largest"] not in ("img", "video")
