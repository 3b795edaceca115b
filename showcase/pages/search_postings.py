"""What can be searched becomes postings: for each term the entries that hold it; of many, the best."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s
from heapq import merge
from itertools import chain, islice
from typing import TypeAlias

from showcase.language.search_keys import JOINT, Alike
from showcase.pages.search_index import FIELDS, Searchable, field_terms

TITLE, EXACT, MAKER = (FIELDS.index(name) for name in ("title", "exact", "maker"))
NAMES = (TITLE, EXACT, MAKER)
SPREAD = 16  # numbers for each entry: few collide, so that a new entry moves few others
FIELD, COUNT, LENGTH = 3, 5, 16  # the bits of a packed posting after its rank, from the left
MOST_COUNT, MOST_LENGTH = (1 << COUNT) - 1, (1 << LENGTH) - 1

# A posting is one number, so that millions of them have room. In the order of the numbers the best come first.
Packed: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True)
class Posting:
    """An entry that holds a term in a field: its rank, how often, and how many terms the field has."""

    rank: int
    field: int
    count: int
    length: int


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of all terms; those in names apart from others, each bounded.

    `entries` counts all entries that hold a term, `lengths` are the sums of the fields' lengths.
    """

    most: int
    names: dict[str, Packed] = field(default_factory=dict)
    others: dict[str, Packed] = field(default_factory=dict)
    entries: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=lambda: [0] * len(FIELDS))

    def terms(self) -> list[str]:
        """All terms, in the order in which browsers compare texts."""
        return sorted(self.entries, key=browser_order)

    def of(self, term: str) -> tuple[Posting, ...]:
        """The best postings of a term: names first, then what ranks first."""
        found = chain(self.names.get(term, ()), self.others.get(term, ()))
        return tuple(_unpacked(each) for each in islice(found, self.most))

    def below(self, terms: Iterable[str]) -> tuple[Posting, ...]:
        """The best of all postings of several terms, without those of exact spellings; each entry and field once."""
        found: dict[tuple[int, int], Posting] = {}
        terms = tuple(terms)
        for kept in (self.names, self.others):
            for each in map(_unpacked, merge(*(kept.get(term, ()) for term in terms))):
                if each.field != EXACT:
                    found.setdefault((each.rank, each.field), each)
                if len(found) >= self.most:
                    return tuple(found.values())
        return tuple(found.values())


def postings(entries: Iterable[Searchable], groups: Sequence[Alike], most: int) -> Postings:
    """The postings of entries that come in the order of their ranks, at most so many for a term. One pass over them."""
    made = Postings(most)
    for rank, entry in enumerate(entries):
        counted = [Counter(found) for found in field_terms(entry, groups)]
        held: dict[str, list[int]] = {}
        for number, counts in enumerate(counted):
            made.lengths[number] += len(counts)
            for term, count in counts.items():
                held.setdefault(term, []).append(_packed(Posting(rank, number, count, len(counts))))
        made.entries.update(held.keys())
        for term, found in held.items():
            is_name = any(_unpacked(each).field in NAMES for each in found)
            kept = (made.names if is_name else made.others).setdefault(term, array("Q"))
            if len(kept) < most:
                kept.extend(found)
    return made


def words(made: Postings, most: int) -> list[str]:
    """The words that stand in most entries, in order: what a slip of the pen may have meant."""
    known = ((term, count) for term, count in made.entries.items() if _is_word(term))
    return sorted(term for term, _ in sorted(known, key=lambda each: (-each[1], each[0]))[:most])


def _is_word(term: str) -> bool:
    return len(term) >= 3 and term.isascii() and term.isalpha() and not term.startswith(JOINT)


def numbers(names: Sequence[str]) -> tuple[int, ...]:
    """The number of each name, which follows from the name, whatever others there are.

    Only where two names meet at a number does the later one move to the next that is free.
    """
    size = 1 << (SPREAD * max(1, len(names)) - 1).bit_length()
    taken: dict[int, str] = {}
    for name in sorted(names):
        number = int.from_bytes(blake2s(name.encode(), digest_size=8).digest()) % size
        while number in taken:
            number = (number + 1) % size
        taken[number] = name
    found = {name: number for number, name in taken.items()}
    return tuple(found[name] for name in names)


def browser_order(term: str) -> bytes:
    """A key that sorts texts as scripts compare them: by their units of UTF-16."""
    return term.encode("utf-16-be", "surrogatepass")


def _packed(each: Posting) -> int:
    count, length = min(each.count, MOST_COUNT), min(each.length, MOST_LENGTH)
    return ((each.rank << FIELD | each.field) << COUNT | count) << LENGTH | length


def _unpacked(number: int) -> Posting:
    length, rest = number & MOST_LENGTH, number >> LENGTH
    count, rest = rest & MOST_COUNT, rest >> COUNT
    return Posting(rest >> FIELD, rest & (1 << FIELD) - 1, count, length)


def runs(ordered: Sequence[int]) -> Iterator[int]:
    """The first number, then the distance from each to the next: small numbers, which compress."""
    before = 0
    for number in ordered:
        yield number - before
        before = number
