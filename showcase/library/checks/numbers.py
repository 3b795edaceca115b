"""Text becomes the numbers it names, the same whichever language writes them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from showcase.language.locales import language_of

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# Abbreviations have a number behind them. May and March begin sentences as other words too; inside one they are months.
MONTH = (
    r"\b(?P<month>January|February|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|March|May)(?=\.?\s+\d)"
    r"|(?:(?<=[\w,;(] )|(?<=[–/(]))(?:March|May))\b"
)
ADDRESS = r"(?P<address>https?://\S+|\S+@\S+)"
HALF_DAY = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[apAP])\.?[mM]\b"
CLOCK = r"(?<!\d)(?P<clock>\d{1,2}:00)(?!\d)"
NUMBER = r"(?P<number>\d+(?:[.,]\d+)*)"
SCALES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "vi": MappingProxyType({"nghìn tỷ": 12, "nghìn tỉ": 12, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn": 3, "ngàn": 3}),
        "en": MappingProxyType({"thousand": 3, "million": 6, "billion": 9, "trillion": 12}),
    }
)
# What all but addresses begin with: a digit, in English also the capital of a month.
BEGINNING: Mapping[str, str] = MappingProxyType({"vi": r"(?=\d)", "en": r"(?=[\dJFMASOND])"})
# The mark between thousands and the mark before decimals.
MARKS: Mapping[str, tuple[str, str]] = MappingProxyType({"vi": (".", ","), "en": (",", ".")})


class Number(NamedTuple):  # a text can name thousands
    """A number as it is compared and as it is written."""

    value: str
    written: str


def numbers(text: str, locale: str) -> Iterator[Number]:
    """The numbers of a text in order: `1.990.000` in Vietnamese and `1,990,000` in English have one value."""
    language = language_of(locale) if language_of(locale) in MARKS else "en"
    may_address = "@" in text or "://" in text  # else nobody has to look at every word for an address
    for found in _pattern(language, may_address).finditer(text):
        yield from _values(found, language)


def unmatched(one: Iterator[Number], other: Iterator[Number]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in one of the two alone, as written there."""
    ours, theirs = tuple(one), tuple(other)
    if [each.value for each in ours] == [each.value for each in theirs]:
        return (), ()
    return _rest(ours, theirs), _rest(theirs, ours)


def _rest(ours: tuple[Number, ...], theirs: tuple[Number, ...]) -> tuple[str, ...]:
    left = Counter([number.value for number in theirs])
    rest = list[str]()
    for number in ours:
        if left[number.value]:
            left[number.value] -= 1
        else:
            rest.append(number.written)
    return tuple(rest)


@lru_cache(maxsize=4)
def _pattern(language: str, may_address: bool) -> re.Pattern[str]:
    """What names numbers in a language, and addresses if need be; in `10–20 million` both are millions."""
    scale = "|".join(SCALES[language])
    amount = rf"{NUMBER}(?:(?=–\d[\d.,]*\s+(?P<shared>{scale})\b)|\s+(?P<scale>{scale})\b)?%?"
    english = (HALF_DAY, MONTH) if language == "en" else ()
    named = f"{BEGINNING[language]}(?:{'|'.join((*english, CLOCK, amount))})"
    return re.compile(f"{ADDRESS}|{named}" if may_address else named)


def _values(found: re.Match[str], language: str) -> Iterator[Number]:
    digits, scale, shared = found.group("number", "scale", "shared")
    if digits:
        yield Number(_value(digits, language, SCALES[language].get(scale or shared or "", 0)), found[0])
        return
    groups = found.groupdict()
    if groups["clock"]:
        yield Number(str(int(groups["clock"][:-3])), found[0])
    elif groups.get("half"):
        hour = int(groups["hour"]) % 12 + (12 if groups["half"] in "pP" else 0)
        yield Number(str(hour), found[0])
        if int(groups["minute"] or 0):
            yield Number(str(int(groups["minute"])), found[0])
    elif groups.get("month"):
        place = next(index for index, name in enumerate(MONTHS, 1) if name.startswith(groups["month"][:3]))
        yield Number(str(place), found[0])


@lru_cache(maxsize=4096)
def _value(written: str, language: str, exponent: int) -> str:
    """The number's value; a full stop marks decimals too where no thousands can be meant, as in `4.0`."""
    thousands, decimals = MARKS[language]
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimals}\d+)?", written):
        plain = written.replace(thousands, "").replace(decimals, ".")
    elif re.fullmatch(rf"\d+\{decimals}\d+", written):
        plain = written.replace(decimals, ".")
    elif re.fullmatch(r"\d+(?:\.\d+)?", written):
        plain = written
    else:
        return written
    return f"{Decimal(plain).scaleb(exponent).normalize():f}"
