"""A tree of calls becomes a flame graph: the wider a call, the longer it took; what it calls lies below it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, ROW, LETTER = 960, 17, 6.2
LEAST = 0.004  # narrower calls, as shares of the whole, are left out
COLOURS = ("#7c2d12", "#9a3412", "#b45309", "#92400e", "#78350f", "#854d0e")
STYLE = (
    "text{font:11px ui-sans-serif,system-ui,sans-serif;fill:#fff7ed}"
    ".title{font-size:13px;fill:#431407}rect{stroke:#f9f5ec;stroke-width:.5}"
)


@dataclass(frozen=True, slots=True)
class Call:
    """What was called, its seconds with all that it called, and these calls."""

    name: str
    seconds: float
    calls: tuple["Call", ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A call in its place: from where to where, as shares of the whole, and how deep."""

    call: Call
    left: float
    share: float
    depth: int


def merged(calls: Iterable[Call]) -> tuple[Call, ...]:
    """The calls with those of one name as one, however often and from whichever lines they were made."""
    groups: dict[str, list[Call]] = {}
    for call in calls:
        groups.setdefault(call.name, []).append(call)
    return tuple(
        Call(name, sum(call.seconds for call in own), merged(inner for call in own for inner in call.calls))
        for name, own in groups.items()
    )


def bars(call: Call, whole: float, left: float = 0.0, depth: int = 0) -> Iterator[Bar]:
    """The bars of a call and of all below it that are wide enough to see."""
    yield Bar(call, left, call.seconds / whole, depth)
    for each in sorted(call.calls, key=lambda inner: -inner.seconds):
        if each.seconds / whole >= LEAST:
            yield from bars(each, whole, left, depth + 1)
            left += each.seconds / whole


def flame_graph(root: Call, title: str) -> str:
    """The graph as SVG; a pointer that rests on a bar shows its name and time."""
    (whole,) = merged([root])
    found = tuple(bars(whole, root.seconds or 1.0))
    height = (max(bar.depth for bar in found) + 1) * ROW + 30
    shown = escape(title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"><title>{shown}</title>'
        f'<style>{STYLE}</style><rect width="{WIDTH}" height="{height}" fill="#f9f5ec" stroke="none"/>'
        f'<text class="title" x="6" y="17">{shown}</text>{"".join(_drawn(found))}</svg>\n'
    )


def _drawn(found: Sequence[Bar]) -> Iterator[str]:
    for bar in found:
        x, y, wide = bar.left * WIDTH, bar.depth * ROW + 26, bar.share * WIDTH
        told = f"{bar.call.name}: {bar.call.seconds:.2f} s, {bar.share * 100:.1f} %"
        colour = COLOURS[sum(bar.call.name.encode()) % len(COLOURS)]
        place = f'x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{ROW}"'
        yield f'<g><title>{escape(told)}</title><rect {place} fill="{colour}"/>'
        room = int((wide - 6) / LETTER)
        if room >= 3:
            name = bar.call.name if len(bar.call.name) <= room else f"{bar.call.name[: room - 1]}…"
            yield f'<text x="{x + 3:.1f}" y="{y + 12}">{escape(name)}</text>'
        yield "</g>"
