"""Numbers are equal whichever language writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language import formats
from showcase.library.checks.numbers import numbers, unmatched


def values(text: str, locale: str) -> list[str]:
    return [number.value for number in numbers(text, locale)]


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("1.990.000", "1,990,000"),
        ("6,52%", "6.52%"),
        ("10,5–11%", "10.5–11%"),
        ("35.000 tỷ đồng", "VND 35 trillion"),
        ("1,5 triệu", "1,500,000"),
        ("10–20 triệu", "10–20 million"),
        ("ngày 30 tháng 7 năm 2024", "July 30, 2024"),
        ("Tháng 4 năm 2020", "April 2020"),
        ("tháng 5 năm 2013", "May 2013"),
        ("từ tháng 5 đến tháng 3", "from May to March"),
        ("05/03/2025", "Mar 5, 2025"),
        ("30/7/2024", "7/30/2024"),
        ("21:07", "9:07 PM"),
        ("từ 7 giờ đến 22:00", "from 7 a.m. to 10 pm"),
        ("12 giờ trưa, 0 giờ", "12 pm, 12 am"),
        ("lần thứ 5", "the 5th"),
        ("những năm 1990", "the 1990s"),
        ("Chỉ thị 03-CT/TW", "Directive 03-CT/TW"),
        ("Web 3.0 và 5G", "Web 3.0 and 5G"),
        ("tổng đài 1800.6838 hoặc 024.3974.3413", "the hotline 1800.6838 or 024.3974.3413"),
        ("xem https://a.vn/1.500 hoặc 24x7@a.vn", "see https://a.vn/1.500"),
    ],
)
def test_a_number_is_the_same_in_both_languages(vietnamese: str, english: str) -> None:
    assert sorted(values(vietnamese, "vi")) == sorted(values(english, "en"))


@pytest.mark.parametrize(
    ("vietnamese", "english"), [("6,52%", "6,52%"), ("1.990.000", "1.990.000"), ("tháng 6", "July"), ("10", "ten")]
)
def test_another_number_is_another(vietnamese: str, english: str) -> None:
    assert values(vietnamese, "vi") != values(english, "en")


@pytest.mark.parametrize("text", ["May be. It may march on. Marching. March with us!", "an august body", "Second"])
def test_words_that_look_like_months_are_none(text: str) -> None:
    assert values(text, "en") == []


def test_a_difference_is_told_as_it_is_written() -> None:
    one, other = "VND 1,990,000 for 3 users, 3 months", "1.990.000 đồng, 3 người, 6,52%"

    assert unmatched(numbers(one, "en"), numbers(other, "vi")) == (("3",), ("6,52%",))


def test_another_language_is_read_as_english() -> None:
    assert values("1,500.5", "de") == ["1500.5"]


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_number_agrees_with_itself_in_the_other_language(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02}"
    vietnamese = english.translate(str.maketrans(",.", ".,"))

    assert values(vietnamese, "vi") == values(english, "en")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["short", "long", "full"]))
def test_a_date_agrees_with_itself_in_the_other_language(day: date, form: formats.DateForm) -> None:
    vietnamese, english = formats.date(day, "vi", form), formats.date(day, "en", form)

    assert sorted(values(vietnamese, "vi")) == sorted(values(english, "en"))
