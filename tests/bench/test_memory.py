"""Peaks of memory become a table and a chart."""

from xml.etree import ElementTree as ET

from bench.memory import Peak, chart, curves, memory_table

PEAKS = (Peak(1000, "cold", 200.0), Peak(1000, "warm", 150.0), Peak(5000, "cold", 600.0))
SVG = "{http://www.w3.org/2000/svg}"


def test_sizes_stand_below_each_other() -> None:
    assert memory_table(PEAKS).splitlines()[2:] == ["| 1,000 | 200 | 150 |", "| 5,000 | 600 | – |"]


def test_the_chart_has_a_line_for_each_state_and_a_spot_for_each_peak() -> None:
    drawn = ET.fromstring(chart(curves(PEAKS), "Memory", "products"))
    heights = [float(spot.attrib["cy"]) for spot in drawn.iter(f"{SVG}circle")]

    assert len(list(drawn.iter(f"{SVG}polyline"))) == 2
    assert len(heights) == 3
    assert heights[1] < heights[0] < heights[2]  # the lower, the more
    texts = {text.text for text in drawn.iter(f"{SVG}text")}
    assert {"1,000", "5,000", "cold, no cache", "one product edited"} <= texts
