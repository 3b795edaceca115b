"""Turns the tags of a page into what it mentions: links, pictures and cards, each with its place in the source."""

import html
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from html.parser import HTMLParser

from showcase.codes import (
    CARD_IN_TEXT,
    CONTROL_CHARACTER,
    MARKUP_REMOVED,
    MISSING_ALT,
    MISSING_FOOTNOTE,
    MISSING_PICTURE,
    UNKNOWN_CARD,
    UNSAFE_ADDRESS,
)
from showcase.language.text import CONTROL, character_name, visible
from showcase.problems import Problem, problem
from showcase.reading.addresses import file_name, is_safe
from showcase.reading.cleaning import CARD
from showcase.reading.document import Link, Picture
from showcase.reading.markup import Tag, Token
from showcase.reading.polish import is_note_mark, runs
from showcase.reading.positions import Body, places

CARD_REFERENCE = re.compile(r"(?P<kind>[a-z]+):\s*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)")
LEFT_BEHIND = re.compile(r"\[\[[^\[\]\n]+\]\]|\[\^[^\[\]\s]+\]")
NOT_ALLOWED = re.compile(
    r"<(script|style|iframe|object|embed|form|input|button|select|textarea|video|audio|svg|math)\b", re.IGNORECASE
)
ENTITY = re.compile(
    r"&(?:#0*(?P<decimal>\d{1,7})|#[xX]0*(?P<hexadecimal>[0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});?"
)
Found = tuple[tuple[Token, ...], tuple[Problem, ...]]


class _AddressReader(HTMLParser):
    """Gathers the addresses of HTML that is not yet clean."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of a link or a picture."""
        wanted = {"a": "href", "img": "src"}.get(tag)
        self.found += [value for name, value in attrs if name == wanted and value]


def addresses(markup: str) -> tuple[str, ...]:
    """The addresses of links and pictures in HTML that is not yet clean, as far as it can be read."""
    reader = _AddressReader()
    with suppress(AssertionError):  # the standard library's parser gives up on `<![…`
        reader.feed(markup)
    return tuple(reader.found)


def removed_addresses(markup: str, parts: Sequence[Token], body: Body) -> tuple[Problem, ...]:
    """A problem for each address that the cleaner took away."""
    tags = [part for part in parts if isinstance(part, Tag) and part.name in ("a", "img") and not part.closing]
    kept = [tag.get("href") or tag.get("src") for tag in tags]
    if all(kept):
        return ()
    removed = (Counter(addresses(markup)) - Counter(kept)).elements()
    return tuple(problem(UNSAFE_ADDRESS, place, value=visible(value)) for value, place in places(removed, body))


def links(parts: Sequence[Token], body: Body) -> tuple[Link, ...]:
    """Every address the text links to, safe or not; the numbers of footnotes aside."""
    tags = (part for part in parts if isinstance(part, Tag) and part.name == "a" and not is_note_mark(part))
    hrefs = (href for tag in tags if not tag.closing and (href := tag.get("href")))
    return tuple(Link(target, place) for target, place in places(hrefs, body))


def unsafe_links(found: Iterable[Link]) -> tuple[Problem, ...]:
    """A problem for each address that must not stand in a page."""
    unsafe = (link for link in found if not is_safe(link.target))
    return tuple(problem(UNSAFE_ADDRESS, link.place, value=visible(link.target)) for link in unsafe)


def pictures(parts: Sequence[Token], body: Body) -> tuple[tuple[Picture, ...], Found]:
    """The pictures beside the text; the parts with plain names, without other pictures; what is wrong with them."""
    tags = [part for part in parts if isinstance(part, Tag) and part.name == "img" and part.get("src")]
    spots = places((tag.get("src") for tag in tags), body)
    found, kept, problems = list[Picture](), list[Token](), list[Problem]()
    for part in parts:
        if isinstance(part, str) or not part.begins("img"):
            kept.append(part)
        elif part.get("src"):
            src, place = next(spots)
            picture = Picture(file_name(src), part.get("alt").strip(), place)
            problems += picture_problems(picture, src)
            if picture.src:
                found.append(picture)
                kept.append(part.with_values(src=picture.src, alt=picture.alt))
    return tuple(found), (tuple(kept), tuple(problems))


def picture_problems(picture: Picture, src: str) -> Iterator[Problem]:
    """What is wrong with a picture that the text shows under the address `src`."""
    if not picture.src:
        yield problem(MISSING_PICTURE, picture.place, name=visible(src))
    if not picture.alt:
        yield problem(MISSING_ALT, picture.place, name=visible(src))


def entry_reference(written: str, kinds: Mapping[str, str]) -> str:
    """`products/misa-amis` for `product:misa-amis`; empty where it names no kind or is no id."""
    found = CARD_REFERENCE.fullmatch(written.strip())
    folders = {**kinds, **{folder: folder for folder in kinds.values()}}
    return f"{folders[found['kind']]}/{found['id']}" if found and found["kind"] in folders else ""


def cards(parts: Sequence[Token], kinds: Mapping[str, str], body: Body) -> tuple[tuple[Link, ...], Found]:
    """The entries shown as cards; the parts with one empty element for each; cards that name nothing."""
    written = (part.get("ref") for part in parts if isinstance(part, Tag) and part.begins(CARD))
    spots = places((f"[[{ref}]]" for ref in written), body)
    found, kept, problems = list[Link](), list[Token](), list[Problem]()
    for part in parts:
        if isinstance(part, str) or part.name != CARD:
            kept.append(part)
        elif not part.closing:
            target, (_, place) = entry_reference(part.get("ref"), kinds), next(spots)
            if target:
                found.append(Link(target, place))
                kept += [Tag(CARD, (("ref", target),)), Tag(CARD, closing=True)]
            else:
                problems.append(problem(UNKNOWN_CARD, place, target=visible(part.get("ref"))))
    return tuple(found), (tuple(kept), tuple(problems))


def left_behind(parts: Sequence[Token], body: Body) -> Iterator[Problem]:
    """A problem for each card inside a paragraph and each footnote without text: readers would see the brackets."""
    if "[[" not in body.prose and "[^" not in body.prose:
        return
    texts = (str(parts[index]) for run in runs(parts) for index, verbatim in run if not verbatim)
    marks = (mark[0] for text in texts for mark in LEFT_BEHIND.finditer(text))
    for mark, place in places(marks, body):
        if not place.line:  # written with backslashes, so meant to be seen
            continue
        if mark.startswith("[["):
            yield problem(CARD_IN_TEXT, place, target=visible(mark[2:-2]))
        else:
            yield problem(MISSING_FOOTNOTE, place, label=visible(mark[2:-1]))


def hidden_characters(body: Body) -> Iterator[Problem]:
    """A problem for each entity that stands for a control or direction character."""
    for found in ENTITY.finditer(body.prose):
        if CONTROL.search(character := _meant(found)):
            yield problem(CONTROL_CHARACTER, body.place_at(found.start()), name=character_name(character))


def _meant(entity: re.Match[str]) -> str:
    """The character that an entity stands for; `html.unescape` leaves out most of those that are asked for here."""
    number = int(entity["decimal"] or 0) or int(entity["hexadecimal"] or "0", 16)
    return chr(number) if 0 < number <= sys.maxunicode else html.unescape(entity[0])


def removed_markup(body: Body) -> Iterator[Problem]:
    """A problem for each element that the cleaner takes away and that an author would miss."""
    for found in NOT_ALLOWED.finditer(body.prose):
        yield problem(MARKUP_REMOVED, body.place_at(found.start()), tag=found[1].lower())
