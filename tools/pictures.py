"""Turns the built site into pictures of every kind of page, at three widths, by day and by night, in both languages."""

import argparse
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tools.chromium import chromium
from tools.page_kinds import page_kinds
from tools.still import still

WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]


def taken(browser: Browser, origin: str, pages: dict[str, str], target: Path) -> int:
    """How many pictures now lie in the folder, each named after its page, its width and its scheme."""
    count = 0
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            for name, address in pages.items():
                page.goto(f"{origin}{address}", wait_until="networkidle")
                page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
                count += 1
            context.close()
    return count


def main() -> None:
    """Takes the pictures into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("target", type=Path, nargs="?", default=Path(".cache/pictures"))
    options = parser.parse_args()
    pages = {f"{kind}-{locale}": address for (locale, kind), address in page_kinds(options.site).items()}
    options.target.mkdir(parents=True, exist_ok=True)
    with still(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        count = taken(browser, address, pages, options.target)
        browser.close()
    print(f"{count} pictures lie in {options.target}")


if __name__ == "__main__":
    main()
