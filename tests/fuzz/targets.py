"""Each reader of strangers' bytes as a function of bytes, which returns where only problems came of them.

Anything but a `ContentError` that leaves one of these functions is a fault of the program; so is what they assert.
The same functions are called with examples by the tests, and for as long as one likes by `make fuzz`.
"""

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

from showcase.codes import CODES
from showcase.editing.importing.tables import csv_tables, xlsx_tables
from showcase.kinds import KINDS
from showcase.language.catalogs import read_catalog
from showcase.language.po_files import read_po_file
from showcase.language.slugs import is_slug, slug
from showcase.language.text import CONTROL, normalised
from showcase.problems import ContentError, Problem
from showcase.reading.addresses import is_safe
from showcase.reading.configuration import read_menus, read_settings
from showcase.reading.discover import Source
from showcase.reading.guards import MarkdownLimits
from showcase.reading.history import HISTORY, read_history
from showcase.reading.house_rules import read_house_rules
from showcase.reading.markdown import render_markdown
from showcase.reading.memory import memory_path, read_memory
from showcase.reading.parse import parse
from showcase.reading.synonyms import read_synonyms
from showcase.reporting.sentences import said
from showcase.translating.formats import read_exchange

PATH = "content/products/ban-go/index.vi.md"
LOCALES = ("vi", "en")
HARMFUL = frozenset({"script", "style", "iframe", "object", "embed", "form", "svg", "math", "base", "link", "meta"})
ADDRESSES = ("href", "src")
# What a browser makes of an address before it looks for the scheme (WHATWG URL Standard).
SQUEEZED = re.compile(r"[\t\n\r]")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = frozenset({"http", "https", "mailto", "tel", "content"})


def sound(problems: Iterable[Problem]) -> None:
    """Nothing, where every problem has a known code and can be told on any terminal."""
    for each in problems:
        assert each.code in CODES
        words = said(each, str)
        assert not CONTROL.search(words.message + words.hint), each
        f"{words}{each.place}".encode()


def text_file(data: bytes) -> None:
    """A text of any kind: the first byte chooses which."""
    kinds = tuple(KINDS)
    kind = kinds[data[0] % len(kinds)] if data else kinds[0]
    document = parse(Source(f"content/{kind}/a/index.vi.md", kind, "a", "vi", data[1:], ""), "vi")
    sound(document.problems)
    clean(document.body.html)


def translation(data: bytes) -> None:
    """A translation of a product."""
    document = parse(Source("content/products/a/index.en.md", "products", "a", "en", data, ""), "vi")
    sound(document.problems)
    clean(document.body.html)


def markdown(data: bytes) -> None:
    """A body, within limits that keep each example short."""
    text = CONTROL.sub(" ", normalised(data.decode(errors="replace")))
    rendered = render_markdown(text, "vi", PATH, 1, kinds={"product": "products"}, limits=MarkdownLimits(seconds=10))
    sound(rendered.problems)
    assert not any(each.code == "markdown-too-slow" for each in rendered.problems)
    clean(rendered.html)


class Judge(HTMLParser):
    """Reads HTML as browsers do, and stops at what runs, restyles or leads astray."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        assert tag not in HARMFUL, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in ("style", "srcdoc", "srcset"), name
            scheme = SCHEME.match(value or "") if name in ADDRESSES else None
            assert scheme is None or scheme[1].lower() in SCHEMES, value


def clean(html: str) -> None:
    """Nothing, where nothing in the HTML runs, restyles, hides or leads astray."""
    assert not CONTROL.search(html), ascii(html)
    judge = Judge()
    judge.feed(html)
    judge.close()


def address(data: bytes) -> None:
    """An address that is called safe has a harmless scheme to a browser too."""
    text = data.decode(errors="replace")
    if is_safe(text):
        seen = SQUEEZED.sub("", text.strip("".join(map(chr, range(33)))))
        scheme = SCHEME.match(seen)
        assert scheme is None or scheme[1].lower() in SCHEMES, text
        assert not re.match(r"[/\\]{2}", seen), text


def words(data: bytes) -> None:
    """Titles become slugs that settle."""
    text = data.decode(errors="replace")
    for locale in LOCALES:
        made = slug(text, locale)
        assert not made or is_slug(made), made
        assert slug(made, locale) == made


def catalogue(data: bytes) -> None:
    """A catalogue of the interface."""
    _catalog, problems = read_catalog(data, "vi", "messages.po")
    sound(problems)
    sound(read_po_file(normalised(data.decode(errors="replace")), "vi", "messages.po").problems)


def exchange(data: bytes) -> None:
    """A PO or XLIFF file that comes back from translators."""
    read_exchange(data, "texts.xlf")


def settings(data: bytes) -> None:
    """The settings, and the menus, addresses, rules, synonyms and remembered texts, all with the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = ("site.yaml", "content/menus.yaml", HISTORY, memory_path("products/a", "en"))
        for path in (*files, "locales/vi/synonyms.yaml", "locales/vi/style.yaml", "locales/glossary.yaml"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        sound(read_menus(root)[2])
        sound(read_history(root)[2])
        sound(read_house_rules(root, LOCALES)[1])
        sound(read_synonyms(root, LOCALES)[1])
        read_memory(root, "products/a", "en")
        read_settings(root)


def table(data: bytes) -> None:
    """A CSV file with products."""
    for each in csv_tables(data, "table.csv"):
        sound(each.problems)


def workbook(data: bytes) -> None:
    """An XLSX file with products."""
    for each in xlsx_tables(data, "table.xlsx"):
        sound(each.problems)


Target = Callable[[bytes], None]
TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        each.__name__: each
        for each in (text_file, translation, markdown, address, words, catalogue, exchange, settings, table, workbook)
    }
)


def tried(target: Target, data: bytes) -> None:
    """Nothing, after the target has read the bytes; the problems that stop it are as sound as the others."""
    try:
        target(data)
    except ContentError as error:
        assert error.problems  # noqa: PT017 - not a test of its own
        sound(error.problems)
