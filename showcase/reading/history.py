"""content/history.yaml becomes the addresses that entries ever had, and these become its text again.

The file is YAML, one line for each address, sorted, so that branches merge line by line. It is read by its lines: it
grows with the site, and a reader that keeps the place of every value would soon take longer than all texts together.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from showcase import codes
from showcase.language.text import visible
from showcase.limits import LIMITS
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.files import read_bounded
from showcase.reading.text_file import decode

HISTORY = "content/history.yaml"
GONE = "gone"
LINE = re.compile(r"(/[A-Za-z-]+/(?:[a-z0-9-]+/)+): ([a-z]+/[a-z0-9-]+|gone)\s*")
EXAMPLE = "/en/products/misa-amis/: products/misa-amis"
HEAD = """\
# Every address that an entry ever had, and whose it was: old addresses lead to where the entry is now.
# Written by: python build.py addresses update. “gone” in place of an entry gives an address up.
"""


def read_history(root: Path, limit: int = LIMITS.history) -> tuple[dict[str, str], dict[str, int], tuple[Problem, ...]]:
    """The entry of each address, the line of each, and what is wrong with the file; nothing where there is no file."""
    if not (root / HISTORY).exists():
        return {}, {}, ()
    try:
        text, problems = decode(read_bounded(root, HISTORY, limit), HISTORY, "en")
    except ContentError as error:
        return {}, {}, error.problems
    owners: dict[str, str] = {}
    lines: dict[str, int] = {}
    found = list(problems)
    for number, line in enumerate(text.split("\n"), 1):
        read, here = LINE.fullmatch(line), Place(HISTORY, number, 1)
        if read and read[1] in owners:
            found.append(problem(codes.DUPLICATE_KEY, here, field=read[1], first=lines[read[1]]))
        elif read:
            owners[read[1]], lines[read[1]] = read[2], number
        elif line.strip() and not line.startswith("#"):
            shown = visible(line.strip())[:80]
            found.append(problem(codes.BAD_PATTERN, here, field="history", value=shown, example=EXAMPLE))
    return owners, lines, tuple(found)


def has_history(root: Path) -> bool:
    """Whether the project records its addresses."""
    return (root / HISTORY).is_file()


def history_text(owners: Mapping[str, str]) -> str:
    """The file for these addresses."""
    return HEAD + "".join(f"{address}: {key}\n" for address, key in sorted(owners.items()))
