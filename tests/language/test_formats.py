"""How numbers, money, dates and names are written: rules 5–11."""

import datetime
import math
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language import formats
from showcase.language.dates import PartialDate
from showcase.language.formats import DateForm
from showcase.language.units import OWN_UNITS, UNITS, is_unit

NB = "\u00a0"
DAY = datetime.date(2025, 3, 5)
locales = st.sampled_from(["vi", "en", "ja", "fr"])


@pytest.mark.parametrize(
    ("value", "locale", "expected"),
    [
        (1990000, "vi", "1.990.000"),
        (1990000, "en", "1,990,000"),
        (Decimal("1234.56789"), "vi", "1.234,56789"),
        (Decimal("-3.5"), "en", "-3.5"),
        (1990000, "fr", f"1{NB}990{NB}000"),
    ],
)
def test_numbers(value: Decimal | int, locale: str, expected: str) -> None:
    assert formats.number(value, locale) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "expected"),
    [
        (1990000, "VND", "vi", f"1.990.000{NB}₫"),
        (1990000, "VND", "en", f"VND{NB}1,990,000"),
        (Decimal("1990000.5"), "VND", "vi", f"1.990.001{NB}₫"),
        (Decimal("1990000.5"), "VND", "en", f"VND{NB}1,990,001"),
        (1_500_000_000, "VND", "vi", f"1.500.000.000{NB}₫"),
        (Decimal("19.9"), "USD", "vi", f"19,90{NB}US$"),
        (Decimal("19.9"), "USD", "en", "$19.90"),
        (Decimal("0.125"), "USD", "en", "$0.13"),
        (1990000, "VND", "ja", "₫1,990,000"),
        (1990000, "VND", "fr", f"1{NB}990{NB}000{NB}₫"),
    ],
)
def test_money(amount: Decimal | int, currency: str, locale: str, expected: str) -> None:
    assert formats.money(amount, currency, locale) == expected


@pytest.mark.parametrize(
    ("share", "vi", "en"),
    [
        ("0.125", "12,5%", "12.5%"),
        ("0.1225", "12,3%", "12.3%"),
        ("0.12", "12%", "12%"),
        ("1", "100%", "100%"),
        ("0", "0%", "0%"),
        ("12.5", "1.250%", "1,250%"),
    ],
)
def test_percentages_have_one_decimal_at_most_and_round_half_up(share: str, vi: str, en: str) -> None:
    assert (formats.percent(Decimal(share), "vi"), formats.percent(Decimal(share), "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en"),
    [
        (Decimal("12.5"), "km", f"12,5{NB}km", f"12.5{NB}km"),
        (5000, "mAh", f"5.000{NB}mAh", f"5,000{NB}mAh"),
        (50, "MP", f"50{NB}MP", f"50{NB}MP"),
        (256, "GB", f"256{NB}GB", f"256{NB}GB"),
        (Decimal("6.7"), "in", f"6,7{NB}inch", f"6.7{NB}in"),
        (24, "month", f"24{NB}tháng", f"24{NB}mths"),
        (1, "day", f"1{NB}ngày", f"1{NB}day"),
        (40, "°C", "40°C", "40°C"),
        (Decimal("1.23456"), "kg", f"1,23456{NB}kg", f"1.23456{NB}kg"),
    ],
)
def test_measures(value: Decimal | int, unit: str, vi: str, en: str) -> None:
    assert (formats.unit(value, unit, "vi"), formats.unit(value, unit, "en")) == (vi, en)


@pytest.mark.parametrize("locale", ["vi", "en", "ja", "fr"])
def test_every_unit_has_a_name(locale: str) -> None:
    for unit in (*UNITS, *OWN_UNITS):
        shown = formats.unit(Decimal("12.5"), unit, locale)
        assert is_unit(unit)
        assert not re.search(r"[a-z]+-[a-z]+|gigabyte|meter|ampere|[ \u202f\u2009]", shown), shown


def test_unknown_units_are_refused() -> None:
    assert not is_unit("parsecs")
    with pytest.raises(ValueError, match="unknown unit: 'parsecs'"):
        formats.unit(1, "parsecs", "vi")


def test_raw_ids_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "format_unit", lambda *_, **__: "5 gigabyte")
    with pytest.raises(ValueError, match="no name for the unit 'GB' in 'vi'"):
        formats.unit(5, "GB", "vi")
    assert formats.unit(5, "GB", "en") == f"5{NB}gigabyte"


