"""A body is neither too short nor too long, and in the language it says."""

import pytest

from showcase.library.checks.lengths import body_problems
from showcase.reading.house_rules import Style
from tests.makers import document

STYLE = Style(body_words={"products": (3, 5)})


@pytest.mark.parametrize(("count", "expected"), [(2, ["body-length"]), (3, []), (5, []), (6, ["body-length"]), (0, [])])
def test_the_limits_are_those_of_the_kind(count: int, expected: list[str]) -> None:
    fields = {"maker": "misa", "field": "y-te"}

    assert [
        each.code for each in body_problems(document("products/amis", body="từ " * count, **fields), STYLE)
    ] == expected


def test_another_kind_has_no_limits() -> None:
    assert not list(body_problems(document("pages/gia", body="từ"), STYLE))


def test_vietnamese_without_marks_is_told() -> None:
    style, body = Style(least_marked=30), "phan mem ke toan truc tuyen cho doanh nghiệp nhỏ"

    (found,) = body_problems(document("pages/gia", body=body), style)

    assert (found.code, found.fields["share"], found.fields["limit"]) == ("few-marks", 20, 30)


def test_english_that_is_still_vietnamese_is_told() -> None:
    body = "phần mềm kế toán and six more words of English"

    (found,) = body_problems(document("pages/gia", "en", body=body), Style(most_marked=15))

    assert (found.code, found.fields["share"], found.fields["limit"]) == ("many-marks", 40, 15)


def test_a_few_words_say_nothing_about_their_language() -> None:
    assert not list(body_problems(document("pages/gia", body="MISA AMIS"), Style(least_marked=30)))
