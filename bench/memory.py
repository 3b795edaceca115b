"""Builds made-up catalogues of growing size and says how much memory the largest process took, as table and chart.

python -m bench.memory [--entries 1000,5000,20000] [--write docs/performance.md --chart docs/pictures/memory.svg]

The largest of all processes counts, of the building one and of those beside it. The site is that of the benchmark.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path

from bench.ratios import replaced, table
from bench.subjects import OURS, Subject, peer, runner

RESULTS = Path(".cache/bench/memory.jsonl")
WIDTH, HEIGHT, LEFT, BOTTOM = 640, 320, 76, 44
INK, PAPER, COLOURS = "#431407", "#f9f5ec", {"cold": "#9a3412", "warm": "#0f766e"}


@dataclass(frozen=True, slots=True)
class Peak:
    """How many megabytes the largest process of a build took, for so many products, with or without a cache."""

    count: int
    state: str
    megabytes: float


def peaks(subject: Subject, count: int) -> Iterator[Peak]:
    """The peak of a build from nothing, and of one that changes a text."""
    for state in ("cold", "warm"):
        if state == "cold":
            subject.clear()
        else:
            subject.edit_text(count)
        made = runner().timed(subject.command, subject.folder, dict(subject.environ))
        if made["rc"]:
            sys.exit(f"{count} products: exit {made['rc']}")
        yield Peak(count, state, round(made["rss_mb"], 1))


def memory_table(found: Sequence[Peak]) -> str:
    """The peaks by size, with what each thousand products more took."""
    counts = sorted({each.count for each in found})
    rows = []
    for count in counts:
        own = {each.state: each.megabytes for each in found if each.count == count}
        rows.append((f"{count:,}", *(f"{own[state]:.0f}" if state in own else "–" for state in COLOURS)))
    return table(("products", "cold, MB", "one edited, MB"), rows)


Curves = Mapping[tuple[str, str], Sequence[tuple[int, float]]]


def curves(found: Sequence[Peak]) -> Curves:
    """The megabytes by the number of products, for each state with its colour."""
    return {
        (_NAMES[state], colour): [(each.count, each.megabytes) for each in found if each.state == state]
        for state, colour in COLOURS.items()
    }


def chart(drawn: Curves, title: str, what: str) -> str:
    """Megabytes over the number of things, as SVG: a straight line is memory in proportion to them."""
    every = [spot for own in drawn.values() for spot in own]
    most, high = max(count for count, _ in every), max(megabytes for _, megabytes in every) * 1.1
    parts = [*_frame(title, what), *(_level(step, high) for step in _steps(high))]
    for number, ((name, colour), own) in enumerate(drawn.items()):
        spots = [(_x(count, most), _y(megabytes, high)) for count, megabytes in sorted(own)]
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{_points(spots)}"/>')
        parts += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3.5" fill="{colour}"/>' for x, y in spots]
        place = f'x="{LEFT + 8}" y="{40 + number * 15}"'  # where lines that rise leave room
        parts.append(f'<text {place} style="fill:{colour}">{name}</text>')
    for count in sorted({count for count, _ in every}):
        parts.append(f'<text x="{_x(count, most):.0f}" y="{HEIGHT - 24}" text-anchor="middle">{count:,}</text>')
    return f"{''.join(parts)}</svg>\n"


_NAMES = {"cold": "cold, no cache", "warm": "one product edited"}


def _frame(title: str, what: str) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>text{{font:12px ui-sans-serif,system-ui,sans-serif;fill:{INK}}}</style>"
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/><text x="{LEFT}" y="20">{escape(title)}</text>'
    yield f'<text x="{WIDTH - 16}" y="{HEIGHT - 8}" text-anchor="end">{what}</text>'


def _level(step: float, high: float) -> str:
    y = _y(step, high)
    line = f'<line x1="{LEFT}" x2="{WIDTH - 16}" y1="{y:.0f}" y2="{y:.0f}" stroke="{INK}" stroke-opacity=".18"/>'
    return f'{line}<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{step:,.0f} MB</text>'


def _steps(high: float) -> list[float]:
    """Four or five round levels from nothing to the top."""
    rough = high / 4
    size = next(unit * 10**power for power in range(1, 6) for unit in (1, 2, 5) if unit * 10**power >= rough / 1.6)
    return [float(size * number) for number in range(int(high // size) + 1)]


def _x(count: float, most: float) -> float:
    return LEFT + 20 + count / most * (WIDTH - LEFT - 60)


def _y(megabytes: float, high: float) -> float:
    return HEIGHT - BOTTOM - megabytes / high * (HEIGHT - BOTTOM - 30)


def _points(spots: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in spots)


def main() -> None:
    """Measure, print, and write where that was asked for."""
    asked = argparse.ArgumentParser(description="Measure the memory of builds.")
    asked.add_argument("--entries", default="1000,5000,20000", help="how many products")
    asked.add_argument(
        "--work", type=Path, default=Path("/dev/shm" if Path("/dev/shm").is_dir() else ".cache") / "bench"
    )
    asked.add_argument("--write", type=Path, help="put the table into this document")
    asked.add_argument("--chart", type=Path, help="write the chart there")
    given = asked.parse_args()
    tools = {"python": sys.executable, OURS: str(Path(__file__).resolve().parents[1] / "build.py")}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        for count in map(int, filter(None, given.entries.split(","))):
            subject = peer(OURS, count, given.work, tools, None)
            for peak in peaks(subject, count):
                file.write(json.dumps(asdict(peak)) + "\n")
                file.flush()
            shutil.rmtree(subject.folder)
    found = [Peak(**json.loads(line)) for line in RESULTS.read_text(encoding="utf-8").splitlines()]
    text = memory_table(found)
    print(text)
    if given.chart:
        given.chart.write_text(chart(curves(found), "Peak memory of the largest process", "products"), encoding="utf-8")
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        given.write.write_text(replaced(page, "memory", text), encoding="utf-8")


if __name__ == "__main__":
    main()
