"""Tells, for each step of a Markdown parser, signs of which a text must hold one to be of any interest to it."""

from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from markdown import blockprocessors
from markdown import inlinepatterns as inline
from markdown.extensions.def_list import DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor

from showcase.reading.extensions import CardProcessor

# A text of which a pattern can match a part holds one of these; by the regular expression of the pattern.
PATTERN_SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        inline.BACKTICK_RE: ("`",),
        inline.ESCAPE_RE: ("\\",),
        r"\[\^([^\]]*)\]": ("[^",),  # footnotes
        inline.LINK_RE: ("[",),
        inline.IMAGE_LINK_RE: ("![",),
        inline.AUTOLINK_RE: ("<",),
        inline.AUTOMAIL_RE: ("<",),
        inline.LINE_BREAK_RE: ("  \n",),
        inline.HTML_RE: ("<",),
        inline.ENTITY_RE: ("&",),
        r"\*|_": ("*", "_"),  # emphasis
    }
)
# Patterns that look a name up among the references of the text, and find none where it has none.
LOOKUPS = frozenset(
    {
        inline.ReferenceInlineProcessor,
        inline.ImageReferenceInlineProcessor,
        inline.ShortReferenceInlineProcessor,
        inline.ShortImageReferenceInlineProcessor,
    }
)
# A block that a processor can change holds one of these.
BLOCK_SIGNS: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        CardProcessor: ("[[",),
        DefListProcessor: (": ",),
        FootnoteBlockProcessor: ("]:",),
        SaneOListProcessor: (". ",),
        SaneUListProcessor: ("* ", "+ ", "- "),
        TableProcessor: ("|",),
        blockprocessors.BlockQuoteProcessor: (">",),
        blockprocessors.HashHeaderProcessor: ("#",),
        blockprocessors.HRProcessor: ("-", "_", "*"),
        blockprocessors.ReferenceProcessor: ("]:",),
        blockprocessors.SetextHeaderProcessor: ("\n",),
    }
)


def holds(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of the signs is in the text; also where none is asked for."""
    for sign in signs:  # `any` takes four times as long, and this is asked for every step and every text
        if sign in text:
            return True
    return not signs


def all_of(steps: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The signs of all steps together; none where one of the steps needs none, as it is to be tried on every text."""
    found = list(steps)
    return tuple(dict.fromkeys(chain.from_iterable(found))) if all(found) else ()
