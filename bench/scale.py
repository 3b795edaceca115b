"""Builds made-up catalogues with processes and with a Dask cluster, compares every byte, and says what it took.

python -m bench.scale [--entries 1000,10000,100000] [--outputs index,search] [--write docs/scale.md --chart FILE.svg]

Each step is noted in `.cache/bench/scale.jsonl` as soon as it is done. What stands there is not done again (`--anew`
does), and a step that fails is noted as well, so that those before and after it count. The cluster builds without a
cache what the processes built with one after an edit: that both give the same bytes covers the cache too.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import file_digest, sha256
from pathlib import Path
from random import Random

from bench.catalogue import write
from bench.memory import chart as memory_chart
from bench.processes import Use, used
from bench.ratios import replaced, table
from bench.scale_model import Prices, Unit, prices, scale_table
from showcase import pipeline
from showcase.pages.views import Artifact
from showcase.work import engine_digest

PROJECT = Path(__file__).resolve().parents[1]
RESULTS = Path(".cache/bench/scale.jsonl")
OUTPUTS = "index,search,facets,compare,feeds,sitemap,data,manifest,hosting"
DAY = "2026-11-20"
WHOLE = 1_000  # up to so many entries one process makes the whole site too; beyond, a sample of it
SAMPLE = 500
EDITED = "content/products/san-pham-000001/index.vi.md"
PROCESSES, EDIT, DASK, SERIAL = STEPS = ("processes", "edit", "dask", "serial")
WORDS = {
    PROCESSES: "2 processes, no cache",
    EDIT: "2 processes, one text edited",
    DASK: "Dask, 2 workers, no cache",
    SERIAL: "one process, to compare",
}


@dataclass(frozen=True, slots=True)
class Step:
    """What a step took, what it left, and in how many files that differs from what it is compared with.

    `cache` are the bytes of what is remembered. A step that failed has nothing but what it `failed` with. What another
    `engine` did is not compared with what this one does.
    """

    count: int
    name: str
    use: Use = field(default_factory=Use)
    files: int = 0
    size: int = 0
    cache: int = 0
    compared: int = 0
    differing: int = 0
    failed: str = ""
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a catalogue of a size lies, with its output, its cache, and the digests of what was built of it."""

    folder: Path
    count: int

    @property
    def out(self) -> Path:
        """The site."""
        return self.folder / "out"

    @property
    def cache(self) -> Path:
        """What is remembered."""
        return self.folder / ".cache"

    def digests(self, name: str) -> Path:
        """The file with the digests of what a step built."""
        return self.folder / f"{name}.json"


