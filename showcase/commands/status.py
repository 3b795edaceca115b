"""Documents become counts: how far each kind is translated into each language."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from showcase.codes import _
from showcase.kinds import KINDS
from showcase.library.entries import Group, stale_keys
from showcase.reading.parse import Document
from showcase.reporting.tables import table
from showcase.reporting.words import Say

STATES = ("missing", "stale", "unstamped", "current")
HEADINGS = (
    _("kind"), _("language"), _("entries"), _("missing"), _("stale"), _("not stamped"), _("current"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """The translations of one kind into one language, by state."""

    kind: str
    locale: str
    counts: tuple[int, ...]

    @property
    def record(self) -> dict[str, Any]:
        """The row for machines."""
        return {"kind": self.kind, "locale": self.locale, "entries": sum(self.counts)} | dict(
            zip(STATES, self.counts, strict=True)
        )


def status(groups: Iterable[Group], locales: Sequence[str]) -> tuple[Row, ...]:
    """A row for each kind and language into which something is to be translated."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for group in groups:
        for locale in locales:
            if locale != group.source.locale:
                counted[group.source.kind, locale, state(group.source, group.translations.get(locale))] += 1
    asked = {(kind, locale) for kind, locale, _state in counted}
    return tuple(
        Row(kind, locale, tuple(counted[kind, locale, each] for each in STATES))
        for kind in KINDS
        for locale in locales
        if (kind, locale) in asked
    )


def state(source: Document, translation: Document | None) -> str:
    """How a translation stands to its source; one without any stamp may be of any age."""
    if translation is None:
        return "missing"
    if not translation.stamps:
        return "unstamped"
    return "stale" if stale_keys(source, translation) else "current"


def status_table(rows: Sequence[Row], say: Say) -> str:
    """The rows for an editor."""
    cells = [[row.kind, row.locale, str(sum(row.counts)), *map(str, row.counts)] for row in rows]
    return table([[say(heading) for heading in HEADINGS], *cells], texts=2)
