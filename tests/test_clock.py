"""What a build notes of the time it takes."""

import pickle
from pathlib import Path

import pytest

from showcase.clock import Count, NoClock, Stopwatch
from showcase.pages.views import Job
from showcase.press import Press
from showcase.rendering.render import Renderer
from showcase.rendering.theme import Theme
from showcase.work import NoStore


def doubled(number: int) -> int:
    return number * 2


def test_a_stage_and_its_items_are_noted_with_their_times(tmp_path: Path) -> None:
    clock = Stopwatch(tmp_path)
    with clock.span("counting"):
        results = [clock.watched(doubled, "counting")(number) for number in (1, 2)]
    stage, *items = clock.notes.all()

    assert results == [2, 4]
    assert (stage.name, stage.of) == ("counting", "")
    assert [(item.name, item.of) for item in items] == [("int", "counting")] * 2
    assert all(stage.begun <= item.begun <= item.ended <= stage.ended for item in items)


def test_a_stage_that_fails_is_noted_too(tmp_path: Path) -> None:
    clock = Stopwatch(tmp_path)
    with pytest.raises(TypeError), clock.span("counting"):
        clock.watched(len, "counting")(1)

    assert [span.name for span in clock.notes.all()] == ["counting", "int"]


def test_entries_are_counted_by_kind_and_pages_by_template(tmp_path: Path) -> None:
    jobs = (Job("a", "x", "a.html", "vi"), Job("b", b"x", make=bytes))
    press = Press(Renderer(Theme({"a.html": "{{ view }}"}, {}, {}, {})), jobs, NoStore())

    assert (press.sort_of(0), press.sort_of(1)) == ("a.html", "bytes")
    clock = Stopwatch(tmp_path)
    clock.watched(press, "making")(1)
    assert clock.notes.all()[0].name == "bytes"


def test_a_watched_function_goes_to_other_processes(tmp_path: Path) -> None:
    watched = pickle.loads(pickle.dumps(Stopwatch(tmp_path).watched(doubled, "counting")))

    assert watched(4) == 8


def test_what_was_remembered_is_told_first(tmp_path: Path) -> None:
    clock = Stopwatch(tmp_path)
    clock.count("counting", 3, 8)
    clock.count("counting", 8, 8)

    assert clock.counts == {"counting": Count("counting", 3, 8)}


def test_without_a_clock_nothing_is_in_the_way() -> None:
    clock = NoClock()
    with clock.span("counting"):
        clock.count("counting", 0, 1)

    assert clock.watched(doubled, "counting") is doubled