def built(place: Place, *options: str) -> Use:
    """What a build of the catalogue took; RuntimeError where it fails."""
    command = [sys.executable, PROJECT / "build.py", "--root", place.folder, "build", "--date", DAY]
    return used([*map(str, command), "--output", str(place.out), *options], place.folder / "said.txt")


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder."""
    return {path.relative_to(folder).as_posix(): _digest(path) for path in folder.rglob("*") if path.is_file()}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The paths of files that are not the same on both sides."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def noted(place: Place, name: str, use: Use, compared_with: str = "nothing") -> Step:
    """What a step took, with what now lies there; the digests of that are kept."""
    now = digests(place.out)
    place.digests(name).write_text(json.dumps(now), encoding="utf-8")
    known = place.digests(compared_with)
    before = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
    others = differing(now, before) if before else []
    if others:
        show(f"  other than {compared_with}: {', '.join(others[:5])} …")
    sizes, kept = (sum(path.stat().st_size for path in each.rglob("*") if path.is_file()) for each in _folders(place))
    return Step(place.count, name, use, len(now), sizes, kept, len(before), len(others))


def _folders(place: Place) -> tuple[Path, Path]:
    return place.out, place.cache


def with_processes(place: Place) -> Step:
    """The site from nothing, by processes; what was built before is forgotten."""
    _cleared(place)
    for name in STEPS:
        place.digests(name).unlink(missing_ok=True)
    return noted(place, PROCESSES, built(place, "--executor", "processes", "--jobs", "2"))


def with_an_edit(place: Place) -> Step:
    """The same with one more sentence in a text."""
    if not place.digests(PROCESSES).exists():
        raise RuntimeError("there is no site to bring up to date")
    text = place.folder / EDITED
    text.write_text(f"{text.read_text(encoding='utf-8')}\nMột câu thêm vào.\n", encoding="utf-8")
    return noted(place, EDIT, built(place, "--executor", "processes", "--jobs", "2"), PROCESSES)


def with_dask(place: Place) -> Step:
    """The edited site from nothing, by a cluster."""
    _cleared(place)
    return noted(place, DASK, built(place, "--executor", "dask", "--jobs", "2"), EDIT)


def with_one_process(place: Place) -> Step:
    """The edited site from nothing, by one process; of a large one some pages, made anew from what was read."""
    if place.count <= WHOLE:
        _cleared(place)
        return noted(place, SERIAL, built(place, "--executor", "serial", "--no-cache"), DASK)
    command = [sys.executable, "-m", "bench.scale", "--sample", str(place.folder)]
    use = used(command, place.folder / "said.txt")
    found = json.loads((place.folder / "said.txt").read_text(encoding="utf-8").splitlines()[-1])
    return Step(place.count, SERIAL, use, compared=found["compared"], differing=len(found["differing"]))


MAKE: Mapping[str, Callable[[Place], Step]] = {
    PROCESSES: with_processes,
    EDIT: with_an_edit,
    DASK: with_dask,
    SERIAL: with_one_process,
}


def sample(folder: Path) -> dict[str, object]:
    """Pages by chance, always the same, made in this process, and those that the cluster made otherwise."""
    request = pipeline.Request(folder, date.fromisoformat(DAY), folder / "out", folder / ".cache/build", 1)
    grounds = pipeline.make(replace(request, executor="serial")).grounds
    if grounds is None:
        raise RuntimeError("the sample could not be made")
    jobs = sorted(grounds.planned.jobs, key=lambda job: job.output)
    known = json.loads(Place(folder, 0).digests(DASK).read_text(encoding="utf-8"))
    others, chosen = [], Random(1).sample(jobs, min(SAMPLE, len(jobs)))
    for job in chosen:
        made = grounds.renderer(job)
        if not isinstance(made, Artifact) or sha256(made.data).hexdigest() != known.get(job.output):
            others.append(job.output)
    return {"compared": len(chosen), "differing": others}


def _cleared(place: Place) -> None:
    for path in _folders(place):
        shutil.rmtree(path, ignore_errors=True)


def prepared(folder: Path, count: int, outputs: str) -> Place:
    """The catalogue on disk, written anew unless it is whole."""
    place, whole = Place(folder / str(count), count), folder / str(count) / "whole"
    if not whole.exists():
        shutil.rmtree(place.folder, ignore_errors=True)
        write(place.folder, count, PROJECT)
        settings = place.folder / "site.yaml"
        settings.write_text(f"{settings.read_text(encoding='utf-8')}outputs: [{outputs}]\n", encoding="utf-8")
        whole.touch()
    return place


def steps(place: Place, known: Sequence[Step], wanted: Sequence[str] = STEPS) -> Iterator[Step]:
    """The steps that are wanted of a size and not known yet, one after another whether they fail or not."""
    done = {each.name for each in known if each.count == place.count and not each.failed}
    for name in STEPS:
        if name in done or name not in wanted:
            continue
        show(f"{place.count:,} entries, {WORDS[name]} …")
        try:
            made = MAKE[name](place)
        except Exception as error:  # whatever keeps a step from being done, the others count
            made = Step(place.count, name, failed=f"{type(error).__name__}: {error}"[-400:])
        show(line_of(made))
        yield replace(made, engine=engine_digest())


def line_of(step: Step) -> str:
    """What is printed of a step."""
    if step.failed:
        return f"  failed: {step.failed}"
    use = step.use
    others = ", ".join(f"{each:.0f}" for each in use.others[:4]) or "none"
    took = f"{use.seconds:.0f} s, processors {use.processors:.0f} s, of these the building process {use.own:.0f} s"
    return f"  {took}; peaks: {use.peak:.0f} MB, beside it {others} MB; {step.differing} of {step.compared} differ"


def results_table(found: Sequence[Step]) -> str:
    """What every step took."""
    rows = []
    for each in sorted(found, key=lambda step: (step.count, STEPS.index(step.name))):
        use, first = each.use, (f"{each.count:,}", WORDS[each.name])
        if each.failed:
            rows.append((*first, "failed", *["–"] * 7))
            continue
        largest = " + ".join(f"{peak:.0f}" for peak in use.others[:2]) or "–"
        times = (f"{use.seconds:.0f}", f"{use.processors:.0f}", f"{use.own:.0f}", f"{use.peak:.0f}", largest)
        left = (f"{each.files:,}", f"{each.size / 1e6:,.0f}") if each.files else ("–", "–")
        rows.append((*first, *times, *left, f"{each.differing:,} of {each.compared:,}" if each.compared else "–"))
    head = ("entries", "", "clock, s", "processors, s", "building process, s", "its peak, MB", "largest workers, MB")
    return table((*head, "files", "MB", "differing files"), rows)


def growth_table(found: Sequence[Step]) -> str:
    """How many times more the largest size took than the one before, by steps; empty before there are two."""
    counts = sorted({each.count for each in found})[-2:]
    uses = {(each.name, each.count): each.use for each in found if not each.failed}
    both = [name for name in STEPS if all((name, count) in uses for count in counts)]
    if len(counts) < 2:
        return ""
    small, large = counts
    rows = []
    for name in both:
        less, more = uses[name, small], uses[name, large]
        pairs = ((less.seconds, more.seconds), (less.processors, more.processors), (less.peak, more.peak))
        rows.append((WORDS[name], *(f"× {much / little:.1f}" for little, much in pairs)))
    head = (f"from {small:,} to {large:,} entries, × {large / small:.1f}", "clock", "processors", "its peak")
    return table(head, rows)


def growth(found: Sequence[Step]) -> str:
    """The peaks of the building process over the number of entries, as SVG."""
    lines = {PROCESSES: ("processes", "#9a3412"), DASK: ("Dask", "#0f766e"), EDIT: ("one text edited", "#4338ca")}
    peaks = {
        (words, colour): [(each.count, each.use.peak) for each in found if each.name == name and not each.failed]
        for name, (words, colour) in lines.items()
    }
    return memory_chart(peaks, "Peak memory of the building process", "entries")


def unit(found: Sequence[Step]) -> Unit | None:
    """What one entry costs, by the largest size that was built with processes and with an edit."""
    cold = sorted((each for each in found if each.name == PROCESSES and not each.failed), key=lambda step: step.count)
    edits = {each.count: each for each in found if each.name == EDIT and not each.failed}
    if len(cold) < 2 or cold[-1].count not in edits:
        return None
    small, large, edit = cold[0], cold[-1], edits[cold[-1].count]
    more = large.count - small.count
    slope = (large.use.peak - small.use.peak) / more
    return Unit(
        entries=large.count,
        files=large.files / large.count,
        size=large.size / large.count,
        cache=large.cache / large.count,
        processors=large.use.processors / large.count,
        own=large.use.own / large.count,
        memory=slope,
        memory_at_rest=small.use.peak - slope * small.count,
        edit_seconds=edit.use.seconds / large.count,
        edit_files=edit.differing,
    )


def shown(found: Sequence[Step]) -> str:
    """All that was measured."""
    return f"{results_table(found)}\n{growth_table(found)}"


def read_results() -> tuple[Step, ...]:
    """The last result of every step by this engine."""
    lines = RESULTS.read_text(encoding="utf-8").splitlines() if RESULTS.exists() else []
    found = [each for each in map(json.loads, lines) if each["engine"] == engine_digest()]
    steps = [Step(**{**each, "use": Use(**{**each["use"], "others": tuple(each["use"]["others"])})}) for each in found]
    return tuple({(each.count, each.name): each for each in steps}.values())


def written(page: Path | None, picture: Path | None, assumed: Prices) -> None:
    """Tables and chart, in their places."""
    found = read_results()
    if page:
        text = replaced(page.read_text(encoding="utf-8"), "measured", shown(found))
        costs = unit(found)
        page.write_text(replaced(text, "model", scale_table(costs, assumed)) if costs else text, encoding="utf-8")
    if picture:
        picture.write_text(growth(found), encoding="utf-8")


def show(line: str) -> None:
    """Print a line at once, with the time."""
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)


def main() -> int:
    """Do the steps that are left, and write what is known after each; 1 where something differs or failed."""
    asked = argparse.ArgumentParser(description="Build large catalogues with every executor.")
    asked.add_argument("--entries", default="1000,10000,100000", help="how many entries")
    asked.add_argument("--outputs", default=OUTPUTS, help="what is made beside pages and lists")
    asked.add_argument("--steps", default=",".join(STEPS), help="which steps, each after those before it")
    asked.add_argument("--work", type=Path, default=Path(".cache/bench/scale"), help="a folder with much room")
    asked.add_argument("--anew", action="store_true", help="forget earlier results and catalogues")
    asked.add_argument("--keep", action="store_true", help="leave sites and caches where they are")
    asked.add_argument("--write", type=Path, help="put the tables into this document")
    asked.add_argument("--chart", type=Path, help="write the chart there")
    asked.add_argument("--price", action="append", default=[], help="an assumption of the model, such as workers=50")
    asked.add_argument("--sample", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.sample:
        print(json.dumps(sample(given.sample)))
        return 0
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    if given.anew:
        RESULTS.unlink(missing_ok=True)
        shutil.rmtree(given.work, ignore_errors=True)
    for count in map(int, given.entries.split(",")):
        begun = time.monotonic()
        place = prepared(given.work.resolve(), count, given.outputs)
        show(f"{count:,} entries: catalogue there after {time.monotonic() - begun:.0f} s")
        for step in steps(place, read_results(), given.steps.split(",")):
            with RESULTS.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(step)) + "\n")
            written(given.write, given.chart, prices(given.price))
        if not given.keep:
            _cleared(place)
    found = read_results()
    written(given.write, given.chart, prices(given.price))
    print(shown(found))
    same = (each for each in found if each.name in (DASK, SERIAL))
    return int(any(each.differing for each in same) or any(each.failed for each in found))


if __name__ == "__main__":
    sys.exit(main())
