"""Many things become parts of bounded size; which part one is in follows from its id, whatever others there are."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
START, PRIME, WORD = 0x811C9DC5, 0x01000193, 0xFFFFFFFF  # of the hash FNV-1a, which is short in a script too


def parts_for(count: int, size: int) -> int:
    """How many parts so many things need that none has many more than the size: a power of two."""
    return 1 << (max(0, count - 1) // size).bit_length()


def part_of(id_: str, parts: int) -> int:
    """The part in which a thing is. `products.js` finds it in the same way."""
    made = START
    for byte in id_.encode():
        made = (made ^ byte) * PRIME & WORD
    return made % parts


def parted(items: Iterable[Item], id_of: Callable[[Item], str], parts: int) -> Sequence[Sequence[Item]]:
    """The things of each part, in their order; a part may be empty."""
    made: list[list[Item]] = [[] for _ in range(parts)]
    for item in items:
        made[part_of(id_of(item), parts)].append(item)
    return made
