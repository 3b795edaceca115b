"""Turns the font packages of `make fonts` into the font files of the site."""

import argparse
import shutil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SUBSETS = ("latin", "vietnamese")
TEXT = "@fontsource/be-vietnam-pro"
DISPLAY = "@fontsource-variable/newsreader"
WEIGHTS = (400, 600)
DISPLAY_PLACE = {"wght": 560, "opsz": 72}


def written(font: TTFont, target: Path) -> None:
    """Nothing, after the font stands on the disk; without the hour, so that the same source gives the same bytes."""
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(target)


def display(source: Path) -> TTFont:
    """The display face at one weight and at the size of a headline: a quarter of the bytes of all weights and sizes."""
    return instantiateVariableFont(TTFont(source, recalcTimestamp=False), DISPLAY_PLACE)


def figures(source: Path) -> TTFont:
    """The ten digits of the text face, all of one width: Be Vietnam Pro itself has no such set."""
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True))
    subsetter.populate(text="0123456789")
    subsetter.subset(font)
    metrics = font["hmtx"].metrics
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    width = metrics[digits[0]][0]
    for name in digits:
        advance, bearing = metrics[name]
        shift = (width - advance) // 2
        font["glyf"][name].coordinates.translate((shift, 0))
        font["glyf"][name].recalcBounds(font["glyf"])
        metrics[name] = (width, bearing + shift)
    return font


def make(packages: Path, target: Path) -> None:
    """Nothing, after every font file and its licence stand in the folder."""
    text = packages / TEXT
    for subset in SUBSETS:
        for weight in WEIGHTS:
            source = text / "files" / f"be-vietnam-pro-{subset}-{weight}-normal.woff2"
            shutil.copyfile(source, target / f"be-vietnam-pro-{subset}-{weight}.woff2")
        source = packages / DISPLAY / "files" / f"newsreader-{subset}-standard-normal.woff2"
        written(display(source), target / f"newsreader-display-{subset}.woff2")
    for weight in WEIGHTS:
        source = text / "files" / f"be-vietnam-pro-latin-{weight}-normal.woff2"
        written(figures(source), target / f"be-vietnam-pro-figures-{weight}.woff2")
    shutil.copyfile(text / "LICENSE", target / "be-vietnam-pro-OFL.txt")
    shutil.copyfile(packages / DISPLAY / "LICENSE", target / "newsreader-OFL.txt")


def main() -> None:
    """Makes the fonts from the packages' folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    make(options.packages, options.target)


if __name__ == "__main__":
    main()
