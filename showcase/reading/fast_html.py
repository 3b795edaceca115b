"""A tree of the Markdown parser becomes HTML: what its own serializer writes, without looking for what is rare."""

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
        if type(each.tag) is not str or (each.attrib and not all(map(_is_plain, each.items()))):
            return to_html_string(root)
        name, text, tail = each.tag.lower(), each.text, each.tail
        pieces.append(f"<{each.tag}{_attributes(each)}>" if each.attrib else f"<{each.tag}>")
        if text:
            pieces.append(text if name in UNESCAPED else _escaped(text))
        ending = "" if name in HTML_EMPTY else f"</{each.tag}>"
        waiting.append(ending + _escaped(tail) if tail else ending)
        waiting += each[::-1]
    return "".join(pieces)


def _is_plain(attribute: tuple[str, str | None]) -> bool:
    """Whether an attribute has a value and is written with it."""
    name, value = attribute
    return value is not None and name != _quoted(value)


def _attributes(element: Element) -> str:
    return "".join([f' {name}="{_quoted(value)}"' for name, value in sorted(element.items())])


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")


def _escaped(text: str) -> str:
    """The text with entities for the signs of mark-up; an ampersand that begins an entity stays."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text
