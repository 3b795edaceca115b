"""A site in pseudo-words shows what cannot be translated, and what has no room for longer words."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from playwright.sync_api import Page as BrowserPage

from showcase.kinds.model import leaves
from showcase.pipeline import Request, build
from showcase.reading.configuration import read_settings
from showcase.reading.discover import discover, source_of
from showcase.reading.parse import parse
from tools.still import still

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PATHS = (
    "/en/404.html",
    "/en/a-z/",
    "/en/",
    "/en/products/",
    "/en/campaigns/",
    "/en/events/",
    "/en/products/misa-amis/",
    "/en/enterprises/misa/",
    "/en/fields/transport-and-logistics/",
    "/vi/san-pham/",
    "/vi/san-pham/misa-amis/",
)
FORMATS = ("Atom", "JSON Feed")
BRACKETED = re.compile(r"\[[^\[\]]*\]")
ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
# The text nodes that readers see outside the Markdown bodies, and outside dates, which CLDR writes.
NODES = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement
        if (!parent.closest('script, style, template, noscript, time, svg, .prose')) found.push(walker.currentNode.data)
    }
    return found
}"""
ATTRIBUTES = """() => [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap(
    (each) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name)).filter(Boolean))"""
WIDER = """() => [...document.querySelectorAll('body *')].filter(
    (each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pseudo-site is served."""
    output = tmp_path_factory.mktemp("pseudo") / "site"
    outcome = build(Request(ROOT, date(2026, 11, 23), output, None, 1, pseudo=True))
    assert outcome.written, outcome.problems
    with still(output) as shown:
        yield shown


@pytest.fixture(scope="module")
def content() -> re.Pattern[str]:
    """Whatever editors wrote as a whole value, and the words of CLDR: names of countries and languages, “and”."""
    settings = read_settings(ROOT)
    words = {*FORMATS, *(word for each in settings.locales for word in (each.name, each.title, each.description))}
    for source in discover(ROOT, settings.codes).sources:
        document = parse(source_of(ROOT, source), settings.default_locale)
        words |= {str(leaf.value) for leaf in leaves(document.entry)} if document.entry else set()
        words |= {text for text in document.texts.values() if isinstance(text, str)}
    for code in settings.codes:
        locale = Locale.parse(code)
        words |= {*locale.territories.values(), *locale.languages.values()}
        words |= {re.sub(r"\{\d\}|,", "", pattern).strip() for pattern in locale.list_patterns["standard"].values()}
    whole = sorted((re.escape(word) for word in words if re.search(r"\w", word)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(whole)})(?!\w)")


def untranslatable(texts: list[str], content: re.Pattern[str]) -> list[str]:
    """What is neither a message, nor a value of the content, nor a number, a sign or an address."""
    bare = (" ".join(text.split()) for text in BRACKETED.sub("", "\0".join(texts)).split("\0"))
    # A value may hold an address, and an address a value.
    rest = ((content.sub("", ADDRESS.sub("", text)), ADDRESS.sub("", content.sub("", text))) for text in bare)
    return [pair[0] for pair in rest if all(re.search(r"[^\W\d_]{2}", text) for text in pair)]


@pytest.mark.parametrize("path", PATHS)
def test_every_word_of_the_interface_can_be_translated(
    page: BrowserPage, pseudo: str, content: re.Pattern[str], path: str
) -> None:
    answer = page.goto(f"{pseudo}{path}")
    assert answer is not None
    assert answer.status == 200

    assert untranslatable(page.evaluate(NODES), content) == []
    assert untranslatable(page.evaluate(ATTRIBUTES), content) == []


@pytest.mark.parametrize("path", PATHS)
def test_longer_words_do_not_make_a_small_screen_scroll_sideways(page: BrowserPage, pseudo: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{pseudo}{path}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(WIDER)
