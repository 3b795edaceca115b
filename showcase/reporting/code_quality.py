"""Problems become the report that GitLab shows beside the lines of a merge request."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from showcase.codes import ERROR
from showcase.problems import Problem, in_order
from showcase.reporting.records import json_text
from showcase.reporting.sentences import said
from showcase.reporting.words import Say


def code_quality_report(problems: Iterable[Problem], say: Say) -> str:
    """A list of issues in GitLab's form of Code Climate's: one for each problem."""
    seen: Counter[tuple[object, ...]] = Counter()
    issues = []
    for problem in in_order(problems):
        same = (problem.code, problem.place.path, problem.values)
        issues.append(issue(problem, say, seen[same]))
        seen[same] += 1
    return json_text(issues)


def issue(problem: Problem, say: Say, before: int = 0) -> dict[str, Any]:
    """One issue. Its fingerprint leaves the line out, so that it stays the same when lines above it come and go.

    `before` counts the same problems further up in the file.
    """
    words, place = said(problem, say), problem.place
    values = (f"{name}={value}" for name, value in problem.values)
    mark = "\n".join((problem.code, place.path, str(before), *values))
    return {
        "description": f"{words.message} – {words.hint}",
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(mark.encode()).hexdigest(),
        "severity": "major" if problem.severity == ERROR else "minor",
        "location": {"path": place.path, "lines": {"begin": max(place.line, 1)}},
    }
