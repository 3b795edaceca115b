"""What our Markdown has beyond Python-Markdown's: cards, captions, and titles of notes in the page's language."""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.treeprocessors import Treeprocessor

from showcase.reading.cleaning import CARD

CARDS = re.compile(r"\s*+(?:\[\[[^\[\]\n]*\]\]\s*+)+")
CARD_TARGET = re.compile(r"\[\[([^\[\]\n]*)\]\]")


class CardProcessor(BlockProcessor):
    """Makes an element of each `[[product:misa-amis]]` on a line of its own."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 -- the signature is Python-Markdown's
        """Whether the block holds nothing but cards."""
        return CARDS.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append an element for each card of the block."""
        for target in CARD_TARGET.findall(blocks.pop(0)):
            SubElement(parent, CARD, {"ref": target.strip()})


class FigureProcessor(Treeprocessor):
    """Makes a figure of each picture with a title that stands in a paragraph of its own; the title is the caption."""

    def run(self, root: Element) -> None:
        """Change such paragraphs where they stand."""
        for paragraph in root.iter("p"):
            picture = paragraph[0] if len(paragraph) == 1 else None
            alone = picture is not None and not (paragraph.text or "").strip() and not (picture.tail or "").strip()
            if alone and picture is not None and picture.tag == "img" and picture.get("title"):
                paragraph.tag = "figure"
                caption = SubElement(paragraph, "figcaption")
                caption.text = picture.attrib.pop("title")


class NoteProcessor(AdmonitionProcessor):
    """Titles a note by its kind in the language of the page, and not at all where the kind has no word."""

    def __init__(self, parser: Any, titles: Mapping[str, str]) -> None:
        super().__init__(parser)
        self.titles = titles

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block begins a note, or goes on with the one before it."""
        before = self.lastChild(parent)
        return ("!!!" in block or (before is not None and before.tag == "div")) and super().test(parent, block)

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """The classes of the note and its title."""
        kind, title = match[1].lower(), match[2]
        first = kind.partition(" ")[0]
        return kind, self.titles.get(first) if title is None else title.strip() or None


class ShowcaseExtension(Extension):
    """Brings the three into a Markdown parser."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.titles = titles

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Register the processors: cards before paragraphs, notes before code, figures after inline mark-up."""
        md.parser.blockprocessors.register(CardProcessor(md.parser), "card", 18)
        md.parser.blockprocessors.register(NoteProcessor(md.parser, self.titles), "admonition", 105)
        md.treeprocessors.register(FigureProcessor(md), "figure", 5)
