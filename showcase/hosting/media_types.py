"""A path becomes the media type with which it is served."""

from pathlib import PurePosixPath
from types import MappingProxyType

HTML = "text/html; charset=utf-8"
UNKNOWN = "application/octet-stream"
# What text is made of is UTF-8 here; JSON is always so (RFC 8259), and XML says it itself.
BY_ENDING = MappingProxyType(
    {
        "avif": "image/avif",
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "gif": "image/gif",
        "html": HTML,
        "ico": "image/x-icon",
        "ics": "text/calendar; charset=utf-8",
        "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "jsonl": "application/jsonl",
        "pdf": "application/pdf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xml": "application/xml",
    }
)
BY_NAME = MappingProxyType(
    {
        "SHA256SUMS": "text/plain; charset=utf-8",
        "feed.json": "application/feed+json",
        "feed.xml": "application/atom+xml",
    }
)
# The endings of compressed twins, and how the answer to the path without the ending names them.
ENCODINGS = MappingProxyType({"br": "br", "gz": "gzip", "zst": "zstd"})


def media_type(path: str) -> str:
    """The type of a file by its name."""
    name = PurePosixPath(path).name
    return BY_NAME.get(name) or BY_ENDING.get(name.rpartition(".")[2].lower(), UNKNOWN)


def is_twin(path: str) -> bool:
    """Whether the file is another one compressed."""
    return path.rpartition(".")[2] in ENCODINGS
