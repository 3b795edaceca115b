"""The entries of a kind become a table: a line for each entry, a column for each flat fact; as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from showcase.kinds.model import Model, Translatable
from showcase.pages.open_values import told

Cell = str | tuple[str, ...]
Path = tuple[str, ...]
# Spreadsheets take the wide forms of these signs, which East Asian keyboards write, for the signs themselves.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, which of them hold lists, and the lines; a fact that is not known is empty."""

    names: tuple[str, ...]
    lists: tuple[bool, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(model: type[Model], entries: Sequence[dict[str, Any]], locales: tuple[str, ...]) -> Table:
    """The table of some entries. Lists of parts, such as claims, stand in the JSON alone."""
    links = tuple((("permalinks", locale), False) for locale in locales)
    columns = ((("id",), False), (("uri",), False), *links, *_columns(model, locales))
    names = tuple("_".join(path).replace("permalinks", "permalink") for path, _ in columns)
    rows = tuple(tuple(_cell(entry, path, is_list) for path, is_list in columns) for entry in entries)
    return Table(names, tuple(is_list for _, is_list in columns), rows)


def _columns(model: type[Model], locales: tuple[str, ...], before: Path = ()) -> Iterator[tuple[Path, bool]]:
    """The columns of a model: a text has one for each language, a part its own, a list of plain values one."""
    for name, shape in told(model).items():
        here = (*before, name)
        if shape.model is not None:
            yield from _columns(shape.model, locales, here) if shape.holds == "one" else ()
        elif shape.mark(Translatable):
            yield from (((*here, locale), False) for locale in locales)
        else:
            yield here, shape.holds == "many"


def _cell(entry: dict[str, Any], path: Path, is_list: bool) -> Cell:
    value: Any = entry
    for name in path:
        value = value.get(name, "") if isinstance(value, dict) else ""
    if is_list:
        return tuple(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def csv_bytes(view: Table) -> bytes:
    """The CSV file, with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(view.names)
    writer.writerows([harmless(_joined(cell)) for cell in row] for row in view.rows)
    return text.getvalue().encode("utf-8-sig")


def _joined(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "; ".join(cell)


def harmless(cell: str) -> str:
    """The cell as text: an apostrophe keeps a spreadsheet from running it as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
