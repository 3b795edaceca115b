"""`make faults`: every fault many times, as a table; the exit status is 1 where a site was ever wrong."""

import argparse
import io
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from PIL import Image

from tools.faults.caches import damaged_caches
from tools.faults.deaths import dead_workers, kills, locked_out, two_at_once
from tools.faults.disks import full_and_frozen, vanishing_pictures
from tools.faults.publications import publication_rows
from tools.faults.rows import Row, table
from tools.faults.trial import stage

ROOT = Path(__file__).parents[2]
ENTRY = "content/products/ban-go"
SMALL, SMALL_TEXT = ROOT / "tests/sites/base", f"{ENTRY}/index.vi.md"
REAL_TEXT = "content/products/zalo/index.vi.md"


@contextmanager
def small_project(folder: Path) -> Iterator[Path]:
    """The small site of the tests with a picture."""
    root = folder / "origin"
    shutil.copytree(SMALL, root)
    picture = io.BytesIO()
    Image.effect_noise((240, 160), 40).save(picture, "PNG")
    (root / ENTRY / "tam.png").write_bytes(picture.getvalue())
    for locale in ("vi", "en"):
        text = root / ENTRY / f"index.{locale}.md"
        text.write_text(f"{text.read_text(encoding='utf-8').rstrip()}\n\n![Tấm](tam.png)\n", encoding="utf-8")
    yield root
    shutil.rmtree(root)


def small_rows(folder: Path, seed: int, count: int) -> Iterator[Row]:
    """The rows of the small site: `count` of the deaths in all, a twentieth as many of every other fault."""
    few = max(1, count // 20)
    with small_project(folder) as origin, stage(origin, SMALL_TEXT, folder, seed) as here:
        seconds = here.learn()
        yield kills(here, count // 2, seconds, cold=True)
        yield kills(here, count - count // 2, seconds, cold=False)
        yield kills(here, few, seconds, cold=True, number=signal.SIGINT)
        yield kills(here, few, seconds, cold=False, number=signal.SIGTERM)
        yield dead_workers(here, few)
        yield two_at_once(here, few)
        yield locked_out(here, few)
        yield vanishing_pictures(here, here.root / ENTRY / "tam.png", few, seconds)
        yield from damaged_caches(here, few)


def disk_rows(folder: Path, seed: int, count: int) -> Iterator[Row]:
    """The rows of the small site on a small disk."""
    with small_project(folder) as origin:
        yield from full_and_frozen(origin, SMALL_TEXT, folder, seed, max(1, count // 20))


def publishing_rows(folder: Path, seed: int, count: int) -> Iterator[Row]:
    """The rows of publishing the small site."""
    place = folder / "publications"
    place.mkdir()
    with small_project(folder) as origin:
        yield from publication_rows(origin, Path(SMALL_TEXT), place, seed, count)


def real_rows(folder: Path, seed: int, count: int) -> Iterator[Row]:
    """The rows of the real site."""
    with stage(ROOT, REAL_TEXT, folder, seed) as here:
        seconds = here.learn()
        rows = [
            kills(here, count // 3, seconds, cold=True),
            kills(here, count - count // 3, seconds / 4, cold=False),
            dead_workers(here, max(2, count // 10)),
        ]
    for row in rows:
        row.fault = f"the real site: {row.fault}"
        yield row


def main() -> int:
    """Run all faults and print the table; the exit status comes back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="builds of the small site to kill (200)")
    parser.add_argument("--real", type=int, default=30, help="builds of the real site to kill (30)")
    parser.add_argument("--publish", type=int, default=20, help="publications to kill on each kind of host (20)")
    parser.add_argument("--no-disks", dest="disks", action="store_false", help="leave out full and frozen disks")
    parser.add_argument("--seed", type=int, default=1, help="what the random moments come from (1)")
    options = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        wanted = (
            small_rows(Path(folder), options.seed, options.kills) if options.kills else (),
            disk_rows(Path(folder), options.seed, options.kills) if options.kills and options.disks else (),
            real_rows(Path(folder), options.seed, options.real) if options.real else (),
            publishing_rows(Path(folder), options.seed, options.publish) if options.publish else (),
        )
        for row in chain.from_iterable(wanted):
            _note(rows, row)
    print(*table(rows), sep="\n")
    return int(any(row.wrong for row in rows))


def _note(rows: list[Row], row: Row) -> None:
    rows.append(row)
    print(" · ".join(row.cells()), file=sys.stderr, flush=True)
    for each in row.wrong:
        print(f"    {each}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
