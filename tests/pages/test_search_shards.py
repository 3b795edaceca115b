"""The index of a large site, in shards."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.pages.search_index import Searchable, search_index
from showcase.pages.search_postings import numbers, words
from showcase.pages.search_postings import postings as postings_of
from showcase.pages.search_shards import shards
from showcase.pages.search_tree import Files, Row, Tree, cut, tree

NAMES = ("Bàn gỗ", "Bàn đá", "Đèn giấy", "Đèn lồng", "Ghế mây", "Tủ sách", "Bàn học", "Giường tre")
ENTRIES = tuple(Searchable(f"/vi/{at}/", name, "Sản phẩm", f"{name} của xưởng") for at, name in enumerate(NAMES))


def made(entries: tuple[Searchable, ...] = ENTRIES, most: int = 100, size: int = 300) -> dict[str, Any]:
    """The files of an index, read."""
    return {path: json.loads(data) for path, data in shards(entries, (), "vi", most, size)}


def rows(files: dict[str, Any]) -> dict[str, Any]:
    """Everything in the shards, by key."""
    shown = [value for path, value in files.items() if path.startswith("search/vi/")]
    return {row[0]: row for each in shown for row in each if isinstance(row, list) and isinstance(row[1], dict)}


def ids(row: Any, field: str) -> list[int]:
    """The numbers of the entries that hold a term in a field."""
    steps = row[1].get(field, [[]])[0]
    return [sum(steps[: end + 1]) for end in range(len(steps))]


def addresses(files: dict[str, Any], row: Any, field: str) -> set[str]:
    """The addresses of these entries, as their cards tell them."""
    blocks = (block for path, block in files.items() if path.startswith("cards/"))
    cards = {number: card["url"] for block in blocks for number, card in block.items()}
    return {cards[str(number)] for number in ids(row, field)}


def test_the_shards_hold_the_postings_of_the_whole_index() -> None:
    files, whole = made(), search_index(ENTRIES)
    found = rows(files)

    for term, fields in whole["index"]:
        for field, counts in fields.items():
            wanted = {whole["documentIds"][number] for number in counts}
            assert addresses(files, found[term], field) == wanted, term
            lengths = sorted(whole["fieldLength"][number][int(field)] for number in counts)
            assert sorted(found[term][1][field][1]) == lengths
    root = list(files.values())[-1]
    assert root["documentCount"] == whole["documentCount"]
    assert root["averageFieldLength"] == whole["averageFieldLength"]


def test_a_common_term_keeps_the_best_entries_names_first_and_says_how_many_there_are() -> None:
    texts = tuple(Searchable(f"/vi/{at}/", "Ghế", "Sản phẩm", "ban") for at in range(5))
    named = (Searchable("/vi/ten/", "Bàn", "Sản phẩm", ""),)
    files = made((*texts, *named), most=3)
    row = rows(files)["ban"]

    assert addresses(files, row, "0") == {"/vi/ten/"}
    assert addresses(files, row, "3") == {"/vi/0/", "/vi/1/"}
    assert row[2] == 6


def test_a_beginning_that_reaches_into_many_shards_has_postings_of_its_own() -> None:
    files = made(size=60)
    start = rows(files)["b*"]

    assert addresses(files, start, "0") == {"/vi/0/", "/vi/1/", "/vi/6/"}
    assert "1" not in start[1]  # exact spellings are never sought by their beginning
    assert "ban*" not in rows(made(size=100_000))


def test_an_edit_changes_few_files_and_a_new_entry_too() -> None:
    many = tuple(Searchable(f"/vi/{at}/", f"Tên{at} {NAMES[at % 8]}", "Sản phẩm", f"dong{at}") for at in range(300))
    edited = (*many[:-1], Searchable("/vi/299/", "Tên299 Khác", "Sản phẩm", "dong299"))
    more = (*many, Searchable("/vi/moi/", "Mới", "Sản phẩm", "moi"))
    before = {path for path, _ in shards(many, (), "vi", 100, 1000)}

    for after in (edited, more):
        new = {path for path, _ in shards(after, (), "vi", 100, 1000)} - before
        assert len(new) < len(before) / 4


def test_slips_are_looked_up_among_common_words_of_letters() -> None:
    held = postings_of(ENTRIES, (), 100)

    assert words(held, 3) == ["ban", "cua", "xuong"]
    assert not any(re.search(r"[^a-z]", word) for word in words(held, 1000))


def test_an_index_of_nothing_is_whole() -> None:
    files = made(())

    assert list(files.values())[-1]["terms"] == {"levels": 0, "root": []}


def test_names_keep_their_numbers_whatever_else_there_is() -> None:
    names = [f"/vi/{at}/" for at in range(100)]
    found = numbers(names)
    others = numbers([*names, "/vi/moi/"])

    assert len(set(found)) == 100
    assert sum(one != other for one, other in zip(found, others, strict=False)) <= 1


@given(st.lists(st.text(max_size=6), unique=True), st.integers(1, 60))
def test_runs_hold_all_rows_in_order_and_no_more_than_their_size(keys: list[str], size: int) -> None:
    every = [Row(key, f"[{key!r}]") for key in sorted(keys)]
    runs = list(cut(every, size))

    assert [row for run in runs for row in run] == every
    assert all(len(run) == 1 or sum(len(row.text) for row in run) <= size for run in runs if run)


def kept(making: Files, files: dict[str, Any]) -> Tree:
    """The tree, after its files have been read and put to the others."""
    while True:
        try:
            path, data = next(making)
        except StopIteration as end:
            found: Tree = end.value
            return found
        files[path] = json.loads(data)


@pytest.mark.parametrize("count", [0, 1, 500, 3000])
def test_every_row_is_reached_from_the_root(count: int) -> None:
    every = [Row(f"{at:05d}", f'["{at:05d}",{{}}]') for at in range(count)]
    files: dict[str, Any] = {}

    made = kept(tree(every, "search/vi/", 60), files)
    level = [list(each) for each in made.root]
    for _ in range(made.levels + 1):
        level = [row for _, name in level for row in files[f"search/vi/{name}.json"]]

    assert [row[0] for row in level] == [row.key for row in every]


def test_files_are_made_before_all_rows_are() -> None:
    asked: list[str] = []

    def rows() -> Iterator[Row]:
        for letter in "abcdef":
            asked.append(letter)
            yield Row(letter * 9, f'["{letter * 9}",{{}}]')

    next(tree(rows(), "search/vi/", 30))

    assert asked == ["a", "b", "c"]  # the first file is full with two; the third letter shows that it is
