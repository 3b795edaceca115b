"""SECURITY.md promises nothing that no test holds."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [row for row in re.findall(r"^\|(.+)\|$", TEXT, re.MULTILINE) if not re.match(r"[ -]*(promise|---)", row)]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@pytest.mark.parametrize("row", ROWS)
def test_every_promise_names_tests_that_exist(row: str) -> None:
    promise, _, held_by = row.partition(" | ")
    named = NAMED.findall(held_by)

    assert promise.strip()
    assert len(named) == held_by.count("`") // 2 > 0
    for path, name in named:
        assert re.search(rf"^def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), f"{path}::{name}"


def test_there_are_promises_of_every_sort() -> None:
    assert len(ROWS) > 30
    assert [line for line in TEXT.splitlines() if line.startswith("### ")] == [
        "### Content cannot execute",
        "### Content cannot reach out",
        "### Content cannot exhaust",
        "### Whatever bytes come",
        "### Faults leave no broken site",
        "### The workshop",
        "### Publishing",
    ]
