"""Builds a small made-up catalogue and compares what that costs with the committed baseline.

python -m bench.quick [--update] [--limit 1.5]

Costs are those of a fixed piece of work, done in the same run, so that a slower or busier machine changes both.
Instructions are counted where the system counts them (perf), else processor seconds; the least of several runs counts.
"""

import argparse
import json
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.catalogue import write
from bench.ratios import COLD, EDIT, NOOP, TEMPLATE, WORDS, table

PROJECT = Path(__file__).resolve().parents[1]
BASELINE = Path(__file__).with_name("baseline.json")
ENTRIES, ROUNDS = 20, 2
REFERENCE = "reference"
NOISE = 0.1  # of the fixed piece of work: an answer that is remembered takes less than that as a whole
INSTRUCTIONS, SECONDS = "instructions", "processor seconds"
COUNTED = re.compile(r"^(\d+),[^,]*,instructions", re.MULTILINE)
OUTPUTS = "outputs: [index, search, facets, compare, feeds, sitemap, data, manifest, hosting]\n"
FIXED = """
import hashlib, json, re
values = {str(number): [number, "Sản phẩm %d" % number, number / 7] for number in range(6000)}
word = re.compile(r"[^\\W_]+")
for turn in range(12):
    text = json.dumps(values, ensure_ascii=False)
    found = sorted(word.findall(text))
    counts = {}
    for each in found:
        counts[each] = counts.get(each, 0) + len(each)
    hashlib.sha256("".join(counts).encode()).hexdigest()
"""
Costs = Mapping[str, float]


def seconds_of(command: list[str], folder: Path) -> float:
    """The processor time of a command, that of its children too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=_environ())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def instructions_of(command: list[str], folder: Path) -> float:
    """The instructions that a command took in user mode, those of its children too."""
    told = ["perf", "stat", "-x,", "-e", "instructions:u", *command]
    made = subprocess.run(told, cwd=folder, check=True, capture_output=True, text=True, env=_environ())
    found = COUNTED.search(made.stderr)
    if found is None:
        raise ValueError(f"perf counts no instructions here: {made.stderr.strip()}")
    return float(found[1])


def meter() -> tuple[str, Callable[[list[str], Path], float]]:
    """What is measured, and how: instructions where the system counts them."""
    try:
        instructions_of([sys.executable, "-c", "pass"], PROJECT)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return SECONDS, seconds_of
    return INSTRUCTIONS, instructions_of


def _environ() -> dict[str, str]:
    """Modules are compiled once, as they are for users."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def costs(folder: Path, measure: Callable[[list[str], Path], float]) -> dict[str, float]:
    """What each task costs, the least of the rounds; the fixed piece of work stands among them."""
    build = shlex.split(f"{sys.executable} {PROJECT / 'build.py'} --root . build --output out --jobs 1")
    text, layout = next((folder / "content/products").glob("*/index.vi.md")), folder / "templates/base.html"
    found: dict[str, list[float]] = {name: [] for name in (REFERENCE, COLD, NOOP, EDIT, TEMPLATE)}
    measure(build, folder)
    for number in range(ROUNDS):
        found[REFERENCE].append(measure([sys.executable, "-c", FIXED], folder))
        shutil.rmtree(folder / "out")
        shutil.rmtree(folder / ".cache")
        found[COLD].append(measure(build, folder))
        _age(folder)
        measure(build, folder)
        found[NOOP].append(measure(build, folder))
        text.write_text(f"{text.read_text(encoding='utf-8')}\n\nCâu thêm {number}.\n", encoding="utf-8")
        found[EDIT].append(measure(build, folder))
        layout.write_text(layout.read_text(encoding="utf-8").replace("<main ", f'<main data-n="{number}" '), "utf-8")
        found[TEMPLATE].append(measure(build, folder))
    return {name: min(values) for name, values in found.items()}


def _age(folder: Path) -> None:
    """Make the files old enough for their times to say that nothing has changed."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_relative_to(folder / ".cache") and not path.is_relative_to(folder / "out"):
            os.utime(path, (1e9, 1e9))


def relative(found: Costs) -> dict[str, float]:
    """The costs of the tasks, in those of the fixed piece of work."""
    return {name: round(value / found[REFERENCE], 4) for name, value in found.items() if name != REFERENCE}


def compared(now: Costs, before: Costs, what: str, limit: float) -> tuple[str, bool]:
    """The table of the tasks, and whether none costs more than `limit` times what it did, and much more at all."""
    ratios = {name: now[name] / before[name] for name in now if name in before}
    dear = {name for name, ratio in ratios.items() if ratio > limit and now[name] - before[name] > NOISE}
    rows = [
        (WORDS[name], f"{before[name]:.2f}", f"{now[name]:.2f}", f"{ratio:.2f}{' ✗' if name in dear else ''}")
        for name, ratio in ratios.items()
    ]
    head = (f"{what}, in those of a fixed piece of work", "baseline", "now", "now / baseline")
    return table(head, rows), not dear


def site(folder: Path) -> None:
    """A small catalogue with the templates of the showcase; pictures for sharing are left aside."""
    write(folder, ENTRIES, PROJECT)
    settings = folder / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + OUTPUTS, encoding="utf-8")


def main() -> int:
    """Measure and compare; 1 comes back where a task costs too much."""
    asked = argparse.ArgumentParser(description="Compare the cost of builds with the baseline.")
    asked.add_argument("--update", action="store_true", help="make what is measured the baseline")
    asked.add_argument("--limit", type=float, default=1.5, help="how many times the baseline is too much")
    given = asked.parse_args()
    what, measure = meter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        site(folder)
        now = relative(costs(folder, measure))
    known: dict[str, dict[str, float]] = json.loads(BASELINE.read_text()) if BASELINE.is_file() else {}
    if given.update:
        known |= {what: now}
        BASELINE.write_text(json.dumps(known, indent=2) + "\n")
    if what not in known:
        print(f"There is no baseline of {what} yet; this is what is measured: {now}")
        return 0
    shown, sound = compared(now, known[what], what, given.limit)
    print(shown, end="")
    return int(not sound)


if __name__ == "__main__":
    sys.exit(main())
