"""The editor's own files and the page that starts it."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
VENDOR, ASSETS = HERE / "vendor", HERE / "assets"
LOCAL_ONLY = ("folder.js",)
UNPUBLISHED = ("SHA256SUMS",)
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="same-origin">
<title>{title}</title>
<link rel="icon" href="/admin/icon.svg">
<link rel="stylesheet" href="/admin/admin.css">
<script type="module" src="/admin/admin.js"></script>
</head>
<body>
<script type="application/json" data-languages="{languages}"{folder}></script>
<noscript><p class="notice">{noscript}</p></noscript>
</body>
</html>
"""


def page(title: str, languages: tuple[str, ...], noscript: str, folder: str = "") -> bytes:
    """The page at /admin/; `folder` is the address of the folder on this machine, where there is one."""
    attribute = f' data-folder="{escape(folder)}"' if folder else ""
    text = PAGE.format(
        title=escape(title),
        language=escape(languages[0]),
        languages=escape(" ".join(languages)),
        folder=attribute,
        noscript=escape(noscript),
    )
    return text.encode()


@cache
def own_files() -> Mapping[str, bytes]:
    """The files that the page needs, by their paths below /admin/."""
    found = {path.name: path.read_bytes() for path in sorted(ASSETS.iterdir())}
    below = (path for path in sorted(VENDOR.rglob("*")) if path.is_file() and path.name not in UNPUBLISHED)
    return found | {path.relative_to(VENDOR).as_posix(): path.read_bytes() for path in below}
