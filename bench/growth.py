"""Two sites made of a smaller and a larger catalogue become the list of the outputs that grew: `SMALL LARGE`.

Files of the larger one above a size are listed if they are a third larger than in the smaller one, or were not there.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path


def sizes(site: Path) -> dict[str, int]:
    """The size of each file by its path."""
    return {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*") if path.is_file()}


def grown(small: dict[str, int], large: dict[str, int], least: int) -> Iterator[tuple[int, int, str]]:
    """The size before, the size now, and the path of each file that grew."""
    for path, now in sorted(large.items(), key=lambda each: (-each[1], each[0])):
        before = small.get(path, 0)
        if now >= least and now * 3 > before * 4:
            yield before, now, path


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what grew."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--least", type=int, default=100_000, help="bytes; smaller files are passed over")
    given = parser.parse_args(arguments)
    for before, now, path in grown(sizes(given.small), sizes(given.large), given.least):
        print(f"{before:>10} {now:>10} {path}")


if __name__ == "__main__":
    main()
