"""Comparing products side by side."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def names(page: Page) -> list[str]:
    return page.locator(".compare-table thead a").all_inner_texts()


def test_the_address_says_what_is_compared_and_differences_are_marked_by_a_word(page: Page, address: str) -> None:
    page.goto(f"{address}/en/compare/?p=misa-amis,zalo,nothing,zalo")

    expect(page.locator(".compare-table thead a")).to_have_count(2)
    assert names(page) == ["MISA AMIS", "Zalo"]
    maker = page.get_by_role("row", name=re.compile("^Maker"))
    expect(maker.get_by_role("rowheader")).to_have_text("Maker differs")
    expect(maker.get_by_role("cell").first).to_have_text("MISA")


def test_a_fact_that_is_the_same_is_not_marked(page: Page, address: str) -> None:
    page.goto(f"{address}/en/compare/?p=zalo,kiki")

    expect(page.get_by_role("row", name=re.compile("^Maker")).get_by_role("rowheader")).to_have_text("Maker")


def test_products_are_added_and_removed_by_keyboard_and_back_undoes_it(page: Page, address: str) -> None:
    page.goto(f"{address}/en/compare/?p=zalo")
    page.get_by_label("Add a product").select_option("momo")
    expect(page).to_have_url(f"{address}/en/compare/?p=zalo,momo")

    page.get_by_role("button", name="Remove Zalo").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/en/compare/?p=momo")
    page.go_back()
    expect(page.locator(".compare-table thead a")).to_have_count(2)


def test_four_products_are_the_most(page: Page, address: str) -> None:
    page.goto(f"{address}/en/compare/?p=zalo,momo,kiki,be,draid")

    expect(page.locator(".compare-table thead a")).to_have_count(4)
    expect(page.get_by_label("Add a product")).to_be_disabled()
    expect(page.locator(".compare").get_by_role("status")).to_contain_text("Four products at most")


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_a_wide_table_scrolls_by_itself(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/vi/so-sanh/?p=zalo,momo,kiki,misa-amis")
    expect(page.locator(".compare-table thead a")).to_have_count(4)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_page_says_what_to_do_instead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/vi/so-sanh/")

    expect(page.locator("noscript .notice")).to_be_visible()
    expect(page.get_by_label("Thêm sản phẩm")).to_be_hidden()
    page.goto(f"{address}/vi/san-pham/zalo/")
    expect(page.get_by_role("link", name="So sánh với sản phẩm khác")).to_be_hidden()
    context.close()
