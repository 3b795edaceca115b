"""Asking about a product: the form of an operator who has an endpoint, the letter of one who has an address."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.makers import enterprise, field, product, settings
from tests.rendering.test_pages import rendered

pytestmark = pytest.mark.browser
PATH = "vi/san-pham/so-va-tay/index.html"
ENDPOINT = "https://forms.showcase.test/ask"


def html(**changes: str) -> str:
    return rendered(field(), enterprise(), product(title="Sổ & tay"), site_settings=settings(**changes))[PATH]


def test_the_form_is_sent_with_the_product_filled_in(page: Page) -> None:
    sent: list[Request] = []

    def answer(route: Route) -> None:
        sent.append(route.request)
        route.fulfill(body="Thanks")

    page.route("**/*", answer)
    page.set_content(html(enquiry_endpoint=ENDPOINT))
    page.get_by_role("button", name="Send the enquiry").click()
    assert not [each for each in sent if each.url == ENDPOINT], "a form with empty fields is not sent"

    page.get_by_label("Your name").fill("Ðặng Ớt")
    page.get_by_label("Your e-mail address").fill("ot@example.test")
    page.get_by_label("Your question").fill("Giá bao nhiêu?")
    page.get_by_label("Your question").press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(ENDPOINT)

    (request,) = (each for each in sent if each.url == ENDPOINT)
    words = parse_qs(request.post_data)
    assert request.method == "POST"
    assert words["product"] == ["Sổ & tay"]
    assert words["address"] == ["https://showcase.test/vi/san-pham/so-va-tay/"]
    assert words["message"] == ["Giá bao nhiêu?"]


def test_a_letter_is_begun_where_there_is_no_form(page: Page) -> None:
    page.set_content(html(enquiry_email="ban@showcase.test"), wait_until="domcontentloaded")

    link = page.get_by_role("link", name="Write an e-mail about this product")
    assert (link.get_attribute("href") or "").startswith("mailto:ban@showcase.test?subject=Enquiry%20about%20S")
    expect(page.locator("form.enquiry")).to_have_count(0)


def test_nothing_is_offered_where_nobody_would_answer(page: Page) -> None:
    page.set_content(html(), wait_until="domcontentloaded")

    expect(page.locator("#tb-enquiry")).to_have_count(0)
