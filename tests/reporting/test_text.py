"""What an editor reads on a terminal."""

import click

from showcase import codes
from showcase.problems import Place, Problem, problem
from showcase.reporting.text import text_report
from showcase.reporting.words import say_in

PATH = "content/products/bep/index.vi.md"
LINES = {4: "giá: 1.250.000đ", 2: "sumary: Bếp than"}
PROBLEMS = (
    problem(codes.NOT_A_NUMBER, Place(PATH, 4, 6), field="price", value="1.250.000đ"),
    problem(codes.UNKNOWN_FIELD, Place(PATH, 2, 1), field="sumary", known="summary, title", suggestion="summary"),
    problem(codes.MISSING_TRANSLATION, Place(PATH), locale="en", path="content/products/bep/index.en.md"),
)


def line_of(place: Place) -> str | None:
    return LINES.get(place.line)


def test_a_report_in_english() -> None:
    assert text_report(PROBLEMS, str, line_of) == (
        f"{PATH}: warning[missing-translation]: there is no translation into en\n"
        "  hint: write content/products/bep/index.en.md\n"
        "\n"
        f"{PATH}:2:1: error[unknown-field]: there is no field “sumary” here\n"
        "    2 | sumary: Bếp than\n"
        "      | ^\n"
        "  hint: did you mean “summary”?\n"
        "\n"
        f"{PATH}:4:6: error[not-a-number]: “price” must be a number, not “1.250.000đ”\n"
        "    4 | giá: 1.250.000đ\n"
        "      |      ^\n"
        "  hint: write digits only, such as 1250000: no dots between thousands, no currency sign\n"
    )


def test_a_report_in_vietnamese() -> None:
    shown = text_report(PROBLEMS[:2], say_in("vi"), line_of)

    assert f"{PATH}:2:1: lỗi[unknown-field]: " in shown
    assert "  gợi ý: có phải" in shown
    assert "1.250.000đ" in shown
    assert "error" not in shown


def test_of_one_code_the_first_twenty_are_shown() -> None:
    many = [problem(codes.EMPTY_FIELD, Place(PATH, line), field="title") for line in range(1, 261)]
    shown = text_report([*many, PROBLEMS[0]], str, lambda _: None)

    assert shown.count("error[empty-field]") == 20
    assert shown.count("error[not-a-number]") == 1
    assert shown.endswith("\n… and 240 more [empty-field]\n")


def test_no_problems_make_an_empty_report() -> None:
    assert text_report((), str, line_of) == ""


def test_values_that_are_words_are_translated_and_filled() -> None:
    found = problem(codes.OUT_OF_RANGE, Place(PATH), field="hue", value="400", range=codes.AT_MOST, limit="359")

    assert "  hint: write a value of at most 359\n" in text_report([found], str, line_of)
    assert "359" in text_report([found], say_in("vi"), line_of)
    assert "of at most" not in text_report([found], say_in("vi"), line_of)


def test_content_is_shown_and_not_obeyed() -> None:
    found = problem(codes.NOT_A_NUMBER, Place("a\x1b.md"), field="price", value="\x1b[2J{field}{nothing}")
    shown = text_report([found], str, line_of)

    assert "\x1b" not in shown
    assert "“\\x1b[2J{field}{nothing}”" in shown


def test_a_message_without_its_value_is_shown_all_the_same() -> None:
    assert "the field “{field}” is empty" in text_report([Problem("empty-field", Place(PATH))], str, line_of)


def test_colours_change_nothing_else() -> None:
    plain, coloured = (text_report(PROBLEMS, str, line_of, colour) for colour in (False, True))

    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == plain
