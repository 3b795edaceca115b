"""The built site and that of hard cases become pictures: every kind of page, at three widths, by day and by night."""

import argparse
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tools.chromium import chromium
from tools.demonstration import demonstration
from tools.page_kinds import page_kinds
from tools.still import still

WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
WORKERS = 2
NEITHER = "ja-JP"  # a visitor whom the root does not send on to a language
# What the design has to bear beside the kinds: the Vietnamese and the English address on the site of hard cases.
CASES: Mapping[str, tuple[str, str]] = {
    "every-field": ("/vi/san-pham/day-du/", "/en/products/every-field/"),
    "almost-nothing": ("/vi/san-pham/hop/", "/en/products/box/"),
    "ninety-letters": ("/vi/san-pham/ten-dai/", "/en/products/long-name/"),
    "past-event": ("/vi/su-kien/buoi-xem-ban-da-qua/", "/en/events/a-viewing-that-is-over/"),
    "expired-award": ("/vi/giai-thuong/giai-mau/", "/en/awards/sample-award/"),
    "empty-search": ("/vi/tim-kiem/?q=qqzzxx", "/en/search/?q=qqzzxx"),
}
LOADED = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""
SHEET, THUMB, LONGEST = 2400, 380, 1100


def taken(browser: Browser, origin: str, pages: Mapping[str, str], width: int, target: Path) -> int:
    """How many pictures now lie in the folder, each named after its page, its width and its scheme."""
    size: ViewportSize = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, reduced_motion="reduce", locale=NEITHER)
    page = context.new_page()
    for name, address in pages.items():
        opened(page, f"{origin}{address}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=target / f"{name}-{width}-{scheme}.jpg", full_page=True, type="jpeg", quality=88)
    context.close()
    return len(pages) * len(SCHEMES)


def opened(page: Page, address: str) -> None:
    """Nothing, after the page stands there with its scripts, fonts and pictures."""
    answer = page.goto(address, wait_until="load")
    if answer is None or (not answer.ok and "404" not in address):
        raise SystemExit(f"No page lies at {address}")
    if "?q=" in address:
        page.wait_for_function("document.querySelector('[data-search-status]').textContent.trim() !== ''")
    page.evaluate(LOADED)


def at_width(site: Path, pages: Mapping[str, str], width: int, target: Path) -> int:
    """The same in a browser of its own, so that several can work side by side."""
    with still(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        count = taken(browser, address, pages, width, target)
        browser.close()
    return count


def sheets(target: Path) -> Iterator[Path]:
    """A sheet for each page: its pictures side by side, a row for each language, cut where they are long."""
    names = sorted({path.stem.rsplit("-", 3)[0] for path in target.glob("*-light.jpg")})
    for name in names:
        own = sorted(target.glob(f"{name}-??-*.jpg"), key=_place)
        sheet = Image.new("RGB", (SHEET, LONGEST * -(-len(own) // 6) + 20), "#888")
        for at, path in enumerate(own):
            with Image.open(path) as image:
                image.thumbnail((THUMB, 100_000))
                small = image.crop((0, 0, image.width, min(image.height, LONGEST - 20)))
            sheet.paste(small, (20 + at % 6 * (SHEET - 20) // 6, 20 + at // 6 * LONGEST))
        made = target / "sheets" / f"{name}.jpg"
        made.parent.mkdir(exist_ok=True)
        sheet.save(made, quality=85)
        yield made


def _place(path: Path) -> tuple[str, str, int]:
    """By language, then by scheme, then by width."""
    _, locale, width, scheme = path.stem.rsplit("-", 3)
    return locale, scheme, int(width)


def main() -> None:
    """Takes the pictures into the folder, and lays them out in sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("target", type=Path, nargs="?", default=Path(".cache/pictures"))
    options = parser.parse_args()
    hard = demonstration(Path(".cache/demonstration"), Path(".cache/demonstration-memory"))
    real = {f"{kind}-{locale}": address for (locale, kind), address in page_kinds(options.site).items()}
    more = {f"{kind}-{locale}": address for (locale, kind), address in page_kinds(hard).items()}
    cases = {
        f"{name}-{locale}": path for name, own in CASES.items() for locale, path in zip(("vi", "en"), own, strict=True)
    }
    cases |= {name: address for name, address in more.items() if name not in real}
    options.target.mkdir(parents=True, exist_ok=True)
    work = [(site, pages, width) for site, pages in ((options.site, real), (hard, cases)) for width in WIDTHS]
    with ProcessPoolExecutor(WORKERS) as executor:
        count = sum(executor.map(at_width, *zip(*work, strict=True), repeat(options.target)))
    print(f"{count} pictures lie in {options.target}, {len(list(sheets(options.target)))} sheets of them in sheets/")


if __name__ == "__main__":
    main()
