"""Filtering the products: combinations, counts, the address, Back, the keyboard, no script, and a thousand products."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.filter_speed import multiply

pytestmark = pytest.mark.browser


def cards(page: Page) -> list[str]:
    return page.locator("main > .wall .card-name").all_inner_texts()


def tick(page: Page, facet: str, value: str) -> None:
    group = page.locator(f"[data-facet={facet}]")
    if not group.evaluate("element => element.open"):
        group.locator("summary").click()
    group.locator(f"[data-value='{value}'] input").check()


def test_values_combine_and_counts_and_the_address_follow(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/")
    before = int(page.locator("[data-facet=language] [data-value=en] .count").text_content() or 0)

    tick(page, "audience", "consumers")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ products$"))
    tick(page, "language", "en")

    expect(page).to_have_url(f"{address}/en/products/?audience=consumers&language=en")
    shown = cards(page)
    expect(page.get_by_role("status")).to_have_text(f"{len(shown)} products" if len(shown) > 1 else "1 product")
    assert 0 < len(shown) <= before
    assert "Zalo" in shown


def test_values_of_one_facet_add_up(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/")
    tick(page, "audience", "schools")
    expect(page.get_by_role("status")).to_have_text(re.compile("product"))
    schools = set(cards(page))
    tick(page, "audience", "farmers")
    expect(page).to_have_url(re.compile("farmers"))

    assert schools < set(cards(page))


def test_back_undoes_a_step_and_an_address_can_be_shared(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/")
    everything = cards(page)
    tick(page, "audience", "schools")
    expect(page).to_have_url(f"{address}/en/products/?audience=schools")
    expect(page.locator("main > .wall > li")).not_to_have_count(len(everything))
    schools = cards(page)

    page.go_back()
    expect(page.locator("main > .wall > li")).to_have_count(len(everything))
    assert cards(page) == everything
    expect(page.locator("[data-value=schools] input")).not_to_be_checked()

    page.goto(f"{address}/en/products/?audience=schools")
    expect(page.locator("main > .wall > li")).to_have_count(len(schools))
    assert cards(page) == schools
    page.get_by_role("banner").get_by_role("link", name="Tiếng Việt").click()
    expect(page).to_have_url(f"{address}/vi/san-pham/?audience=schools")
    expect(page.locator("main > .wall > li")).to_have_count(len(schools))


def test_the_keyboard_opens_ticks_closes_and_takes_back(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/")
    summary = page.locator("[data-facet=audience] summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("audience="))
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(page.locator("[data-facet=audience]")).not_to_have_attribute("open", "")

    page.get_by_role("button", name="Remove: ").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/en/products/")


def test_the_newest_come_first_when_asked(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/")
    page.get_by_label("Sort by").select_option("newest")

    expect(page).to_have_url(f"{address}/en/products/?sort=newest")
    expect(page.get_by_role("button", name="Show more")).to_be_visible()
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("main > .wall > li")).to_have_count(int(page.get_by_role("status").inner_text().split()[0]))


def test_without_script_each_value_is_a_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/vi/san-pham/")
    page.locator("[data-facet=abroad] summary").click()
    page.locator("[data-value=JP] a").click()

    expect(page).to_have_url(f"{address}/vi/san-pham/loc/nuoc-ngoai/nhat-ban/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhật Bản")
    assert "Zalo" in cards(page)
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(f"{address}/en/products/filter/abroad/japan/")
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1440])
@pytest.mark.parametrize("facet", ["field", "maker", "language"])
def test_an_open_facet_does_not_make_the_page_scroll_sideways(page: Page, address: str, width: int, facet: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/vi/san-pham/")
    page.locator(f"[data-facet={facet}] summary").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.locator(".facet[open] label").evaluate_all(
        "labels => labels.map(label => label.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_making_links_into_boxes_moves_nothing(page: Page, address: str) -> None:
    page.add_init_script(
        "globalThis.shift = 0;"
        "new PerformanceObserver((list) => list.getEntries().forEach((each) => (globalThis.shift += each.value)))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{address}/vi/san-pham/", wait_until="networkidle")

    assert page.evaluate("globalThis.shift") < 0.01


def test_a_thousand_products_filter_at_once(
    page: Page, address: str, record_property: Callable[[str, object], None]
) -> None:
    """What it takes is recorded in the report, not judged: machines differ."""
    multiply(page)
    page.goto(f"{address}/en/products/?audience=consumers")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d{3,} products$"))
    for facet, value in (("language", "vi"), ("field", "giao-duc"), ("audience", "schools"), ("field", "y-te")):
        tick(page, facet, value)
    page.wait_for_timeout(300)

    took = page.evaluate("performance.getEntriesByName('filter').map((each) => each.duration)")
    assert len(took) == 5
    record_property("filter of a thousand products, milliseconds", f"{max(took):.1f}")
    print(f"\na filter of a thousand products: {max(took):.1f} ms at most, {min(took):.1f} ms at least")
