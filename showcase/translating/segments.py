"""An entry becomes segments: each text of the source beside the same text of a translation, and how they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from showcase.kinds.localised import prose
from showcase.kinds.model import leaves, shapes
from showcase.library.entries import Group, stale_keys, translation_path
from showcase.problems import Place
from showcase.reading.parse import Document
from showcase.translating.blocks import WORDLESS, Block, blocks, text_of
from showcase.translating.spans import TextFile
from showcase.translating.steps import Steps, steps_along

BODY = "body"
NO_FIELD = FieldInfo()


@dataclass(frozen=True, slots=True)
class Segment:
    """A text to translate. Of a body with the same blocks in both languages each block is one: `body.3`.

    It needs work where it is older than its source, or a machine's draft. `steps` lead to a field, `info` describes it,
    `limit` is its greatest length. `kind` is that of a block, which is the one at the index `block`; a body that is one
    segment has no kind.
    """

    entry: str
    key: str
    source: str
    target: str
    needs_work: bool
    place: Place
    steps: Steps = ()
    kind: str = ""
    block: int = 0
    info: FieldInfo = field(default=NO_FIELD, compare=False)
    limit: int = 0

    @property
    def context(self) -> str:
        """What tells it from every other segment: `products/misa-amis claims.users.text`."""
        return f"{self.entry} {self.key}"

    @property
    def text_key(self) -> str:
        """The key under which the text is stamped."""
        return BODY if self.is_body else self.key

    @property
    def is_body(self) -> bool:
        """Whether it belongs to the body."""
        return not self.steps


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry in two languages: its group, the language of the translation, and the files where they are."""

    group: Group
    locale: str
    source: TextFile
    translation: TextFile | None

    @property
    def document(self) -> Document | None:
        """The translation."""
        return self.group.translations.get(self.locale)

    @property
    def path(self) -> str:
        """Where the translation lies, or is to lie."""
        return translation_path(self.group.source, self.locale)


def segments(pair: Pair) -> tuple[Segment, ...]:
    """The segments of an entry: its fields as they stand in the source, then its body."""
    document, source = pair.document, pair.group.source
    doubtful = stale_keys(source, document) if document else ()
    doubtful = tuple(source.digests) if document and document.machine_draft else doubtful
    found = sorted(_fields(pair, frozenset(doubtful)), key=lambda segment: segment.place)
    return (*found, *_body(pair, BODY in doubtful))


def order_of(found: Sequence[Segment]) -> Mapping[Steps, tuple[int, int]]:
    """Where in the source each text stands, and each group and list that holds texts."""
    order: dict[Steps, tuple[int, int]] = {}
    for segment in found:
        for depth in range(1, len(segment.steps) + 1):
            order.setdefault(segment.steps[:depth], (segment.place.line, segment.place.column))
    return order


def _fields(pair: Pair, doubtful: frozenset[str]) -> Iterator[Segment]:
    source, given = pair.group.source, pair.document.texts if pair.document else {}
    assert source.entry is not None  # noqa: S101 - a group has a sound source
    paths = {leaf.key: leaf.path for leaf in leaves(source.entry)}
    for key, text in prose(source.entry).items():
        steps, holder = steps_along(source.entry, paths[key])
        name = steps[-1].word
        lengths = [mark.max_length for mark in shapes(holder)[name].marks if isinstance(mark, StringConstraints)]
        yield Segment(
            source.key,
            key,
            text,
            given.get(key, ""),
            key in doubtful,
            source.place(paths[key]),
            steps,
            info=holder.model_fields[name],
            limit=min((length for length in lengths if length), default=0),
        )


def _body(pair: Pair, needs_work: bool) -> Iterator[Segment]:
    """The blocks of the body one by one; the body as one segment where the translation has other blocks."""
    lines, theirs = pair.source.lines, pair.translation.lines if pair.translation else []
    own, other = blocks(lines), blocks(theirs)
    first = pair.source.read.count("\n", 0, pair.source.body.start) + 1
    if other and kinds(own) != kinds(other):
        own, other = ((whole(own),), (whole(other),)) if own else ((), ())
    for index, block in enumerate(own):
        if block.kind not in WORDLESS:
            yield Segment(
                pair.group.source.key,
                f"{BODY}.{index + 1}" if block.kind else BODY,
                text_of(lines, block),
                text_of(theirs, other[index]) if other else "",
                needs_work,
                Place(pair.group.source.path, first + block.start),
                kind=block.kind,
                block=index,
            )


def kinds(found: Sequence[Block]) -> tuple[str, ...]:
    """The kinds of blocks, in their order."""
    return tuple(block.kind for block in found)


def whole(found: Sequence[Block]) -> Block:
    """All blocks as one, of no kind."""
    return Block("", found[0].start, found[-1].end)
