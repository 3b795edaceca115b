"""The real site, built once, served on this machine, and a browser to walk through it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from showcase.pipeline import Request, build
from tools.demonstration import demonstration
from tools.still import still

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    output = tmp_path_factory.mktemp("built") / "site"
    outcome = build(Request(ROOT, date(2026, 11, 23), output, None, 1))
    assert outcome.written, outcome.problems
    return output


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    with still(built) as shown:
        yield shown


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of hard cases."""
    return demonstration(tmp_path_factory.mktemp("hard"))


@pytest.fixture(scope="session")
def hard_address(hard: Path) -> Iterator[str]:
    """Where the site of hard cases is served."""
    with still(hard) as shown:
        yield shown


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor of their own: nothing stored, English by preference, on a wide screen."""
    made = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that visitor's."""
    return context.new_page()
