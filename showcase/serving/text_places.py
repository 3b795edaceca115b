"""A document becomes the places at which its texts are written."""

from pathlib import Path

from showcase.kinds.localised import texts
from showcase.kinds.model import leaves
from showcase.problems import ContentError, Place
from showcase.reading.parse import Document
from showcase.reading.text_file import split_front_matter

BODY = "body"


def text_places(document: Document, root: Path) -> dict[str, Place]:
    """Where each text of a document stands, by key; the body, on the line on which it begins."""
    if document.entry is not None:
        paths = {leaf.key: leaf.path for leaf in leaves(document.entry)}
        written = {key: document.place(paths[key]) for key in texts(document.entry) if key in paths}
    else:
        written = {key: document.place(path) for key, path in document.paths.items()}
    if document.body.html:
        written[BODY] = Place(document.path, body_line(root / document.path), 1)
    return written


def body_line(file: Path) -> int:
    """The line of a file on which its body begins; the first where that cannot be told."""
    try:
        parts = split_front_matter(file.read_text(encoding="utf-8-sig"), file.name)
    except (OSError, UnicodeDecodeError, ContentError):
        return 1
    body, line = parts[2], parts[3]
    return line + len(body) - len(body.lstrip("\n"))
