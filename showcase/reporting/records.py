"""Problems become JSON: one record each, and a summary."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from showcase.problems import Problem, in_order
from showcase.reporting.sentences import said
from showcase.reporting.words import Say

# Raised when a field changes its meaning or goes; a new field alone does not.
VERSION = 1


def json_report(problems: Iterable[Problem], say: Say, summary: Mapping[str, Any]) -> str:
    """`{version, problems, summary}`; a problem without a line or a column has 0 there."""
    records = [record(problem, say) for problem in in_order(problems)]
    return json_text({"version": VERSION, "problems": records, "summary": summary})


def record(problem: Problem, say: Say) -> dict[str, str | int]:
    """One problem, all of its facts apart."""
    words, place = said(problem, say), problem.place
    return {
        "code": problem.code,
        "severity": words.severity,
        "message": words.message,
        "hint": words.hint,
        "path": place.path,
        "line": place.line,
        "column": place.column,
    }


def json_text(value: object) -> str:
    """The value as JSON for people and machines: indented, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
