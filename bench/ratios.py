"""Records of builds become tables: medians of each peer, and our ratios to Hugo beside the goals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

OURS, YARDSTICK = "ours", "hugo"
COLD, NOOP, EDIT, RESTORED, TEMPLATE = TASKS = ("cold", "noop", "edit", "restored", "template")
MEMORY = "memory"
WORDS: Mapping[str, str] = {
    COLD: "cold, no cache",
    NOOP: "nothing changed",
    EDIT: "one product edited",
    RESTORED: "fresh checkout, restored cache, one edit",
    TEMPLATE: "a template edited",
    MEMORY: "peak memory of any process, cold",
}
GOALS: Mapping[str, Mapping[int, float]] = {
    COLD: {1000: 0.75, 5000: 0.5},
    NOOP: {1000: 0.05, 5000: 0.03},
    EDIT: {1000: 0.12, 5000: 0.08},
    RESTORED: {1000: 0.25, 5000: 0.15},
    TEMPLATE: {1000: 0.4, 5000: 0.3},
    MEMORY: {1000: 0.5, 5000: 0.25},
}


@dataclass(frozen=True, slots=True)
class Record:
    """A build that was measured: seconds of the clock and of the processors, the largest process in megabytes.

    `foreign` is the share of all processors that other programs had meanwhile.
    """

    subject: str
    count: int
    task: str
    round: int
    wall: float
    cpu: float
    rss: float
    foreign: float = 0.0


Row = Sequence[str]


def record(values: Mapping[str, Any]) -> Record:
    """The record that was written as JSON."""
    return Record(**values)


def goals_table(records: Iterable[Record]) -> str:
    """Our ratios to Hugo, each the median of the ratios within one round, with the goal that is met or not."""
    found = tuple(records)
    counts = sorted({each.count for each in found if each.subject == YARDSTICK})
    head = ["goal", *(f"{count:,} products: {what}" for count in counts for what in ("goal", "clock", "processors"))]
    rows = [[WORDS[task], *_goal_cells(found, task, counts)] for task in (*TASKS, MEMORY)]
    return table(head, rows)


def _goal_cells(found: Sequence[Record], task: str, counts: Sequence[int]) -> Iterator[str]:
    for count in counts:
        goal = GOALS[task].get(count)
        yield f"≤ {goal:g}" if goal else "–"
        measured = COLD if task == MEMORY else task
        names = ("rss",) if task == MEMORY else ("wall", "cpu")
        cells = [_judged(ratio(found, measured, count, name), goal) for name in names]
        yield from (*cells, "–")[:2]


def _judged(value: float | None, goal: float | None) -> str:
    if value is None:
        return "–"
    mark = "" if goal is None else " ✓" if value <= goal else " ✗"
    return f"{value:.3f}{mark}"


def ratio(records: Iterable[Record], task: str, count: int, name: str) -> float | None:
    """The median of our ratios to Hugo, round by round; none where one of the two was not measured."""
    values = {
        (each.subject, each.round): getattr(each, name) for each in records if (each.task, each.count) == (task, count)
    }
    rounds = sorted(number for subject, number in values if subject == OURS and (YARDSTICK, number) in values)
    pairs = [values[OURS, number] / values[YARDSTICK, number] for number in rounds if values[YARDSTICK, number]]
    return median(pairs) if pairs else None


def medians_table(records: Iterable[Record]) -> str:
    """The medians of everything that was measured, as a record of the day."""
    groups: dict[tuple[int, str, str], list[Record]] = {}
    for each in records:
        groups.setdefault((each.count, each.task, each.subject), []).append(each)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], TASKS.index(item[0][1])))
    rows = [_median_row(key, own) for key, own in ordered]
    return table(["products", "task", "", "clock, s", "processors, s", "memory, MB", "others, %", "runs"], rows)


def _median_row(key: tuple[int, str, str], own: Sequence[Record]) -> Row:
    count, task, subject = key
    wall, cpu, rss, foreign = (
        median(getattr(each, name) for each in own) for name in ("wall", "cpu", "rss", "foreign")
    )
    shown = f"{count:,}" if count else "–"
    numbers = (f"{wall:.2f}", f"{cpu:.2f}", f"{rss:.0f}", f"{foreign * 100:.0f}", str(len(own)))
    return shown, WORDS[task], subject, *numbers


def table(head: Row, rows: Iterable[Row]) -> str:
    """The rows as a table of Markdown."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def replaced(text: str, name: str, content: str) -> str:
    """The text with the content between the two comments of that name; ValueError where they are not there."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"the text has no place for {name}")
    return f"{before}{begin}\n{content}\n{end}{after}"
