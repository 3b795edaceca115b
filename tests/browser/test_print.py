"""A product prints as one A4 sheet with its label and its code."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.parametrize("path", ["/vi/san-pham/zalo/", "/en/products/zalo/", "/vi/san-pham/misa-amis/"])
def test_a_product_prints_on_one_sheet(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}{path}")

    assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_every_product_prints_on_one_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/all/")
    paths = page.locator("main .card-name a").evaluate_all("links => links.map(link => link.href)")
    long = []
    for path in paths:
        page.goto(path)
        if len(PAGES.findall(page.pdf(prefer_css_page_size=True))) != 1:
            long.append(path)

    assert long == []


def test_the_code_is_seen_in_print_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/zalo/")
    expect(page.locator(".sheet")).to_be_hidden()

    page.emulate_media(media="print")
    expect(page.locator(".sheet-code")).to_be_visible()
    expect(page.locator(".sheet")).to_contain_text("/en/products/zalo/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".masthead")).to_be_hidden()
