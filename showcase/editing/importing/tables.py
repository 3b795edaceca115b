"""The bytes of a CSV or XLSX file become rows of cells, each a text that says exactly what the cell holds."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from showcase import codes
from showcase.codes import _
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.text_file import decode

SIZE = 20 << 20
UNPACKED = 200 << 20
ROWS = 20_000
COLUMNS = 200
ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
TOO_MUCH = _("it has more than {limit} rows or columns")
NO_ROWS = _("it is empty")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds as text, and where it stands. A number from a spreadsheet is exact: nobody can misread it."""

    text: str
    place: Place
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: the cells of its first row, then those of each further row that is not empty."""

    name: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    problems: tuple[Problem, ...] = ()


def csv_tables(data: bytes, path: str) -> tuple[Table, ...]:
    """The one table of a CSV file, with commas, semicolons or tabs; ContentError where it cannot be read."""
    text, problems = decode(data, path, "en")
    lines = list(bounded(_csv_rows(text, path), path))
    return (table_of(path, lines, problems),)


def _csv_rows(text: str, path: str) -> Iterator[list[Cell]]:
    """The rows with the line on which each begins."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            yield [Cell(value.strip(), Place(path, line, column)) for column, value in enumerate(row, 1)]
            line = reader.line_num + 1
    except csv.Error as error:
        raise ContentError(problem(codes.TABLE_UNREADABLE, Place(path, line), detail=str(error))) from None


def xlsx_tables(data: bytes, path: str) -> tuple[Table, ...]:
    """Every sheet of a workbook that has rows; ContentError where it cannot be read."""
    from openpyxl import load_workbook  # noqa: PLC0415 - an optional part, asked for by the command

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > UNPACKED:
                raise ContentError(problem(codes.TABLE_UNREADABLE, Place(path), detail=TOO_MUCH, limit=ROWS))
        formulas = load_workbook(io.BytesIO(data), read_only=True)
        values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = []
        for sheet in formulas.worksheets:
            name = f"{path}[{sheet.title}]"
            sheets.append((name, list(bounded(_sheet_rows(sheet, values[sheet.title], name), name))))
    except ContentError:
        raise
    except Exception as error:  # the library raises whatever it stumbles over in a damaged file
        detail = str(error) or type(error).__name__
        raise ContentError(problem(codes.TABLE_UNREADABLE, Place(path), detail=detail)) from None
    return tuple(_sheet(name, rows) for name, rows in sheets if any(cell.text for row in rows for cell, _fault in row))


def _sheet(name: str, rows: list[list[tuple[Cell, Problem | None]]]) -> Table:
    faults = (fault for row in rows for _cell, fault in row if fault)
    return table_of(name, [[cell for cell, _fault in row] for row in rows], faults)


def _sheet_rows(written: Any, computed: Any, path: str) -> Iterator[list[tuple[Cell, Problem | None]]]:
    """The rows of a sheet: what each cell holds, and what is wrong with it."""
    rows = zip(written.iter_rows(), computed.iter_rows(), strict=False)
    for number, (with_formulas, with_values) in enumerate(rows, 1):
        pairs = zip(with_formulas, with_values, strict=False)
        yield [_cell(own, seen, Place(path, number, column)) for column, (own, seen) in enumerate(pairs, 1)]


def _cell(own: Any, seen: Any, place: Place) -> tuple[Cell, Problem | None]:
    is_formula = isinstance(own.value, str) and own.value.startswith("=") and own.data_type == "f"
    if is_formula and seen.value is None:
        return Cell("", place), problem(codes.TABLE_FORMULA, place, value=own.value[:60])
    value = seen.value if is_formula else own.value
    if isinstance(value, str) and value in ERRORS:
        return Cell("", place), problem(codes.TABLE_CELL_ERROR, place, value=value)
    is_exact = isinstance(value, int | float) and not isinstance(value, bool)
    return Cell(cell_text(value, str(own.number_format or "")), place, is_exact), None


def cell_text(value: Any, number_format: str = "General") -> str:
    """What a cell of a spreadsheet holds as front matter writes it: days in order, shares in per cent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        # Fifteen digits is what a spreadsheet shows: the rest is the error of binary fractions.
        exact = Decimal(format(value, ".15g")) * (100 if "%" in number_format else 1)
        return format(exact.normalize() if exact != exact.to_integral() else exact.to_integral(), "f")
    return str(value).strip()


def bounded(rows: Iterable[Any], path: str) -> Iterator[Any]:
    """The rows, unless they are more or longer than any list of entries is."""
    for number, row in enumerate(rows, 1):
        if number > ROWS or len(row) > COLUMNS:
            raise ContentError(problem(codes.TABLE_UNREADABLE, Place(path, number), detail=TOO_MUCH, limit=ROWS))
        yield row


def table_of(name: str, lines: list[list[Cell]], problems: Iterable[Problem] = ()) -> Table:
    """The table whose first row that is not empty names the columns."""
    full = [tuple(row) for row in lines if any(cell.text for cell in row)]
    if not full:
        raise ContentError(problem(codes.TABLE_UNREADABLE, Place(name), detail=NO_ROWS))
    return Table(name, full[0], tuple(full[1:]), tuple(problems))
