"""Values become YAML as editors write it in front matter."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# What YAML takes for text without quotation marks, whatever stands around it.
PLAIN = re.compile(r"(?!(?:null|Null|NULL)\Z)[^\W_](?:[\w ./()+%&@–’-]|:(?=\S))*(?<! )")


def yaml_lines(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The value as YAML in the style of our content: short lists in brackets, groups indented."""
    for name, item in value.items():
        if isinstance(item, Mapping):
            yield f"{indent}{name}:"
            yield from yaml_lines(item, f"{indent}  ")
        elif isinstance(item, list) and item and isinstance(item[0], Mapping):
            yield f"{indent}{name}:"
            for each in item:
                first, *others = yaml_lines(each, f"{indent}    ")
                yield f"{indent}  - {first.strip()}"
                yield from others
        else:
            yield f"{indent}{name}: {flow(item)}"


def flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, list):
        return f"[{', '.join(flow(item) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {flow(item)}' for name, item in value.items())}}}"
    return yaml_text(str(value))


def yaml_text(text: str) -> str:
    """A text as YAML reads it back, between quotation marks where it must be."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
