"""Translations of an entry become its file in that language, changed in no other character."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from showcase import codes
from showcase.problems import ContentError, Problem, problem
from showcase.reading.parse import Document
from showcase.translating.blocks import Block, blocks, text_of
from showcase.translating.fields import Order, change
from showcase.translating.matching import Match
from showcase.translating.proof import faults
from showcase.translating.segments import BODY, Pair, Segment, order_of, whole
from showcase.translating.spans import Span, TextFile, replaced, text_file


@dataclass(frozen=True, slots=True)
class Written:
    """A file to be written: its text, its stamps where they change, and how many of its texts are new.

    One that `is_read` is no longer a machine's draft.
    """

    source: Document
    document: Document
    text: str
    stamps: Mapping[str, str] | None
    is_read: bool
    count: int


def written(
    pair: Pair, found: Sequence[Segment], matches: Sequence[Match], default_locale: str
) -> tuple[Written | None, tuple[Problem, ...]]:
    """The file with the new translations, nothing where there is nothing new, and what is wrong."""
    waiting = waiting_problems(pair, found, matches)
    ready = [made for made in matches if not (waiting and made.segment.is_body)]
    new = [made for made in ready if made.is_new]
    document = pair.document or new_document(pair)
    stamps, is_read = stamps_of(pair, document, found, ready), was_read(document, found, ready)
    if not new and not is_read and stamps == document.stamps:
        return None, waiting
    try:
        file = with_fields(pair.translation or new_file(pair, default_locale), new, order_of(found))
    except ContentError as error:
        return None, (*waiting, *error.problems)
    file = with_body(file, pair, [made for made in new if made.segment.is_body])
    kept = stamps if is_read or stamps != document.stamps else None
    made = Written(pair.group.source, document, file.raw, kept, is_read, len(new))
    return made, (*waiting, *faults(pair, file, new, default_locale))


def new_document(pair: Pair) -> Document:
    """A translation that is not there yet."""
    source = pair.group.source
    return Document(pair.path, source.kind, source.id, pair.locale, source.locale)


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


def stamps_of(pair: Pair, document: Document, found: Sequence[Segment], matches: Sequence[Match]) -> dict[str, str]:
    """The stamps, anew for texts that are new or were looked at again; for a body when all of its parts were."""
    sure = _sure(matches)
    fresh = {made.segment.text_key for made in sure if made.is_new or made.segment.needs_work}
    if sum(made.segment.is_body for made in sure) < sum(segment.is_body for segment in found):
        fresh -= {BODY}
    return {**document.stamps, **{key: pair.group.source.digests[key] for key in fresh}}


def was_read(document: Document, found: Sequence[Segment], matches: Sequence[Match]) -> bool:
    """Whether a machine's draft comes back with every text of it looked at."""
    return document.machine_draft and len(_sure(matches)) == len(found)


def _sure(matches: Sequence[Match]) -> list[Match]:
    return [made for made in matches if not made.unit.is_fuzzy]


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
