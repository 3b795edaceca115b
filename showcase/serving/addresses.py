"""The path of a request becomes the path of a file in the site, or nothing."""

import mimetypes
import re

STRANGE = re.compile(r"[\\\x00-\x1f\x7f]")
# What the system's own list may lack or name differently.
TYPES = {
    ".avif": "image/avif",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def file_at(path: str) -> str | None:
    """The file that a path, decoded once, asks for.

    None of a backslash, a control character, an empty part, `.` and `..` can be in the name of a file of the site.
    """
    parts = path.split("/")[1:]
    if not path.startswith("/") or STRANGE.search(path) or any(part in (".", "..") for part in parts):
        return None
    if "" in parts[:-1]:
        return None
    return "/".join([*parts[:-1], parts[-1] or "index.html"])


def media_type(path: str) -> str:
    """The type of a file; text is UTF-8 here."""
    ending = f".{path.rpartition('.')[2].lower()}"
    kind = TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
