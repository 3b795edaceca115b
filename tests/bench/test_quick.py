"""The guard: costs beside the committed baseline."""

import json
import sys
from pathlib import Path

import pytest

from bench.quick import BASELINE, FIXED, REFERENCE, compared, instructions_of, relative, seconds_of
from bench.ratios import COLD, EDIT, NOOP, TEMPLATE


def test_costs_are_told_in_those_of_the_fixed_piece_of_work() -> None:
    assert relative({REFERENCE: 2.0, COLD: 5.0, NOOP: 0.1}) == {COLD: 2.5, NOOP: 0.05}


def test_only_what_costs_far_more_than_before_fails() -> None:
    before = {COLD: 2.0, EDIT: 1.0}

    shown, sound = compared({COLD: 2.8, EDIT: 0.5}, before, "seconds", 1.5)
    assert sound
    assert shown.splitlines()[2:] == [
        "| cold, no cache | 2.00 | 2.80 | 1.40 |",
        "| one product edited | 1.00 | 0.50 | 0.50 |",
    ]
    shown, sound = compared({COLD: 3.1, EDIT: 1.0}, before, "seconds", 1.5)
    assert not sound
    assert "| 1.55 ✗ |" in shown


def test_what_costs_next_to_nothing_may_vary() -> None:
    assert compared({NOOP: 0.15}, {NOOP: 0.08}, "seconds", 1.5)[1]
    assert not compared({NOOP: 0.3}, {NOOP: 0.08}, "seconds", 1.5)[1]


def test_the_baseline_knows_every_task() -> None:
    for known in json.loads(BASELINE.read_text()).values():
        assert known.keys() == {COLD, NOOP, EDIT, TEMPLATE}


def test_processor_time_is_that_of_the_command(tmp_path: Path) -> None:
    work, nothing = (seconds_of([sys.executable, "-c", code], tmp_path) for code in (FIXED, "pass"))

    assert work > nothing > 0


def test_where_nothing_is_counted_that_is_said(tmp_path: Path) -> None:
    counting = tmp_path / "perf"
    counting.write_text("#!/bin/sh\necho '<not supported>,,instructions:u' >&2\n")
    counting.chmod(0o700)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        with pytest.raises(ValueError, match="perf counts no instructions here"):
            instructions_of(["true"], tmp_path)
