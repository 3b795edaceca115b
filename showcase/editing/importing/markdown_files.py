"""A Markdown file of Hugo or Pelican becomes its fields and its text, with what our Markdown does not know noted."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from showcase import codes
from showcase.codes import _
from showcase.editing.importing.notes import GUESSED, LOST, Note
from showcase.problems import ContentError, Place, problem
from showcase.reading.front_matter import read_front_matter
from showcase.reading.text_file import decode

NO_COUNTERPART = _("the field “{name}” has no counterpart and is left out: {value}")
SHORTCODE = _("the shortcode {code} stands in the text as it is: replace it by hand")
INNER_LINK = _("the link {link} leads to a page of the old site: write content:/… in its place")
RENAMED = _("“{name}” became “{field}”")
FIRST_SENTENCE = _("the summary was taken from the beginning of the text")
# What Hugo and Pelican call fields that have another name here.
NAMES = {
    "description": "summary",
    "lastmod": "updated",
    "modified": "updated",
    "expirydate": "expires_on",
    "publishdate": "publish_on",
    "subtitle": "tagline",
}
METADATA = re.compile(r"([A-Za-z][\w-]*):[ \t]*(.*)")
FIGURE = re.compile(r"\{\{<\s*figure\s+(.*?)\s*>\}\}", re.DOTALL)
ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*("[^"]*"|'[^']*'|\S+)""")
ANY_SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*[\w./-]+.*?[%>]\}\}", re.DOTALL)
LINK = re.compile(r"\]\(\s*(\{(?:filename|static|attach)\}[^)\s]+|[^)\s:]+\.md(?:#[^)\s]*)?)")
IMAGE = re.compile(r"!\[[^\]]*\]\(\s*([^)\s]+)")


@dataclass(frozen=True, slots=True)
class Page:
    """A file of another generator: where it lies, its language if it says so, its fields and its text."""

    path: PurePosixPath
    key: str
    locale: str
    values: dict[str, Any]
    body: str
    pictures: tuple[str, ...] = ()
    notes: tuple[Note, ...] = field(default=())


def page(data: bytes, path: PurePosixPath, shown: str, locales: tuple[str, ...], known: frozenset[str]) -> Page:
    """The page of a file; ContentError where it cannot be read. `known` are the fields that the kind has."""
    text, problems = decode(data, shown, "en")
    if any(each.severity == codes.ERROR for each in problems):
        raise ContentError(*problems)
    raw, body, line = parts(text, shown)
    lowered = {str(name).lower(): value for name, value in raw.items()}
    key, locale = place_of(path, locales)
    locale = str(lowered.pop("lang", "")) or locale
    values, notes = fields(lowered, known, shown)
    body, more = text_of(body, shown, line)
    if not values.get("summary") and (first := beginning(body)):
        values["summary"] = first
        more = (*more, Note(GUESSED, Place(shown, line), FIRST_SENTENCE))
    return Page(path, key, locale, values, body, tuple(IMAGE.findall(body)), (*notes, *more))


def parts(text: str, shown: str) -> tuple[dict[str, Any], str, int]:
    """The fields of a file as written, its text, and the line on which the text begins."""
    lines = text.split("\n")
    fence = lines[0].rstrip() if lines else ""
    if fence in ("---", "+++"):
        end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == fence), 0)
        if not end:
            raise ContentError(problem(codes.UNCLOSED_FRONT_MATTER, Place(shown, 1)))
        inside = "\n".join(lines[1:end])
        values = toml(inside, shown) if fence == "+++" else read_front_matter(inside, shown, 2).values
        return values, "\n".join(lines[end + 1 :]), end + 2
    values, number = {}, 0
    for line in lines:
        found = METADATA.fullmatch(line.rstrip())
        if not found:
            break
        values[found[1]] = found[2].strip()
        number += 1
    if not values:
        raise ContentError(problem(codes.NO_FRONT_MATTER, Place(shown, 1)))
    return values, "\n".join(lines[number:]), number + 1


def toml(text: str, shown: str) -> dict[str, Any]:
    """The values of TOML; ContentError where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(problem(codes.BAD_YAML, Place(shown, 2), detail=str(error))) from None


def place_of(path: PurePosixPath, locales: tuple[str, ...]) -> tuple[str, str]:
    """What the page is called in every language, and its language by its name or its folder."""
    stem, _dot, ending = path.stem.partition(".")
    locale = ending if ending in locales else ""
    folders = list(path.parent.parts)
    if not locale and folders and folders[0] in locales:
        locale = folders.pop(0)
    name = stem if stem not in ("index", "_index") else folders.pop() if folders else "index"
    return "/".join([*folders, name]), locale


def fields(raw: dict[str, Any], known: frozenset[str], shown: str) -> tuple[dict[str, Any], tuple[Note, ...]]:
    """The fields that the kind has, under their names here; a note for each that was renamed or lost."""
    values: dict[str, Any] = {}
    notes: list[Note] = []
    here = Place(shown, 1)
    for name, value in raw.items():
        field_ = NAMES.get(name, name)
        plain = as_written(value)
        if field_ not in known or not plain:
            notes += [Note(LOST, here, NO_COUNTERPART, {"name": name, "value": str(plain)[:80]})] if plain else []
            continue
        if field_ != name:
            notes.append(Note(GUESSED, here, RENAMED, {"name": name, "field": field_}))
        values[field_] = str(plain)[:10] if field_ in ("updated", "expires_on", "publish_on") else plain
    return values, tuple(notes)


def as_written(value: Any) -> Any:
    """A value as front matter writes it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return [as_written(item) for item in value]
    if isinstance(value, dict):
        return {name: as_written(item) for name, item in value.items()}
    return "" if value is None else str(value)


def text_of(body: str, shown: str, line: int) -> tuple[str, tuple[Note, ...]]:
    """The text with figures as pictures, and a note for each shortcode and inner link that is left in it."""
    body = FIGURE.sub(figure, body)
    notes = [
        *_left(ANY_SHORTCODE, body, SHORTCODE, "code", shown, line),
        *_left(LINK, body, INNER_LINK, "link", shown, line),
    ]
    return body, tuple(notes)


def _left(sign: re.Pattern[str], body: str, message: str, name: str, shown: str, line: int) -> Iterator[Note]:
    for found in sign.finditer(body):
        if name == "link" and body[: found.start()].rpartition("![")[1] and found[1].startswith("{static}"):
            continue  # a picture, which is copied
        here = Place(shown, line + body.count("\n", 0, found.start()))
        yield Note(LOST, here, message, {name: " ".join(found[found.lastindex or 0].split())[:80]})


def figure(found: re.Match[str]) -> str:
    """A picture with its description and caption."""
    given = {name: value.strip("\"'") for name, value in ATTRIBUTE.findall(found[1])}
    if "src" not in given:
        return found[0]
    caption = given.get("caption") or given.get("title", "")
    return f"![{given.get('alt', '')}]({given['src']}" + (f' "{caption}")' if caption else ")")


def beginning(body: str) -> str:
    """The first sentence of a text, if it is short enough for a summary."""
    plain = re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", r"\1", body.strip().partition("\n\n")[0])
    sentence = re.match(r"[^#!|>{<\n].{10,190}?[.!?…](?=\s|$)", " ".join(plain.split()))
    return sentence[0] if sentence else ""
