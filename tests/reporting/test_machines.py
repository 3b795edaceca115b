"""Reports for machines: JSON, GitHub's annotations, SARIF."""

import json

from showcase import codes
from showcase.codes import CODES
from showcase.problems import Place, problem
from showcase.reporting.annotations import github_report
from showcase.reporting.code_quality import code_quality_report
from showcase.reporting.records import json_report
from showcase.reporting.sarif import sarif_report
from showcase.reporting.words import say_in

PATH = "content/products/bếp, than/index.vi.md"
PROBLEMS = (
    problem(codes.EMPTY_FIELD, Place(PATH, 2, 3), field="title"),
    problem(codes.MISSING_TRANSLATION, Place("a.md"), locale="en", path="50% b.md"),
)


def test_json_holds_every_fact_apart() -> None:
    assert json.loads(json_report(PROBLEMS, str, {"errors": 1})) == {
        "version": 1,
        "problems": [
            {
                "code": "missing-translation",
                "severity": "warning",
                "message": "there is no translation into en",
                "hint": "write 50% b.md",
                "path": "a.md",
                "line": 0,
                "column": 0,
            },
            {
                "code": "empty-field",
                "severity": "error",
                "message": "the field “title” is empty",
                "hint": "write its text, or remove the line if it may be left out",
                "path": PATH,
                "line": 2,
                "column": 3,
            },
        ],
        "summary": {"errors": 1},
    }


def test_json_speaks_the_editors_language_in_plain_letters() -> None:
    shown = json_report(PROBLEMS, say_in("vi"), {})

    assert "chưa có bản dịch sang en" in shown
    assert "\\u" not in shown


def test_github_gets_a_command_for_each_problem() -> None:
    assert github_report(PROBLEMS, str) == (
        "::warning file=a.md,title=missing-translation::there is no translation into en%0Awrite 50%25 b.md\n"
        "::error file=content/products/bếp%2C than/index.vi.md,line=2,col=3,title=empty-field::"
        "the field “title” is empty%0Awrite its text, or remove the line if it may be left out\n"
    )


def test_sarif_has_a_rule_for_each_code() -> None:
    log = json.loads(sarif_report((), str))
    rules = log["runs"][0]["tool"]["driver"]["rules"]

    assert (log["version"], len(log["runs"]), log["runs"][0]["results"]) == ("2.1.0", 1, [])
    assert [rule["id"] for rule in rules] == list(CODES)
    assert all(rule["helpUri"] == f"docs/problems.md#{rule['id']}" for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning"}
    assert all(rule[name]["text"] for rule in rules for name in ("shortDescription", "fullDescription", "help"))


def test_sarif_results_point_at_rules_and_places() -> None:
    log = json.loads(sarif_report(PROBLEMS, str))
    run = log["runs"][0]
    whole, spot = run["results"]

    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert whole["level"] == "warning"
    assert whole["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.md", "uriBaseId": "PROJECT"}}}]
    assert spot["message"]["text"].startswith("the field “title” is empty\n")
    assert spot["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "content/products/b%E1%BA%BFp%2C%20than/index.vi.md", "uriBaseId": "PROJECT"},
        "region": {"startLine": 2, "startColumn": 3},
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_gitlab_finds_each_problem_again_when_its_line_has_moved() -> None:
    moved = tuple(problem(codes.EMPTY_FIELD, Place(PATH, line), field="title") for line in (9, 12))
    first, second, other = json.loads(code_quality_report((*moved, PROBLEMS[1]), str))[::-1]
    (before,) = json.loads(code_quality_report(PROBLEMS[:1], str))

    assert second["fingerprint"] == before["fingerprint"] != first["fingerprint"]
    assert other == {
        "description": "there is no translation into en – write 50% b.md",
        "check_name": "missing-translation",
        "fingerprint": other["fingerprint"],
        "severity": "minor",
        "location": {"path": "a.md", "lines": {"begin": 1}},
    }
    assert before["location"] == {"path": PATH, "lines": {"begin": 2}}
