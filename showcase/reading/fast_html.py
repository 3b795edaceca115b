"""A tree of the Markdown parser becomes HTML: what its own serializer writes, without looking for what is rare."""

from functools import lru_cache
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP, to_html_string

UNESCAPED = frozenset({"script", "style"})


def html_of(root: Element) -> str:
    """The HTML of a tree; one that holds anything unusual is left to the serializer of the parser."""
    pieces, waiting = list[str](), list[Element | str]([root])
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            pieces.append(each)
            continue
        attributes = _attributes(tuple(each.items())) if each.attrib else ""
        if type(each.tag) is not str or attributes is None:
            return to_html_string(root)
        name, text, tail = each.tag.lower(), each.text, each.tail
        pieces.append(f"<{each.tag}{attributes}>")
        if text:
            pieces.append(text if name in UNESCAPED else _escaped(text))
        ending = "" if name in HTML_EMPTY else f"</{each.tag}>"
        waiting.append(ending + _escaped(tail) if tail else ending)
        waiting += each[::-1]
    return "".join(pieces)


@lru_cache(maxsize=1024)  # most are those of cells, which recur
def _attributes(attributes: tuple[tuple[str, str | None], ...]) -> str | None:
    """The attributes of an element in HTML; nothing where one has no value or is not written with it."""
    written = list[str]()
    for name, value in sorted(attributes):
        quoted = _escaped(value).replace('"', "&quot;") if value is not None else name
        if name == quoted:
            return None
        written.append(f' {name}="{quoted}"')
    return "".join(written)


def _escaped(text: str) -> str:
    """The text with entities for the signs of mark-up; an ampersand that begins an entity stays."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text
