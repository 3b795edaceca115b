"""Which entries a reader of one may want next: those it names, then those that share most with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from heapq import nlargest, nsmallest

from showcase.language.collation import sort_key
from showcase.library.values import Page

SHOWN = 4
SAME = 1e-8  # scores that differ by less are equal
COMMON = 200  # a neighbour that more entries name than this says little of any two of them


def related(
    pages: Mapping[str, Page], locale: str, reverse: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> dict[str, tuple[str, ...]]:
    """For each key up to four keys: chosen by hand first, then entries of the same kind by what both name.

    A rare common neighbour says more than a common one, so each counts as one over the number of entries that name it.
    """
    named = {key: tuple(sorted(page.refers)) for key, page in pages.items()}
    namers: dict[str, list[str]] = defaultdict(list)
    for key, others in named.items():
        for other in others:
            namers[other].append(key)
    near = {other: _near(keys) for other, keys in namers.items()}
    kinds = {key: page.kind for key, page in pages.items()}
    order = {key: sort_key(page.entry.title, locale) for key, page in pages.items()}
    made = {}
    for key, page in pages.items():
        chosen = [*page.entry.related, *reverse.get(key, {}).get("related", ())]
        scores: dict[str, float] = defaultdict(float)
        for other in named[key]:
            weight = 1 / len(namers[other])
            for neighbour in near[other](key):
                if kinds[neighbour] == page.kind:
                    scores[neighbour] += weight
        scores.pop(key, None)
        # Some of the first may have been chosen by hand already.
        room = SHOWN + len(chosen)
        least = min(nlargest(room, scores.values()), default=0) - SAME
        first = (each for each, score in scores.items() if score > least)
        ranked = nsmallest(room, first, key=lambda each: (-round(scores[each], 9), order[each], each))
        keys = dict.fromkeys(each for each in (*chosen, *ranked) if each in pages and each != key)
        made[key] = tuple(keys)[:SHOWN]
    return made


def _near(keys: list[str]) -> Callable[[str], Iterable[str]]:
    """Those that may be shown beside a key among the namers of one entry: all of them, or of many the next few.

    So the work grows with the number of entries, not with its square.
    """
    if len(keys) <= COMMON:
        return lambda _key: keys
    places = {key: place for place, key in enumerate(keys)}
    return lambda key: [keys[(places[key] + step) % len(keys)] for step in range(1, 2 * SHOWN + 1)]
