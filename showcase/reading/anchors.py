"""Gives the headings and other targets of a page ids that are safe, unique and stable."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase.codes import EMPTY_ANCHOR
from showcase.language.slugs import slug
from showcase.problems import Problem, problem
from showcase.reading.document import Heading
from showcase.reading.markup import Token
from showcase.reading.polish import HEADINGS, plain_text
from showcase.reading.positions import Body, places

SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
NOTE_ID = re.compile(r"fn(?:ref\d*)?-.*")
THEME = "tb-"  # the ids of the templates begin with this


@dataclass(frozen=True, slots=True)
class Anchored:
    """Parts with ids, the headings among them, all ids that can be linked to, and what each was called before."""

    parts: tuple[Token, ...]
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    names: Mapping[str, str]
    problems: tuple[Problem, ...]


def heading_text(parts: Sequence[Token], start: int) -> str:
    """The text of the heading that begins at the index."""
    name, end = getattr(parts[start], "name", ""), start
    while end < len(parts) and not _closes(parts[end], name):
        end += 1
    return plain_text(parts[start:end]).replace("\n", " ")


def _closes(part: Token, name: str) -> bool:
    return not isinstance(part, str) and part.closing and part.name == name


def free(wanted: str, taken: dict[str, int]) -> str:
    """The id, with the first number behind it that makes it a new one; noted as taken with the number to go on from."""
    number, found = taken.get(wanted, 0), wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken[wanted] = number or 1
    taken.setdefault(found, 1)
    return found


def safe_id(wanted: str, locale: str) -> str:
    """The id itself if it is plain, else its slug; never one that could be the theme's."""
    plain = wanted if SAFE_ID.fullmatch(wanted) else slug(wanted, locale)
    return f"muc-{plain}" if plain.startswith(THEME) else plain


def with_ids(parts: Sequence[Token], locale: str, reserved: frozenset[str], body: Body) -> Anchored:
    """The parts with an id on every heading, none of them reserved for the theme, and links to them adapted."""
    result, headings, nameless = list(parts), list[Heading](), list[Heading]()
    taken, names, anchors = dict.fromkeys(reserved, 1), dict[str, str](), list[str]()
    for index, part in enumerate(parts):
        if isinstance(part, str) or part.closing or not (part.name in HEADINGS or (part.attributes and part.get("id"))):
            continue
        own, text = part.get("id"), heading_text(parts, index) if part.name in HEADINGS else ""
        called = own or slug(text, locale)
        wanted = safe_id(called, locale)
        final = free(wanted or "muc", taken)
        names.setdefault(called, final)
        result[index] = part.with_values(id=final)
        if part.name in HEADINGS:
            headings.append(Heading(int(part.name[1]), final, text))
            nameless += [] if wanted else headings[-1:]
        if not NOTE_ID.fullmatch(final):
            anchors.append(final)
    changed = any(name != final for name, final in names.items())
    adapted = tuple(with_target(part, names) for part in result) if changed else tuple(result)
    return Anchored(adapted, tuple(headings), tuple(anchors), names, tuple(nameless_problems(nameless, body)))


def nameless_problems(headings: Sequence[Heading], body: Body) -> Iterator[Problem]:
    """A problem for each heading whose text gives no id."""
    for heading, (text, place) in zip(headings, places((heading.text for heading in headings), body), strict=True):
        yield problem(EMPTY_ANCHOR, place, text=text, example=f"{'#' * heading.level} {text} {{#{heading.id}}}")


def renamed(target: str, names: Mapping[str, str]) -> str:
    """The address with the id that its target has now; other addresses as they are."""
    return f"#{names.get(target[1:], target[1:])}" if target.startswith("#") else target


def with_target(part: Token, names: Mapping[str, str]) -> Token:
    """The part; if it is a link within the page, it leads to the id as it is now."""
    if isinstance(part, str) or not part.begins("a") or not part.get("href").startswith("#"):
        return part
    return part.with_values(href=renamed(part.get("href"), names))
