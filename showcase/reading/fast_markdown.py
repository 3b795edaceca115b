"""Makes a Markdown parser faster and leaves its HTML as it is: what cannot find anything in a text is not tried on it.

A step of Python-Markdown that finds nothing changes nothing. The tables of `markdown_signs` say what a step needs
to find anything; one that is not in them is always tried.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import Pattern
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.serializers import to_html_string
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString

from showcase.reading.fast_html import html_of
from showcase.reading.markdown_signs import BLOCK_SIGNS, LOOKUPS, PATTERN_SIGNS, all_of, holds


def in_lines(sign: str, lines: Iterable[str]) -> bool:
    """Whether the sign is in one of the lines."""
    return sign in "\n".join(lines)


def lines_of(md: Markdown) -> list[str]:
    """The lines of the document that the parser is reading."""
    lines: list[str] = md.lines  # type: ignore[attr-defined] # its type stubs leave it out
    return lines


class SparingBlocks:
    """What `BlockParser.parseBlocks` does, with only those processors that can find something in a block."""

    def __init__(self, parser: BlockParser) -> None:
        self.parser = parser
        self.steps: list[tuple[Any, tuple[str, ...]]] = []

    def document(self, lines: Iterable[str]) -> ElementTree:
        """The tree of a document; which processors there are is known when it begins."""
        self.steps = [(processor, BLOCK_SIGNS.get(type(processor), ())) for processor in self.parser.blockprocessors]
        return BlockParser.parseDocument(self.parser, lines)

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Put what the blocks say into the parent."""
        while blocks:
            for processor, signs in self.steps:
                able = holds(blocks[0], signs) and processor.test(parent, blocks[0])
                # A processor that returns False has looked at the block and left it to the next.
                if able and processor.run(parent, blocks) is not False:
                    break


class SparingInlineProcessor(InlineProcessor):
    """Tries on each text only the patterns that can find something in it."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """The tree with its inline mark-up; which patterns there are is known when the blocks have been read."""
        self.patterns = list(self.md.inlinePatterns)
        self.signs = [self.signs_of(pattern) for pattern in self.patterns]
        self.all_signs = all_of(signs for signs in self.signs if signs is not None)
        return super().run(tree, ancestors)

    def signs_of(self, pattern: Pattern) -> tuple[str, ...] | None:
        """The signs of which the pattern needs one; nothing where it cannot find anything in this document."""
        if type(pattern) in LOOKUPS and not self.md.references:
            return None
        return PATTERN_SIGNS.get(pattern.pattern, ())

    # Its caller has no public name for it. Should a version of Python-Markdown call it otherwise, texts are read as
    # slowly as without us, and a test says so.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """The text with a placeholder for all that the patterns from this one on find in it."""
        if isinstance(data, AtomicString) or not holds(data, self.all_signs):
            return data
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index in range(patternIndex, len(self.patterns)):
            signs = self.signs[index]
            start, found = 0, signs is not None and holds(data, signs)
            while found:
                data, found, start = apply(self.patterns[index], data, index, start)
        return data


class SparingAttributes(AttrListTreeprocessor):
    """Looks for attribute lists where the text has a brace at all."""

    def run(self, doc: Element) -> None:
        """Set the attributes of the elements."""
        if in_lines("{", lines_of(self.md)):
            super().run(doc)


class SparingUnescape(UnescapeTreeprocessor):
    """Puts escaped characters back where the text has a backslash at all."""

    def run(self, root: Element) -> None:
        """Put them back."""
        if in_lines("\\", lines_of(self.md)):
            super().run(root)


class SparingHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for HTML where the text has a tag or an entity at all."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with placeholders for blocks of HTML."""
        return super().run(lines) if in_lines("<", lines) or in_lines("&", lines) else lines


class SparingExtension(Extension):
    """Puts the sparing steps in place of a parser's own; the last of its extensions, for it must see the others."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Replace each step that is there and is Python-Markdown's own."""
        own: tuple[tuple[Any, str, float, type, type], ...] = (
            (md.preprocessors, "html_block", 20, HtmlBlockPreprocessor, SparingHtmlBlocks),
            (md.treeprocessors, "inline", 20, InlineProcessor, SparingInlineProcessor),
            (md.treeprocessors, "attr_list", 8, AttrListTreeprocessor, SparingAttributes),
            (md.treeprocessors, "unescape", 0, UnescapeTreeprocessor, SparingUnescape),
        )
        for registry, name, priority, known, sparing in own:
            if name in registry and type(registry[name]) is known:
                registry.register(sparing(md), name, priority)
        if type(md.parser) is BlockParser:
            blocks = SparingBlocks(md.parser)
            md.parser.parseDocument = blocks.document  # type: ignore[method-assign]
            md.parser.parseBlocks = blocks.parse  # type: ignore[method-assign]
        if md.output_formats["html"] is to_html_string:
            md.output_formats = {**md.output_formats, "html": html_of}  # type: ignore[misc] # of this parser alone
        md.is_block_level = lru_cache(maxsize=256)(md.is_block_level)  # type: ignore[method-assign]
