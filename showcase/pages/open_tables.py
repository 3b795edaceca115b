"""The entries of a kind become a table for spreadsheets: a line for each entry, a column for each flat fact."""

import csv
import io
from typing import Any

from showcase.kinds.model import Model, Translatable
from showcase.pages.open_values import told

Row = tuple[str, ...]
Path = tuple[str, ...]
# Spreadsheets take the wide forms of these signs, which East Asian keyboards write, for the signs themselves.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table_rows(model: type[Model], entries: list[dict[str, Any]], locales: tuple[str, ...]) -> tuple[Row, ...]:
    """The heading and the lines. Lists of parts, such as claims, stand in the JSON alone."""
    links = tuple(("permalinks", locale) for locale in locales)
    paths = (("id",), ("uri",), *links, *_columns(model, locales))
    names = tuple("_".join(path).replace("permalinks", "permalink") for path in paths)
    return names, *(tuple(_cell(entry, path) for path in paths) for entry in entries)


def _columns(model: type[Model], locales: tuple[str, ...], before: Path = ()) -> tuple[Path, ...]:
    """The columns of a model: a text has one for each language, a part its own, a list of plain values one."""
    found: list[Path] = []
    for name, shape in told(model).items():
        here = (*before, name)
        if shape.model is not None:
            found += _columns(shape.model, locales, here) if shape.holds == "one" else ()
        elif shape.mark(Translatable):
            found += [(*here, locale) for locale in locales]
        else:
            found.append(here)
    return tuple(found)


def _cell(entry: dict[str, Any], path: Path) -> str:
    value: Any = entry
    for name in path:
        value = value.get(name, "") if isinstance(value, dict) else ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def table(rows: tuple[Row, ...]) -> bytes:
    """The CSV file, with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The cell as text: an apostrophe keeps a spreadsheet from running it as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
