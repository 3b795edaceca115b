"""The states of translations become a table, JSON, or annotations of a pull request."""

from collections.abc import Iterator, Sequence
from typing import Any

from showcase.codes import _
from showcase.commands.content import Content
from showcase.library.edits import marked
from showcase.library.entries import translation_path
from showcase.library.freshness import (
    CURRENT,
    MACHINE,
    MISSING,
    STALE,
    STATES,
    UNSTAMPED,
    FieldState,
    Row,
    translated,
    worst,
)
from showcase.problems import Problem
from showcase.reporting.annotations import github_report
from showcase.reporting.records import json_text
from showcase.reporting.states import STATE_NAMES
from showcase.reporting.tables import table
from showcase.reporting.words import Say

COLUMNS = (MISSING, STALE, MACHINE, UNSTAMPED)
HEADINGS = (
    _("kind"), _("language"), _("entries"), _("missing"), _("stale"), _("machine draft"), _("not stamped"),
    _("current"),
)  # fmt: skip
CODES = frozenset({"missing-translation", "partial-translation", "stale-translation", "machine-draft"})

Found = tuple[str, str, str, str, tuple[FieldState, ...]]


def status_table(rows: Sequence[Row], say: Say) -> str:
    """The rows for an editor, in the order in which they come."""
    cells = [
        [row.kind, row.locale, str(row.entries), *(str(row.count(state)) for state in COLUMNS), f"{row.percent} %"]
        for row in rows
    ]
    return table([[say(heading) for heading in HEADINGS], *cells], texts=2)


def status_details(content: Content, locales: Sequence[str], say: Say) -> str:
    """Each translation that is not current, with its texts and what changed in their sources."""
    return "".join(
        f"\n{path}: {say(STATE_NAMES[state])}\n" + "".join(_detail(each, say) for each in fields)
        for _key, _locale, path, state, fields in unfinished(content, locales)
    )


def _detail(each: FieldState, say: Say) -> str:
    change = f"\n    {marked(each.edits)}" if each.edits else ""
    return f"  {each.key}: {say(STATE_NAMES[each.state])}{change}\n"


def status_json(rows: Sequence[Row], content: Content, locales: Sequence[str]) -> str:
    """`{rows, entries}`: the counts, and each translation that is not current."""
    return json_text(
        {
            "rows": [row_record(row) for row in rows],
            "entries": [
                {
                    "key": key,
                    "locale": locale,
                    "path": path,
                    "state": state,
                    "texts": [_record(each) for each in fields],
                }
                for key, locale, path, state, fields in unfinished(content, locales)
            ],
        }
    )


def row_record(row: Row) -> dict[str, Any]:
    """A row for machines. `current` counts those with a typo too."""
    counts = {state: row.count(state) for state in STATES} | {CURRENT: row.current}
    return {"kind": row.kind, "locale": row.locale, "entries": row.entries} | counts | {"percent": row.percent}


def _record(each: FieldState) -> dict[str, Any]:
    edits = [{"sign": edit.sign, "text": edit.text} for edit in each.edits]
    return {"key": each.key, "state": each.state} | ({"edits": edits} if edits else {})


def status_github(rows: Sequence[Row], problems: Sequence[Problem], say: Say) -> str:
    """An annotation for each translation that is not current or below its threshold, and the table."""
    return github_report(problems, say) + status_table(rows, say)


def unfinished(content: Content, locales: Sequence[str]) -> Iterator[Found]:
    """Each translation that is not simply current: key, language, path, state, and the texts that make it so."""
    for group in content.groups:
        for locale, fields in translated(group, locales, content.histories):
            wanting = tuple(each for each in fields if each.state != CURRENT)
            if wanting:
                yield group.source.key, locale, translation_path(group.source, locale), worst(fields), wanting
