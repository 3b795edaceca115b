"""Random titles become a comparison of our order with that of the ICU at hand (PyICU must be installed)."""

import importlib
import random
import sys
import unicodedata
from itertools import pairwise

from showcase.language.collation import sort_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯàảãáạằấệỘ0129 .,-–&()’+/%é"
TITLES = 20_000


def titles(seed: int) -> list[str]:
    """Titles made of what stands in titles, in NFC."""
    rng = random.Random(seed)  # noqa: S311 - titles, not secrets
    made = ("".join(rng.choices(LETTERS, k=rng.randint(0, 8))) for _ in range(TITLES))
    return [unicodedata.normalize("NFC", title) for title in made]


def disagreements(locale: str, seed: int) -> list[tuple[str, str]]:
    """Pairs of titles that ICU puts the other way round."""
    icu = importlib.import_module("icu")
    collator = icu.Collator.createInstance(icu.Locale(f"{locale}-u-kn"))
    pairs = pairwise(titles(seed))
    return [(left, right) for left, right in pairs if collator.compare(left, right) != _ours(left, right, locale)]


def _ours(left: str, right: str, locale: str) -> int:
    one, other = sort_key(left, locale)[:3], sort_key(right, locale)[:3]
    return (one > other) - (one < other)


if __name__ == "__main__":
    found = {locale: disagreements(locale, 18) for locale in ("vi", "en")}
    for locale, pairs in found.items():
        print(f"{locale}: {TITLES - 1} pairs, {len(pairs)} in another order", *pairs[:5])
    sys.exit(any(found.values()))
