"""Turns clean HTML into tags and texts, and those into HTML again."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# The cleaner writes every attribute with double quotes and every bracket outside a tag as an entity.
TOKEN = re.compile(r'<(?P<closing>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?: [^\s=>]+="[^"]*")*)>|(?P<text>[^<]+)')
NAME = re.compile(r"<([a-z][a-z0-9-]*)")
ATTRIBUTE = re.compile(r' ([^\s=>]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Tag:
    """The beginning or the end of an element."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    closing: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute; empty where it is missing."""
        for key, value in self.attributes:
            if key == name:
                return value
        return ""

    def begins(self, *names: str) -> bool:
        """Whether this begins an element of one of these names."""
        return not self.closing and self.name in names

    def with_values(self, **values: str | None) -> "Tag":
        """The tag with these attributes set, or removed where the value is `None`."""
        kept = {**dict(self.attributes), **values}
        return Tag(self.name, tuple((key, value) for key, value in kept.items() if value is not None), self.closing)


Token = Tag | str


def tokens(clean: str) -> tuple[Token, ...]:
    """The tags and texts of cleaned HTML, in order; entities become characters."""
    return tuple(
        (html.unescape(text) if "&" in text else text) if text else tag(name, attributes, closing)
        for closing, name, attributes, text in TOKEN.findall(clean)
    )


@lru_cache(maxsize=1024)
def tag(name: str, attributes: str, closing: str) -> Tag:
    """The tag of that name, with its attributes as written; the cleaner leaves an empty class where it removed all."""
    pairs = ((key, html.unescape(value)) for key, value in ATTRIBUTE.findall(attributes))
    return Tag(name, tuple((key, value) for key, value in pairs if value or key != "class"), bool(closing))


def names(clean: str) -> frozenset[str]:
    """The names of all elements in cleaned HTML."""
    return frozenset(NAME.findall(clean))


def written(parts: Iterable[Token]) -> str:
    """The HTML of tags and texts."""
    return "".join([_escaped(part) if isinstance(part, str) else _written(part) for part in parts])


def _escaped(text: str) -> str:
    return html.escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def _written(tag: Tag) -> str:
    if tag.closing:
        return f"</{tag.name}>"
    return f"<{tag.name}{_values(tag.attributes)}>" if tag.attributes else f"<{tag.name}>"


@lru_cache(maxsize=1024)
def _values(attributes: tuple[tuple[str, str], ...]) -> str:
    return "".join([f' {name}="{html.escape(value)}"' for name, value in attributes])
