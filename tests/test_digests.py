"""Digests: equal values, and only they, have the same one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.digests import digest
from showcase.kinds.field import Field
from showcase.kinds.localised import Passage
from showcase.language.dates import PartialDate


@dataclass(frozen=True)
class Left:
    value: Any


@dataclass(frozen=True)
class Right:
    value: Any


atoms = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=4)
    | st.binary(max_size=4)
    | st.dates()
    | st.decimals(allow_nan=False, allow_infinity=False, places=2)
)
values = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.integers() | st.text(max_size=3), inner, max_size=3)
        | st.builds(Left, inner)
        | st.builds(Right, inner)
    ),
    max_leaves=8,
)


def typed(value: Any) -> Any:
    """The value with its types beside it, so that `1 == True` is not taken for the same."""
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [typed(item) for item in value]
    if isinstance(value, Mapping):
        return "mapping", sorted((repr(key), typed(item)) for key, item in value.items())
    if isinstance(value, (Left, Right)):
        return type(value).__name__, typed(value.value)
    return type(value).__name__, str(value)


@given(values, values)
def test_values_have_the_same_digest_exactly_when_they_are_equal(one: Any, other: Any) -> None:
    assert (digest(one) == digest(other)) == (typed(one) == typed(other))


@given(values, values)
def test_where_one_value_ends_and_the_next_begins_matters(one: Any, other: Any) -> None:
    assert digest(one, other) != digest([one, other])
    assert digest((one,), other) != digest(one, (other,))


@given(st.dictionaries(st.integers() | st.text(max_size=3), st.integers()))
def test_the_order_in_which_a_mapping_was_filled_does_not_matter(value: dict[int | str, int]) -> None:
    assert digest(value) == digest(dict(reversed(value.items())))


def test_a_key_that_is_a_number_is_not_the_same_as_its_digits() -> None:
    assert digest({1: "a", "1": "b"}) == digest({"1": "b", 1: "a"})
    assert digest({1: "a"}) != digest({"1": "a"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", b"a"),
        (1, True),
        (1, 1.0),
        (Decimal("1.0"), Decimal("1.00")),
        (date(2026, 1, 1), "2026-01-01"),
        (PartialDate(2026), PartialDate(2026, 1)),
        ((1,), [1]),
        (Left(1), Right(1)),
        ("Bàn", Passage("Bàn", "vi")),
        (Passage("Bàn", "vi"), Passage("Bàn", "en")),
        (["ab", "c"], ["a", "bc"]),
        (None, "None"),
    ],
)
def test_values_that_look_alike_have_different_digests(one: Any, other: Any) -> None:
    assert digest(one) != digest(other)


def test_a_model_is_digested_field_by_field() -> None:
    field = Field(title="Đồ dùng", summary="…", order=1, hue=28, motif="lotus")

    assert digest(field) == digest(field.model_copy())
    assert digest(field) != digest(field.model_copy(update={"hue": 29}))


@pytest.mark.parametrize("value", [{1, 2}, frozenset({"a"}), object(), Left])
def test_what_has_no_fixed_order_or_no_value_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="no canonical encoding"):
        digest([value])
