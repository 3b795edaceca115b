"""Text becomes words that can be compared whatever their capitals and wherever Vietnamese puts its tone mark."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from showcase.language.search_keys import exact_key as key
from showcase.language.text import PIECES

WORD = re.compile(r"[^\W_]+")
JOINT = re.compile(r"[\s-]*")
# Open syllables with two vowels: the older style marks the second of them. In `quý` the u belongs to the consonant.
OLD_TONE = re.compile(r"\b(?:[^\W\d_]*)(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])\b", re.IGNORECASE)

# A phrase as the words by which it is compared and as it was given; phrases by their first word, the longest first.
Keyed = tuple[tuple[str, ...], str]
Phrases = Mapping[str, tuple[Keyed, ...]]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found, as it was given and as it stands in the text."""

    phrase: str
    written: str
    start: int


@lru_cache(maxsize=64)  # the same short text is looked at for phrases, for spellings and for terms
def keys(text: str) -> tuple[str, ...]:
    """The words of an NFC text, as they are compared."""
    return tuple(chain.from_iterable(map(_keys, text.split())))


@lru_cache(maxsize=PIECES)
def _keys(piece: str) -> tuple[str, ...]:
    return tuple(map(key, WORD.findall(piece)))


def index(phrases: Iterable[str]) -> Phrases:
    """The phrases by their first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for phrase in phrases:
        if own := keys(unicodedata.normalize("NFC", phrase)):
            found[own[0]].setdefault(own, phrase)
    return {first: tuple(sorted(keyed.items(), key=lambda item: -len(item[0]))) for first, keyed in found.items()}


def matches(text: str, phrases: Phrases) -> Iterator[Match]:
    """Each place where a phrase stands, the longest that stands there; only blanks and hyphens part its words."""
    own = keys(text)
    if phrases.keys().isdisjoint(own):
        return
    spans, free = [found.span() for found in WORD.finditer(text)], 0
    for at, first in enumerate(own):
        size, phrase = _standing(text, own, spans, at, phrases[first]) if at >= free and first in phrases else (0, "")
        if size:
            start, end = spans[at][0], spans[at + size - 1][1]
            yield Match(phrase, text[start:end], start)
            free = at + size


def _standing(
    text: str, own: tuple[str, ...], spans: list[tuple[int, int]], at: int, candidates: tuple[Keyed, ...]
) -> tuple[int, str]:
    """How many words the first candidate has that stands at a word, and the candidate; none where none does."""
    for wanted, phrase in candidates:
        if own[at : at + len(wanted)] == wanted and all(
            JOINT.fullmatch(text, one[1], other[0]) for one, other in pairwise(spans[at : at + len(wanted)])
        ):
            return len(wanted), phrase
    return 0, ""


def old_tones(text: str) -> Iterable[str]:
    """The words that have their tone mark where the older style puts it, each once."""
    return dict.fromkeys(chain.from_iterable(map(_old_tones, dict.fromkeys(text.split()))))


@lru_cache(maxsize=PIECES)
def _old_tones(piece: str) -> tuple[str, ...]:
    return tuple(OLD_TONE.findall(piece))


def new_tone_style(word: str) -> str:
    """The word with its tone mark on the first of its last two vowels: `hoá` becomes `hóa`."""
    first, second = word[-2], unicodedata.normalize("NFD", word[-1])
    return word[:-2] + unicodedata.normalize("NFC", first + second[1:]) + second[0]
