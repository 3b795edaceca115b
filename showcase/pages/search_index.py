"""What can be searched becomes an index in MiniSearch's own form (version 2 of it), so that browsers only load it."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from showcase.language.search_keys import Alike, exact_keys, folded_keys, synonyms, terms
from showcase.pages.plain import filled

FIELDS = ("title", "exact", "maker", "line", "field", "text")
FORM = 2  # MiniSearch's serializationVersion


@dataclass(frozen=True, slots=True)
class Searchable:
    """An entry as it is searched and shown among the results. `text` are further phrases it is found by.

    `kind` is the word for its kind, `lang` the language of its line where that is not the page's.
    """

    permalink: str
    title: str
    kind: str
    line: str
    lang: str = ""
    maker: str = ""
    field: str = ""
    text: tuple[str, ...] = ()


def index_bytes(entries: Sequence[Searchable], groups: Sequence[Alike] = ()) -> bytes:
    """The index of the entries, in their order; `groups` are synonyms."""
    index = search_index(entries, groups)
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def search_index(entries: Sequence[Searchable], groups: Sequence[Alike] = ()) -> dict[str, Any]:
    """The index as MiniSearch writes itself down: which term stands in which field of which entry, and how often."""
    counted = [tuple(Counter(found) for found in field_terms(entry, groups)) for entry in entries]
    lengths = [[len(counts) for counts in entry] for entry in counted]
    return {
        "documentCount": len(entries),
        "nextId": len(entries),
        "documentIds": _numbered(entry.permalink for entry in entries),
        "fieldIds": {name: number for number, name in enumerate(FIELDS)},
        "fieldLength": _numbered(lengths),
        "averageFieldLength": [round(sum(each) / len(entries), 3) for each in zip(*lengths, strict=True)],
        "storedFields": _numbered(shown(entry) for entry in entries),
        "dirtCount": 0,
        "index": _postings(counted),
        "serializationVersion": FORM,
    }


def field_terms(entry: Searchable, groups: Sequence[Alike] = ()) -> tuple[tuple[str, ...], ...]:
    """The terms of each field, in the order of the fields.

    Names have exact and joined terms. Lines and texts are too many for that, and where a phrase stands in a line, the
    script sees in what it shows.
    """
    title, maker, field = (
        terms(text) + _meant(text, groups, terms) for text in (entry.title, entry.maker, entry.field)
    )
    line = folded_keys(entry.line) + _meant(entry.line, groups, terms)
    text = tuple(chain.from_iterable(folded_keys(each) + _meant(each, groups, folded_keys) for each in entry.text))
    return title, exact_keys(entry.title), maker, line, field, text


def _meant(text: str, groups: Sequence[Alike], keys: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The keys of what means the same as a phrase in the text."""
    return tuple(chain.from_iterable(keys(other) for other in synonyms(text, groups)))


def shown(entry: Searchable) -> dict[str, str]:
    """What the script shows of an entry without loading its page."""
    made: dict[str, str] = filled(
        {"title": entry.title, "kind": entry.kind, "line": entry.line, "lang": entry.lang, "maker": entry.maker}
    )
    return made


def _postings(counted: Sequence[Sequence[Counter[str]]]) -> list[tuple[str, dict[str, dict[str, int]]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for number, entry in enumerate(counted):
        for field, counts in enumerate(entry):
            for term, count in counts.items():
                found.setdefault(term, {}).setdefault(str(field), {})[str(number)] = count
    return sorted(found.items())


def _numbered(items: Iterable[Any]) -> dict[str, Any]:
    return {str(number): item for number, item in enumerate(items)}
