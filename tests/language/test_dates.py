"""Dates that are as precise as their source."""

import datetime
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.dates import PartialDate

days = st.dates()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2012-12", "2012-12-01", "2012-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2013-05-14", "2013-05-14", "2013-05-14"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_a_date_covers_days(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert (str(date), date.first_day().isoformat(), date.last_day().isoformat()) == (text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13",
        "2013-5",
        "2013-13",
        "2013-02-29",
        "2013-00",
        "2013-01-00",
        "0000",
        "2013-05-14T00",
        "14/5/2013",
        "２０１３",
        "2013\n",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(2013, None, 5), (2013, 0), (2013, 13), (2013, 1, 0), (2013, 2, 30), (0,), (10000,)])
def test_impossible_dates_cannot_be_made(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate(*parts)


def test_earlier_dates_come_first_and_of_equal_ones_the_less_precise() -> None:
    dates = ["2013-01-01", "2014", "2013-01", "2012-12-31", "2013", "2013-01-02"]
    assert [str(date) for date in sorted(map(PartialDate.parse, dates))] == [
        "2012-12-31",
        "2013",
        "2013-01",
        "2013-01-01",
        "2013-01-02",
        "2014",
    ]


def test_only_dates_of_one_sort_are_compared() -> None:
    with pytest.raises(TypeError):
        _ = PartialDate(2013) < datetime.date(2013, 1, 1)


@given(days, st.integers(1, 3))
def test_a_date_survives_the_disk_and_another_process(day: datetime.date, precision: int) -> None:
    date = PartialDate(*(day.year, day.month, day.day)[:precision])
    assert PartialDate.parse(str(date)) == date == pickle.loads(pickle.dumps(date))
    assert date.precision == precision
    assert date.first_day() <= day <= date.last_day()


@given(st.lists(days), st.integers(1, 3))
def test_order_agrees_with_the_calendar(found: list[datetime.date], precision: int) -> None:
    dates = sorted(PartialDate(*(day.year, day.month, day.day)[:precision]) for day in found)
    assert [date.first_day() for date in dates] == sorted(date.first_day() for date in dates)
