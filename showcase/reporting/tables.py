"""Rows of cells become aligned lines for a terminal."""

from collections.abc import Sequence

from showcase.reporting.source_lines import width


def table(rows: Sequence[Sequence[str]], texts: int = 1) -> str:
    """The rows in columns: the first `texts` columns run from the left, the others, numbers, from the right."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "".join(f"{_line(row, widths, texts)}\n" for row in rows)


def _line(row: Sequence[str], widths: Sequence[int], texts: int) -> str:
    cells = []
    for index, (cell, wide) in enumerate(zip(row, widths, strict=True)):
        gap = " " * (wide - width(cell))
        cells.append(cell + gap if index < texts else gap + cell)
    return "  ".join(cells).rstrip()
