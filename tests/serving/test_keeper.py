"""What makes the server look at everything anew."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from showcase.pipeline import Request
from showcase.serving.edition import Hall
from showcase.serving.keeper import Keeper
from showcase.serving.workshop import NOTHING, Workshop


class OverError(Exception):
    """The last minute has passed."""


class Night:
    """Days of a month, one after each minute, and a keeper that notes that it is to make everything anew."""

    def __init__(self, days: list[int]) -> None:
        self.days = days
        self.expected = 0
        self.request = Request(Path("project"), date(2026, 11, 1), Path("site"), None, 1)
        workshop = Workshop(lambda: replace(self.request, today=date(2026, 11, self.days[0])), lambda _problems: ())
        self.keeper = Keeper(workshop, Hall(NOTHING), lambda _result, _changed: None)
        self.keeper.expect_all = self.expect_all  # type: ignore[method-assign]

    def expect_all(self) -> None:
        self.expected += 1

    async def minute(self) -> None:
        if len(self.days) == 1:
            raise OverError
        self.days.pop(0)


@pytest.mark.parametrize(("days", "times"), [([20, 20, 20], 0), ([20, 20, 21, 21], 1), ([20, 23, 24], 2)])
def test_at_midnight_everything_is_made_anew_though_nobody_saves_a_file(days: list[int], times: int) -> None:
    night = Night(days)
    with pytest.raises(OverError):
        asyncio.run(night.keeper.follow_days(night.minute))

    assert night.expected == times
