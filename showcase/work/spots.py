"""Where the values of a store stand, by the digests of their keys: in arrays, for a large site has a million."""

from array import array
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LONGEST = (1 << 32) - 1
SMALL = 1 << 10
PART = 1 << 16  # slots that are looked at at once
KINDS = "QQI"  # of numbers in the arrays of a table: 8, 8 and 4 bytes
SHIFT, USED = 41, 1  # a place is one number: the pack, 40 bits of where in it, and whether it is in use


class Spot(NamedTuple):
    """Where the body of a record stands: in which pack of the store, from which byte on, of how many."""

    pack: int
    start: int
    length: int


class Table(NamedTuple):
    """As many slots as a power of two: the beginning of a name, 0 where there is none, its place and its length.

    A name stands in the slot of its last bits, or in the next one that is free.
    """

    names: "array[int]"
    places: "array[int]"
    lengths: "array[int]"

    def slot(self, name: int) -> int:
        """The slot of the name; the one in which it would stand where it is not there."""
        names, last = self.names, len(self.names) - 1
        slot = name & last
        while names[slot] and names[slot] != name:
            slot = slot + 1 & last
        return slot


class Spots:
    """The spots of names, which are bytes of a digest. No more than its first eight are looked at: whoever reads a
    record finds there whose it is.
    """

    def __init__(self) -> None:
        self._table = _empty(SMALL)
        self._count = 0

    @classmethod
    def read(cls, file: BinaryIO, room: int) -> "Spots":
        """The spots out of a file with the parts of as many slots; EOFError where it ends before, or ValueError."""
        if room < SMALL or room & room - 1:
            raise ValueError(room)
        spots, table = cls(), Table(*(array(kind) for kind in KINDS))
        for each in table:
            each.fromfile(file, room)
        spots._table, spots._count = table, room - table.names.count(0)
        return spots

    @property
    def room(self) -> int:
        """The number of slots."""
        return len(self._table.names)

    def parts(self) -> "Iterator[array[int]]":
        """What a file holds of the spots, of which then none is in use: for the same kind of machine."""
        names, places, lengths = self._table
        yield names
        for start in range(0, len(places), PART):
            yield array("Q", [place & ~USED for place in places[start : start + PART]])
        yield lengths

    def __len__(self) -> int:
        """The number of names."""
        return self._count

    def get(self, name: bytes) -> Spot | None:
        """The spot of a name."""
        table = self._table
        slot = table.slot(_short(name))
        place = table.places[slot]
        return Spot(place >> SHIFT, place >> 1 & (1 << SHIFT - 1) - 1, table.lengths[slot]) if place else None

    def put(self, name: bytes, spot: Spot, *, is_used: bool = False) -> None:
        """Note the spot of a name in place of an earlier one."""
        if 5 * self._count > 4 * len(self._table.names):  # then one that is not there takes 13 looks on average
            self._grow()
        table, short = self._table, _short(name)
        slot = table.slot(short)
        self._count += not table.names[slot]
        table.places[slot] = spot.pack << SHIFT | spot.start << 1 | is_used
        table.lengths[slot] = spot.length
        table.names[slot] = short  # last, for other threads read meanwhile

    def use(self, name: bytes) -> bool:
        """Whether the name has a spot, which then is in use."""
        table = self._table
        slot = table.slot(_short(name))
        if table.places[slot]:
            table.places[slot] |= USED
        return bool(table.places[slot])

    def spots(self, *, used: bool) -> Iterator[Spot]:
        """All spots, or those in use."""
        table = self._table
        for place, length in zip(table.places, table.lengths, strict=True):
            if place and (place & USED or not used):
                yield Spot(place >> SHIFT, place >> 1 & (1 << SHIFT - 1) - 1, length)

    def _grow(self) -> None:
        old, table = self._table, _empty(2 * len(self._table.names))
        for name, place, length in zip(*old, strict=True):
            if name:
                slot = table.slot(name)
                table.names[slot], table.places[slot], table.lengths[slot] = name, place, length
        self._table = table


def _empty(size: int) -> Table:
    return Table(*(array(kind, bytes(array(kind).itemsize * size)) for kind in KINDS))


def _short(name: bytes) -> int:
    return int.from_bytes(name[:8], "little") or 1
