"""Translations of an entry become its file in that language, changed in no other character."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from showcase import codes
from showcase.problems import ContentError, Problem, problem
from showcase.translating.blocks import Block, blocks, text_of
from showcase.translating.fields import Order, change
from showcase.translating.matching import Match
from showcase.translating.proof import faults
from showcase.translating.segments import BODY, Pair, Segment, order_of, whole
from showcase.translating.spans import Span, TextFile, replaced, text_file


@dataclass(frozen=True, slots=True)
class Written:
    """A file to be written: its text, its stamps where they change, and how many of its texts are new."""

    path: str
    text: str
    stamps: Mapping[str, str]
    count: int


def written(
    pair: Pair, found: Sequence[Segment], matches: Sequence[Match], default_locale: str
) -> tuple[Written | None, tuple[Problem, ...]]:
    """The file with the new translations, nothing where there is nothing new, and what is wrong."""
    waiting = waiting_problems(pair, found, matches)
    ready = [made for made in matches if not (waiting and made.segment.is_body)]
    new = [made for made in ready if made.is_new]
    stamps = stamps_of(pair, found, ready)
    if not new and not stamps:
        return None, waiting
    try:
        file = with_fields(pair.translation or new_file(pair, default_locale), new, order_of(found))
    except ContentError as error:
        return None, (*waiting, *error.problems)
    file = with_body(file, pair, [made for made in new if made.segment.is_body])
    problems = (*waiting, *faults(pair, file, new, default_locale))
    return Written(pair.path, file.raw, stamps, len(new)), problems


def new_file(pair: Pair, default_locale: str) -> TextFile:
    """A translation without any text."""
    locale = pair.group.source.locale
    return text_file("---\n---\n" if locale == default_locale else f"---\nsource_locale: {locale}\n---\n")


def waiting_problems(pair: Pair, found: Sequence[Segment], matches: Sequence[Match]) -> tuple[Problem, ...]:
    """The warning that a new body is not written, for a part of it is not translated: half a body is no text."""
    parts = [segment for segment in found if segment.is_body]
    made = [each for each in matches if each.segment.is_body]
    has_body = pair.translation is not None and bool(blocks(pair.translation.lines))
    if has_body or not made or len(made) == len(parts):
        return ()
    here, missing = made[0].unit.place, len(parts) - len(made)
    return (problem(codes.IMPORT_WAITING, here, entry=pair.group.source.key, count=missing, total=len(parts)),)


def stamps_of(pair: Pair, found: Sequence[Segment], matches: Sequence[Match]) -> dict[str, str]:
    """The stamps with those of texts that are new or were looked at again; nothing where none changes.

    A body is stamped when all of its parts were looked at.
    """
    source, document = pair.group.source, pair.document
    sure = [made for made in matches if not made.unit.is_fuzzy]
    fresh = {made.segment.text_key for made in sure if made.is_new or made.segment.is_stale}
    if sum(made.segment.is_body for made in sure) < sum(segment.is_body for segment in found):
        fresh -= {BODY}
    old = document.stamps if document else {}
    stamps = {**old, **{key: source.digests[key] for key in fresh}}
    return stamps if stamps != old else {}


def with_fields(file: TextFile, new: Sequence[Match], order: Order) -> TextFile:
    """The file with new texts in its front matter; ContentError where one finds no place."""
    for made in new:
        if not made.segment.is_body:
            try:
                found = change(file.fields, made.segment.steps, made.text, order)
            except ContentError as error:
                raise ContentError(*(replace(each, place=made.unit.place) for each in error.problems)) from None
            start = file.front.start
            file = replaced(file, Span(start + found.span.start, start + found.span.end), found.text)
    return file


def with_body(file: TextFile, pair: Pair, new: Sequence[Match]) -> TextFile:
    """The file with new blocks in its body; where it had none, with the body of the source translated."""
    if not new:
        return file
    own, backwards = blocks(file.lines), sorted(new, key=lambda made: -made.segment.block)
    if own:
        for made in backwards:
            block = own[made.segment.block] if made.segment.kind else whole(own)
            file = replaced(file, span_of(file, block), made.text)
        return file
    lines, theirs = pair.source.lines, blocks(pair.source.lines)
    for made in backwards:
        block = theirs[made.segment.block]
        lines[block.start : block.end] = made.text.split("\n")
    return replaced(file, file.body, ("" if file.read.endswith("\n") else "\n") + "\n".join(lines))


def span_of(file: TextFile, block: Block) -> Span:
    """Where in the file a block of its body stands."""
    lines = file.lines
    start = file.body.start + sum(len(line) + 1 for line in lines[: block.start])
    return Span(start, start + len(text_of(lines, block)))
