"""Translations of an entry become its file in that language, changed in no other character."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from showcase import codes
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.discover import Source
from showcase.reading.front_matter import read_front_matter
from showcase.reading.parse import Document, parse
from showcase.translating.blocks import Block, blocks, text_of
from showcase.translating.fields import change
from showcase.translating.matching import Match, shape_problem
from showcase.translating.segments import BODY, Pair, Segment, kinds, order_of
from showcase.translating.spans import Span, TextFile, replaced, text_file
from showcase.translating.steps import texts_along


@dataclass(frozen=True, slots=True)
class Written:
    """A file to be written: its text, the stamps that it is to have, and how many of its texts are new."""

    path: str
    text: str
    stamps: Mapping[str, str]
    count: int


def written(
    pair: Pair, found: Sequence[Segment], matches: Sequence[Match], default_locale: str
) -> tuple[Written | None, tuple[Problem, ...]]:
    """The file with the new translations, nothing where none is new, and what is wrong with them."""
    new = [made for made in matches if made.is_new]
    try:
        file, waiting = _with_all(pair, found, matches, default_locale)
    except _UnplacedError as error:
        return None, error.problems
    stamps = _stamps(pair, found, [made for made in matches if made not in waiting])
    if not _is_changed(pair, file, stamps):
        return None, _waiting_problems(found, waiting)
    problems = (*_waiting_problems(found, waiting), *_shape_problems(pair, file, new), *_faults(pair, file, new, default_locale))
    return Written(pair.path, file.raw, stamps, len(new) - len(waiting)), problems
