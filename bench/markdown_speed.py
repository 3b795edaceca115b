"""Turns a folder of Markdown into how long the stock parser and ours take for it, in pairs within one run.

python -m bench.markdown_speed [FOLDER] [--rounds N]
"""

import argparse
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from statistics import median
from time import process_time

from showcase.language.text import normalised
from showcase.problems import ContentError
from showcase.reading.fast_markdown import SparingExtension
from showcase.reading.markdown import WORDING, new_parser
from showcase.reading.text_file import split_front_matter

Convert = Callable[[str], str]


def body(path: Path) -> str:
    """The text of a file without its front matter."""
    text = normalised(path.read_text(encoding="utf-8"))
    try:
        return split_front_matter(text, path.name).body
    except ContentError:
        return text


def seconds(convert: Convert, texts: Sequence[str]) -> float:
    """The processor time that all texts take."""
    start = process_time()
    for text in texts:
        convert(text)
    return process_time() - start


def pairs(stock: Convert, ours: Convert, texts: Sequence[str], rounds: int) -> list[tuple[float, float]]:
    """The times of both, one after the other in each round, so that a busy machine slows both."""
    return [(seconds(stock, texts), seconds(ours, texts)) for _ in range(rounds)]


def main() -> None:
    """Print the comparison."""
    arguments = argparse.ArgumentParser(description="Compare the Markdown parsers.")
    arguments.add_argument("folder", nargs="?", type=Path, default=Path("content"))
    arguments.add_argument("--rounds", type=int, default=15)
    given = arguments.parse_args()
    texts = [body(path) for path in sorted(given.folder.rglob("*.md"))]
    one, other = new_parser(WORDING), new_parser(WORDING, SparingExtension())

    def stock(text: str) -> str:
        return one.reset().convert(text)

    def ours(text: str) -> str:
        return other.reset().convert(text)

    different = sum(stock(text) != ours(text) for text in texts)
    times = pairs(stock, ours, texts, given.rounds)
    print(f"Python {python_version()}, Markdown {version('markdown')}")
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters, {different} come out differently")
    slow, fast = (median(each) * 1000 for each in zip(*times, strict=True))
    print(f"stock {slow:.0f} ms, ours {fast:.0f} ms")
    print(f"ours / stock, median of {given.rounds} pairs: {median(each[1] / each[0] for each in times):.2f}")


if __name__ == "__main__":
    main()
