"""The stages of several builds become the least that each of them took."""

from bench.steps import ProcessorClock, least


def test_the_least_of_each_stage_counts() -> None:
    assert least([{"reading": 2.0, "writing": 1.0}, {"reading": 1.5, "writing": 3.0}]) == {
        "reading": 1.5,
        "writing": 1.0,
    }


def test_a_stage_that_comes_twice_is_added_up() -> None:
    clock = ProcessorClock()
    with clock.span("reading"):
        pass
    first = clock.seconds["reading"]
    with clock.span("reading"):
        sum(range(1000))

    assert list(clock.seconds) == ["reading"]
    assert clock.seconds["reading"] >= first
