"""Turns any HTML into HTML that cannot harm a visitor: what is not allowed here is left out."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import nh3

from showcase.language.text import without_hidden
from showcase.reading.addresses import SCHEMES

CARD = "x-card"
TEXT_TAGS = (
    "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
)  # fmt: skip
BLOCK_TAGS = (
    "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", CARD,
)  # fmt: skip
# Elements whose content is no text for readers: it goes with them.
REMOVED_WITH_CONTENT = (
    "script", "style", "title", "template", "noscript", "iframe", "object", "embed", "svg", "math", "textarea",
    "select",
)  # fmt: skip
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "*": frozenset({"dir", "id", "lang", "title"}),
        "a": frozenset({"href"}),
        "col": frozenset({"span"}),
        "details": frozenset({"open"}),
        "img": frozenset({"alt", "src"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"reversed", "start"}),
        "td": frozenset({"align", "colspan", "rowspan"}),
        "th": frozenset({"abbr", "align", "colspan", "rowspan", "scope"}),
        "time": frozenset({"datetime"}),
        CARD: frozenset({"ref"}),
    }
)
ADMONITIONS = ("note", "tip", "important", "warning", "danger")
CLASSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset({"footnote-backref", "footnote-ref"}),
        "div": frozenset({"admonition", "footnote", *ADMONITIONS}),
        "p": frozenset({"admonition-title"}),
    }
)


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    """The cleaner, built once in a process from the lists above."""
    return nh3.Cleaner(
        tags={*TEXT_TAGS, *BLOCK_TAGS},
        clean_content_tags=set(REMOVED_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
        url_schemes=set(SCHEMES),
        strip_comments=True,
        link_rel=None,
    )


def cleaned(markup: str) -> str:
    """The HTML without comments, scripts, styles, event handlers, unsafe addresses and unknown classes.

    Nor does it hold characters that nobody sees: entities can spell those that a file must not hold.
    """
    return without_hidden(_cleaner().clean(markup))
