"""Texts and addresses as machines take them: no characters that a format forbids, nothing empty, addresses whole."""

import json
import re
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

# What XML 1.0 cannot hold, not even escaped: most control characters, halves of surrogate pairs, two non-characters.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ADDRESSES = ("@id", "url", "item")


def plain(text: str) -> str:
    """The text without characters that XML and calendars cannot hold."""
    return text if text.isprintable() else FORBIDDEN.sub("", text)


def filled(value: Any) -> Any:
    """The value without what is empty; of a thing of which only the type is known nothing is left."""
    if isinstance(value, dict):
        kept = {name: made for name, item in value.items() if item is not None and not _is_empty(made := filled(item))}
        return {} if kept.keys() == {"@type"} else kept
    if isinstance(value, list | tuple):
        return [made for item in value if not _is_empty(made := filled(item))]
    return plain(value) if isinstance(value, str) else value


def _is_empty(value: Any) -> bool:
    """Whether there is nothing in it; a zero and a no are something."""
    return not value and value in (None, "", [], {})


def whole(value: Any, base_url: str) -> Any:
    """The value with the addresses in it that begin at the root made absolute."""
    if isinstance(value, dict):
        made = {name: item if isinstance(item, str) else whole(item, base_url) for name, item in value.items()}
        rooted = (name for name in ADDRESSES if isinstance(made.get(name), str) and made[name].startswith("/"))
        return made | {name: base_url + made[name] for name in rooted}
    return [whole(item, base_url) for item in value] if isinstance(value, list) else value


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
