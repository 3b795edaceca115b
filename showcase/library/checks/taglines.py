"""A document becomes the problems of what stands on its card: the tagline, and the descriptions of its pictures."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from showcase import codes
from showcase.kinds.entry import Entry
from showcase.language.slugs import slug
from showcase.library.checks.house_style import House
from showcase.library.checks.syllables import Phrases, matches
from showcase.problems import Problem, problem
from showcase.reading.parse import Document

TAGLINE = "tagline"


def tagline_problems(document: Document, house: House) -> Iterator[Problem]:
    """Whether the tagline says what it does, as far as a machine can tell; of kinds for which the house asks that."""
    here, text = document.place((TAGLINE,)), str(document.texts.get(TAGLINE) or "")
    if document.kind not in house.style.tagline_words:
        return
    if not text:
        yield from [problem(codes.NO_TAGLINE, here)] if document.is_source else ()
        return
    least, most = house.style.tagline_words[document.kind]
    if not least <= len(text.split()) <= most:
        yield problem(codes.TAGLINE_LENGTH, here, count=len(text.split()), least=least, most=most)
    for field in ("title", "summary"):
        if slug(text, document.locale) == slug(str(document.texts.get(field) or ""), document.locale):
            yield problem(codes.TAGLINE_SAME, here, field=field)
    yield from _jargon(document, text, house.jargon, house)


def _jargon(document: Document, text: str, phrases: Phrases, house: House) -> Iterator[Problem]:
    known = {each.phrase: each for each in house.style.jargon}
    for match in matches(text, phrases):
        if each := known.get(match.phrase):
            words = {"phrase": match.written, "why": each.reason, "instead": each.instead, "locale": document.locale}
            yield problem(codes.TAGLINE_JARGON, document.place((TAGLINE,)), **words)


def alt_problems(document: Document, house: House) -> Iterator[Problem]:
    """Descriptions of pictures that are a file's name or a word or two."""
    least = house.style.alt_words
    for picture in document.body.pictures if least else ():
        if _is_weak(picture.alt, picture.src, least):
            yield problem(codes.WEAK_ALT, picture.place, name=picture.src, alt=picture.alt)
    entry: Entry | None = document.entry
    for index, listed in enumerate(entry.pictures if entry and least else ()):
        if _is_weak(listed.alt, listed.file, least):
            place = document.place(("pictures", index, "alt"))
            yield problem(codes.WEAK_ALT, place, name=listed.file, alt=listed.alt)


def _is_weak(alt: str, name: str, least: int) -> bool:
    """Whether a description that is given says too little; one that is missing is another problem."""
    stem = slug(PurePosixPath(name).stem, "vi")
    return bool(alt.strip()) and (len(alt.split()) < least or slug(alt, "vi") in (stem, slug(name, "vi")))
