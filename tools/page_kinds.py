"""Turns a built site into one page of each kind in each language, the longest, for tests and pictures."""

import re
from collections.abc import Mapping
from pathlib import Path

BODY = re.compile(rb'<html lang="([^"]+)"[^>]*>.*?<body class="([^"]*)">', re.DOTALL)
SHARED = frozenset({"entry-page"})


def page_kinds(site: Path) -> Mapping[tuple[str, str], str]:
    """The address of the longest page by language and kind; a kind is what the class of `body` calls it."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        if (match := BODY.search(data)) is None or b'http-equiv="refresh"' in data:
            continue
        kind = next((word for word in match[2].decode().split() if word not in SHARED), "plain-page")
        address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        key, size = (match[1].decode(), kind.removesuffix("-page")), (len(data), address)
        found[key] = max(found.get(key, (0, "")), size)
    return {key: address for key, (_, address) in sorted(found.items())}
