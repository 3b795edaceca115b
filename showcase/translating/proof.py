"""A file with new translations becomes what is wrong with it, told at the places where the translator wrote that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from showcase import codes
from showcase.problems import Problem
from showcase.reading.discover import Source
from showcase.reading.front_matter import read_front_matter
from showcase.reading.parse import parse
from showcase.translating.blocks import blocks
from showcase.translating.matching import Match, shape_problem
from showcase.translating.segments import Pair, kinds
from showcase.translating.spans import TextFile
from showcase.translating.steps import texts_along


def faults(pair: Pair, file: TextFile, new: Sequence[Match], default_locale: str) -> tuple[Problem, ...]:
    """What the file has that it did not have before: blocks that run into each other, texts that are refused."""
    if not new:
        return ()
    parts = [made for made in new if made.segment.kind]
    if parts and kinds(blocks(file.lines)) != kinds(blocks(pair.source.lines)):
        return (shape_problem(parts[0], codes.SEVERAL_BLOCKS),)
    source = pair.group.source
    document = parse(Source(pair.path, source.kind, source.id, pair.locale, file.raw.encode(), ""), default_locale)
    known = {(each.code, each.values) for each in (pair.document.problems if pair.document else ())}
    lines = sorted(line_starts(file, new), key=lambda found: found[0])
    return tuple(
        replace(each, place=_at(each.place.line, lines).unit.place)
        for each in document.problems
        if (each.code, each.values) not in known
    )


def line_starts(file: TextFile, new: Sequence[Match]) -> Iterator[tuple[int, Match]]:
    """The line of the file on which each new text begins."""
    front = read_front_matter(file.fields, "", file.read.count("\n", 0, file.front.start) + 1)
    paths = {steps: path for steps, path, _text in texts_along(front.values)}
    first, found = file.read.count("\n", 0, file.body.start) + 1, blocks(file.lines)
    for made in new:
        if made.segment.is_body:
            yield first + found[made.segment.block].start, made
        else:
            yield front.places[paths[made.segment.steps]].value.line, made


def _at(line: int, starts: Sequence[tuple[int, Match]]) -> Match:
    """The text to which a line belongs."""
    return next((made for start, made in reversed(starts) if start <= line), starts[0][1])
