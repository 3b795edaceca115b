"""A picture has its place, and its colour in it, before it is there; it comes in the size that the layout shows."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SUBJECT = "/en/products/every-field/"
PROMISED = """(image) => {
  const parts = image.sizes.split(/,(?![^(]*\\))/).map((part) => part.trim());
  const conditions = parts.map((part) => /^(\\([^)]*\\)) (.+)$/.exec(part)).filter(Boolean);
  const found = conditions.find(([, condition]) => matchMedia(condition).matches);
  const ruler = document.createElement("div");
  document.body.append(ruler);
  const rule = new CSSStyleSheet();
  rule.replaceSync(`body > div:last-child { inline-size: ${found ? found[2] : parts.at(-1)}; max-inline-size: none; }`);
  document.adoptedStyleSheets.push(rule);
  return [ruler.getBoundingClientRect().width, image.getBoundingClientRect().width];
}"""


def test_before_a_picture_arrives_its_place_has_its_colour_and_its_size(browser: Browser, hard_address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.route("**/media/*", lambda route: route.abort())
    page.goto(f"{hard_address}{SUBJECT}")
    place = page.locator(".picture-place").first
    before = place.bounding_box()

    assert before is not None
    assert before["height"] == pytest.approx(before["width"] * 3 / 4, abs=1)
    assert place.locator(".picture-ground").bounding_box() == before
    assert page.evaluate("getComputedStyle(document.querySelector('.picture-ground rect')).fill") != "rgb(0, 0, 0)"
    assert page.locator("[style]").count() == 0

    page.unroute("**/media/*")
    page.reload(wait_until="networkidle")
    assert place.bounding_box() == before
    context.close()


def test_the_first_picture_comes_at_once_and_the_others_when_they_are_near(page: Page, hard_address: str) -> None:
    page.goto(f"{hard_address}{SUBJECT}")
    first, second = page.locator(".picture-place img").all()

    expect(first).to_have_attribute("fetchpriority", "high")
    assert first.get_attribute("loading") is None
    expect(second).to_have_attribute("loading", "lazy")
    assert second.evaluate("(image) => image.currentSrc") == ""


@pytest.mark.parametrize("width", [360, 768, 1440, 1900])
def test_the_width_that_a_picture_is_chosen_by_is_the_width_it_has(page: Page, hard_address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{hard_address}{SUBJECT}")

    for image in page.locator(".picture-place img").all():
        promised, real = image.evaluate(PROMISED)
        assert real * 0.95 <= promised <= real * 1.25
