"""Turns text as it was typed into text as the site keeps it, and says what is wrong with its characters."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from showcase.codes import CONTROL_CHARACTER, LEGACY_ENCODING, STRAY_MARK, WRONG_ETH
from showcase.language.legacy import legacy_encoding
from showcase.language.locales import language_of
from showcase.problems import Place, Problem, problem

# Soft hyphen, zero-width and direction marks, word joiner and invisible operators, byte order mark: they split words
# for search and sorting although nobody sees them.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# C0 and C1 controls except tab and line feed, Unicode's own line ends, isolates and deprecated format characters
# (Unicode Standard Annex 9, "Trojan Source").
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u2065-\u206f"
CONTROL = re.compile(f"[{CONTROLS}]")
# The blocks of combining marks for Latin letters. Marks of other scripts, emoji selectors and keycaps are no slips.
MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
MARK = re.compile(f"[{MARKS}]")
CONTROL_OR_MARK = re.compile(f"[{CONTROLS}{MARKS}]")
WORD = re.compile(r"[^\W_]++(?:['’.,\-][^\W_]++)*+")
ETH = "\u00d0"
ETH_WORD = re.compile(rf"\w*{ETH}\w*")
MARKED = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]")
# What stands between blanks recurs from text to text: looking at a piece once is much faster than at every text.
PIECES = 8_192


def normalised(text: str) -> str:
    """The text in NFC, with line feeds as line ends and without invisible characters (Unicode Annex 15)."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", INVISIBLE.sub("", unified))


def without_hidden(text: str) -> str:
    """The text without invisible characters, and with blanks for control and direction characters."""
    return CONTROL.sub(" ", INVISIBLE.sub("", text))


def visible(text: str) -> str:
    """The text with control and format characters spelt out, safe to print on a terminal."""
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        else character
        for character in text
    )


def character_name(character: str) -> str:
    """`U+2066 LEFT-TO-RIGHT ISOLATE`; controls have a number only."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def control_problems(text: str, place_of: Callable[[int], Place]) -> Iterator[Problem]:
    """A problem for each control or direction character."""
    for found in CONTROL.finditer(text):
        yield problem(CONTROL_CHARACTER, place_of(found.start()), name=character_name(found[0]))


def mark_problems(text: str, place_of: Callable[[int], Place]) -> Iterator[Problem]:
    """A problem for each combining mark that NFC could not join with its letter."""
    for found in MARK.finditer(text):
        letter = text[found.start() - 1 : found.start()].strip()
        yield problem(STRAY_MARK, place_of(found.start()), name=character_name(found[0]), letter=letter or "◌")


def eth_problems(text: str, place_of: Callable[[int], Place]) -> Iterator[Problem]:
    """A problem for each word with an Icelandic Ð where Vietnamese writes Đ."""
    if ETH not in text:  # the pattern begins at every letter, the sign occurs in hardly any text
        return
    for found in ETH_WORD.finditer(text):
        yield problem(WRONG_ETH, place_of(found.start()), word=found[0])


def character_problems(text: str, place_of: Callable[[int], Place], locale: str) -> tuple[Problem, ...]:
    """What is wrong with single characters of a normalised text; `place_of` turns an offset into a place."""
    found = CONTROL_OR_MARK.search(text)  # one search instead of two, for hardly any text has either
    problems = [*control_problems(text, place_of), *mark_problems(text, place_of)] if found else []
    if language_of(locale) == "vi":
        problems += eth_problems(text, place_of)
    return tuple(problems)


def legacy_problems(text: str, place_of: Callable[[int], Place]) -> tuple[Problem, ...]:
    """One problem where the text looks like an old Vietnamese encoding, at its first such word."""
    found = legacy_encoding(text)
    if found is None:
        return ()
    name, sample = found
    first = text.find(sample.partition(" ")[0])
    return (problem(LEGACY_ENCODING, place_of(max(first, 0)), encoding=name, sample=visible(sample)),)


def text_problems(text: str, place_of: Callable[[int], Place], locale: str) -> tuple[Problem, ...]:
    """Everything that is wrong with the characters and the encoding of a normalised text."""
    return character_problems(text, place_of, locale) + legacy_problems(text, place_of)


def word_count(text: str) -> int:
    """How many words the text has; a number with its separators is one word."""
    return sum(map(_word_count, text.split()))


@lru_cache(maxsize=PIECES)
def _word_count(piece: str) -> int:
    return len(WORD.findall(piece))


def marked_share(text: str) -> float:
    """The share of words, numbers aside, that carry a Vietnamese letter or tone; 0 where there are no words."""
    found = list(chain.from_iterable(map(_marked, text.split())))
    return sum(found) / len(found) if found else 0.0


@lru_cache(maxsize=PIECES)
def _marked(piece: str) -> tuple[bool, ...]:
    """Of each word whether it carries a Vietnamese letter or tone; a number is of no language."""
    words = WORD.findall(unicodedata.normalize("NFC", piece).lower())
    return tuple(MARKED.search(word) is not None for word in words if any(map(str.isalpha, word)))


def digest_of_text(text: str) -> str:
    """Twelve hexadecimal digits that change with the words of a text, not with its blanks or its Unicode form."""
    return hashlib.sha256(" ".join(normalised(text).split()).encode()).hexdigest()[:12]
