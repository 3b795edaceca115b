"""Rows in the order of their keys become files of bounded size, and a tree by which one is found without the others."""

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

BRANCHES = 128  # entries of a branch: some 2 kB, compressed


@dataclass(frozen=True, slots=True)
class Row:
    """A key with what stands there, as JSON."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The first keys of the leaves, and the way to them.

    `root` leads to the uppermost files, each by its first key; `levels` says how many branches lie between it and a
    leaf.
    """

    starts: tuple[str, ...]
    root: tuple[tuple[str, str], ...]
    levels: int


Files: TypeAlias = Generator[tuple[str, bytes], None, Tree]


def tree(rows: Iterable[Row], folder: str, size: int) -> Files:
    """The files of the tree with their paths, and in the end the tree; `size` is what a file may hold.

    Names change with what the files hold, so that an edit of a row changes its file and those that lead to it. No more
    rows are held than begin with the same letter.
    """
    level, levels = (yield from _files(cut(rows, size), folder)), 0
    starts = tuple(first for first, _ in level)
    while len(level) > BRANCHES:
        entries = [Row(each[0], _json(each)) for each in level]
        level = yield from _files(cut(entries, BRANCHES * len(entries[0].text)), folder)
        levels += 1
    return Tree(starts, tuple(level), levels)


def cut(rows: Iterable[Row], size: int, depth: int = 1) -> Iterator[Sequence[Row]]:
    """The rows in runs that hold no more than the size, unless one row alone does.

    Runs end where beginnings of keys do. So an edit moves only the ends of runs whose keys begin like its
    own, which counting from the start would not give.
    """
    run: list[Row] = []
    for _, alike in groupby(rows, lambda row: row.key[:depth]):
        group = list(alike)
        if run and _size(run) + _size(group) > size:
            yield run
            run = []
        if len(group) > 1 and _size(group) > size:
            yield from cut(group, size, depth + 1)
        else:
            run += group
    if run:
        yield run


def _size(rows: Sequence[Row]) -> int:
    return sum(len(row.text) for row in rows)


def _files(runs: Iterable[Sequence[Row]], folder: str) -> Generator[tuple[str, bytes], None, list[tuple[str, str]]]:
    """The file of each run, and in the end the first key of each, and its name in the folder without the ending."""
    level = []
    for rows in runs:
        data = f"[{','.join(row.text for row in rows)}]".encode()
        name = hashlib.sha256(data).hexdigest()[:10]
        yield f"{folder}{name}.json", data
        level.append((rows[0].key, name))
    return level


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
