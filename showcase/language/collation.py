"""Turns text into keys that sort as CLDR's collation for its locale does, and into its heading in an A–Z index."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from types import MappingProxyType

from showcase.language.locales import language_of

Primary = tuple[int, int, str]
Element = tuple[Primary | None, int, int]
Levels = tuple[tuple[Primary, ...], tuple[int, ...], tuple[int, ...]]
Key = tuple[tuple[Primary, ...], tuple[int, ...], tuple[int, ...], str]

# Everything below is the order of CLDR's root collation (Unicode Technical Standard 35, part 5), which English uses
# unchanged. Groups of characters follow each other: punctuation and symbols, currencies, numbers, letters.
SYMBOL, OTHER_SYMBOL, CURRENCY, NUMBER, DIGIT, LATIN, OTHER_LETTER = range(7)
SYMBOLS = "\t\n _-‐‒–—―,;:!¡?¿.·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•′`´^¯¨¸°©®←→+±÷×<=>¬|¦~−∞≈≤≥★✓"
CURRENCIES = "¤¢$£¥₩₫€"
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# Marks from light to heavy. Stroke overlays stand for the strokes of ł, ø and, outside Vietnamese, đ.
MARKS = (
    "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0335\u0309"
    "\u030f\u0311\u031b\u0323\u0326\u032d\u032e\u0330\u0331"
)
# Vietnamese: tones in the order ngang, huyền, hỏi, ngã, sắc, nặng, and seven more letters.
TONES = "\u0300\u0309\u0303\u0301\u0323"
VIETNAMESE_MARKS = TONES + "".join(mark for mark in MARKS if mark not in TONES)
VIETNAMESE_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Letters that Unicode does not decompose; U+0331, the heaviest mark, puts æ after äe as CLDR does.
EXPANSIONS = str.maketrans(
    {"đ": "d\u0335", "ð": "d\u0331", "ħ": "h\u0335", "ł": "l\u0335", "ø": "o\u0338"}
    | {"æ": "a\u0331e", "œ": "o\u0331e", "ß": "s\u0331s"}
)
RUNS = re.compile(r"\d+|\D")
ORDERS: Mapping[str, tuple[str, str]] = MappingProxyType({"vi": (VIETNAMESE_ALPHABET, VIETNAMESE_MARKS)})
OTHERS, DIGITS_AND_SIGNS = "…", "#"


def order(locale: str) -> tuple[str, str]:
    """The letters and the marks of the locale in order; the root's where the locale has no order of its own here."""
    return ORDERS.get(language_of(locale), (ALPHABET, MARKS))


def number(digits: str) -> Primary:
    """A run of digits by its value: of two numbers the longer is the greater. Digits of every script count."""
    plain = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return NUMBER, len(plain), plain


def spelling(character: str, letters: str) -> str:
    """A small character as a letter of the alphabet, or as the simpler characters and marks that make it up."""
    if character in letters or character in SYMBOLS or character in CURRENCIES:
        return character
    base, *marks = tuple(unicodedata.normalize("NFKD", character).lower())
    for mark in marks:
        letter = unicodedata.normalize("NFC", base + mark)
        if letter in letters:
            return letter + "".join(other for other in marks if other != mark)
    return (base + "".join(marks)).translate(EXPANSIONS)


def other_primary(character: str) -> Primary | None:
    """Where a character stands that is no letter of the alphabet; nothing for controls, which do not count."""
    if character in SYMBOLS:
        return SYMBOL, SYMBOLS.index(character), ""
    if character in CURRENCIES:
        return CURRENCY, CURRENCIES.index(character), ""
    if character.isdecimal():
        return DIGIT, unicodedata.decimal(character), ""
    category = unicodedata.category(character)
    if category.startswith("C"):
        return None
    group = CURRENCY if category == "Sc" else OTHER_LETTER if category.startswith("L") else OTHER_SYMBOL
    return group, ord(character), ""


def element(character: str, capital: bool, letters: str, marks: str) -> Element:
    """The weights of a letter, sign or mark on the three levels: letter, mark, case."""
    if character in letters:
        return (LATIN, letters.index(character), ""), 0, int(capital)
    if character in marks:
        return None, 1 + marks.index(character), 0
    if unicodedata.category(character).startswith("M"):
        return None, 1 + len(marks) + ord(character), 0
    return other_primary(character), 0, int(capital)


@lru_cache(maxsize=4096)
def levels(run: str, locale: str) -> Levels:
    """The weights of a number or of one character, level by level: letters, marks, cases.

    Kept, because a site uses some 200 characters over and over.
    """
    if run.isdecimal():
        return (number(run),), (0,), (0,)
    letters, marks = order(locale)
    small = run.lower()
    found = [element(part, run != small, letters, marks) for part in spelling(small, letters)]
    found = [weights for weights in found if weights != (None, 0, 0)]
    primaries = tuple(primary for primary, _, _ in found if primary is not None)
    return primaries, tuple(mark for _, mark, _ in found), tuple(case for _, _, case in found)


@lru_cache(maxsize=4096)
def sort_key(text: str, locale: str) -> Key:
    """A key that sorts as CLDR: letters first, then marks, then small before capital; numbers by value.

    The text itself comes last, so that different texts never tie.
    """
    composed = unicodedata.normalize("NFC", text)
    found = [levels(run, locale) for run in RUNS.findall(composed)]
    primaries, marks, cases = (tuple(chain.from_iterable(map(itemgetter(level), found))) for level in range(3))
    return primaries, marks, cases, composed


def heading(text: str, locale: str) -> str:
    """The heading in an A–Z index: a letter, `#` for digits and signs, `…` for letters of other scripts."""
    runs = RUNS.finditer(unicodedata.normalize("NFC", text))
    primaries = chain.from_iterable(levels(run[0], locale)[0] for run in runs)
    group, index, _ = next(primaries, (SYMBOL, 0, ""))
    if group == LATIN:
        return order(locale)[0][index].upper()
    return OTHERS if group == OTHER_LETTER else DIGITS_AND_SIGNS


def headings(locale: str) -> tuple[str, ...]:
    """All headings of an A–Z index in order."""
    return DIGITS_AND_SIGNS, *order(locale)[0].upper(), OTHERS
