"""How long from saving a text to its new words in the browser, while `serve` shows a made-up catalogue.

python -m bench.serve_latency --products 1000 --edits 10

A real Chromium has a product open. Its Vietnamese text gets another sentence, again and again; the clock runs from
before the file is written until the sentence stands in the page. `at rest`: the whole site has been made anew after the
edit before. `at work`: it has not, and the processor is busy with it.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.catalogue import write
from showcase.language.slugs import slug
from showcase.settings import USUAL
from tools.chromium import chromium

PROJECT = Path(__file__).resolve().parent.parent
WHOLE = "warnings:"
ADDRESS = re.compile(r"http://localhost:\d+")
SEEN = """(words) => { globalThis.seen = new Promise((done) => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("main").textContent.includes(words)) return;
    observer.disconnect();
    requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
  });
  observer.observe(document, {subtree: true, childList: true, characterData: true});
}); }"""


@contextmanager
def served(root: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """The address of the project's site, and what waits until the whole of it has been made anew."""
    command = [sys.executable, str(PROJECT / "build.py"), "serve", "--root", str(root), "--date", "2026-11-20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "LANG": "C"}) as process:
        assert process.stdout is not None
        lines = process.stdout
        try:
            yield (
                next(found[0] for line in lines if (found := ADDRESS.search(line))),
                lambda: next(line for line in lines if WHOLE in line),
            )
        finally:
            process.terminate()


def latency(page: Page, text: Path, number: int) -> float:
    """Milliseconds from before the file is written until the page shows what is new in it."""
    words = f"Câu mới số {number}."
    page.evaluate(SEEN, words)
    before = re.sub(r"\n*Câu mới số \d+\.\n", "\n", text.read_text(encoding="utf-8"))
    saved = time.time()
    text.write_text(f"{before.rstrip()}\n\n{words}\n", encoding="utf-8")
    return float(page.evaluate("globalThis.seen")) - 1000 * saved


def shown(name: str, times: list[float]) -> str:
    """A line of the result."""
    high = sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
    return f"{name}: median {statistics.median(times):.0f} ms, 95 % {high:.0f} ms, {len(times)} edits"


def measure(root: Path, edits: int) -> None:
    """Print both medians for a project."""
    text = sorted(root.glob("content/products/*/index.vi.md"))[len(list(root.glob("content/products/*"))) // 2]
    begun = time.time()
    with served(root) as (address, wait_for_all), sync_playwright() as playwright:
        print(f"the first edition took {time.time() - begun:.1f} s", flush=True)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(address + page_of(text))
        rest = []
        for number in range(edits):
            rest.append(latency(page, text, number))
            begun = time.time()
            wait_for_all()
            print(f"{rest[-1]:.0f} ms; the whole site followed after {time.time() - begun:.1f} s", flush=True)
        work = [latency(page, text, edits + number) for number in range(edits)]
        print(shown("at rest", rest))
        print(shown("at work", work))
        browser.close()


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
