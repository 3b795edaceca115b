"""The table of a kind becomes a Parquet file: texts as texts, lists as lists, and null for what is not known."""

import io
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec

from showcase.pages.open_tables import Table

LIBRARY = "pyarrow"


@dataclass(frozen=True, slots=True)
class Versioned:
    """A table with the version of the library that writes it, on which the bytes depend."""

    table: Table
    library: str


def can_write() -> bool:
    """Whether the library is there; it is optional."""
    return find_spec(LIBRARY) is not None


def library_version() -> str:
    """The version of the library that is installed."""
    return version(LIBRARY)


def versioned(table: Table) -> Versioned:
    """The table, to be written by the library that is installed."""
    return Versioned(table, library_version())


def parquet_bytes(view: Versioned) -> bytes:
    """The Parquet file. The same table gives the same bytes as long as the library is the same."""
    import pyarrow as pa  # noqa: PLC0415 - optional
    from pyarrow import parquet  # noqa: PLC0415

    table = view.table
    types = [pa.list_(pa.string()) if is_list else pa.string() for is_list in table.lists]
    arrays = [pa.array([row[place] or None for row in table.rows], type_) for place, type_ in enumerate(types)]
    data = io.BytesIO()
    parquet.write_table(pa.table(arrays, names=list(table.names)), data, compression="zstd")
    return data.getvalue()
