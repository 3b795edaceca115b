"""Problems become SARIF 2.1.0, which code hosts and editors show beside the lines."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from showcase import __version__
from showcase.codes import CODES, Code
from showcase.problems import Place, Problem, in_order
from showcase.reporting.records import json_text
from showcase.reporting.sentences import said
from showcase.reporting.words import Say

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "PROJECT"


def sarif_report(problems: Iterable[Problem], say: Say) -> str:
    """A log with one run: a rule for each code, a result for each problem."""
    codes = {name: index for index, name in enumerate(CODES)}
    run = {
        "tool": {
            "driver": {
                "name": "showcase",
                "version": __version__,
                "rules": [rule(code, say) for code in CODES.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [result(problem, codes[problem.code], say) for problem in in_order(problems)],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def rule(code: Code, say: Say) -> dict[str, Any]:
    """A code as a rule, with the page that explains it."""
    return {
        "id": code.name,
        "shortDescription": {"text": say(code.message)},
        "fullDescription": {"text": code.reason},
        "help": {"text": say(code.remedy)},
        "helpUri": f"docs/problems.md#{code.name}",
        "defaultConfiguration": {"level": code.severity},
    }


def result(problem: Problem, index: int, say: Say) -> dict[str, Any]:
    """A problem as a result at its place."""
    words = said(problem, say)
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": words.severity,
        "message": {"text": f"{words.message}\n{words.hint}"},
        "locations": [{"physicalLocation": location(problem.place)}],
    }


def location(place: Place) -> dict[str, Any]:
    """The file and, where they are known, the line and the column."""
    spot = {"startLine": place.line, "startColumn": place.column}
    known = {name: number for name, number in spot.items() if number and place.line}
    artifact = {"artifactLocation": {"uri": quote(place.path), "uriBaseId": ROOT}}
    return artifact | ({"region": known} if known else {})
