"""Problems become the workflow commands by which GitHub marks lines of a pull request."""

from collections.abc import Iterable, Mapping

from showcase.problems import Problem, in_order
from showcase.reporting.sentences import said
from showcase.reporting.words import Say

IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_DATA | {":": "%3A", ",": "%2C"}


def github_report(problems: Iterable[Problem], say: Say) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, a line for each problem."""
    return "".join(f"{annotation(problem, say)}\n" for problem in in_order(problems))


def annotation(problem: Problem, say: Say) -> str:
    """One command; a place that is not known is left out."""
    words, place = said(problem, say), problem.place
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": problem.code}
    stated = ",".join(f"{name}={escaped(str(value), IN_PROPERTY)}" for name, value in properties.items() if value)
    return f"::{words.severity} {stated}::" + escaped(f"{words.message}\n{words.hint}", IN_DATA)


def escaped(text: str, signs: Mapping[str, str]) -> str:
    """The text with the signs that would end it written as numbers."""
    return "".join(signs.get(character, character) for character in text)
