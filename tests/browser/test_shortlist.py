"""The shortlist: kept in the browser, shared by address, and gone where there is no script."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser
KEEP = "Keep in the shortlist: "


def items(page: Page) -> list[str]:
    return page.locator(".shortlist-items .card-name").all_inner_texts()


def test_products_chosen_on_cards_and_pages_are_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/")
    page.get_by_role("main").get_by_role("button", name=f"{KEEP}be", exact=True).click()
    page.goto(f"{address}/en/products/zalo/")
    mark = page.locator(".label").get_by_role("button", name=f"{KEEP}Zalo", exact=True)
    mark.focus()
    page.keyboard.press("Space")
    expect(mark).to_have_attribute("aria-pressed", "true")

    page.get_by_role("navigation", name="Chosen products").get_by_role("link", name="Shortlist 2").click()
    expect(page).to_have_url(f"{address}/en/shortlist/")
    expect(page.locator(".shortlist-items > li")).to_have_count(2)
    assert items(page) == ["be", "Zalo"]

    page.get_by_role("button", name="Remove be", exact=True).click()
    assert items(page) == ["Zalo"]
    page.reload()
    expect(page.locator(".shortlist-items > li")).to_have_count(1)


def test_a_list_is_shared_by_its_address_and_leaves_ones_own_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/en/products/zalo/")
    page.locator(".label").get_by_role("button", name=f"{KEEP}Zalo", exact=True).click()
    page.goto(f"{address}/en/shortlist/?p=momo,kiki,%3Cscript%3E")

    expect(page.locator(".shortlist-items > li")).to_have_count(2)
    expect(page.get_by_label("Address of this list")).to_have_value(f"{address}/en/shortlist/?p=momo,kiki")
    assert page.evaluate("localStorage.getItem('showcase.shortlist')") == '["zalo"]'

    page.get_by_role("button", name="Keep this list as mine").click()
    assert page.evaluate("localStorage.getItem('showcase.shortlist')") == '["momo","kiki"]'


def test_the_list_leads_to_the_comparison(page: Page, address: str) -> None:
    page.goto(f"{address}/vi/danh-sach-da-chon/?p=momo,kiki")
    page.get_by_role("link", name="So sánh bốn sản phẩm đầu").click()

    expect(page).to_have_url(f"{address}/vi/so-sanh/?p=momo,kiki")


@pytest.mark.parametrize("stored", ["nonsense", "{}", "[1, null]", '["<b>"]'])
def test_storage_that_somebody_else_wrote_does_no_harm(context: BrowserContext, address: str, stored: str) -> None:
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('showcase.shortlist', {stored!r})")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/en/shortlist/")

    expect(page.locator(".shortlist").get_by_role("status")).to_contain_text("Nothing chosen yet")
    assert faults == []


def test_without_script_there_are_no_marks(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/products/")

    expect(page.locator(".choose-mark")).to_have_count(0)
    page.goto(f"{address}/en/shortlist/")
    expect(page.locator("noscript .notice")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_the_tray_fits_and_is_large_enough_to_touch(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/vi/san-pham/")
    page.locator("main .choose-mark").first.click()
    box = page.locator("#tb-tray a").first.bounding_box()
    mark = page.locator("main .choose-mark").first.bounding_box()

    assert box is not None
    assert mark is not None
    assert min(box["height"], mark["height"], mark["width"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
