"""Where the time of a build went: tables, a file for speedscope, a flame graph."""

import json
from xml.etree import ElementTree as ET

from showcase.clock import Count, Span
from showcase.reporting.flame_graph import Call, flame_graph
from showcase.reporting.profile import profile_text
from showcase.reporting.speedscope import speedscope

SPANS = (
    Span("Reading texts", 1, 10.0, 13.0),
    Span("source", 1, 10.0, 11.0, "Reading texts"),
    Span("source", 2, 10.5, 12.5, "Reading texts"),
    Span("Making pages", 1, 13.0, 14.0),
)


def test_stages_stand_in_their_order_with_what_was_remembered() -> None:
    text = profile_text(SPANS, {"Reading texts": Count("Reading texts", 5, 7)}, str)

    assert text.splitlines()[:3] == [
        "stage          seconds  share  items  remembered",
        "Reading texts     3.00   75 %      7           5",
        "Making pages      1.00   25 %",
    ]
    assert text.splitlines()[-1] == "Reading texts  source     3.00      2   1500.0"


def test_a_build_that_did_nothing_has_stages_alone() -> None:
    assert profile_text(SPANS[-1:], {}, str).splitlines()[-1] == "Making pages     1.00  100 %"


def test_speedscope_gets_a_lane_for_each_process_with_events_that_nest() -> None:
    made = json.loads(speedscope(SPANS, "build"))
    build, worker = made["profiles"]

    assert made["$schema"] == "https://www.speedscope.app/file-format-schema.json"
    assert [frame["name"] for frame in made["shared"]["frames"]] == ["Reading texts", "source", "Making pages"]
    assert (build["name"], worker["name"], build["type"], build["unit"]) == (
        "build 1",
        "worker 2",
        "evented",
        "seconds",
    )
    assert [(event["type"], event["frame"], event["at"]) for event in build["events"]] == [
        *(("O", 0, 0.0), ("O", 1, 0.0), ("C", 1, 1.0), ("C", 0, 3.0)),
        *(("O", 2, 3.0), ("C", 2, 4.0)),
    ]
    assert (worker["startValue"], worker["endValue"]) == (0, 2.5)


def test_nothing_noted_is_a_profile_without_lanes() -> None:
    assert json.loads(speedscope((), "build"))["profiles"] == []


def test_a_flame_graph_shows_calls_by_their_width_and_leaves_out_slivers() -> None:
    inner = (Call("render <page>", 6.0), Call("parse", 1.0), Call("parse", 2.0), Call("sliver", 0.001))
    drawn = ET.fromstring(flame_graph(Call("build", 10.0, inner), "A & B"))
    told = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}title")]

    assert told == ["A & B", "build: 10.00 s, 100.0 %", "render <page>: 6.00 s, 60.0 %", "parse: 3.00 s, 30.0 %"]
