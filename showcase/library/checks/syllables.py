"""Text becomes words that can be compared whatever their capitals and wherever Vietnamese puts its tone mark."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from showcase.language.search_keys import exact_key as key

WORD = re.compile(r"[^\W_]+")
JOINT = re.compile(r"[\s-]*")
# Open syllables with two vowels: the older style marks the second of them. In `quý` the u belongs to the consonant.
OLD_TONE = re.compile(r"\b(?:[^\W\d_]*)(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])\b", re.IGNORECASE)

# A phrase as the words by which it is compared and as it was given; phrases by their first word, the longest first.
Keyed = tuple[tuple[str, ...], str]
Phrases = Mapping[str, tuple[Keyed, ...]]


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found, as it was given and as it stands in the text."""

    phrase: str
    written: str
    start: int


def words(text: str) -> tuple[Word, ...]:
    """The words of an NFC text."""
    return tuple(Word(key(found[0]), found.start(), found.end()) for found in WORD.finditer(text))


def index(phrases: Iterable[str]) -> Phrases:
    """The phrases by their first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for phrase in phrases:
        keys = tuple(word.key for word in words(unicodedata.normalize("NFC", phrase)))
        if keys:
            found[keys[0]].setdefault(keys, phrase)
    return {first: tuple(sorted(keyed.items(), key=lambda item: -len(item[0]))) for first, keyed in found.items()}


def matches(text: str, phrases: Phrases) -> Iterator[Match]:
    """Each place where a phrase stands, the longest that stands there; only blanks and hyphens part its words."""
    found, at = words(text), 0
    while at < len(found):
        keys, phrase = _standing(text, found, at, phrases.get(found[at].key, ()))
        if keys:
            first, last = found[at], found[at + len(keys) - 1]
            yield Match(phrase, text[first.start : last.end], first.start)
        at += len(keys) or 1


def _standing(text: str, found: tuple[Word, ...], at: int, candidates: tuple[Keyed, ...]) -> Keyed:
    """The first candidate that stands at a word; no words where none does."""
    for keys, phrase in candidates:
        run = found[at : at + len(keys)]
        if tuple(word.key for word in run) == keys and all(
            JOINT.fullmatch(text, one.end, other.start) for one, other in pairwise(run)
        ):
            return keys, phrase
    return (), ""


def new_tone_style(word: str) -> str:
    """The word with its tone mark on the first of its last two vowels: `hoá` becomes `hóa`."""
    first, second = word[-2], unicodedata.normalize("NFD", word[-1])
    return word[:-2] + unicodedata.normalize("NFC", first + second[1:]) + second[0]
