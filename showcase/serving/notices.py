"""Problems become what is shown over a page: the paragraphs of the terminal, with links into the editor program."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from showcase.language.text import visible
from showcase.problems import Place, Problem
from showcase.reporting.source_lines import line_finder
from showcase.reporting.text import SEVERITIES, paragraphs
from showcase.reporting.words import Say
from showcase.serving.edition import Notice

EDITOR = "vscode://file/{path}:{line}:{column}"


def notices(problems: Sequence[Problem], say: Say, root: Path, editor: str) -> tuple[Notice, ...]:
    """Every paragraph of the report: first what keeps the site from being made, then the warnings."""
    sorts = {severity: [each for each in problems if each.severity == severity] for severity in SEVERITIES}
    return tuple(
        Notice(text, visible(str(place)), place.path, editor_link(place, root, editor), severity)
        if place
        else Notice(text, severity=severity)
        for severity, sort in sorts.items()
        for text, place in paragraphs(sort, say, line_finder(root))
    )


def editor_link(place: Place, root: Path, editor: str) -> str:
    """The address that opens a file of the project at the place; nothing for what is no file of it.

    `editor` is that address with `{path}`, `{line}` and `{column}`.
    """
    try:
        file, home = (root / place.path).resolve(), root.resolve()
        if not file.is_relative_to(home) or not file.is_file():
            return ""
    except (OSError, ValueError):
        return ""
    spot = {"{path}": quote(str(file).lstrip("/")), "{line}": str(place.line or 1), "{column}": str(place.column or 1)}
    for name, value in spot.items():
        editor = editor.replace(name, value)
    return editor
