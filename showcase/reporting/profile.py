"""Spans become tables for the terminal: the time of each stage, and of each sort of item within them."""

from collections.abc import Iterable, Mapping, Sequence

from showcase.clock import Count, Span
from showcase.codes import _
from showcase.reporting.tables import table
from showcase.reporting.words import Say

STAGE, ITEM = _("stage"), _("item")
SECONDS, SHARE, ITEMS, KNOWN, MEAN = _("seconds"), _("share"), _("items"), _("remembered"), _("ms each")
MOST = 25


def profile_text(spans: Sequence[Span], counts: Mapping[str, Count], say: Say) -> str:
    """The stages in the order in which they began, then what took longest within them, all processes together."""
    stages, items = [span for span in spans if not span.of], [span for span in spans if span.of]
    return f"{_stages(stages, counts, say)}\n{_items(items, say)}" if items else _stages(stages, counts, say)


def _stages(stages: Iterable[Span], counts: Mapping[str, Count], say: Say) -> str:
    spent: dict[str, float] = {}
    for span in stages:
        spent[span.name] = spent.get(span.name, 0.0) + span.ended - span.begun
    whole = sum(spent.values()) or 1.0
    rows = [tuple(say(word) for word in (STAGE, SECONDS, SHARE, ITEMS, KNOWN))]
    for name, seconds in spent.items():
        count = counts.get(name)
        numbers = (str(count.total), str(count.known)) if count else ("", "")
        rows.append((say(name), f"{seconds:.2f}", f"{seconds / whole * 100:.0f} %", *numbers))
    return table(rows)


def _items(items: Iterable[Span], say: Say) -> str:
    groups: dict[tuple[str, str], list[float]] = {}
    for span in items:
        groups.setdefault((span.of, span.name), []).append(span.ended - span.begun)
    rows = [tuple(say(word) for word in (STAGE, ITEM, SECONDS, ITEMS, MEAN))]
    longest = sorted(groups.items(), key=lambda group: -sum(group[1]))
    for (stage, name), seconds in longest[:MOST]:
        total = sum(seconds)
        rows.append((say(stage), name, f"{total:.2f}", str(len(seconds)), f"{total / len(seconds) * 1000:.1f}"))
    return table(rows, texts=2)
