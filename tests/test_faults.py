"""Builds are killed, starved and confused; what stands is a whole site, and the next build makes the new one.

`make faults` does the same hundreds of times; docs/reliability.md holds its counts.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.faults.caches import DAMAGES

ROOT = Path(__file__).parents[1]
FAULTS = (
    "kill -9, cold cache",
    "kill -9, warm cache",
    "Ctrl-C, cold cache",
    "kill (SIGTERM), warm cache",
    "kill -9 of a worker",
    "two builds at once",
    "another build holds the lock",
    "a picture vanishes during the build",
    *DAMAGES,
)


@pytest.fixture(scope="module")
def told() -> tuple[dict[str, list[str]], str]:
    """The row of each fault, and what was said meanwhile."""
    command = [sys.executable, "-m", "tools.faults", "--kills", "6", "--real", "0", "--publish", "0", "--no-disks"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    rows = [re.split(r" *\| *", line.strip("| ")) for line in done.stdout.splitlines()]
    return {row[0]: row[1:] for row in rows}, done.stderr


@pytest.mark.parametrize("fault", FAULTS)
def test_after_every_fault_the_site_is_whole_and_the_next_build_right(
    told: tuple[dict[str, list[str]], str], fault: str
) -> None:
    rows, said = told
    trials, old, new, following, _told, wrong = map(int, rows[fault])

    assert trials > 0
    assert (old + new, following, wrong) == (trials, trials, 0), said
