"""What came of a build becomes a few lines: how much there is, what is wrong, where to look."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from showcase.codes import ERROR, _
from showcase.kinds import KINDS
from showcase.pipeline import Outcome
from showcase.problems import Problem, Value
from showcase.reporting.sentences import filled
from showcase.reporting.tables import table
from showcase.reporting.words import Say

PAGES = _("pages")
TOTAL = _("total")
FOUND = _("errors: {errors}; warnings: {warnings}")
MADE = _("errors: {errors}; warnings: {warnings}; files: {files}; seconds: {seconds}")
WRITTEN = _("The site lies in {output}; look at it with: make serve")
NOT_WRITTEN = _("Nothing was written; the site in {output}, if there is one, stands as it was.")
NEXT_DUE = _("On {day} the content changes by itself: build again then.")


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a request, how long it took, and whether a site was to be written."""

    outcome: Outcome
    seconds: float
    output: str
    is_build: bool


def tally(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors there are, and how many warnings."""
    severities = [problem.severity for problem in problems]
    errors = severities.count(ERROR)
    return errors, len(severities) - errors


def summary_text(summary: Summary, say: Say) -> str:
    """The lines for an editor."""
    outcome = summary.outcome
    errors, warnings = tally(outcome.problems)
    counts: dict[str, Value] = {"errors": errors, "warnings": warnings, "files": outcome.artifacts}
    counts["seconds"] = f"{summary.seconds:.1f}"
    if not summary.is_build:
        return filled(say(FOUND), counts) + "\n"
    lines = [
        filled(say(MADE), counts),
        filled(say(WRITTEN if outcome.written else NOT_WRITTEN), {"output": summary.output}),
    ]
    if outcome.written and outcome.next_due:
        lines.append(filled(say(NEXT_DUE), {"day": outcome.next_due.isoformat()}))
    pages = f"{pages_table(outcome, say)}\n" if outcome.written and outcome.pages else ""
    return pages + "".join(f"{line}\n" for line in lines)


def pages_table(outcome: Outcome, say: Say) -> str:
    """How many pages there are, by kind and language."""
    counts = {(kind, locale): count for locale, kind, count in outcome.pages}
    locales = list(dict.fromkeys(locale for locale, _kind, _count in outcome.pages))
    kinds = [kind for kind in KINDS if any(there == kind for there, _locale in counts)]
    kinds += sorted({kind for kind, _locale in counts} - set(kinds))
    rows = [[say(PAGES), *locales]]
    rows += [[kind, *(str(counts.get((kind, locale), 0)) for locale in locales)] for kind in kinds]
    sums = [sum(count for (_kind, there), count in counts.items() if there == locale) for locale in locales]
    return table([*rows, [say(TOTAL), *map(str, sums)]])


def summary_record(summary: Summary) -> dict[str, Any]:
    """The summary for machines."""
    outcome = summary.outcome
    errors, warnings = tally(outcome.problems)
    return {
        "errors": errors,
        "warnings": warnings,
        "written": outcome.written,
        "output": summary.output,
        "files": outcome.artifacts,
        "pages": [{"locale": locale, "kind": kind, "count": count} for locale, kind, count in outcome.pages],
        "next_due": outcome.next_due.isoformat() if outcome.next_due else None,
        "seconds": round(summary.seconds, 3),
    }
