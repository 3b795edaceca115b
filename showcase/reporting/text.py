"""Problems become the report that an editor reads on a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from showcase.codes import ERROR, _
from showcase.language.text import visible
from showcase.problems import Place, Problem, in_order
from showcase.reporting.sentences import filled, said
from showcase.reporting.source_lines import LineOf, snippet
from showcase.reporting.words import Say

MOST = 20
SEVERITIES = {"error": _("error"), "warning": _("warning")}
HINT = _("hint")
MORE = _("… and {count} more")


def text_report(problems: Iterable[Problem], say: Say, line_of: LineOf, colour: bool = False) -> str:
    """Every problem with its line and its remedy, in order of their places; of each code the first twenty."""
    return "\n".join(text for text, _place in paragraphs(problems, say, line_of, colour))


def paragraphs(
    problems: Iterable[Problem], say: Say, line_of: LineOf, colour: bool = False
) -> Iterator[tuple[str, Place | None]]:
    """The paragraphs of the report, each with the place that it begins with, if it has one."""
    seen: Counter[str] = Counter()
    for problem in in_order(problems):
        seen[problem.code] += 1
        if seen[problem.code] <= MOST:
            yield paragraph(problem, say, line_of, colour), problem.place
    for code, count in sorted(seen.items()):
        if count > MOST:
            yield f"{filled(say(MORE), {'count': count - MOST})} [{code}]\n", None


def paragraph(problem: Problem, say: Say, line_of: LineOf, colour: bool) -> str:
    """One problem: its place and message, the line in the file, the remedy."""
    words = said(problem, say)
    paint = "red" if words.severity == ERROR else "yellow"
    place = _styled(visible(str(problem.place)), colour, bold=True)
    label = _styled(f"{say(SEVERITIES[words.severity])}[{problem.code}]", colour, fg=paint, bold=True)
    lines = [f"{place}: {label}: {words.message}"]
    line = line_of(problem.place)
    if line is not None:
        lines += snippet(line, problem.place)
    hint = _styled(f"{say(HINT)}:", colour, fg="cyan")
    return "".join(f"{line}\n" for line in [*lines, f"  {hint} {words.hint}"])


def _styled(text: str, colour: bool, fg: str | None = None, bold: bool | None = None) -> str:
    return click.style(text, fg=fg, bold=bold) if colour else text
