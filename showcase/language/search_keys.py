"""Words become the keys by which they are searched: folded, exact, and joined with their neighbours.

`templates/assets/search.js` makes the same keys of what a reader types; tests hold the two against each other.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from showcase.language.slugs import folded
from showcase.language.text import normalised

SYLLABLE = re.compile(r"[^\W_]+")
TONES = "\u0300\u0301\u0303\u0309\u0323"
TONE = re.compile(f"[{TONES}]")
JOINT = "+"
NO_TONE = re.compile(f"[^{TONES}]")

Alike = tuple[str, ...]  # phrases that mean the same to a searcher


def syllables(text: str) -> tuple[str, ...]:
    """The syllables of a text as they are written; in other languages its words."""
    return tuple(SYLLABLE.findall(normalised(text)))


@lru_cache(maxsize=8192)
def folded_key(syllable: str) -> str:
    """The syllable in small letters without marks: `Điện` becomes `dien`."""
    return folded(syllable)


@lru_cache(maxsize=8192)
def exact_key(syllable: str) -> str:
    """The syllable in small letters, its tone mark at the end: `HOÁ` and `hóa` are equal, `hoa` is another."""
    letters = unicodedata.normalize("NFD", syllable.lower())
    return unicodedata.normalize("NFC", TONE.sub("", letters)) + NO_TONE.sub("", letters)


def folded_keys(text: str) -> tuple[str, ...]:
    """The folded keys of a text's syllables, in their order."""
    return tuple(folded_key(syllable) for syllable in syllables(text))


def exact_keys(text: str) -> tuple[str, ...]:
    """The exact keys of a text's syllables, in their order."""
    return tuple(exact_key(syllable) for syllable in syllables(text))


def joined(keys: Sequence[str]) -> tuple[str, ...]:
    """Every two neighbours as one, so that `tivi` finds `ti vi` and neighbours weigh more than strangers.

    The sign before them keeps `ban` from finding `ba nam`.
    """
    return tuple(f"{JOINT}{one}{other}" for one, other in pairwise(keys))


def terms(text: str) -> tuple[str, ...]:
    """What a text is found by: its folded keys, single and joined."""
    keys = folded_keys(text)
    return keys + joined(keys)


def synonyms(text: str, groups: Sequence[Alike]) -> tuple[str, ...]:
    """The other phrases of each group that has a phrase in the text; `cafe` for a text with `cà phê`."""
    keys, known = exact_keys(text), _by_first_key(tuple(groups))
    met = {
        number: others
        for at, key in enumerate(keys)
        for number, wanted, others in known.get(key, ())
        if keys[at : at + len(wanted)] == wanted
    }
    return tuple(dict.fromkeys(other for number in sorted(met) for other in met[number]))


@lru_cache(maxsize=8)
def _by_first_key(groups: tuple[Alike, ...]) -> dict[str, list[tuple[int, tuple[str, ...], Alike]]]:
    """The phrases of all groups by the first of their keys: number, keys, and the other phrases of the group."""
    found: dict[str, list[tuple[int, tuple[str, ...], Alike]]] = {}
    phrases = [(phrase, group) for group in groups for phrase in group]
    for number, (phrase, group) in enumerate(phrases):
        if keys := exact_keys(phrase):
            others = tuple(other for other in group if other != phrase)
            found.setdefault(keys[0], []).append((number, keys, others))
    return found
