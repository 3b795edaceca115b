"""The code of the kinds becomes the descriptions of their fields, marked for the catalogue of the tool's own words."""

import ast
import json
from collections.abc import Iterator

from showcase.language.extraction import Source


def described(source: Source) -> Source:
    """A file in which every description of the given Python file is marked, and nothing else."""
    path, content = source
    marked = (f"_({json.dumps(text, ensure_ascii=False)})\n" for text in descriptions(ast.parse(content)))
    return path, "".join(marked).encode()


def descriptions(tree: ast.AST) -> Iterator[str]:
    """The second argument of each `fact(…)`, and each `description=…`."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            values = [keyword.value for keyword in call.keywords if keyword.arg == "description"]
            if isinstance(call.func, ast.Name) and call.func.id == "fact":
                values += call.args[1:2]
            yield from (
                value.value
                for value in values
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value
            )
