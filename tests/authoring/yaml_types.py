"""YAML as the language servers of editors read it: with the types of YAML 1.2's core schema."""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Knows nothing, true and false, whole numbers and decimal ones."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- PyYAML's own way


def _constructed_int(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


_Core.add_constructor("tag:yaml.org,2002:int", _constructed_int)
for tag, form, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), [*first, ""])


def typed(text: str) -> Any:
    """The values of a YAML text."""
    return yaml.load(text, Loader=_Core)


def front_matter(markdown: str) -> Any:
    """The values of a Markdown file's front matter."""
    return typed(markdown.split("---\n")[1])
