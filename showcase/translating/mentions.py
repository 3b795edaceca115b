"""A text and its translation become what one mentions and the other does not: links, pictures, cards, footnotes."""

import re
from collections.abc import Iterator

from showcase.reading.positions import prose

# An address in a link or a picture, in the definition of one, or by itself.
TARGET = re.compile(
    r"\]\(\s*<?([^\s()<>]*)|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?([^\s<>]+)|<(https?://[^\s<>]+|mailto:[^\s<>]+)>",
    re.MULTILINE,
)
SIGN = re.compile(r"\[\[[^\[\]\n]+\]\]|\[\^[^\[\]\s]+\]|%\(\w+\)s|\{\w+\}")


def mentions(text: str) -> frozenset[str]:
    """What a text names for the program: addresses, cards, footnotes and placeholders.

    The heading within a page has another id in each language, so only the page counts.
    """
    return frozenset(_mentions(prose(text)))


def _mentions(text: str) -> Iterator[str]:
    for found in TARGET.finditer(text):
        address = next(filter(None, found.groups()), "").partition("#")[0]
        if address:
            yield address
    yield from SIGN.findall(text)
