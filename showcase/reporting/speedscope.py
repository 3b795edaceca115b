"""Spans become a profile for speedscope.app: a lane for each process, stages with their items inside."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from showcase.clock import Span

SCHEMA = "https://www.speedscope.app/file-format-schema.json"


def speedscope(spans: Sequence[Span], name: str) -> str:
    """The file, in speedscope's form of events. Times are seconds from the first span."""
    frames = {title: index for index, title in enumerate(dict.fromkeys(span.name for span in spans))}
    start = min((span.begun for span in spans), default=0.0)
    lanes: dict[int, list[Span]] = {}
    for span in spans:
        lanes.setdefault(span.process, []).append(span)
    made = {
        "$schema": SCHEMA,
        "name": name,
        "exporter": "showcase",
        "activeProfileIndex": 0,
        "shared": {"frames": [{"name": title} for title in frames]},
        "profiles": [_lane(f"{_role(lane)} {process}", lane, frames, start) for process, lane in lanes.items()],
    }
    return json.dumps(made, ensure_ascii=False)


def _role(lane: Iterable[Span]) -> str:
    """The building process has the stages, those beside it only items."""
    return "build" if any(not span.of for span in lane) else "worker"


def _lane(name: str, lane: Sequence[Span], frames: dict[str, int], start: float) -> dict[str, Any]:
    found = [(kind, span, round(max(0.0, at - start), 6)) for kind, span, at in _events(lane)]
    events = [{"type": kind, "frame": frames[span.name], "at": at} for kind, span, at in found]
    end = max((at for _, _, at in found), default=0.0)
    return {"type": "evented", "name": name, "unit": "seconds", "startValue": 0, "endValue": end, "events": events}


def _events(lane: Iterable[Span]) -> Iterator[tuple[str, Span, float]]:
    """Openings and closings in their order; what opens within another closes before it."""
    standing: list[Span] = []
    for span in sorted(lane, key=lambda each: (each.begun, -each.ended)):
        while standing and standing[-1].ended <= span.begun:
            yield "C", standing[-1], standing.pop().ended
        yield "O", span, span.begun
        standing.append(span)
    while standing:
        yield "C", standing[-1], standing.pop().ended
