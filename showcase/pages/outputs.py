"""The paths of everything that will be written become problems where one would take the place of another."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from showcase.codes import OUTPUT_COLLISION
from showcase.problems import Place, Problem, problem


def output_problems(outputs: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that another file, or a folder, of the same name would replace.

    Names that differ in capital letters or in their Unicode form are the same to some systems.
    """
    named = sorted((_folded(output), output) for output in outputs)
    folders = {folder for name, _ in named for folder in _above(name)}
    for (name, output), (other, _) in pairwise((*named, ("", ""))):
        if name == other or name in folders:
            yield problem(OUTPUT_COLLISION, Place(output), output=output)


def _folded(output: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", output).casefold())


def _above(name: str) -> Iterator[str]:
    """The folders in which a file stands."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name
