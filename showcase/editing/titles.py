"""The titles of all entries in a language, read from their first lines without the rest."""

import re

from showcase.editing.folder import Folder
from showcase.problems import ContentError
from showcase.reading.front_matter import read_front_matter

TITLE = re.compile(r"^title:[^\n]*", re.MULTILINE)


def titles(folder: Folder, locale: str) -> dict[str, str]:
    """The title of each entry by its key: the one in the language, else the one in another."""
    found: dict[str, str] = {}
    for file, _stat in folder.files():
        key = "/".join(file.path.split("/")[1:3])
        if file.locale and (file.locale == locale or key not in found):
            found[key] = title_of(folder.read(file).decode(errors="replace")) or found.get(key, key)
    return found


def title_of(text: str) -> str:
    """The title in a file's front matter; none where it cannot be read."""
    line = TITLE.search(text)
    try:
        return str(read_front_matter(line[0], "", 1).values.get("title") or "") if line else ""
    except ContentError:
        return ""
