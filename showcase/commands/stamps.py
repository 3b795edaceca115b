"""The text of a translation becomes the same text with stamps: the digests of the texts it was translated from."""

import re
from collections.abc import Mapping

from showcase.library.entries import given_keys
from showcase.reading.parse import MACHINE_DRAFT, STAMPS, Document
from showcase.reading.text_file import CLOSING, OPENING


def stamps_of(source: Document, translation: Document) -> dict[str, str]:
    """The digest of each source text that the translation gives in its own words."""
    given = given_keys(translation)
    return {key: source.digests[key] for key in sorted(source.digests) if key in given}


def stamped(text: str, stamps: Mapping[str, str], *, is_read: bool = False) -> str:
    """The text with these stamps as the last field of its front matter, every other character as it was.

    A translation that somebody has read (`is_read`) is no longer a machine's draft.
    """
    lines = text.splitlines(keepends=True)
    opening = next(index for index, line in enumerate(lines) if OPENING.fullmatch(_bare(line)))
    closing = next(index for index in range(opening + 1, len(lines)) if CLOSING.fullmatch(_bare(lines[index])))
    fields = _without(STAMPS, lines[opening + 1 : closing])
    fields = _without(MACHINE_DRAFT, fields) if is_read else fields
    end = "\r\n" if lines[opening].endswith("\r\n") else "\n"
    block = (
        [f"{STAMPS}:{end}", *(f"  {key}: {digest}{end}" for key, digest in sorted(stamps.items()))] if stamps else []
    )
    return "".join([*lines[: opening + 1], *fields, *block, *lines[closing:]])


def _bare(line: str) -> str:
    """The line without its end and without a byte order mark."""
    return line.rstrip("\r\n").lstrip("\ufeff")


def _without(field: str, lines: list[str]) -> list[str]:
    """The lines of the front matter without those of a field, wherever they stand."""
    start = next((index for index, line in enumerate(lines) if re.match(rf"{field}[ \t]*:", line)), None)
    if start is None:
        return lines
    end = next((index for index in range(start + 1, len(lines)) if re.match(r"\S", lines[index])), len(lines))
    return lines[:start] + lines[end:]
