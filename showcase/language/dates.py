"""Turns `2013`, `2012-12` or `2013-05-14` into a date that knows how precise it is."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Self

FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day: sources often know no more (ISO 8601 calls it reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuses a day without its month and dates that no calendar has."""
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        self.first_day()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that the text names; ValueError where it names none."""
        found = FORM.fullmatch(text)
        if found is None:
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part) for part in found.groups() if part is not None))

    def __str__(self) -> str:
        """The date as it is written on disk: `2013`, `2012-12` or `2013-05-14`."""
        parts = (part for part in (self.month, self.day) if part is not None)
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in parts)])

    def __lt__(self, other: object) -> bool:
        """Earlier first day first; of equal ones the less precise first."""
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.first_day(), self.precision) < (other.first_day(), other.precision)

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 1 + (self.month is not None) + (self.day is not None)

    def first_day(self) -> datetime.date:
        """The earliest day that is meant."""
        return datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def last_day(self) -> datetime.date:
        """The latest day that is meant."""
        month = 12 if self.month is None else self.month
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
