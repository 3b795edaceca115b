"""Turns clean HTML into tags and texts, and those into HTML again."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

# The cleaner writes every attribute with double quotes and every bracket outside a tag as an entity.
TOKEN = re.compile(r'<(?P<closing>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?: [^\s=>]+="[^"]*")*)>|(?P<text>[^<]+)')
ATTRIBUTE = re.compile(r' ([^\s=>]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Tag:
    """The beginning or the end of an element."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    closing: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute; empty where it is missing."""
        return dict(self.attributes).get(name, "")

    def begins(self, *names: str) -> bool:
        """Whether this begins an element of one of these names."""
        return not self.closing and self.name in names

    def with_values(self, **values: str | None) -> "Tag":
        """The tag with these attributes set, or removed where the value is `None`."""
        kept = {**dict(self.attributes), **values}
        return replace(self, attributes=tuple((key, value) for key, value in kept.items() if value is not None))


Token = Tag | str


def tokens(clean: str) -> tuple[Token, ...]:
    """The tags and texts of cleaned HTML, in order; entities become characters."""
    return tuple(
        html.unescape(found["text"])
        if found["text"]
        else Tag(found["name"], attributes(found["attributes"]), bool(found["closing"]))
        for found in TOKEN.finditer(clean)
    )


def attributes(text: str) -> tuple[tuple[str, str], ...]:
    """The attributes of a tag; the cleaner leaves an empty class where it removed all names."""
    pairs = ATTRIBUTE.findall(text) if text else ()
    return tuple((name, html.unescape(value)) for name, value in pairs if value or name != "class")


def written(parts: Iterable[Token]) -> str:
    """The HTML of tags and texts."""
    return "".join(html.escape(part, quote=False) if isinstance(part, str) else _written(part) for part in parts)


def _written(tag: Tag) -> str:
    values = "".join(f' {name}="{html.escape(value)}"' for name, value in tag.attributes)
    return f"</{tag.name}>" if tag.closing else f"<{tag.name}{values}>"
