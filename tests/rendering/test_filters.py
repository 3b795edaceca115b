"""The filters of the templates, in both languages."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from showcase.kinds.localised import Passage
from showcase.language.dates import PartialDate
from showcase.pages.views import Mention, Record, Word
from showcase.rendering.filters import filters, form, host, initials, lang, lang_attribute, seed, year


def test_a_date_is_shown_as_precisely_as_it_is_known() -> None:
    month = PartialDate(2012, 12)

    assert str(filters("vi")["time"](month)) == '<time datetime="2012-12">tháng 12 năm 2012</time>'
    assert str(filters("en")["time"](month)) == '<time datetime="2012-12">December 2012</time>'
    assert filters("vi")["short_day"](PartialDate(2025, 3, 5)) == "05/03/2025"
    assert filters("vi")["short_day"](month) == "tháng 12 năm 2012"
    assert filters("en")["short_day"](date(2025, 3, 5)) == "Mar 5, 2025"
    assert year(date(2025, 3, 5)) == year(PartialDate(2025)) == "2025"


def test_numbers_money_and_shares_follow_the_language() -> None:
    vi, en = filters("vi"), filters("en")

    assert (vi["money"](Decimal(1990000), "VND"), en["money"](Decimal(1990000), "VND")) == (
        "1.990.000\u00a0₫",
        "VND\u00a01,990,000",
    )
    assert (vi["unit"](Decimal("12.5"), "km"), en["unit"](Decimal("12.5"), "km")) == ("12,5\u00a0km", "12.5\u00a0km")
    assert (vi["percent"](Decimal("0.125")), en["percent"](Decimal("0.125"))) == ("12,5%", "12.5%")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [("12.5", "km", "12,5\u00a0km"), ("80", "percent", "80%"), ("1500", None, "1.500"), ("1500", "seat", "1.500")],
)
def test_a_measure_carries_its_unit(value: str, unit: str | None, shown: str) -> None:
    assert filters("vi")["measure"](Decimal(value), unit) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [("5000", "mAh", "5.000\u00a0mAh"), ("4K", None, "4K"), ("10–20", "km", "10–20\u00a0km"), ("-3.5", None, "-3,5")],
)
def test_a_specification_is_a_number_or_stays_as_it_is(value: str, unit: str | None, shown: str) -> None:
    assert filters("vi")["specified"](value, unit) == shown


def test_a_list_in_words_escapes_its_items() -> None:
    assert str(filters("vi")["list_and"](["Web", "<b>", Word("ios", "iOS")])) == "Web, &lt;b&gt; và iOS"


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (Mention("products/a", "A", "/vi/a/"), "card"),
        ("https://misa.vn/", "address"),
        ("MISA", "text"),
        (Word("web", "Web"), "text"),
        (PartialDate(2020), "date"),
        (date(2020, 1, 1), "date"),
        (True, "flag"),
        (6000, "number"),
        (Decimal("1.5"), "number"),
        (("a",), "many"),
        (Record({"start": None, "end": None}), "period"),
    ],
)
def test_a_value_has_a_form(value: Any, word: str) -> None:
    assert form(value) == word


def test_a_passage_in_another_language_says_so() -> None:
    assert str(lang(Passage("Xin chào", "vi"))) == ' lang="vi"'
    assert str(lang("Hello")) == str(lang(None)) == str(lang_attribute("")) == ""
    assert str(lang_attribute('"><script>')) == ' lang="&#34;&gt;&lt;script&gt;"'


def test_an_address_is_called_by_its_host() -> None:
    assert host("https://www.misa.vn/vi?a=1") == "misa.vn"


def test_covers_vary_by_their_key_alone() -> None:
    assert seed("products/a") == seed("products/a")
    assert seed("products/a") != seed("products/b")
    assert len(seed("")) == 8


def test_the_letters_that_stand_for_a_name_are_written_as_it_writes_them() -> None:
    names = ("VNPT", "Đạm Cà Mau", "be Group", "“Ổn định”", "3S", "–")

    assert [initials(name) for name in names] == ["V", "ĐC", "bG", "Ổđ", "3", ""]
