"""Style sheets and scripts become what browsers fetch: one file for what is imported, without blanks and comments."""

import re
from collections.abc import Mapping

import rcssmin
import rjsmin

IMPORTS: Mapping[str, re.Pattern[str]] = {
    ".css": re.compile(r"""^@import ["']([^"':]+)["'](?: layer\((?P<layer>[\w.-]+)\))?;[ \t]*\n?""", re.MULTILINE),
    ".js": re.compile(r"""^import ["']\./([^"']+)["'];[ \t]*\n?""", re.MULTILINE),
}
MINIFIERS = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}
JOINTS = {".css": "", ".js": "\n"}  # a script may leave its last semicolon out


def bundled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, style sheets and scripts made small; what another one has taken in is not published by itself.

    A style sheet takes in what it imports, into the cascade layer that the import names; a script what it imports for
    its effect alone (`import "./other.js";`).
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
    return _joined(files, name, ()).encode("latin-1")


def _joined(files: Mapping[str, bytes], name: str, within: tuple[str, ...]) -> str:
    """The file made small, with what it imports in its place; an import that leads back to itself is left as it stands.

    Each file is made small by itself: inside of a layer the minifier would take the space out of `main :is(a)`.
    """
    minify, text = MINIFIERS[_ending(name)], _text(files[name])
    pieces, at = [], 0
    for found in IMPORTS[_ending(name)].finditer(text):
        other = _beside(name, found[1])
        if other in files and other not in (*within, name):
            own = _joined(files, other, (*within, name))
            pieces += [str(minify(text[at : found.start()])), _layered(own, found.groupdict().get("layer"))]
            at = found.end()
    return JOINTS[_ending(name)].join(filter(None, (*pieces, str(minify(text[at:])))))


def _layered(text: str, layer: str | None) -> str:
    return f"@layer {layer}{{{text}}}" if layer else text
