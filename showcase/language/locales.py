"""Turns a locale into the parts that the rules of a language ask for."""

from functools import lru_cache


@lru_cache(maxsize=64)
def language_of(locale: str) -> str:
    """The language of a locale: `vi` of `vi`, `vi-VN` and `vi_VN`."""
    return locale.replace("_", "-").partition("-")[0].lower()
