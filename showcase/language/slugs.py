"""Turns titles and headings into the bits of addresses that stand for them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from showcase.language.locales import language_of
from showcase.language.text import normalised

MAX_LENGTH = 80
# Device names, which Windows gives to no file or folder.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DROPPED = re.compile("['\u2018\u2019\u02bc\u02b9™®©℠]")  # apostrophes join (L’Oréal), signs of ownership say nothing
# Letters that Unicode does not decompose into a base letter and a mark.
LETTERS: Mapping[str, str] = MappingProxyType(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ŋ": "ng"}
)
SYMBOLS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "vi": {"&": "và", "+": "plus", "@": "a còng", "%": "phần trăm"},
        "en": {"&": "and", "+": "plus", "@": "at", "%": "percent"},
    }
)
OTHER_SYMBOLS: Mapping[str, str] = MappingProxyType({"+": "plus"})


class _Folding(dict[int, str]):
    """What stands for each character of a decomposed text: a letter, a digit, or nothing for a mark; found out once."""

    def __missing__(self, code: int) -> str:
        """The folded character, kept for the next time."""
        character = chr(code)
        is_mark = unicodedata.category(character).startswith("M")
        self[code] = "" if is_mark else LETTERS.get(character) or str(unicodedata.decimal(character, character))
        return self[code]


FOLDED = _Folding()


def spelt_out(text: str, locale: str) -> str:
    """The text with symbols that are read aloud written as words of the locale."""
    for symbol, word in SYMBOLS.get(language_of(locale), OTHER_SYMBOLS).items():
        text = text.replace(symbol, f" {word} ")
    return text


def folded(text: str) -> str:
    """The text in small letters without marks: `Điện thoại` becomes `dien thoai`, `é` becomes `e`, `２` becomes `2`."""
    return unicodedata.normalize("NFKD", text.casefold()).casefold().translate(FOLDED)


def shortened(slug: str) -> str:
    """At most 80 characters of the slug, cut at a hyphen where there is one."""
    if len(slug) <= MAX_LENGTH:
        return slug
    whole_words = slug[: MAX_LENGTH + 1].rpartition("-")[0]
    return whole_words or slug[:MAX_LENGTH]


@lru_cache(maxsize=4096)  # headings recur from page to page
def slug(text: str, locale: str) -> str:
    """The text as a bit of an address; empty where no letter a–z or digit remains (`日本`, `---`)."""
    plain = folded(DROPPED.sub("", spelt_out(normalised(text), locale)))
    return shortened(re.sub(r"[^a-z0-9]+", "-", plain).strip("-"))


def is_slug(text: str) -> bool:
    """Whether the text can stand in an address as it is."""
    return len(text) <= MAX_LENGTH and SLUG.fullmatch(text) is not None


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for a device."""
    return RESERVED.fullmatch(name) is not None
