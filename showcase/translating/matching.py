"""Units meet the segments they translate: what may be written, and what is wrong with the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from showcase import codes
from showcase.language.text import control_problems, digest_of_text, normalised
from showcase.problems import Problem, problem
from showcase.translating.blocks import blocks
from showcase.translating.mentions import mentions
from showcase.translating.segments import Segment
from showcase.translating.units import Unit

NOTHING = "–"
KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "code": codes.A_CODE,
        "card": codes.A_CARD,
        "rule": codes.A_RULE,
        "table": codes.A_TABLE,
        "footnote": codes.A_FOOTNOTE,
        "note": codes.A_NOTE,
        "list": codes.A_LIST,
        "quotation": codes.A_QUOTATION,
        "html": codes.AN_ELEMENT,
        "definitions": codes.DEFINITIONS,
        "paragraph": codes.A_PARAGRAPH,
    }
)


@dataclass(frozen=True, slots=True)
class Match:
    """A segment with the translation that a unit gives it."""

    segment: Segment
    unit: Unit
    text: str

    @property
    def is_new(self) -> bool:
        """Whether the translation is another one than stands there now."""
        return self.text != self.segment.target


def usable(units: Iterable[Unit], use_fuzzy: bool) -> tuple[tuple[Unit, ...], tuple[Problem, ...]]:
    """The units that are translated, each once, and a problem for each that is translated in two ways."""
    kept: dict[str, Unit] = {}
    problems: list[Problem] = []
    for unit in units:
        if unit.target.strip() and (use_fuzzy or not unit.is_fuzzy):
            first = kept.setdefault(unit.context, unit)
            if first.target != unit.target:
                problems.append(problem(codes.IMPORT_TWICE, unit.place, context=unit.context, other=str(first.place)))
    return tuple(kept.values()), tuple(problems)


def match(unit: Unit, found: Mapping[str, Segment]) -> tuple[Match | None, tuple[Problem, ...]]:
    """The unit with its segment among those of its entry, or what keeps it from being written."""
    segment = found.get(unit.context)
    text = _clean(unit.target, is_body=segment is not None and segment.is_body)
    if segment is None or digest_of_text(unit.source) != digest_of_text(segment.source):
        is_known = segment is not None and text == segment.target
        return None, () if is_known else (problem(codes.IMPORT_OUTDATED, unit.place, context=unit.context),)
    made = Match(segment, unit, text)
    return made, tuple(_problems(made)) if made.is_new else ()


def _clean(text: str, *, is_body: bool) -> str:
    text = normalised(text)
    return text.strip("\n") if is_body else text.strip()


def _problems(made: Match) -> Iterator[Problem]:
    """What would damage the page: controls, other links, other placeholders, another kind of block."""
    segment, ours = made.segment, mentions(made.text)
    yield from control_problems(made.text, lambda _offset: made.unit.place)
    theirs = mentions(segment.source)
    # What an editor has put into the translation on purpose may stay there.
    if ours not in (theirs, mentions(segment.target)):
        here, there = (", ".join(sorted(each)) or NOTHING for each in (ours - theirs, theirs - ours))
        yield problem(codes.IMPORT_DIFFERS, made.unit.place, context=segment.context, ours=here, theirs=there)
    if segment.kind:
        lines = made.text.split("\n")
        found = blocks(lines)
        actual = found[0].kind if len(found) == 1 and found[0].end == len(lines) else ""
        if actual != segment.kind:
            yield shape_problem(made, KIND_WORDS.get(actual, actual) or codes.SEVERAL_BLOCKS)


def shape_problem(made: Match, actual: str) -> Problem:
    """The problem of a block that is another kind of block than in the source."""
    kind = made.segment.kind
    expected = KIND_WORDS.get(kind, kind)
    return problem(codes.IMPORT_SHAPE, made.unit.place, context=made.segment.context, detail=actual, expected=expected)
