"""The house's style is kept in what the house itself writes."""

import pytest

from showcase.problems import Place
from showcase.reading.house_rules import Banned, Spelling, Style
from tests.library.checks.makers import problems, told

ENGLISH = Style(
    banned=(Banned(phrase="leading", instead="a figure", reason="praise", allowed_in=("leading to",)),),
    spelling=(
        Spelling(wrong="Vietnam", right="Viet Nam", allowed_in=("Vietnam News",)),
        Spelling(wrong="organization", right="organisation"),
    ),
    names=("World Leading Organization",),
)
VIETNAMESE = Style(
    new_tone_marks=True,
    banned=(Banned(phrase="hàng đầu", instead="con số", reason="lời khen"),),
    names=("Bệnh viện Hoà Bình",),
)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("A Leading maker", "banned-phrase", 3),
        ("In Vietnam today", "house-spelling", 4),
        ("Organization is all", "house-spelling", 1),
        ("It has 5 % of it", "spaced-percent", 8),
        ("Vietnam News is read in Vietnam", "house-spelling", 1),
    ],
)
def test_what_is_not_the_house_style_is_told_at_its_place(text: str, code: str, column: int) -> None:
    (found,) = problems("", text, style=ENGLISH)

    assert (found.code, found.place, found.severity) == (
        code,
        Place("content/pages/gia/index.en.md", 6, column),
        "warning",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Viet Nam and Vietnamese",
        "leading to growth",
        "as Vietnam News says",
        "the World Leading Organization",
        "they call it “a leading Vietnam organization, 5 %”",
        "> a leading organization",
        "see `vietnam organization` and https://a.vn/leading or Vietnam.vn",
        '<span lang="fr">organization</span>',
        "```\nleading\n```",
        "misleading leadings",
        "has 5% of it",
    ],
)
def test_names_quotations_code_and_addresses_are_left_alone(text: str) -> None:
    assert not problems("", text, style=ENGLISH)


def test_fields_are_checked_like_bodies() -> None:
    (line,) = told(problems(summary=("S.", "In Vietnam."), style=ENGLISH))

    assert line == ("house-spelling content/pages/gia/index.en.md:2:10 “Vietnam” is not the spelling of the house")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thoả thuận hàng đầu", ["hàng đầu", "Thoả"]),
        ("HÀNG ĐẦU", ["HÀNG ĐẦU"]),
        ("Thỏa thuận quý 3", []),
        ("Bệnh viện Hoà Bình", []),
    ],
)
def test_vietnamese_has_its_own_style(text: str, words: list[str]) -> None:
    found = problems(text, style=VIETNAMESE, locale="vi")

    assert [each.fields.get("phrase") or each.fields.get("wrong") for each in found] == words


def test_a_quotation_does_not_end_the_check() -> None:
    text = "> quoted *leading* words\n\nthen a leading one"

    assert [found.place.line for found in problems("", text, style=ENGLISH)] == [6]


def test_an_empty_style_asks_for_nothing() -> None:
    assert not problems("Hoá hàng đầu", "leading Vietnam", style=Style())


def test_a_spelling_without_any_word_is_found_too() -> None:
    arrow, word = Spelling(wrong="->", right="→"), Spelling(wrong="organization", right="organisation")

    (found,) = problems("", "From plan -> proof", style=Style(spelling=(arrow, word)))

    assert (found.code, found.fields["wrong"]) == ("house-spelling", "->")
