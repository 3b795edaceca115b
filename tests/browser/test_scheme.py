"""Light or dark: the device decides until a visitor does; then the choice is kept, and the other one is never seen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

GROUND = "getComputedStyle(document.body).backgroundColor"
PAPER, LACQUER = "oklch(0.97 0.012 85)", "oklch(0.18 0.015 40)"
FRAMES = """
window.grounds = [];
const look = () => {
  if (document.body) window.grounds.push(getComputedStyle(document.body).backgroundColor);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
CLOSED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('closed', 'SecurityError'); }});"
)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A visitor whose device is light."""
    context = browser.new_context(color_scheme="light", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def choose(page: Page, name: str) -> None:
    """Nothing, after the visitor pressed the button of that name."""
    page.get_by_role("group", name="Light or dark").get_by_role("button", name=name).click()


def test_the_device_decides_until_somebody_chooses(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/en/privacy/")
    assert visitor.evaluate(GROUND) == PAPER

    visitor.emulate_media(color_scheme="dark")
    assert visitor.evaluate(GROUND) == LACQUER


def test_a_choice_outlives_the_page_and_the_device(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/en/privacy/")
    choose(visitor, "Dark")
    assert visitor.evaluate(GROUND) == LACQUER

    visitor.goto(f"{address}/en/a-z/")
    assert visitor.evaluate(GROUND) == LACQUER
    expect(visitor.get_by_role("button", name="Dark", exact=True)).to_have_attribute("aria-pressed", "true")
    assert visitor.locator('meta[name="theme-color"][media="all"]').get_attribute("data-scheme") == "dark"

    choose(visitor, "Light")
    visitor.emulate_media(color_scheme="dark")
    visitor.reload()
    assert visitor.evaluate(GROUND) == PAPER


def test_a_choice_can_be_given_back_to_the_device(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/en/privacy/")
    choose(visitor, "Dark")
    choose(visitor, "As the device")

    assert visitor.evaluate(GROUND) == PAPER
    assert visitor.evaluate("localStorage.getItem('scheme')") is None


def test_a_choice_reaches_the_other_pages_that_stand_open(visitor: Page, address: str) -> None:
    other = visitor.context.new_page()
    other.goto(f"{address}/en/a-z/")
    visitor.goto(f"{address}/en/privacy/")
    choose(visitor, "Dark")

    expect(other.locator("html")).to_have_attribute("data-scheme", "dark")


def test_a_remembered_choice_is_there_in_the_first_frame(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/en/privacy/")
    choose(visitor, "Dark")
    visitor.context.add_init_script(FRAMES)
    visitor.route("**/site.*.js", lambda route: route.abort())
    visitor.goto(f"{address}/en/products/", wait_until="networkidle")

    assert set(visitor.evaluate("window.grounds")) == {LACQUER}


def test_where_the_storage_is_closed_a_choice_lasts_for_the_page(visitor: Page, address: str) -> None:
    errors: list[str] = []
    visitor.on("pageerror", lambda error: errors.append(str(error)))
    visitor.context.add_init_script(CLOSED)
    visitor.goto(f"{address}/en/privacy/")
    choose(visitor, "Dark")

    assert visitor.evaluate(GROUND) == LACQUER
    assert errors == []


def test_without_script_there_is_no_choice_to_make(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/en/privacy/")

    expect(page.locator("[data-schemes]")).to_be_hidden()
    context.close()
