"""Style sheets and scripts become what browsers fetch: one file for what is imported, without blanks and comments."""

import re
from collections.abc import Mapping

import rcssmin
import rjsmin

IMPORTS: Mapping[str, re.Pattern[str]] = {
    ".css": re.compile(r"""^@import ["']([^"':]+)["'];[ \t]*\n?""", re.MULTILINE),
    ".js": re.compile(r"""^import ["']\./([^"']+)["'];[ \t]*\n?""", re.MULTILINE),
}
MINIFIERS = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def bundled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, style sheets and scripts made small; what another one has taken in is not published by itself.

    A style sheet takes in what it imports, a script what it imports for its effect alone (`import "./other.js";`).
    """
    taken = {each for name in files for each in _imported(files, name)}
    return {name: _small(files, name) for name in files if name not in taken}


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2]}"


def _text(data: bytes) -> str:
    """The text with a character for each byte, so that any encoding comes out as it went in.

    Half a surrogate pair, the usual stand-in for a stray byte, brings the minifiers down.
    """
    return data.decode("latin-1")


def _imported(files: Mapping[str, bytes], name: str) -> tuple[str, ...]:
    """The names of the files that this one takes in."""
    pattern = IMPORTS.get(_ending(name))
    found = (_beside(name, each[1]) for each in pattern.finditer(_text(files[name]))) if pattern else ()
    return tuple(each for each in found if each in files and each != name)


def _beside(name: str, other: str) -> str:
    return f"{name.rpartition('/')[0]}/{other}".lstrip("/")


def _small(files: Mapping[str, bytes], name: str) -> bytes:
    if _ending(name) not in MINIFIERS or ".min." in name:
        return files[name]
    small = MINIFIERS[_ending(name)](_joined(files, name, ()))
    return str(small).encode("latin-1")


def _joined(files: Mapping[str, bytes], name: str, within: tuple[str, ...]) -> str:
    """The file with what it imports in its place; one that leads back to itself is left as it stands."""

    def taken(found: re.Match[str]) -> str:
        other = _beside(name, found[1])
        if other not in files or other in (*within, name):
            return found[0]
        return f"{_joined(files, other, (*within, name))}\n"

    return IMPORTS[_ending(name)].sub(taken, _text(files[name]))
