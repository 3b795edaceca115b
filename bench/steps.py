"""Builds a site from nothing, in this one process, and says how much processor time each stage took.

python -m bench.steps FOLDER [--rounds 3]

The clock says little where other programs run; processor time says more, and the least of several rounds most of all.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.ratios import table
from showcase.clock import NoClock
from showcase.pipeline import Request, build


class ProcessorClock(NoClock):
    """Adds up the processor seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def span(self, stage: str) -> Iterator[None]:
        """Add what the stage takes to what it took before."""
        begun = time.process_time()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0) + time.process_time() - begun


def cold(folder: Path, output: Path) -> dict[str, float]:
    """The processor seconds of each stage of a build that remembers nothing, and those of the whole."""
    clock, begun = ProcessorClock(), time.process_time()
    build(Request(root=folder, today=datetime.now(UTC).date(), output=output, cache=None, jobs=1), clock=clock)
    return clock.seconds | {"All of it": time.process_time() - begun}


def least(rounds: list[dict[str, float]]) -> dict[str, float]:
    """The least that each stage took."""
    return {stage: min(each[stage] for each in rounds) for stage in rounds[0]}


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="Processor time of the stages of a cold build.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = least([cold(given.folder.resolve(), Path(folder) / "site") for _ in range(given.rounds)])
    print(table(("stage", "processors, s"), [(stage, f"{seconds:.2f}") for stage, seconds in found.items()]))


if __name__ == "__main__":
    main()
