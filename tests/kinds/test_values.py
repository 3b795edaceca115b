"""What front matter may say of numbers, dates, codes and addresses."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showcase.kinds import values
from showcase.kinds.parts import Contact, Period, Price
from showcase.language.dates import PartialDate

EVIDENCE = {"sources": ["one"], "trust": "declared"}


def read(type_: Any, text: object) -> Any:
    return TypeAdapter(type_).validate_python(text)


def refusal(type_: Any, text: object) -> str:
    """The code with which a value is refused, or what Pydantic calls the fault."""
    with pytest.raises(ValidationError) as caught:
        read(type_, text)
    error = caught.value.errors()[0]
    return getattr(error.get("ctx", {}).get("error"), "code", error["type"])


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (values.Whole, "1250000", 1250000),
        (values.Whole, "-3", -3),
        (values.Whole, 7, 7),
        (values.Amount, "1250000", Decimal(1250000)),
        (values.Amount, "19.99", Decimal("19.99")),
        (values.Amount, Decimal(5), Decimal(5)),
        (values.Measure, "12.345", Decimal("12.345")),
        (values.Measure, "-0.5", Decimal("-0.5")),
        (values.Measure, Decimal(5), Decimal(5)),
        (values.Flag, "true", True),
        (values.Flag, "false", False),
        (values.Flag, True, True),
        (values.Day, "2024-02-29", date(2024, 2, 29)),
        (values.Day, date(2024, 2, 29), date(2024, 2, 29)),
        (values.Partial, "2024", PartialDate(2024)),
        (values.Partial, "2024-07", PartialDate(2024, 7)),
        (values.Partial, "2024-07-30", PartialDate(2024, 7, 30)),
        (values.Partial, PartialDate(2024), PartialDate(2024)),
        (values.Clock, "23:59", "23:59"),
        (values.Territory, "VN", "VN"),
        (values.Language, "vi", "vi"),
        (values.Currency, "VND", "VND"),
        (values.TimeZone, "Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh"),
        (values.Address, "https://amis.misa.vn/a?b=c#d", "https://amis.misa.vn/a?b=c#d"),
        (values.Address, "http://example.com", "http://example.com"),
        (values.Id, "misa-amis", "misa-amis"),
        (values.FileName, "overview 2.jpg", "overview 2.jpg"),
    ],
)
def test_well_written_values_are_read(type_: Any, text: object, value: object) -> None:
    assert read(type_, text) == value


@pytest.mark.parametrize(
    "text", ["1.250.000", "1,250,000", "1.250.000đ", "1 250 000", "", "một", "1e6", "0x10", "１２"]
)
@pytest.mark.parametrize("type_", [values.Whole, values.Amount, values.Measure])
def test_numbers_are_digits_only(type_: Any, text: str) -> None:
    assert refusal(type_, text) == "not-a-number"


def test_a_price_with_a_dot_between_thousands_is_refused_instead_of_shrinking() -> None:
    assert refusal(values.Amount, "1.990") == "not-a-number"
    assert read(values.Amount, "1.99") == Decimal("1.99")


def test_no_price_is_negative() -> None:
    assert refusal(values.Amount, "-5") == "not-a-number"


@pytest.mark.parametrize("amounts", [{"amount": "1.5"}, {"amount": "1", "highest": "2.50"}])
def test_dong_are_whole(amounts: dict[str, str]) -> None:
    assert refusal(Price, {**amounts, "currency": "VND", **EVIDENCE}) == "not-a-number"
    assert read(Price, {**amounts, "currency": "USD", **EVIDENCE}).currency == "USD"


def test_a_price_in_dong_may_be_written_with_empty_decimals() -> None:
    assert read(Price, {"amount": "990000.00", "currency": "VND", **EVIDENCE}).amount == 990000


@pytest.mark.parametrize("text", ["yes", "no", "True", "on", "1", "0", "", "đúng"])
def test_only_true_and_false_are_flags(text: str) -> None:
    assert refusal(values.Flag, text) == "not-a-choice"


@pytest.mark.parametrize(
    "text", ["2023-02-29", "2024-2-1", "01/02/2024", "2024-13-01", "20240101", "2024-01-01T00:00", ""]
)
def test_days_are_strict(text: str) -> None:
    assert refusal(values.Day, text) == "bad-date"
    assert refusal(values.Partial, text) == "bad-date"


@pytest.mark.parametrize("text", ["0000", "24", "2024-00", "2024-", "năm 2024"])
def test_a_partial_date_is_a_year_a_month_or_a_day(text: str) -> None:
    assert refusal(values.Partial, text) == "bad-date"


@given(st.dates(), st.integers(1, 3))
def test_partial_dates_are_written_as_they_are_read(day: date, precision: int) -> None:
    text = "-".join(str(day).split("-")[:precision])
    assert str(read(values.Partial, text)) == text


@pytest.mark.parametrize("text", ["24:00", "9:00", "09:60", "09:00:00", "0٣:00"])
def test_times_are_hours_and_minutes(text: str) -> None:
    assert refusal(values.Clock, text) == "string_pattern_mismatch"


@pytest.mark.parametrize("text", ["vn", "VNM", "EU", "ZZ", "001", "Việt Nam"])
def test_territories_are_countries(text: str) -> None:
    assert refusal(values.Territory, text) == "bad-pattern"


@pytest.mark.parametrize("text", ["VI", "und", "zh_Hans", "Tiếng Việt"])
def test_languages_are_codes(text: str) -> None:
    assert refusal(values.Language, text) == "bad-pattern"


@pytest.mark.parametrize("text", ["VNĐ", "đồng", "usd", "$"])
def test_currencies_are_codes(text: str) -> None:
    assert refusal(values.Currency, text) == "bad-pattern"


@pytest.mark.parametrize("text", ["Hà Nội", "GMT+7", "../../etc/passwd"])
def test_time_zones_are_those_of_the_tz_database(text: str) -> None:
    assert refusal(values.TimeZone, text) == "bad-pattern"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "www.misa.vn",
        "//misa.vn",
        "https://",
        "https:///path",
        "https://?query",
        "ftp://misa.vn",
        "https://misa.vn/a b",
        'https://misa.vn/"onclick',
        "https://showcase.example@misa.vn/",
    ],
)
def test_addresses_lead_to_the_web(text: str) -> None:
    assert refusal(values.Address, text) == "unsafe-address"


@pytest.mark.parametrize("text", ["../secret.jpg", "a/b.jpg", ".hidden.jpg", "picture", "-x.jpg"])
def test_file_names_stay_beside_the_text(text: str) -> None:
    assert refusal(values.FileName, text) == "string_pattern_mismatch"


@pytest.mark.parametrize("text", ["Misa", "misa--amis", "-misa", "đ", "a" * 81])
def test_ids_are_plain(text: str) -> None:
    assert refusal(values.Id, text) in {"string_pattern_mismatch", "string_too_long"}


def test_nothing_ends_before_it_begins() -> None:
    assert refusal(Period, {"start": "2026", "end": "2025-12"}) == "dates-reversed"
    assert read(Period, {"start": "2026-05", "end": "2026"}).end == PartialDate(2026)
    assert read(Period, {"end": "2026"}).start is None


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a@b",
        "a@example.com?bcc=b@example.com",
        "a?subject=x@example.com",
        "a%0d%0aBcc:b@example.com",
        "a,b@example.com",
        "<img/src=x>@example.com",
        "a@example.com/?x",
    ],
)
def test_an_e_mail_address_adds_nothing_to_the_letter(text: str) -> None:
    with pytest.raises(ValidationError):
        Contact(email=text)


@pytest.mark.parametrize("text", ["export.desk+asia@xuat-khau.vcci.com.vn", "o'neil@example.com", "liên.hệ@ví-dụ.vn"])
def test_an_ordinary_e_mail_address_is_kept(text: str) -> None:
    assert Contact(email=text).email == text
