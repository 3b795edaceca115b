"""What a published site must never hold, looked for in its parsed files."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite", "background", "srcset", "ping")
HARMLESS = ("https:", "http:", "mailto:", "tel:", "/", "#", "?")
FORBIDDEN = ("iframe", "object", "embed", "applet", "base", "frame", "frameset", "style")
DATA = "application/ld+json"


def faults(path: str, data: bytes) -> Iterator[str]:
    """Everything in a page that could run, reach out or restyle."""
    for element in html5lib.parse(data.decode(), treebuilder="etree").iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in FORBIDDEN or (name == "script" and not _is_ours(element)):
            yield f"{path}: <{name}>"
        if name == "meta" and element.get("http-equiv") and path.count("/") and not _leads_within(element):
            yield f"{path}: <meta http-equiv>"
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2].lower()
            if plain.startswith("on") or plain in ("style", "srcdoc"):
                yield f"{path}: {plain}={value!r}"
            if plain in ADDRESSES and not value.strip().lower().startswith(HARMLESS):
                yield f"{path}: {plain}={value!r}"


def _is_ours(script: ET.Element) -> bool:
    if script.get("type") == DATA:
        json.loads("".join(script.itertext()))
        return not script.get("src")
    return (script.get("src") or "").startswith("/assets/") and not "".join(script.itertext()).strip()


def _leads_within(meta: ET.Element) -> bool:
    return meta.get("http-equiv") == "refresh" and (meta.get("content") or "").startswith("0; url=/")


def linked_data(data: bytes) -> Iterator[Any]:
    """The JSON-LD documents of a page."""
    for script in html5lib.parse(data.decode(), treebuilder="etree").iter(f"{HTML}script"):
        if script.get("type") == DATA:
            yield json.loads("".join(script.itertext()))


def xml_files(site: Mapping[str, bytes]) -> dict[str, ET.Element]:
    """Every XML file, parsed."""
    return {path: ET.fromstring(data) for path, data in site.items() if path.endswith(".xml")}


def json_files(site: Mapping[str, bytes]) -> dict[str, Any]:
    """Every JSON file, parsed."""
    return {path: json.loads(data) for path, data in site.items() if path.endswith((".json", ".jsonld"))}


def cells(data: bytes) -> list[str]:
    """The cells of a table as a spreadsheet reads them."""
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]


def content_lines(data: bytes) -> list[str]:
    """The lines of a calendar, unfolded (RFC 5545, section 3.1)."""
    return data.decode().replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
