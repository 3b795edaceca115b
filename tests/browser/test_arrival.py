"""Nothing moves while a page arrives, in whatever order its parts do: the page in pieces, fonts and scripts late."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tools.page_kinds import page_kinds
from tools.still import files, running, served

pytestmark = pytest.mark.browser

LATE = re.compile(r"/assets/(?!first\.).*\.(woff2|js)$")
PIECE = 700
FRAME = 1 / 60
KINDS = ("home", "list", "product", "enterprise", "campaign", "index")
ASKING = (
    "/vi/san-pham/?audience=consumers",
    "/vi/tim-kiem/?q=zalo",
    "/vi/so-sanh/?p=zalo,be",
    "/vi/danh-sach-da-chon/?p=zalo,be",
)
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
MOVED = """() => new Promise((resolve) => {
  const moved = [];
  const name = (node) => node?.parentElement ? `${node.nodeName} in ${node.parentElement.outerHTML.slice(0, 60)}` : "?";
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) moved.push([each.value, ...each.sources.map((source) => name(source.node))]);
  }).observe({type: "layout-shift", buffered: true});
  const frame = () => new Promise(requestAnimationFrame);
  document.fonts.ready.then(frame).then(frame).then(() => setTimeout(() => resolve(moved)));
})"""


class Line:
    """A slow line to the site: a page comes in pieces, one a frame, fonts and scripts once they are let through."""

    def __init__(self, site: ASGIApp) -> None:
        self.site = site
        self.open = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The site's own answer, later."""
        while scope["type"] == "http" and LATE.search(scope["path"]) and not self.open:
            await asyncio.sleep(FRAME)

        async def slowly(message: Message) -> None:
            body = message.get("body", b"")
            for start in range(0, len(body), PIECE):
                await send({"type": "http.response.body", "body": body[start : start + PIECE], "more_body": True})
                await asyncio.sleep(FRAME)
            await send({**message, "body": b""} if body else message)

        await self.site(scope, receive, slowly if scope["type"] == "http" and scope["path"].endswith("/") else send)


@pytest.fixture(scope="module")
def line(built: Path) -> Line:
    """The line to the built site."""
    return Line(served(files(built)))


@pytest.fixture(scope="module")
def far_address(line: Line) -> Iterator[str]:
    """Where the built site is at the end of that line."""
    with running(line) as shown:
        yield shown


def moved(page: Page, address: str, line: Line) -> list[list[str | float]]:
    """How much moved each time, and what, when fonts and scripts come only after the first paint."""
    line.open = False
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED)
    line.open = True
    page.wait_for_load_state("networkidle" if "?" in address else "load")
    seen: list[list[str | float]] = page.evaluate(MOVED)
    return seen


@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_moves_whatever_comes_late(
    browser: Browser, far_address: str, line: Line, built: Path, width: int
) -> None:
    kinds = page_kinds(built)
    shifts = {}
    for address in (*(kinds["vi", kind] for kind in KINDS), *ASKING):
        context = browser.new_context(viewport={"width": width, "height": 823}, service_workers="block")
        shifts[address] = moved(context.new_page(), f"{far_address}{address}", line)
        context.close()

    assert {address: seen for address, seen in shifts.items() if seen} == {}
