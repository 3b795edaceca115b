"""content/imports.yaml remembers what an import wrote, so that another one changes nothing that somebody has edited."""

import re
from collections.abc import Mapping
from pathlib import Path

from showcase.digests import digest
from showcase.problems import ContentError
from showcase.reading.files import read_bounded
from showcase.reading.front_matter import read_front_matter
from showcase.reading.parse import STAMPS
from showcase.reading.text_file import decode, split_front_matter

IMPORTS = "content/imports.yaml"
LIMIT = 64 << 20
LINE = re.compile(r"(content/[a-z]+/[a-z0-9-]+/index\.[a-z-]+\.md): ([0-9a-f]{12})")
HEAD = """\
# What imports have written: the file and a digest of its texts. A file that says something else by now was edited,
# and the next import leaves it alone. Written by: python build.py import.
"""


def read_imports(root: Path) -> dict[str, str]:
    """The digest of each file as an import wrote it, by its path."""
    if not (root / IMPORTS).is_file():
        return {}
    lines = read_bounded(root, IMPORTS, LIMIT).decode(errors="replace").splitlines()
    return {found[1]: found[2] for found in map(LINE.fullmatch, lines) if found}


def imports_text(written: Mapping[str, str]) -> str:
    """The file for these digests."""
    return HEAD + "".join(f"{path}: {known}\n" for path, known in sorted(written.items()))


def digest_of(data: bytes) -> str:
    """A digest of what a text says, whatever comments, stamps and the order of fields."""
    try:
        text, _problems = decode(data, "", "en")
        parts = split_front_matter(text, "")
        values = read_front_matter(parts.front_matter, "", parts.front_matter_line).values
    except ContentError:
        return digest(data)[:12]
    said = {name: value for name, value in values.items() if name != STAMPS and value is not None}
    return digest(sorted(said), [said[name] for name in sorted(said)], parts.body.strip())[:12]
