"""Values become digests by a canonical encoding: equal values give equal digests in any process, on any machine."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel

Add = Callable[[bytes], None]


def digest(*values: Any) -> str:
    """A SHA-256 over the values' canonical encoding: the same for equal values in any process, on any machine."""
    return hashlib.sha256(_encoded(values)).hexdigest()


def short_digest(parts: Iterable[str]) -> str:
    """A digest of texts of one line each, half as long, for of these a large site holds many: 128 bits of BLAKE2b."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _encoded(values: Iterable[Any]) -> bytes:
    """Length-prefixed pieces, so that no two values share an encoding. Sets are refused: their order is not fixed."""
    pieces: list[bytes] = []
    for value in values:
        _encode(value, pieces.append)
    return b"".join(pieces)


def _encode(value: Any, add: Add) -> None:
    if isinstance(value, str):
        if type(value) is not str and (lang := getattr(value, "lang", "")):
            add(_piece(b"p", lang.encode()))
        add(_piece(b"s", value.encode("utf-8", "surrogatepass")))
    elif isinstance(value, bytes):
        add(_piece(b"b", value))
    elif value is None or isinstance(value, bool | int | float | Decimal | date):
        add(_piece(b"v", f"{type(value).__name__} {value!s}".encode()))
    else:
        head, parts = _taken_apart(value)
        add(head)
        for part in parts:
            _encode(part, add)


def _taken_apart(value: Any) -> tuple[bytes, Iterable[Any]]:
    """The piece that says what a value is that holds others, and what it holds."""
    if isinstance(value, tuple | list):
        return _piece(b"t" if isinstance(value, tuple) else b"l", str(len(value)).encode()), value
    if isinstance(value, Mapping):
        pairs = sorted(value.items(), key=lambda pair: _encoded(pair[:1]))
        return _piece(b"m", str(len(pairs)).encode()), chain.from_iterable(pairs)
    kind: Any = type(value)
    head, names = _structure(kind)
    return head, [getattr(value, name) for name in names]


@cache
def _structure(kind: type) -> tuple[bytes, tuple[str, ...]]:
    """The piece that names a class of values, and the names of what they hold."""
    name = f"{kind.__module__}.{kind.__qualname__}".encode()
    if is_dataclass(kind):
        return _piece(b"d", name), tuple(field.name for field in fields(kind))
    if issubclass(kind, BaseModel):
        return _piece(b"o", name), tuple(kind.model_fields)
    raise TypeError(f"no canonical encoding for {kind.__qualname__}")


def _piece(mark: bytes, data: bytes) -> bytes:
    return b"%b%d:%b" % (mark, len(data), data)
