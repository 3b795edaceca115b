"""Texts and addresses as machines take them: no characters that a format forbids, nothing empty, addresses whole."""

import json
import re
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

# What XML 1.0 cannot hold, not even escaped: most control characters, halves of surrogate pairs, two non-characters.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ADDRESSES = frozenset({"@id", "url", "item"})
ONLY_TYPE = {"@type"}


def plain(text: str) -> str:
    """The text without characters that XML and calendars cannot hold."""
    return text if text.isprintable() else FORBIDDEN.sub("", text)


def filled(value: Any, base_url: str = "") -> Any:
    """The value without what is empty; of a thing of which only the type is known nothing is left.

    `base_url` comes before the addresses in it that begin at the root.
    """
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        kept = {}
        for name, item in value.items():
            if item is None:
                continue
            made = filled(item, base_url)
            if not made and _is_empty(made):
                continue
            kept[name] = base_url + made if name in ADDRESSES and isinstance(made, str) and made[0] == "/" else made
        return {} if kept.keys() == ONLY_TYPE else kept
    if isinstance(value, list | tuple):
        return [made for item in value if (made := filled(item, base_url)) or not _is_empty(made)]
    return value


def _is_empty(value: Any) -> bool:
    """Whether there is nothing in it; a zero and a no are something."""
    return value in (None, "", [], {})


def xml_bytes(root: ET.Element) -> bytes:
    """An XML document, readable by people too."""
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def json_bytes(value: Any) -> bytes:
    """A JSON document, readable by people too."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def json_lines(values: Iterable[Any]) -> bytes:
    """The values as JSON Lines, to be read one by one however many they are (jsonlines.org)."""
    return "".join(f"{json.dumps(each, ensure_ascii=False, separators=(',', ':'))}\n" for each in values).encode()
