"""A text with the way to it becomes a change of front matter that puts it there and leaves all else as it is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from showcase import codes
from showcase.problems import ContentError, Place, problem
from showcase.reading.document import FrontMatter
from showcase.reading.front_matter import LOADER, read_front_matter
from showcase.translating.nodes import Child, children, deepest, end_of, scalar_span
from showcase.translating.spans import Span
from showcase.translating.steps import Step, Steps, texts_along

Order = Mapping[Steps, tuple[int, int]]
BEGINNING = (-1, 0)
END = (1 << 31, 0)
# These stand above what is translated.
FIRST = frozenset({"source_locale", "id"})


@dataclass(frozen=True, slots=True)
class Change:
    """A span of a text and what is to stand there instead."""

    span: Span
    text: str

    def of(self, text: str) -> str:
        """The text, changed."""
        return text[: self.span.start] + self.text + text[self.span.end :]


def change(fields: str, steps: Steps, text: str, order: Order) -> Change:
    """The change that makes front matter give the text.

    `order` has the places of the source's texts: what is new comes behind what precedes it there. Raises
    `ContentError` where no change does that and nothing else.
    """
    before = read_front_matter(fields, "", 1)
    ids = {(*steps[: at + 1], Step("id")): step.word for at, step in enumerate(steps) if step.is_item}
    wanted = _flat(before) | ids | {steps: text.strip()}
    for candidate in _changes(fields, steps, text, order):
        try:
            after = read_front_matter(candidate.of(fields), "", 1)
        except ContentError:
            continue
        if len(after.problems) <= len(before.problems) and _flat(after) == wanted:
            return candidate
    raise ContentError(problem(codes.IMPORT_UNPLACED, Place(""), field=".".join(step.word for step in steps)))


def _flat(front: FrontMatter) -> dict[Steps, str]:
    return {steps: text for steps, _path, text in texts_along(front.values)}


def _changes(fields: str, steps: Steps, text: str, order: Order) -> Iterator[Change]:
    """The changes that may do, the nicest first."""
    root = yaml.compose(fields, Loader=LOADER)
    if root is None:
        for spelling in _spellings(text):
            yield Change(Span(len(fields), len(fields)), _indented(_lines(steps, spelling), ""))
        return
    node, depth = deepest(root, steps)
    if not isinstance(node, yaml.ScalarNode):
        for spelling in _spellings(text):
            yield _addition(fields, node, steps, depth, spelling, order)
        return
    span = scalar_span(fields, node)
    for spelling in (*_block_scalars(fields, node, text), *_spellings(text, node.style or "")):
        yield Change(span, (" " if span.start == span.end else "") + _flow_value(steps[depth:], spelling))


def _spellings(text: str, style: str = "") -> Iterator[str]:
    """The text in one line, in the quotation marks that stand there now if it can do with them."""
    if style == "'":
        yield "'" + text.replace("'", "''") + "'"
    elif not style:
        yield text
    yield json.dumps(text, ensure_ascii=False)


def _block_scalars(fields: str, node: yaml.ScalarNode, text: str) -> Iterator[str]:
    """The text below the sign `|` or `>` that stands there now."""
    if node.style in ("|", ">"):
        span = scalar_span(fields, node)
        header, *lines = fields[span.start : span.end].split("\n")
        first = next((line for line in lines if line.strip()), "")
        yield header + "\n" + _indented(text.split("\n"), first[: len(first) - len(first.lstrip())]).removesuffix("\n")


def _addition(fields: str, node: Any, steps: Steps, depth: int, spelling: str, order: Order) -> Change:
    """The change that adds a text to a group or a list, behind what precedes it in the source."""
    mine = order.get(steps[: depth + 1], END)
    found = tuple(children(node))
    earlier = [child for child in found if _place(child.step, steps[:depth], order) < mine]
    if node.flow_style:
        return _flow_addition(node, found, earlier, _flow_pair(steps[depth:], spelling))
    lines = _indented(_lines(steps[depth:], spelling), " " * node.start_mark.column)
    offset = fields.find("\n", end_of(fields, earlier[-1].node)) + 1 if earlier else _line_of(fields, node)
    return Change(Span(offset, offset), lines)


def _place(step: Step, above: Steps, order: Order) -> tuple[int, int]:
    return BEGINNING if step.word in FIRST else order.get((*above, step), END)


def _line_of(fields: str, node: Any) -> int:
    """Where the line begins on which a node begins."""
    return fields.rfind("\n", 0, node.start_mark.index) + 1


def _flow_addition(node: Any, found: tuple[Child, ...], earlier: list[Child], text: str) -> Change:
    if earlier:
        offset = earlier[-1].node.end_mark.index
        return Change(Span(offset, offset), f", {text}")
    offset = found[0].start if found else node.start_mark.index + 1
    return Change(Span(offset, offset), f"{text}, " if found else text)


def _lines(steps: Steps, spelling: str) -> list[str]:
    """What stands there line by line, from the first step on."""
    step, *rest = steps
    below = [f"  {line}" for line in _lines(tuple(rest), spelling)] if rest else []
    if step.is_item:
        return [f"- id: {step.word}", *below]
    return [f"{step.word}:", *below] if rest else [f"{step.word}: {spelling}"]


def _indented(lines: list[str], indent: str) -> str:
    return "".join(f"{indent}{line}\n" if line else "\n" for line in lines)


def _flow_pair(steps: Steps, spelling: str) -> str:
    """What stands there within brackets, from the first step on."""
    step, rest = steps[0], steps[1:]
    if step.is_item:
        return f"{{id: {step.word}, {_flow_pair(rest, spelling)}}}"
    return f"{step.word}: {_flow_value(rest, spelling)}"


def _flow_value(steps: Steps, spelling: str) -> str:
    if not steps:
        return spelling
    return f"[{_flow_pair(steps, spelling)}]" if steps[0].is_item else f"{{{_flow_pair(steps, spelling)}}}"
