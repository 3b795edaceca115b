"""What Pydantic says of values is said in our words, at the place of the value."""

from collections.abc import Mapping
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, Field

from showcase.kinds.model import Model
from showcase.problems import Place, Problem
from showcase.reading.document import Spot
from showcase.reading.validation import Spots, place_of, present, validated
from tests.makers import document

START = Place("x.md", 1, 1)


def only(key: str, /, **fields: Any) -> Problem:
    """The one problem of an entry with these fields."""
    (found,) = document(key, **fields).problems
    return found


def product(**fields: Any) -> Problem:
    return only("products/amis", **({"maker": "misa", "field": "y-te"} | fields))


def words(found: Problem) -> Mapping[str, object]:
    return dict(found.fields)


def test_a_missing_field_says_what_it_is_for() -> None:
    found = only("products/amis", field="y-te")

    assert found.code == "missing-field"
    assert words(found) == {"field": "maker", "description": "The enterprise that makes it."}
    assert found.place == Place("content/products/amis/index.vi.md", 1, 1)


def test_a_missing_field_of_an_item_is_missed_where_the_item_stands() -> None:
    found = product(genuine=[{"id": "look"}])

    assert (found.code, found.fields["field"]) == ("missing-field", "genuine.text")
    assert found.place.line == 7


def test_a_field_that_may_be_left_out_may_be_empty_and_one_that_is_needed_is_told_at_its_line() -> None:
    found = product(maker=None)

    assert (found.code, found.place.line) == ("unfilled-field", 4)
    assert document("products/amis", maker="misa", field="y-te", website=None).problems == ()


def test_a_misspelt_field_is_told_the_one_that_was_meant() -> None:
    found = product(websit="https://example.com")

    assert (found.code, found.fields["suggestion"]) == ("unknown-field", "website")
    assert "website" in str(found.fields["known"])


def test_a_misspelt_field_inside_a_list_is_told_that_of_the_item() -> None:
    found = product(channels=[{"id": "website", "kind": "website", "tial": "true"}])

    assert (found.fields["field"], found.fields["suggestion"]) == ("channels.tial", "trial")


def test_a_misspelt_field_of_evidence_is_told_that_of_evidence() -> None:
    found = product(evidence={"maker": {"sources": ["one"], "trust": "declared", "nota": "N."}})

    assert (found.fields["field"], found.fields["suggestion"]) == ("evidence.maker.nota", "note")


def test_an_unknown_choice_lists_the_choices() -> None:
    found = product(form="solutions")

    assert (found.code, found.fields["suggestion"]) == ("not-a-choice", "solution")
    assert found.fields["choices"] == "product, solution, service"


@pytest.mark.parametrize(
    ("fields", "code", "said"),
    [
        ({"tagline": "a" * 91}, "too-long", {"length": 91, "limit": 90}),
        ({"tagline": ""}, "empty-field", {}),
        ({"tagline": "   "}, "empty-field", {}),
        ({"summary": "   "}, "unfilled-field", {}),
        ({"slug": "Trà"}, "bad-pattern", {"value": "Trà", "example": "slug: misa-amis"}),
        ({"domestic_share": "101"}, "out-of-range", {"value": "101", "range": "of at most {limit}", "limit": "100"}),
        ({"domestic_share": "-1"}, "out-of-range", {"value": "-1", "range": "of at least {limit}", "limit": "0"}),
        ({"title": ["a"]}, "wrong-type", {"expected": "a text", "value": "['a']", "example": "title: MISA AMIS"}),
        ({"aliases": "old"}, "wrong-type", {"expected": "a list", "example": "aliases: [misa-amis-platform]"}),
        ({"evidence": "none"}, "wrong-type", {"expected": "a group of fields, indented"}),
        ({"price": "5"}, "wrong-type", {"expected": "a group of fields, indented"}),
        ({"claims": ["one"]}, "wrong-type", {"value": "one", "example": "claims: [{id: customers-2018}]"}),
        ({"platforms": ["web", "phone"]}, "not-a-choice", {"value": "phone"}),
        ({"website": "misa.vn"}, "unsafe-address", {"value": "misa.vn"}),
        ({"languages": ["Vietnamese"]}, "bad-pattern", {"value": "Vietnamese"}),
        ({"updated": "23/11/2026"}, "bad-date", {"value": "23/11/2026", "less": ""}),
        ({"launched": "soon"}, "bad-date", {"less": ", 2025-03, 2025"}),
        ({"draft": "yes"}, "not-a-choice", {"choices": "true, false"}),
        ({"contact": {"email": "nobody"}}, "bad-pattern", {"example": "email: export@example.com"}),
    ],
)
def test_each_mistake_has_its_own_words(fields: dict[str, Any], code: str, said: dict[str, object]) -> None:
    found = product(**fields)

    assert found.code == code
    assert said.items() <= words(found).items()


