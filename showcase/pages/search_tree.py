"""Rows in the order of their keys become files of bounded size, and a tree by which one is found without the others."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

BRANCHES = 128  # entries of a branch: some 2 kB, compressed


@dataclass(frozen=True, slots=True)
class Row:
    """A key with what stands there, as JSON."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """A file whose name changes with what it holds, and the first key in it."""

    first: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Tree:
    """The files, leaves before branches; the first keys of the leaves.

    `root` leads to the uppermost files; `levels` says how many branches lie between it and a leaf.
    """

    files: tuple[File, ...]
    starts: tuple[str, ...]
    root: tuple[tuple[str, str], ...]
    levels: int


def tree(rows: Sequence[Row], folder: str, size: int) -> Tree:
    """The tree of rows; `size` is what a file may hold. An edit of a row changes its file and those that lead to it."""
    leaves = [_file(run, folder) for run in cut(rows, size) if run]
    files, level, levels = list(leaves), leaves, 0
    while len(level) > BRANCHES:
        entries = [Row(each.first, _json([each.first, _name(each)])) for each in level]
        level = [_file(run, folder) for run in cut(entries, BRANCHES * len(entries[0].text))]
        files += level
        levels += 1
    root = tuple((each.first, _name(each)) for each in level)
    return Tree(tuple(files), tuple(each.first for each in leaves), root, levels)


def cut(rows: Sequence[Row], size: int, depth: int = 1) -> Iterator[Sequence[Row]]:
    """The rows in runs that hold no more than the size, unless one row alone does.

    Runs end where beginnings of keys do. So an edit moves only the ends of runs whose keys begin like its
    own, which counting from the start would not give.
    """
    if len(rows) == 1 or _size(rows) <= size:
        yield rows
        return
    run: list[Row] = []
    for _, alike in groupby(rows, lambda row: row.key[:depth]):
        group = list(alike)
        if run and _size(run) + _size(group) > size:
            yield run
            run = []
        if _size(group) > size:
            yield from cut(group, size, depth + 1)
        else:
            run += group
    if run:
        yield run


def _size(rows: Sequence[Row]) -> int:
    return sum(len(row.text) for row in rows)


def _file(rows: Sequence[Row], folder: str) -> File:
    data = f"[{','.join(row.text for row in rows)}]".encode()
    return File(rows[0].key, f"{folder}{hashlib.sha256(data).hexdigest()[:10]}.json", data)


def _name(file: File) -> str:
    """The name of a file in its folder, without its ending."""
    return file.path.rpartition("/")[2].removesuffix(".json")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
