"""Problems are values: they sort, compare, travel and carry their words."""

import pickle
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase import codes
from showcase.codes import CODES, DID_YOU_MEAN, ERROR, WARNING
from showcase.problems import ContentError, Place, Problem, in_order, problem, suggestion

PLACE = Place("content/products/tra/index.vi.md", 4, 8)
PROBLEMS = st.builds(
    lambda code, path, line, id_: problem(CODES[code], Place(path, line), id=id_),
    st.sampled_from(sorted(CODES)),
    st.sampled_from(["a.md", "b.md"]),
    st.integers(0, 3),
    st.sampled_from(["x", "y"]),
)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("site.yaml"), "site.yaml"),
        (Place("site.yaml", 3), "site.yaml:3"),
        (Place("site.yaml", 3, 7), "site.yaml:3:7"),
    ],
)
def test_a_place_is_written_as_compilers_write_it(place: Place, text: str) -> None:
    assert str(place) == text


def test_a_problem_carries_the_words_of_its_message() -> None:
    found = problem(codes.MISSING_FIELD, PLACE, field="maker", description="Who makes it.")

    assert found.severity == ERROR
    assert found.wording == (codes.MISSING_FIELD.message, codes.MISSING_FIELD.remedy)
    assert found.fields == {"field": "maker", "description": "Who makes it."}


def test_a_near_word_is_the_remedy() -> None:
    found = problem(codes.UNKNOWN_FIELD, PLACE, field="titel", known="title", suggestion="title")

    assert found.wording == (codes.UNKNOWN_FIELD.message, DID_YOU_MEAN)


def test_the_order_of_words_does_not_matter() -> None:
    one = problem(codes.TOO_LONG, PLACE, field="title", length=5, limit=4)
    same = problem(codes.TOO_LONG, PLACE, limit=4, length=5, field="title")

    assert one == same
    assert hash(one) == hash(same)


@given(st.lists(PROBLEMS), st.randoms())
def test_problems_come_in_one_order_each_once(found: list[Problem], random: Random) -> None:
    shuffled = found * 2
    random.shuffle(shuffled)

    assert in_order(shuffled) == in_order(found)
    assert set(in_order(found)) == set(found)
    assert [each.place for each in in_order(found)] == sorted(each.place for each in set(found))


def test_lines_are_sorted_as_numbers() -> None:
    found = [problem(codes.EMPTY_FIELD, Place("a.md", line), field="x") for line in (10, 9)]

    assert [each.place.line for each in in_order(found)] == [9, 10]


def test_an_error_with_its_problems_travels_between_processes() -> None:
    error = ContentError(problem(codes.EMPTY_FILE, PLACE), problem(codes.NO_CONTENT, PLACE))

    assert pickle.loads(pickle.dumps(error)).problems == error.problems


@pytest.mark.parametrize(
    ("word", "near"),
    [("titel", "title"), ("sumary", "summary"), ("price", None), ("", None)],
)
def test_only_near_words_are_suggested(word: str, near: str | None) -> None:
    assert suggestion(word, ["title", "summary", "slug"]) == ({"suggestion": near} if near else {})


def test_of_equally_near_words_always_the_same_is_suggested() -> None:
    assert suggestion("markeT", ["markets", "market1"]) == suggestion("markeT", ["market1", "markets"])


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_every_code_says_what_is_wrong_what_to_do_and_why(code: codes.Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert code.severity in {ERROR, WARNING}
    assert code.message
    assert code.remedy
    assert code.reason.endswith((".", "?"))
