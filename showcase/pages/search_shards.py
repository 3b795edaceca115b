"""What can be searched becomes an index in shards, of which a browser loads those that a query needs.

Scores come out as in one index: a shard holds whole terms, and what is counted over all entries stands in the root.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from showcase.language.search_keys import JOINT, Alike
from showcase.pages.search_index import FIELDS, Searchable, shown
from showcase.pages.search_postings import Posting, Postings, browser_order, numbers, postings, runs, words
from showcase.pages.search_tree import Row, Tree, tree

MOST = 1200  # postings of a term; of more, the best
SIZE = 14_000  # characters in a shard: some 4 kB, compressed
WORDS = 4000  # words among which a slip is looked up
CARDS = 8  # bits of an entry's number within a file of cards: 8 to 16 of them
FAR = 3  # a prefix that reaches into so many shards has postings of its own
OTHER = "*"  # ends the key of such a prefix

Sharded = Iterator[tuple[str, bytes]]


def shards(
    entries: Iterable[Searchable], groups: Sequence[Alike], locale: str, most: int = MOST, size: int = SIZE
) -> Sharded:
    """The files of the index with their paths, the root last.

    The entries come in the order of their ranks, and only once: none is held longer than it takes to note its terms.
    """
    folder = f"search/{locale}/"
    cards: list[tuple[str, bytes]] = []
    made = postings(_with_cards(entries, cards), groups, most)
    ids, terms = numbers([permalink for permalink, _ in cards]), made.terms()
    yield from _cards(cards, ids, locale)
    cards.clear()  # which are large together
    rows = (_row(term, made.of(term), made.entries[term], ids) for term in terms)
    whole = yield from tree(rows, folder, size)
    starts = yield from tree(_starts(made, terms, whole, ids), folder, size)
    listed = _bytes(words(made, WORDS))
    known = f"{folder}{_digest(listed)}.json"
    yield known, listed
    root = _bytes(
        {
            "folder": f"/{folder}",
            "cards": f"/{cards_folder(locale)}",
            "bits": CARDS,
            "documentCount": len(ids),
            "averageFieldLength": [round(length / max(1, len(ids)), 3) for length in made.lengths],
            "terms": {"levels": whole.levels, "root": whole.root},
            "starts": {"levels": starts.levels, "root": starts.root},
            "words": f"/{known}",
        }
    )
    yield f"search/{locale}.{_digest(root)}.json", root


def cards_folder(locale: str) -> str:
    """Where the cards are: under names that stay, since what a browser kept of the index names entries by number."""
    return f"cards/{locale}/"


def _row(key: str, found: Sequence[Posting], entries: int, ids: Sequence[int]) -> Row:
    """A term with its postings by field, and how many entries hold it where these are not all of them."""
    fields: dict[str, list[list[int]]] = {}
    for number in range(len(FIELDS)):
        own = sorted((ids[each.rank], each.length, each.count) for each in found if each.field == number)
        if own:
            at, lengths, counts = map(list, zip(*own, strict=True))
            columns = [list(runs(at)), lengths]
            fields[str(number)] = [*columns, counts] if any(count > 1 for count in counts) else columns
    kept = len({each.rank for each in found})
    value = [key, fields, entries] if entries > kept else [key, fields]
    return Row(key, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _starts(made: Postings, terms: Sequence[str], whole: Tree, ids: Sequence[int]) -> Iterator[Row]:
    """The postings of each prefix that reaches into many shards: the best entries with a word that begins so."""
    reach = Counter(start[:end] for start in whole.starts for end in range(1, len(start)))
    far = sorted((start for start, count in reach.items() if count >= FAR - 1 and start != JOINT), key=browser_order)
    below: dict[str, list[str]] = {start: [] for start in far}
    for term in terms:
        for end in range(1, len(term) + 1):
            if term[:end] in below:
                below[term[:end]].append(term)
    for start, own in below.items():
        found = made.below(own)
        entries = _entries(made, own) if len(found) >= made.most else 0
        yield _row(f"{start}{OTHER}", found, entries, ids)


def _entries(made: Postings, terms: Sequence[str]) -> int:
    """How many entries hold one of the terms, at least: as many as hold the most common of them."""
    return max(made.most, *(made.entries[term] for term in terms))


def _with_cards(entries: Iterable[Searchable], cards: list[tuple[str, bytes]]) -> Iterator[Searchable]:
    """The entries, after the address and the card of each has been put to the others."""
    for entry in entries:
        cards.append((entry.permalink, _bytes({"url": entry.permalink, **shown(entry)})))
        yield entry


def _cards(cards: Sequence[tuple[str, bytes]], ids: Sequence[int], locale: str) -> Sharded:
    """What is shown of the entries, a few in a file."""
    numbered = sorted(zip(ids, cards, strict=True))
    for block, own in groupby(numbered, lambda each: each[0] >> CARDS):
        found = b",".join(b'"%d":%b' % (number, card) for number, (_, card) in own)
        yield f"{cards_folder(locale)}{block}.json", b"{%b}" % found


def _bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
