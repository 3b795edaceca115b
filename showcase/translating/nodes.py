"""The nodes of YAML become ways through front matter and the spans that they take."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from showcase.translating.spans import Span
from showcase.translating.steps import Step, Steps


class Child(NamedTuple):
    """What a group or a list holds: the step to it, where it begins with its name, and its node."""

    step: Step
    start: int
    node: yaml.Node


def children(node: yaml.Node) -> Iterator[Child]:
    """What a node holds, in the order of the text."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Child(Step(str(key.value)), key.start_mark.index, value)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            pairs = item.value if isinstance(item, yaml.MappingNode) else ()
            name = next((str(value.value) for key, value in pairs if key.value == "id"), str(index))
            yield Child(Step(name, is_item=True), item.start_mark.index, item)


def deepest(root: yaml.Node, steps: Steps) -> tuple[yaml.Node, int]:
    """The last node on the way that stands there, and how many steps lead to it."""
    node = root
    for depth, step in enumerate(steps):
        below = next((child.node for child in children(node) if child.step == step), None)
        if below is None:
            return node, depth
        node = below
    return node, len(steps)


def end_of(text: str, node: Any) -> int:
    """Where the last character of a node is followed by something else; comments below it are not its own."""
    if isinstance(node, yaml.ScalarNode):
        return scalar_span(text, node).end
    found = () if node.flow_style else tuple(children(node))
    return end_of(text, found[-1].node) if found else int(node.end_mark.index)


def scalar_span(text: str, node: Any) -> Span:
    """Where a scalar stands; the empty lines below one with `|` or `>` are not its own."""
    start, end = node.start_mark.index, node.end_mark.index
    return Span(start, start + len(text[start:end].rstrip())) if node.style in ("|", ">") else Span(start, end)
