"""Cells become values exactly: dong, days, flags and headers in either language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.editing.importing import cells
from showcase.editing.importing.columns import key, split
from showcase.editing.importing.tables import Cell, cell_text
from showcase.problems import ContentError, Place


def cell(text: str) -> Cell:
    return Cell(text, Place("a.csv", 2, 3))


@given(st.integers(0, 10**12), st.sampled_from(["đ", " VND", "₫", " đồng"]), st.sampled_from([".", ",", " "]))
def test_dong_are_read_exactly_however_their_thousands_are_parted(amount: int, sign: str, parting: str) -> None:
    written = f"{amount:,}".replace(",", parting) + sign

    assert cells.number(cell(written), "VND")[0] == str(amount)


@given(st.integers(-(10**14), 10**14) | st.decimals(-(10**9), 10**9, places=2).map(float))
def test_numbers_of_a_spreadsheet_keep_their_digits(number: int | float) -> None:
    assert Decimal(cell_text(number)) == Decimal(str(number))


@pytest.mark.parametrize(
    ("written", "read"),
    [("1250000", "1250000"), ("1.250.000", "1250000"), ("1,250,000.50", "1250000.50"), ("1.250.000,5", "1250000.5"),
     ("6,52", "6.52"), ("60%", "60"), ("-3", "-3"), ("12 tỷ", "12tỷ")],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(written: str, read: str) -> None:
    assert cells.number(cell(written), "USD")[0] == read


def test_an_amount_that_may_be_two_is_not_guessed() -> None:
    with pytest.raises(ContentError):
        cells.number(cell("1.990"), "USD")
    assert cells.number(cell("1.990"), "VND")[0] == "1990"


@pytest.mark.parametrize(
    ("written", "read"),
    [("2020-03-05", "2020-03-05"), ("20/3/2020", "2020-03-20"), ("3/20/2020", "2020-03-20"), ("5.5.2020", "2020-05-05"),
     ("3/2020", "2020-03"), ("2020", "2020"), ("2020-03-05 10:30", "2020-03-05"), ("45/45/2020", "45/45/2020")],
)  # fmt: skip
def test_a_day_is_read_in_either_order_where_only_one_is_possible(written: str, read: str) -> None:
    assert cells.day(cell(written))[0] == read


@pytest.mark.parametrize(("written", "read"), [("Có", "true"), ("x", "true"), ("không", "false"), ("maybe", "maybe")])
def test_yes_and_no_are_understood_in_either_language(written: str, read: str) -> None:
    assert cells.flag(written) == read


@pytest.mark.parametrize(
    ("header", "name", "locale"),
    [("title (en)", "title", "en"), ("Tên [tiếng Anh]", "Tên", "en"), ("Tóm tắt - VI", "Tóm tắt", "vi"),
     ("summary_en", "summary", "en"), ("Title (English)", "Title", "en"), ("price (VND)", "price (VND)", "")],
)  # fmt: skip
def test_a_header_may_name_its_language(header: str, name: str, locale: str) -> None:
    assert split(header, ("vi", "en")) == (name, locale)


def test_headers_are_compared_without_marks_case_and_punctuation() -> None:
    assert key("Nhà sản xuất *") == key("NHA SAN XUAT") == "nha san xuat"
