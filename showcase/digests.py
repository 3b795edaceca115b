"""Values become digests by a canonical encoding: equal values give equal digests in any process, on any machine."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any

from pydantic import BaseModel


def digest(*values: Any) -> str:
    """A SHA-256 over the values' canonical encoding: the same for equal values in any process, on any machine."""
    state = hashlib.sha256()
    for value in values:
        for piece in _encoded(value):
            state.update(piece)
    return state.hexdigest()


def _encoded(value: Any) -> Iterator[bytes]:
    """Length-prefixed pieces, so that no two values share an encoding. Sets are refused: their order is not fixed."""
    if isinstance(value, str):
        if lang := getattr(value, "lang", ""):
            yield _piece("p", lang.encode())
        yield _piece("s", str(value).encode("utf-8", "surrogatepass"))
    elif isinstance(value, bytes):
        yield _piece("b", value)
    elif value is None or isinstance(value, bool | int | float | Decimal | date):
        yield _piece("v", f"{type(value).__name__} {value!s}".encode())
    else:
        mark, name, parts = _taken_apart(value)
        yield _piece(mark, name.encode())
        for part in parts:
            yield from _encoded(part)


def _taken_apart(value: Any) -> tuple[str, str, Iterable[Any]]:
    """The mark of a value that holds others, its length or its type's name, and what it holds."""
    if isinstance(value, tuple | list):
        return "t" if isinstance(value, tuple) else "l", str(len(value)), value
    if isinstance(value, Mapping):
        pairs = sorted(value.items(), key=lambda pair: b"".join(_encoded(pair[0])))
        return "m", str(len(pairs)), chain.from_iterable(pairs)
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    if is_dataclass(value) and not isinstance(value, type):
        return "d", name, (getattr(value, field.name) for field in fields(value))
    if isinstance(value, BaseModel):
        return "o", name, (getattr(value, field) for field in type(value).model_fields)
    raise TypeError(f"no canonical encoding for {type(value).__qualname__}")


def _piece(mark: str, data: bytes) -> bytes:
    return f"{mark}{len(data)}:".encode() + data
