"""The path of a request becomes the path of a file in the site, or nothing."""

import re

STRANGE = re.compile(r"[\\\x00-\x1f\x7f]")


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
