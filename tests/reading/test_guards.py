"""Text that would take the parser minutes is refused with its line; ordinary text, however long, is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.reading.document import Rendered
from showcase.reading.guards import MarkdownLimits, complexity_problems, depth_of, is_rule, unclosed_element
from showcase.reading.markdown import render_markdown

PATH = "content/pages/gioi-thieu/index.vi.md"


def found(text: str, limits: MarkdownLimits | None = None) -> list[tuple[str, int]]:
    """The codes and lines of what is wrong with a body that begins on line 10."""
    return [
        (problem.code, problem.place.line)
        for problem in complexity_problems(text, PATH, 10, limits or MarkdownLimits())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n" + "[" * 16_000, [("markdown-too-complex", 12)]),
        ("[a](<" * 4_000, [("markdown-too-complex", 10)]),
        ("![a][" * 2_000, [("markdown-too-complex", 10)]),
        ("``a`" * 3_000, [("markdown-too-complex", 10)]),
        ("<a " * 4_000, [("markdown-too-complex", 10)]),
        ("<![CDATA[" * 1_000, [("markdown-too-complex", 10)]),
        ("a\n--\n" * 3_000, [("markdown-too-complex", 10)]),
        ("* * *\n" * 3_000, [("markdown-too-complex", 10)]),
        ("# a\n" * 3_000, [("markdown-too-complex", 10)]),
        ("a\n: b\n" * 101, [("markdown-too-complex", 10)]),
        (
            "\n".join(" " * 4 * level + "- a" for level in range(17)),
            [("markdown-too-deep", 25), ("markdown-too-deep", 26)],
        ),
        ("a\n" + "\t" * 16 + "a", [("markdown-too-deep", 11)]),
        ("> " * 400 + "a", [("markdown-too-deep", 10)]),
        ("1. " * 400 + "a", [("markdown-too-deep", 10)]),
        ("a\n" + "b" * 20_001, [("line-too-long", 11)]),
    ],
)
def test_each_known_trap_is_refused_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "[Trà](https://example.com) " * 150,
        "| [a](b) | c |\n" * 2_000,
        "[a](b)\n\n" * 5_000,
        "- a\n" * 2_000,
        "- - - - - - - - - - - - - - - - - - - -",
        "*  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *",
        "a\n: b\n\n" * 200,
        "## a\n\nb\n\n---\n\n" * 2_000,
        "> > > a\n> b",
    ],
)
def test_long_but_ordinary_text_passes(text: str) -> None:
    assert found(text) == []


def test_work_adds_up_over_the_text() -> None:
    limits = MarkdownLimits(work=(("[", 5_000),))
    paragraph = "[" * 40 + "\n\n"

    assert found(paragraph * 3, limits) == []
    assert found(paragraph * 5, limits) == [("markdown-too-complex", 16)]


def test_refused_text_is_never_parsed() -> None:
    rendered = render_markdown("[" * 16_000, "vi", PATH, 10, kinds={})
    assert rendered == Rendered(problems=rendered.problems)


def test_a_text_that_exhausts_the_parser_is_a_problem_and_the_next_one_is_read_well() -> None:
    limits = MarkdownLimits(depth=5_000, definitions=50_000)
    deep = "a\n: b\n" * 3_000

    assert [problem.code for problem in render_markdown(deep, "vi", PATH, 10, kinds={}, limits=limits).problems] == [
        "markdown-too-deep"
    ]
    assert render_markdown("- a", "vi", PATH, 10, kinds={}).html == "<ul>\n<li>a</li>\n</ul>"


@pytest.mark.parametrize(
    "piece", ["[", "![", "[a](<", "[[", "``a`", "<a ", "<![CDATA[", "![a][", "a\n--\n", "==\n", "!!! a\n"]
)
def test_what_passes_is_parsed_in_seconds(piece: str) -> None:
    count = 20_000
    while found(piece * count):
        count -= count // 4
    start = time.monotonic()
    render_markdown(piece * count, "vi", PATH, 1, kinds={})
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<div>" * 501, "div"),
        ("<div></x>" * 501, "div"),
        ("<B id=1>" * 200 + "<p>a</p>" * 6_000, "b"),
        ("<div><i></div>" * 501, "i"),
    ],
)
def test_elements_that_pile_up_are_named(markup: str, name: str) -> None:
    assert unclosed_element(markup) == name


@pytest.mark.parametrize(
    "markup",
    ["", "a < b", "<p>a" * 20_000, "<ul>" + "<li>a" * 20_000, "<div><b>a</b></div>" * 20_000, "a<br>" * 20_000],
)
def test_html_that_is_closed_or_closes_itself_may_be_long(markup: str) -> None:
    assert unclosed_element(markup) == ""


def test_elements_that_pile_up_are_found_where_the_first_one_stands() -> None:
    rendered = render_markdown("a\n\n" + "<div>\n\n" * 600, "vi", PATH, 10, kinds={})

    assert [(each.code, each.place.line) for each in rendered.problems] == [("unclosed-html", 12)]


@given(st.text(" \t>*+:-1.)a\n", max_size=60), st.integers(1, 5))
def test_no_deep_line_is_passed_over(text: str, depth: int) -> None:
    deep = [
        number for number, line in enumerate(text.split("\n"), start=10) if depth_of(line) > depth and not is_rule(line)
    ]

    assert [line for code, line in found(text, MarkdownLimits(depth=depth)) if code == "markdown-too-deep"] == deep
