"""The theme over a site of hard cases: every field filled, almost none, long names, what is past and expired."""

import argparse
import shutil
from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from showcase.pipeline import Request, build

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "demonstration"
DAY = date(2026, 11, 23)
PAPER, LACQUER, LEAF, INK = (232, 222, 203), (122, 22, 19), (224, 192, 132), (40, 30, 26)


def project(folder: Path) -> Path:
    """The folder, after a whole project stands in it: the cases with their pictures, our theme, our words."""
    shutil.copytree(CASES, folder, dirs_exist_ok=True)
    for part in ("templates", "locales"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    beside = folder / "content" / "products" / "day-du"
    drawn((1600, 1200), 0).save(beside / "ban.jpg", quality=90)
    drawn((1200, 1500), 1).save(beside / "goc.jpg", quality=90)
    return folder


def drawn(size: tuple[int, int], number: int) -> Image.Image:
    """A plain picture: a table below a circle, or a corner of it."""
    image = Image.new("RGB", size, (PAPER, LACQUER)[number])
    canvas, (wide, high) = ImageDraw.Draw(image), size
    canvas.ellipse((wide * 0.3, high * 0.08, wide * 0.7, high * 0.08 + wide * 0.4), fill=(LACQUER, LEAF)[number])
    canvas.rectangle((wide * 0.12, high * 0.62, wide * 0.88, high * 0.67), fill=INK)
    for left in (0.16, 0.8):
        canvas.rectangle((wide * left, high * 0.67, wide * (left + 0.04), high * 0.95), fill=INK)
    return image


def demonstration(folder: Path, cache: Path | None = None) -> Path:
    """The built site of the cases, in `site/` below the folder."""
    outcome = build(Request(project(folder), DAY, folder / "site", cache, 1))
    if not outcome.written:
        raise SystemExit("\n".join(f"{each.place.path}: {each.code}" for each in outcome.problems))
    return outcome.output


def main() -> None:
    """Builds it into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".cache/demonstration"))
    options = parser.parse_args()
    print(demonstration(options.folder, Path(".cache/demonstration-memory")))


if __name__ == "__main__":
    main()
