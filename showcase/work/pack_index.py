"""Where the records of packs stand, kept beside the packs, so that a build need not go through every one of them.

It is an aid: whoever reads a record finds there whose it is, and what is missing here is looked for in the packs.
"""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from showcase.work.spots import Spots

NAME = "spots"
FORMAT = f"showcase-spots-1 {sys.byteorder}\n".encode()

Ends = dict[str, int]


def read_index(folder: Path) -> tuple[Ends, Spots]:
    """How far each pack is known, by name in the order of their numbers, and where its records stand.

    Nothing is known where there is no index, or one that is damaged.
    """
    with contextlib.suppress(OSError, ValueError, TypeError, EOFError), (folder / NAME).open("rb") as file:
        if file.readline() == FORMAT:
            head = file.readline()
            ends, count = json.loads(head)
            spots = Spots.read(file, count)
            if file.read() == _sum(head, spots.parts()):
                return dict(ends), spots
    return {}, Spots()


def write_index(folder: Path, ends: Ends, spots: Spots) -> None:
    """Keep what is known of the packs; without it the next build only has more to read."""
    head = json.dumps((list(ends.items()), spots.room)).encode() + b"\n"
    beside = folder / f"{NAME}.{os.getpid()}"
    with contextlib.suppress(OSError):
        with beside.open("wb") as file:
            file.writelines((FORMAT, head, *spots.parts(), _sum(head, spots.parts())))
        beside.replace(folder / NAME)


def _sum(head: bytes, parts: Iterable[Any]) -> bytes:
    state = hashlib.blake2b(head, digest_size=16)
    for part in parts:
        state.update(part)
    return state.digest()
