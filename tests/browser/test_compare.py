"""Comparing products side by side."""

import json
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from showcase.pages.parts import part_of

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


def in_parts(page: Page, parts: int = 8) -> list[str]:
    """The paths of the parts that pages fetch, whose data comes as that of very many products does."""
    fetched: list[str] = []
    data: dict[str, str] = {}

    def page_with_parts(route: Route) -> None:
        text = route.fetch().text()
        found = re.search(r'data-(?:compare|shortlist)="(/search/[^"]+)"', text)
        assert found
        data["url"] = found[1]
        text = text.replace(found[1], "/cards/en/products/").replace('data-parts="0"', f'data-parts="{parts}"')
        text = text.replace('class="compare-add"', 'class="compare-add" hidden')
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    page.route(re.compile(r"/en/(compare|shortlist)/"), page_with_parts)
    page.route("**/cards/en/products/*.json", _part(page, data, parts, fetched))
    return fetched


def _part(page: Page, data: dict[str, str], parts: int, fetched: list[str]) -> Callable[[Route], None]:
    """What answers with the products of one part."""

    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        fetched.append(url.path)
        whole = json.loads(page.request.get(f"{url.scheme}://{url.netloc}{data['url']}").text())
        number = int(url.path.rpartition("/")[2].removesuffix(".json"))
        own = [each for each in whole["products"] if part_of(each["id"], parts) == number]
        route.fulfill(json={"rows": whole["rows"], "products": own})

    return answer


def test_of_very_many_products_only_the_parts_of_those_compared_are_fetched(browser: Browser, address: str) -> None:
    context = browser.new_context(service_workers="block")  # which would fetch pages past the routes
    page = context.new_page()
    fetched = in_parts(page)
    page.goto(f"{address}/en/compare/?p=misa-amis,zalo")
    expect(page.locator(".compare-table thead a")).to_have_text(["MISA AMIS", "Zalo"])
    expect(page.get_by_label("Add a product")).to_be_hidden()
    few = sorted({f"/cards/en/products/{part_of(id_, 8)}.json" for id_ in ("misa-amis", "zalo")})
    assert sorted(fetched) == few

    page.goto(f"{address}/en/shortlist/?p=zalo")
    expect(page.locator(".shortlist-items .card-name")).to_have_text(["Zalo"])
    page.goto(f"{address}/en/compare/")
    expect(page.locator(".compare").get_by_role("status")).to_contain_text("Nothing chosen yet")
    context.close()


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
