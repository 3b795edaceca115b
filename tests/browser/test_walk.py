"""A visitor walks through the site: from the front page to a product, to the other language, and back."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_a_visitor_walks_home_list_product_other_language_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/vi/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")

    page.get_by_role("banner").get_by_role("link", name="Sản phẩm", exact=True).click()
    expect(page).to_have_url(f"{address}/vi/san-pham/")

    page.get_by_role("main").get_by_role("link", name="MISA AMIS", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("MISA AMIS")
    product = page.url

    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(f"{address}/en/products/misa-amis/")
    expect(page.locator("html")).to_have_attribute("lang", "en")

    page.go_back()
    expect(page).to_have_url(product)


def test_no_page_kind_asks_another_host_or_complains_on_the_console(page: Page, address: str) -> None:
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: messages.append(str(error)))

    for path in ("/", "/vi/", "/en/", "/vi/san-pham/", "/en/products/misa-amis/", "/vi/a-z/", "/en/campaigns/"):
        page.goto(f"{address}{path}")

    assert [url for url in requests if not url.startswith(address)] == []
    assert messages == []


def test_the_choice_of_language_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    page.get_by_role("main").get_by_role("link", name=re.compile("Tiếng Việt")).first.click()

    expect(page).to_have_url(f"{address}/vi/")
    context.close()


def test_the_root_leads_a_first_visitor_to_their_language_and_remembers_a_choice(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(f"{address}/")
    expect(page).to_have_url(f"{address}/vi/")

    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(f"{address}/en/")
    page.goto(f"{address}/")
    expect(page).to_have_url(f"{address}/en/")
    context.close()


def test_back_from_the_front_page_does_not_end_at_the_root_again(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(f"{address}/en/products/")
    page.goto(f"{address}/")
    expect(page).to_have_url(f"{address}/vi/")

    page.go_back()
    expect(page).to_have_url(f"{address}/en/products/")
    context.close()


@pytest.mark.parametrize(
    "path", ["/vi/", "/en/", "/vi/san-pham/", "/en/products/zalo/", "/vi/chuong-trinh/", "/vi/a-z/"]
)
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_page_scrolls_sideways(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{path}")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_switch_is_reached_by_keyboard_in_three_tabs(page: Page, address: str) -> None:
    page.goto(f"{address}/vi/")
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert any("English" in text for text in reached), reached


def test_a_vietnamese_page_fetches_no_latin_extended_font(page: Page, address: str) -> None:
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if request.resource_type == "font" else None)
    page.goto(f"{address}/vi/san-pham/", wait_until="networkidle")

    assert fonts
    assert not [url for url in fonts if "latin-ext" in url]
