"""What makes the server look at everything anew."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from showcase.codes import CHANGED_MEANWHILE
from showcase.pipeline import Made, Request
from showcase.problems import Place, problem
from showcase.progress import Progress, silent
from showcase.serving.edition import Edition, Hall
from showcase.serving.keeper import Keeper
from showcase.serving.workshop import NOTHING, Result, Workshop


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


class Bench(Workshop):
    """A workshop whose editions come out as told: whether a file changed while it was read."""

    def __init__(self, disturbed: list[bool]) -> None:
        super().__init__(lambda: Request(Path("project"), date(2026, 11, 20), Path("site"), None, 1), lambda _all: ())
        self.disturbed = disturbed

    def whole(self, last: Edition, progress: Progress = silent, jobs: int = 1) -> Result:
        place = Place("content/products/ban-go/index.vi.md")
        problems = (problem(CHANGED_MEANWHILE, place, name="index.vi.md"),) if self.disturbed.pop(0) else ()
        return Result(Edition({"left": bytes(len(self.disturbed))}), Made((), (), None, problems), 0)


def test_what_was_disturbed_is_made_again_before_anybody_sees_it() -> None:
    told: list[Result] = []

    async def run() -> Edition:
        hall = Hall(NOTHING)
        keeper = Keeper(Bench([True, True, False]), hall, lambda result, _changed: told.append(result))
        keeper.expect_all()
        helper = asyncio.create_task(keeper.catch_up())
        shown = await hall.after(NOTHING)
        helper.cancel()
        assert shown is not None
        return shown

    assert asyncio.run(run()).files == {"left": b""}
    assert [each.is_disturbed for each in told] == [False]
