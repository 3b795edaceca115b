"""The spots of a store: each name has the last that was noted."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.work.spots import SMALL, Spot, Spots

NAMES = st.integers(min_value=1, max_value=99).map(lambda number: number.to_bytes(16, "little"))
SPOTS = st.builds(Spot, st.integers(0, 999), st.integers(1, 1 << 39), st.integers(0, (1 << 32) - 1))


@given(st.lists(st.tuples(NAMES, SPOTS)), st.sets(NAMES))
def test_a_name_has_the_spot_that_was_noted_last(noted: list[tuple[bytes, Spot]], used: set[bytes]) -> None:
    spots, known = Spots(), dict(noted)
    for name, spot in noted:
        spots.put(name, spot)

    assert {name for name in used if spots.use(name)} == used & known.keys()
    assert {name: spots.get(name) for name in known} == known
    assert sorted(spots.spots(used=False)) == sorted(known.values())
    assert sorted(spots.spots(used=True)) == sorted(known[name] for name in used & known.keys())


def test_there_is_room_for_more_than_at_first() -> None:
    spots, names = (
        Spots(),
        [(number * 0x9E3779B97F4A7C15 % (1 << 64)).to_bytes(8, "little") for number in range(3 * SMALL)],
    )
    for number, name in enumerate(names, 1):
        spots.put(name, Spot(0, number, number))

    assert [spots.get(name) for name in names] == [Spot(0, number, number) for number in range(1, len(names) + 1)]
    assert spots.get(b"other") is None