@pytest.mark.parametrize(
    ("size", "vi", "en"),
    [
        (0, f"0{NB}kB", f"0{NB}kB"),
        (812, f"0,8{NB}kB", f"0.8{NB}kB"),
        (999_949, f"999,9{NB}kB", f"999.9{NB}kB"),
        (1_250_000, f"1,3{NB}MB", f"1.3{NB}MB"),
        (12_000_000, f"12{NB}MB", f"12{NB}MB"),
    ],
)
def test_file_sizes(size: int, vi: str, en: str) -> None:
    assert (formats.file_size(size, "vi"), formats.file_size(size, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("form", "vi", "en", "ja"),
    [
        ("short", "05/03/2025", "Mar 5, 2025", "2025/03/05"),
        ("long", "5 tháng 3 năm 2025", "March 5, 2025", "2025年3月5日"),
        ("full", "Thứ Tư, ngày 5 tháng 3 năm 2025", "Wednesday, March 5, 2025", "2025年3月5日水曜日"),
        ("month", "tháng 3 năm 2025", "March 2025", "2025年3月"),
        ("year", "2025", "2025", "2025年"),
    ],
)
def test_dates(form: DateForm, vi: str, en: str, ja: str) -> None:
    assert tuple(formats.date(DAY, locale, form) for locale in ("vi", "en", "ja")) == (vi, en, ja)
    assert formats.date(DAY, "vi-VN", form) == vi


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2013", "2013", "2013"),
        ("2012-12", "tháng 12 năm 2012", "December 2012"),
        ("2013-05-14", "14 tháng 5 năm 2013", "May 14, 2013"),
    ],
)
def test_partial_dates(text: str, vi: str, en: str) -> None:
    date = PartialDate.parse(text)
    assert (formats.partial_date(date, "vi"), formats.partial_date(date, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("vi", "21:07 05/03/2025"),
        ("en", f"Mar 5, 2025, 9:07{NB}PM"),
        ("ja", "2025/03/05 21:07"),
        ("fr", "5 mars 2025, 21:07"),
    ],
)
def test_moments(locale: str, expected: str) -> None:
    in_london = datetime.datetime(2025, 3, 5, 14, 7, tzinfo=datetime.UTC)
    local = datetime.datetime(2025, 3, 5, 21, 7)  # noqa: DTZ001  # as editors write it: the event's own zone
    assert formats.moment(in_london, "Asia/Ho_Chi_Minh", locale) == expected
    assert formats.moment(local, "Asia/Ho_Chi_Minh", locale) == expected


def test_lists() -> None:
    assert formats.list_and(["Hà Nội", "Huế"], "vi") == "Hà Nội và Huế"
    assert formats.list_and(["Web", "iOS", "Android"], "vi") == "Web, iOS và Android"
    assert formats.list_and(["Web", "iOS", "Android"], "en") == "Web, iOS, and Android"
    assert formats.list_or(["thẻ", "ví", "QR"], "vi") == "thẻ, ví hoặc QR"
    assert formats.list_or(["card", "QR"], "en") == "card or QR"
    assert formats.list_and(["a"], "vi") == "a"
    assert formats.list_and([], "vi") == ""


def test_names_of_countries_and_languages() -> None:
    assert [formats.territory_name(code, "vi") for code in ("VN", "US", "XX")] == ["Việt Nam", "Hoa Kỳ", "XX"]
    assert [formats.territory_name(code, "en") for code in ("VN", "US")] == ["Viet Nam", "United States"]
    assert [formats.language_name(code, "vi") for code in ("vi", "en", "qqq")] == ["Tiếng Việt", "Tiếng Anh", "qqq"]
    assert formats.language_name("zh-Hant", "en") == "Traditional Chinese"
    assert formats.language_name("vi-VN", "en") == "Vietnamese"


@given(
    st.decimals(-(10**9), 10**9, places=4),
    st.datetimes(),
    locales,
)
def test_spaces_that_our_fonts_lack_are_never_written(value: Decimal, when: datetime.datetime, locale: str) -> None:
    shown = (
        formats.number(value, locale),
        formats.money(value, "EUR", locale),
        formats.percent(value, locale),
        formats.unit(value, "kg", locale),
        formats.moment(when, "Asia/Ho_Chi_Minh", locale),
        *(formats.date(when, locale, form) for form in ("short", "long", "full", "month", "year")),
    )
    assert not re.search("[\u202f\u2009]", "".join(shown))


@given(st.integers(0, 10**12))
def test_money_in_dong_shows_every_digit(amount: int) -> None:
    assert re.sub(r"\D", "", formats.money(amount, "VND", "vi")) == str(amount)
    assert math.isclose(int(re.sub(r"\D", "", formats.money(amount, "VND", "en"))), amount)
