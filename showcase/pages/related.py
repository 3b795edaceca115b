"""Which entries a reader of one may want next: those it names, then those that share most with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from showcase.library.values import Page

Pages = Mapping[str, Page]

SHOWN = 4
COMMON = 200  # a neighbour that more entries name than this says little of any two of them


def related(
    pages: Mapping[str, Page], reverse: Mapping[str, Mapping[str, tuple[str, ...]]], by_title: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """For each key up to four keys: chosen by hand first, then entries of the same kind by what both name.

    A rare common neighbour says more than a common one, so each counts as one over the number of entries that name it.
    `by_title` are the keys in the order of their titles.
    """
    ranks = {key: rank for rank, key in enumerate(by_title)}
    groups, made = _groups(pages, ranks), {}
    for key, page in pages.items():
        named = (*page.brief.related, *reverse.get(key, {}).get("related", ()))
        chosen = tuple(dict.fromkeys(each for each in named if each in pages and each != key))
        if len(chosen) < SHOWN:
            wanted = SHOWN + len(chosen)  # some of the first may have been chosen by hand already
            scores = _scores(page, [groups[other, page.kind] for other in sorted(page.refers)], wanted)
            ranked = sorted((-round(score, 9), ranks[each]) for each, score in scores.items())
            chosen = tuple(dict.fromkeys((*chosen, *(by_title[rank] for _score, rank in ranked[:wanted]))))
        made[key] = chosen[:SHOWN]
    return made


class _Group:
    """Those of a kind that name one entry, in the order of their titles; `weight` is what naming it counts."""

    def __init__(self, keys: list[str], weight: float, order: Callable[[str], Any]) -> None:
        self.keys, self.weight, self.order = sorted(keys, key=order), weight, order
        self.members = frozenset(keys)
        # Of very many, those that stand next to an entry are looked at: so the work does not grow with the square.
        self.places = {key: place for place, key in enumerate(keys)} if len(keys) > COMMON else {}
        self.by_key = keys

    def near(self, key: str) -> Iterable[str]:
        """Those that may be shown beside an entry."""
        if not self.places:
            return self.keys
        place, count = self.places[key], len(self.by_key)
        return sorted((self.by_key[(place + step) % count] for step in range(1, 2 * SHOWN + 1)), key=self.order)


def _groups(pages: Pages, ranks: Mapping[str, int]) -> dict[tuple[str, str], _Group]:
    namers: dict[str, int] = defaultdict(int)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, page in pages.items():
        for other in page.refers:
            namers[other] += 1
            found[other, page.kind].append(key)
    return {(other, kind): _Group(keys, 1 / namers[other], ranks.__getitem__) for (other, kind), keys in found.items()}


def _scores(page: Page, groups: list[_Group], wanted: int) -> dict[str, float]:
    """What those that share a neighbour with a page count, as far as they may be among the first.

    Of the largest group nobody counts who is in no other, but for the first few.
    """
    groups = sorted(groups, key=lambda group: len(group.keys))
    scores: dict[str, float] = defaultdict(float)
    for group in groups[:-1]:
        for key in group.near(page.key):
            scores[key] += group.weight
    for group in groups[-1:]:
        near = group.near(page.key)
        others = scores.keys() | {page.key}
        for key in others & (group.members if near is group.keys else set(near)):
            scores[key] += group.weight
        for key in islice((key for key in near if key not in others), wanted):
            scores[key] = group.weight
    scores.pop(page.key, None)
    return scores
