"""How long from saving a text to its new words in the browser, while `serve` shows a made-up catalogue.

python -m bench.serve_latency --products 1000 --edits 10

A real Chromium has a product open. Its Vietnamese text gets another sentence, again and again; the clock runs from
before the file is written until the sentence stands in the page. `at rest`: the whole site has been made anew after the
edit before. `at work`: it has not, and the processor is busy with it. The processor time is what `serve` itself has
worked from the one moment to the other, as Linux counts it, in steps of a hundredth of a second: a busy machine changes
it little. The rows at the end are those of the table in docs/performance.md.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.catalogue import write
from showcase.language.slugs import slug
from showcase.settings import USUAL
from tools.chromium import chromium

PROJECT = Path(__file__).resolve().parent.parent
WHOLE = "warnings:"
ADDRESS = re.compile(r"http://localhost:\d+")
LONGEST = 120  # seconds; beyond them something is wrong
SEEN = """([words, longest]) => { globalThis.seen = new Promise((done, never) => {
  setTimeout(() => never(new Error(`“${words}” never came`)), 1000 * longest);
  const observer = new MutationObserver(() => {
    if (!document.querySelector("main").textContent.includes(words)) return;
    observer.disconnect();
    requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
  });
  observer.observe(document, {subtree: true, childList: true, characterData: true});
}); }"""


@dataclass(frozen=True, slots=True)
class Served:
    """The running `serve`: where it answers, its number, and what waits until the whole site has been made anew."""

    address: str
    process: int
    wait_for_all: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from saving to seeing, and how many of them `serve` has worked."""

    passed: float
    worked: float


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """The project's site, served until the end."""
    command = [sys.executable, str(PROJECT / "build.py"), "serve", "--root", str(root), "--date", "2026-11-20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "LANG": "C"}) as process:
        assert process.stdout is not None
        lines = process.stdout
        try:
            address = next(found[0] for line in lines if (found := ADDRESS.search(line)))
            yield Served(address, process.pid, lambda: next(line for line in lines if WHOLE in line))
        finally:
            process.terminate()
            process.wait()


def worked(process: int) -> float:
    """Milliseconds that a process has worked until now (proc(5), utime and stime); 0 where the system tells nothing."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def latency(page: Page, site: Served, text: Path, number: int) -> Latency:
    """How long it takes from before the file is written until the page shows what is new in it."""
    words = f"Câu mới số {number}."
    page.evaluate(SEEN, [words, LONGEST])
    before = re.sub(r"\n*Câu mới số \d+\.\n", "\n", text.read_text(encoding="utf-8"))
    begun, saved = worked(site.process), time.time()
    text.write_text(f"{before.rstrip()}\n\n{words}\n", encoding="utf-8")
    seen = float(page.evaluate("globalThis.seen"))
    return Latency(seen - 1000 * saved, worked(site.process) - begun)


def row(name: str, times: Sequence[Latency]) -> str:
    """A row of the table."""
    passed = [each.passed for each in times]
    work = statistics.mean(each.worked for each in times)
    return f"| {name} | {statistics.median(passed):.0f} ms | {max(passed):.0f} ms | {work:.0f} ms |"


def measure(root: Path, edits: int) -> None:
    """Print the table for a project."""
    text = sorted(root.glob("content/products/*/index.vi.md"))[len(list(root.glob("content/products/*"))) // 2]
    begun = time.time()
    with served(root) as site, sync_playwright() as playwright:
        print(f"the first edition took {time.time() - begun:.1f} s", flush=True)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(site.address + page_of(text))
        rest = []
        for number in range(edits):
            rest.append(latency(page, site, text, number))
            begun, before = time.time(), worked(site.process)
            site.wait_for_all()
            whole = f"{time.time() - begun:.1f} s, {(worked(site.process) - before) / 1000:.1f} s of processor time"
            print(f"{rest[-1].passed:.0f} ms; the whole site followed after {whole}", flush=True)
        work = [latency(page, site, text, edits + number) for number in range(edits)]
        browser.close()
    products = len(list(root.glob("content/products/*")))
    print(f"\n| {products:,} products, two languages | median | slowest of {edits} | processor time, on average |")
    print("| --- | --- | --- | --- |")
    print(row("the whole site is up to date", rest))
    print(row("the whole site is being made anew meanwhile", work))


def page_of(text: Path) -> str:
    """The address of a product, which is made from its title."""
    title = json.loads(text.read_text(encoding="utf-8").split("title: ")[1].partition("\n")[0])
    return f"/vi/san-pham/{slug(title, 'vi')}/"


def main() -> None:
    """Make the catalogue and measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve_latency", description=__doc__)
    parser.add_argument("--products", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--folder", type=Path, help="keep the catalogue, and its cache, here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = given.folder or Path(folder)
        write(root, given.products * 6 // 5, PROJECT)
        # Pictures for sharing take most of the first build and have no part in what is measured.
        others = ", ".join(output for output in USUAL if output != "shares")
        with (root / "site.yaml").open("a", encoding="utf-8") as settings:
            settings.write(f"outputs: [{others}]\n")
        measure(root, given.edits)


if __name__ == "__main__":
    main()
