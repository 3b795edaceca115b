"""Tells addresses that may stand in a page from those that may not."""

import re
from urllib.parse import unquote

from showcase.language.text import normalised

SCHEMES = frozenset({"http", "https", "mailto", "tel", "content"})
# Browsers drop tabs and line ends inside an address and read a backslash as a slash (WHATWG URL Standard).
IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x1f\x7f\\]")
SCHEME = re.compile(r"([^/?#:]*):")
# A name before an @ would be taken for the host: https://showcase.example@evil.example
WEB = re.compile(r"https?://[^/?#\s@]+(?:[/?#]|$)", re.IGNORECASE)
LINE_END = re.compile(r"%0[ad]", re.IGNORECASE)
FILE_NAME = re.compile(r"[^/\\:?#\x00-\x1f]+")


def scheme_of(address: str) -> str:
    """The scheme of an address in small letters; empty for a relative one."""
    found = SCHEME.match(address.strip())
    return found[1].lower() if found else ""


def is_external(address: str) -> bool:
    """Whether the address leads to the web."""
    return scheme_of(address) in {"http", "https"}


def is_safe(address: str) -> bool:
    """Whether the address is http(s) with a host alone, mailto or tel on one line, `content:`, or relative."""
    address = address.strip()
    if IGNORED_BY_BROWSERS.search(address) or address.startswith("//"):
        return False
    if not SCHEME.match(address):
        return True
    scheme = scheme_of(address)
    if scheme in {"http", "https"}:
        return WEB.match(address) is not None
    # A line end in a subject would let the link add headers to the visitor's mail (RFC 6068, section 7).
    return scheme in SCHEMES and not (scheme in {"mailto", "tel"} and LINE_END.search(address))


def file_name(src: str) -> str:
    """The name of the file beside the text that a picture's `src` means; empty where it means anything else."""
    name = normalised(unquote(src.strip()))
    return name if FILE_NAME.fullmatch(name) and not name.startswith(".") else ""
