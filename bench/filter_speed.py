"""Measures how long a filter of a thousand products takes in the browser: `python -m bench.filter_speed site`."""

import argparse
import json
import re
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Route, sync_playwright

from tools.chromium import chromium
from tools.still import still

THOUSAND = 30  # copies of this showcase's products
CHOICES = (("language", "vi"), ("field", "giao-duc"), ("audience", "schools"), ("field", "y-te"))
TIMES = "performance.getEntriesByName('filter').map((each) => each.duration)"
MORE = """async (count) => {
  while (performance.getEntriesByName('filter').length <= count) await new Promise(requestAnimationFrame);
}"""


def multiply(page: Page, copies: int = THOUSAND) -> None:
    """Nothing, after the page will be given so many copies of each product, in its data and on its page of all."""

    def data(route: Route) -> None:
        found = json.loads(route.fetch().text())
        own = found["products"]
        found["products"] = [each | {"id": f"{each['id']}-{number}"} for number in range(copies) for each in own]
        route.fulfill(json=found)

    def every(route: Route) -> None:
        text = route.fetch().text()
        head, wall, foot = re.split(r'(?<=<ul class="wall">)|(?=</ul>\s*</main>)', text)
        many = (re.sub(r'data-choose="([^"]+)"', rf'data-choose="\1-{number}"', wall) for number in range(copies))
        route.fulfill(body=head + "".join(many) + foot, content_type="text/html; charset=utf-8")

    page.route("**/search/products.*.json", data)
    page.route("**/en/products/all/", every)


def tick(page: Page, facet: str, value: str) -> None:
    """Nothing, after the value of the facet is ticked or no longer is."""
    group = page.locator(f"[data-facet={facet}]")
    if not group.evaluate("element => element.open"):
        group.locator("summary").click()
    group.locator(f"[data-value='{value}'] label").click()


def measured(page: Page, address: str, rounds: int) -> list[float]:
    """The milliseconds that each filter took, from the change to the new wall."""
    multiply(page)
    page.goto(f"{address}/en/products/?audience=consumers")
    page.evaluate(MORE, 0)
    for _ in range(rounds):
        for facet, value in CHOICES:
            count = len(page.evaluate(TIMES))
            tick(page, facet, value)
            page.evaluate(MORE, count)
    found: list[float] = page.evaluate(TIMES)
    return found


def main() -> None:
    """Prints the median and the longest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--rounds", type=int, default=6)
    options = parser.parse_args()
    with still(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        took = measured(browser.new_page(), address, options.rounds)
        browser.close()
    print(f"{len(took)} filters of a thousand products: median {median(took):.1f} ms, longest {max(took):.1f} ms")


if __name__ == "__main__":
    main()