def test_a_list_that_is_too_short_says_how_short() -> None:
    found = only("updates/one", date="2024-01-01", about=[])

    assert found.code == "too-short"
    assert words(found) == {"field": "about", "length": 0, "limit": 1}


def test_an_item_of_a_list_is_named_by_its_list() -> None:
    found = product(languages=["vi", "xx"])

    assert (found.fields["field"], found.place.line) == ("languages", 8)


def test_the_longest_values_are_shown_in_part() -> None:
    assert len(str(product(website="x" * 300).fields["value"])) == 300  # a field's own validator says what it refused
    assert len(str(product(slug="ă" * 79).fields["value"])) == 79
    assert len(str(product(title=["x" * 300]).fields["value"])) == 80


def test_an_award_without_a_name_is_missed_at_the_award() -> None:
    sources = [{"id": "one", "name": "One", "kind": "news"}]
    found = product(sources=sources, awards=[{"id": "a", "sources": ["one"], "trust": "declared"}])

    assert (found.code, found.fields["field"]) == ("missing-field", "award")


def test_dates_that_run_backwards_name_both() -> None:
    found = only("events/one", start="2024-07-30", end="2024-07-29")

    assert found.code == "dates-reversed"
    assert words(found)["last_value"] == "2024-07-29"


def refuse(value: str) -> str:
    raise ValueError(f"no {value}")


class Strange(Model):
    """A model of somebody else's."""

    word: Annotated[str, AfterValidator(refuse)]
    names: dict[str, str] = Field(default_factory=dict)


def test_a_refusal_that_is_not_ours_is_told_in_its_own_words() -> None:
    _, (found,) = validated(Strange, {"word": "x"}, {}, START)

    assert (found.code, found.fields["detail"]) == ("invalid", "no x")


def test_a_field_without_an_example_shows_none() -> None:
    _, problems = validated(Strange, {"word": [], "names": {"a": []}}, {}, START)

    assert [(each.code, each.fields["example"]) for each in problems] == [("wrong-type", "")] * 2


def test_what_a_field_without_description_is_for_is_not_said() -> None:
    _, (found,) = validated(Strange, {}, {}, START)

    assert found.fields["description"] == ""


def test_a_value_that_stands_nowhere_has_the_place_of_its_holder() -> None:
    spots: Spots = {("claims",): Spot(Place("x.md", 3, 1), Place("x.md", 4, 3))}

    assert place_of(("claims",), spots, START) == Place("x.md", 4, 3)
    assert place_of(("claims", 0, "text"), spots, START) == Place("x.md", 3, 1)
    assert place_of(("claims",), spots, START, key=True) == Place("x.md", 3, 1)
    assert place_of(("title",), spots, START) == START


def test_nulls_vanish_at_every_depth() -> None:
    assert present({"a": None, "b": [None, {"c": None, "d": "e"}]}) == {"b": [{"d": "e"}]}
