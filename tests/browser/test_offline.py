"""Visited pages can be read without a network; with one, nothing shown is older than the site."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from showcase.serving.app import application
from showcase.serving.edition import Edition, Hall
from tools.still import host_headers, running

pytestmark = pytest.mark.browser

UNTIL = """async (given) => {{
  for (const end = Date.now() + 30_000; !(await ({})(given)); ) {{
    if (Date.now() > end) throw new Error("it never came");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }}
}}"""
KEPT = UNTIL.format("(path) => caches.match(path)")
NAMES = "async () => (await caches.keys()).filter((name) => name.startsWith('showcase-')).sort()"
HEADING = "<h1>Privacy</h1>"


@dataclass(frozen=True)
class House:
    """A server of the site, which can be closed, and in which another edition can be shown."""

    hall: Hall
    door: ExitStack
    address: str

    def publish(self, **texts: tuple[str, str]) -> None:
        """Show the site with other words: each pair is what stood there and what stands there now."""
        files = dict(self.hall.edition.files)
        for path, data in files.items():
            if path.endswith((".html", "sw.js")):
                files[path] = replaced(data, texts.values())
        self.hall.show(Edition(files, self.hall.edition.headers))

    def close(self) -> None:
        """No network from now on."""
        self.door.close()


def replaced(data: bytes, pairs: Iterable[tuple[str, str]]) -> bytes:
    """The bytes with each text in the place of another."""
    for old, new in pairs:
        data = data.replace(old.encode(), new.encode())
    return data


@pytest.fixture(scope="module")
def files(built: Path) -> dict[str, bytes]:
    """The built site in memory."""
    return {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}


@pytest.fixture
def house(files: dict[str, bytes]) -> Iterator[House]:
    """A server of its own, at an address of its own."""
    hall = Hall(Edition(files, host_headers(files["_headers"].decode())))
    with ExitStack() as door:
        # Any port: when it is closed, nobody else comes to stand there.
        yield House(hall, door, door.enter_context(running(application(hall, None), port=0)))


@pytest.fixture
def visitor(browser: Browser, house: House) -> Iterator[Page]:
    """A visitor who has read the page on privacy, and whose browser has kept it."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{house.address}/en/privacy/")
    page.evaluate(KEPT, "/en/privacy/")
    yield page
    context.close()


def test_a_visited_page_can_be_read_without_a_network(house: House, visitor: Page) -> None:
    visitor.goto(f"{house.address}/en/products/zalo/")
    visitor.evaluate(KEPT, "/en/products/zalo/")
    house.close()

    visitor.goto(f"{house.address}/en/privacy/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Privacy")
    visitor.goto(f"{house.address}/en/products/zalo/?from=list")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Zalo")
    assert visitor.evaluate("getComputedStyle(document.body).backgroundColor") == "oklch(0.97 0.012 85)"


@pytest.mark.parametrize(
    ("path", "heading"), [("/en/products/momo/", "No connection"), ("/vi/san-pham/momo/", "Không có kết nối")]
)
def test_another_page_says_so_in_its_language(house: House, visitor: Page, path: str, heading: str) -> None:
    house.close()
    visitor.goto(f"{house.address}{path}")

    expect(visitor.get_by_role("heading", level=1)).to_have_text(heading)


def test_without_a_network_the_pages_that_can_be_read_are_named(house: House, visitor: Page) -> None:
    house.close()
    visitor.goto(f"{house.address}/en/products/momo/")
    visitor.get_by_role("region", name="Pages you can read now").get_by_role("link", name="Privacy").click()

    expect(visitor.get_by_role("heading", level=1)).to_have_text("Privacy")


def test_what_is_published_is_seen_at_once(house: House, visitor: Page) -> None:
    house.publish(heading=(HEADING, "<h1>Privacy, written anew</h1>"))
    visitor.goto(f"{house.address}/en/privacy/")

    expect(visitor.get_by_role("heading", level=1)).to_have_text("Privacy, written anew")


def test_another_theme_begins_anew(house: House, visitor: Page) -> None:
    before = visitor.evaluate(NAMES)
    house.publish(version=('"version":"', '"version":"new-'), heading=(HEADING, "<h1>Privacy</h1><!-- new -->"))
    visitor.goto(f"{house.address}/en/privacy/")
    visitor.evaluate(UNTIL.format(f"async (old) => !(await ({NAMES})()).some((name) => old.includes(name))"), before)

    assert len(before) == len(visitor.evaluate(NAMES)) == 2


def test_a_site_that_no_longer_offers_it_takes_back_what_it_kept(house: House, visitor: Page) -> None:
    house.publish(attribute=(' data-worker="/sw.js"', ""))
    visitor.goto(f"{house.address}/en/privacy/")
    visitor.evaluate(UNTIL.format(f"async () => (await ({NAMES})()).length === 0"))

    assert visitor.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_what_was_taken_back_is_not_begun_again_by_a_worker_that_still_keeps_a_page(
    house: House, visitor: Page
) -> None:
    visitor.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    visitor.goto(f"{house.address}/en/products/zalo/")

    # The worker asks to keep a page before it gives it away, so this waits until it has been kept.
    visitor.evaluate("() => navigator.locks.request('showcase', () => {})")
    assert visitor.evaluate(NAMES) == []


def test_who_saves_data_keeps_nothing(browser: Browser, house: House) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}});")
    page = context.new_page()
    page.goto(f"{house.address}/en/privacy/", wait_until="networkidle")

    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    context.close()
