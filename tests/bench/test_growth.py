"""Which outputs grow with a catalogue."""

from bench.growth import grown


def test_what_is_a_third_larger_or_new_has_grown_unless_it_is_small() -> None:
    small = {"list": 900, "page": 1000, "tiny": 1}
    large = {"list": 1300, "page": 1300, "tiny": 100, "part": 2000}

    assert list(grown(small, large, 1000)) == [(0, 2000, "part"), (900, 1300, "list")]
