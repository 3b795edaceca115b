"""Large builds are measured step by step, compared by digests, and become a plan on paper."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bench import scale
from bench.processes import Use, family, own_seconds, peak_of, used
from bench.scale import (
    DASK,
    EDIT,
    PROCESSES,
    SERIAL,
    Place,
    Step,
    differing,
    growth,
    growth_table,
    results_table,
    steps,
    unit,
)
from bench.scale_model import NATIONAL, Prices, Unit, bill, prices, scale_table
from showcase.work import engine_digest

FOUND = (
    Step(1000, PROCESSES, Use(20.0, 30.0, 5.0, 200.0, (90.0, 80.0)), 4000, 40_000_000, 20_000_000),
    Step(1000, EDIT, Use(2.0, 3.0, 3.0, 150.0), 4000, 40_000_000, 20_000_000, 4000, 4),
    Step(11_000, PROCESSES, Use(220.0, 330.0, 55.0, 1200.0, (90.0, 80.0)), 44_000, 440_000_000, 220_000_000),
    Step(11_000, EDIT, Use(22.0, 33.0, 33.0, 500.0), 44_000, 440_000_000, 220_000_000, 44_000, 5),
    Step(11_000, DASK, failed="RuntimeError: no room"),
)


def test_files_are_the_same_where_their_digests_are() -> None:
    assert differing({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"}) == ["b", "c", "d"]


def test_the_table_says_what_failed_beside_what_was_done() -> None:
    lines = results_table(FOUND).splitlines()[2:]

    assert lines[0].startswith("| 1,000 | 2 processes, no cache | 20 | 30 | 5 | 200 | 90 + 80 | 4,000 | 40 | – |")
    assert lines[1].endswith("| 4 of 4,000 |")
    assert lines[-1].startswith("| 11,000 | Dask, 2 workers, no cache | failed |")


def test_growth_is_told_of_what_both_sizes_have() -> None:
    lines = growth_table(FOUND).splitlines()

    assert lines[0].startswith("| from 1,000 to 11,000 entries, × 11.0 |")
    assert lines[2:] == [
        "| 2 processes, no cache | × 11.0 | × 11.0 | × 6.0 |",
        "| 2 processes, one text edited | × 11.0 | × 11.0 | × 3.3 |",
    ]
    assert growth_table(FOUND[:2]) == ""


def a_step_of(name: str) -> Callable[[Place], Step]:
    return lambda _place: Step(5, name)


def test_a_step_that_fails_does_not_keep_others_from_being_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_place: Place) -> Step:
        raise RuntimeError("no room")

    monkeypatch.setattr(scale, "MAKE", {EDIT: failing, DASK: a_step_of(DASK), SERIAL: a_step_of(SERIAL)})
    made = list(steps(Place(tmp_path, 5), [Step(5, PROCESSES), Step(5, EDIT, failed="before"), Step(6, DASK)]))

    assert [(each.name, each.failed) for each in made] == [
        (EDIT, "RuntimeError: no room"),
        (DASK, ""),
        (SERIAL, ""),
    ]


def test_an_entry_costs_what_the_largest_size_did_and_memory_what_more_entries_took() -> None:
    found = unit(FOUND)

    assert found == Unit(11_000, 4.0, 40_000.0, 20_000.0, 0.03, 0.005, 0.1, 100.0, 0.002, 5)
    assert unit(FOUND[:2]) is None


def test_a_build_is_bounded_by_what_one_process_does_alone() -> None:
    costs = Unit(1000, 4.0, 1e6, 1e6, 3.6, 0.36, 0.1, 100.0, 0.0036, 5)
    few, many = (bill(costs, 1000, Prices(workers=count)) for count in (9, 9e9))

    assert few.hours == pytest.approx(0.2)
    assert many.hours == pytest.approx(0.1)
    assert few.upload_cost == pytest.approx(0.02)
    assert few.month_cost == pytest.approx(0.04)
    assert few.memory_gb == pytest.approx(0.2)


def test_prices_are_those_that_are_stated() -> None:
    assert prices(["workers=50", "thousand_puts=0.01"]) == Prices(workers=50, thousand_puts=0.01)
    found = unit(FOUND)
    assert found
    assert f"{NATIONAL:,} entries" in scale_table(found, Prices())


def test_the_chart_leaves_out_what_failed() -> None:
    assert growth(FOUND).count("<circle") == 4


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peaks are read from /proc")
def test_a_process_is_found_whichever_thread_began_it() -> None:
    command = [sys.executable, "-c", "input()"]
    with ThreadPoolExecutor(1) as pool:
        child = pool.submit(lambda: subprocess.Popen(command, stdin=subprocess.PIPE)).result()
        found = set(family(os.getpid()))
        child.communicate(b"\n")

    assert {os.getpid(), child.pid} <= found
    assert peak_of(os.getpid()) > 1
    assert own_seconds(os.getpid()) > 0
    assert (peak_of(child.pid), own_seconds(child.pid)) == (0, 0)


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no room"):
        used([sys.executable, "-c", "raise SystemExit('no room')"], tmp_path / "said.txt")


def test_results_are_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "RESULTS", tmp_path / "scale.jsonl")
    ours = tuple(replace(each, engine=engine_digest()) for each in (Step(1000, PROCESSES, failed="before"), *FOUND))
    lines = [json.dumps(asdict(each)) for each in (*ours, Step(1000, SERIAL, engine="another"))]
    scale.RESULTS.write_text("\n".join(lines), encoding="utf-8")

    assert scale.read_results() == ours[1:]
