"""Records of builds become ratios to the yardstick, and stand beside the goals."""

import pytest

from bench.ratios import COLD, EDIT, TASKS, Record, goals_table, medians_table, ratio, replaced, table


def timed(subject: str, round_: int, wall: float, task: str = COLD, count: int = 1000, **more: float) -> Record:
    return Record(subject, count, task, round_, wall, more.get("cpu", wall), more.get("rss", 100.0))


RECORDS = (
    *(timed("hugo", number, wall) for number, wall in enumerate((1.0, 2.0, 10.0))),
    *(timed("ours", number, wall, rss=40.0) for number, wall in enumerate((0.5, 1.8, 5.0))),
)


def test_ratios_are_taken_within_a_round_and_their_median_counts() -> None:
    assert ratio(RECORDS, COLD, 1000, "wall") == 0.5
    assert ratio(RECORDS, COLD, 1000, "rss") == 0.4


def test_what_was_not_measured_has_no_ratio() -> None:
    assert ratio(RECORDS, EDIT, 1000, "wall") is None
    assert ratio(RECORDS[:3], COLD, 1000, "wall") is None


def test_the_goals_say_whether_they_are_met() -> None:
    cold, *others, memory = goals_table(RECORDS).splitlines()[2:]

    assert cold == "| cold, no cache | ≤ 0.75 | 0.500 ✓ | 0.500 ✓ |"
    assert [line.split(" | ")[2:] for line in others] == [["–", "– |"]] * (len(TASKS) - 1)
    assert memory == "| peak memory of any process, cold | ≤ 0.5 | 0.400 ✓ | – |"
    assert "1.000 ✗" in goals_table((timed("hugo", 0, 3.0), timed("ours", 0, 3.0)))


def test_medians_stand_by_size_then_task_then_subject() -> None:
    lines = medians_table((*RECORDS, timed("ours", 0, 0.1, EDIT), timed("showcase", 0, 4.0, count=0))).splitlines()

    assert [line.split(" | ")[:3] for line in lines[2:]] == [
        ["| –", "cold, no cache", "showcase"],
        ["| 1,000", "cold, no cache", "hugo"],
        ["| 1,000", "cold, no cache", "ours"],
        ["| 1,000", "one product edited", "ours"],
    ]
    assert lines[3].endswith("| 2.00 | 2.00 | 100 | 0 | 3 |")


def test_tables_are_markdown() -> None:
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | ---: |\n| 1 | 2 |\n"


def test_a_document_keeps_everything_but_the_table() -> None:
    page = "before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n"

    assert replaced(page, "bench", "new\n") == "before\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\nafter\n"
    with pytest.raises(ValueError, match="no place for bench"):
        replaced("nothing", "bench", "new")
