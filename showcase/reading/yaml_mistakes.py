"""Turns the complaint of a YAML parser into the slip that the author most likely made."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from showcase.codes import (
    BAD_YAML,
    YAML_AFTER_QUOTE,
    YAML_COLON,
    YAML_CURLY_QUOTES,
    YAML_DASH,
    YAML_INDENT,
    YAML_NO_COLON,
    YAML_OPEN_QUOTE,
    YAML_SPECIAL,
    YAML_TAB,
    Code,
)
from showcase.language.text import visible
from showcase.problems import Place, Problem, problem

SHOWN = 60
INDENTED_BY_TAB = re.compile(r" *\t")
# A line of a mapping or a list: the name if there is one, and the value.
FIELD = re.compile(r"""[ ]*(?:-[ ]+)*(?:(?P<name>"[^"]*"|'[^']*'|[^\s"'\[{#:-][^:]*):[ ]+)?(?P<value>\S.*)?""")
SPECIAL = "@`%*&!|>{}[],?-"
CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
NOTHING_MORE = re.compile(r"\s*(?:#.*|:(?:\s.*)?)?")
CURLY = "“”„‘"
NO_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s-]")
NO_FIELD = re.compile(r"\s*[^\s#-](?:[^:]|:\S)*")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a parser gives: the lines, where it stopped, and where the thing began that it could not finish."""

    lines: tuple[str, ...]
    line: int
    column: int
    began: int

    def text(self, number: int) -> str:
        """A line, or an empty one behind the last."""
        return self.lines[number] if number < len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A guess at what went wrong, and where."""

    code: Code
    line: int
    column: int
    field: str = ""
    shown: str = ""

    def problem(self, path: str, first_line: int) -> Problem:
        """The slip as a problem of the file."""
        place = Place(path, first_line + self.line, self.column + 1)
        return problem(self.code, place, **({self.field: self.shown} if self.field else {}))


def shown(line: str) -> str:
    """The line, short and safe to print."""
    return visible(line.strip())[:SHOWN]


def indent(line: str) -> int:
    """How many characters stand before the first that is not blank."""
    return len(line) - len(line.lstrip())


def value_of(line: str) -> tuple[int, str, str]:
    """The column of the value of a line, the value, and its field's name; empty where they are missing."""
    field = FIELD.match(line)
    if field is None or field["value"] is None:
        return len(line), "", ""
    return field.start("value"), field["value"], field["name"] or ""


def tab(complaint: Complaint) -> Slip | None:
    """A tab in the indentation."""
    found = INDENTED_BY_TAB.match(complaint.text(complaint.line))
    return Slip(YAML_TAB, complaint.line, found.end() - 1) if found else None


def open_quote(complaint: Complaint) -> Slip | None:
    """A quotation mark that nothing closes before the stop, there or at the nearest quoted value above it."""
    for number in dict.fromkeys((complaint.line, complaint.began, *range(complaint.line - 1, -1, -1))):
        column, value, _ = value_of(complaint.text(number))
        if value[:1] in CLOSED:
            until = max(complaint.line, number + 1)
            if not CLOSED[value[0]].match("\n".join(complaint.lines[number:until]), column):
                return Slip(YAML_OPEN_QUOTE, number, column)
            if number != complaint.line:
                return None
    return None


def after_quote(complaint: Complaint) -> Slip | None:
    """Text behind a quoted value."""
    column, value, _ = value_of(complaint.text(complaint.line))
    closed = CLOSED[value[0]].match(value) if value[:1] in CLOSED else None
    if closed is None or NOTHING_MORE.fullmatch(value, closed.end()):
        return None
    return Slip(YAML_AFTER_QUOTE, complaint.line, column + closed.end())


def curly_quote(complaint: Complaint) -> Slip | None:
    """A value that begins with a curly quotation mark."""
    column, value, _ = value_of(complaint.text(complaint.line))
    return Slip(YAML_CURLY_QUOTES, complaint.line, column) if value and value[0] in CURLY else None


def second_colon(complaint: Complaint) -> Slip | None:
    """A colon inside a value."""
    line = complaint.text(complaint.line)
    column, _, name = value_of(line)
    if not name or complaint.column <= column or line[complaint.column : complaint.column + 1] != ":":
        return None
    return Slip(YAML_COLON, complaint.line, complaint.column, "field", shown(name))


def no_field(complaint: Complaint) -> Slip | None:
    """A line without a colon, or with a dash and no space: where the field began, or the line above the stop."""
    above = next((n for n in range(complaint.line - 1, -1, -1) if complaint.text(n).strip()), complaint.line)
    for number in (complaint.began, above):
        line = complaint.text(number)
        if NO_SPACE_AFTER_DASH.match(line):
            return Slip(YAML_DASH, number, indent(line), "line", shown(line))
        if NO_FIELD.fullmatch(line) and not line.rstrip().endswith(":"):
            return Slip(YAML_NO_COLON, number, indent(line), "line", shown(line))
    return None


def special_sign(complaint: Complaint) -> Slip | None:
    """A value that begins with a sign that means something else."""
    for number in (complaint.began, complaint.line):
        column, value, name = value_of(complaint.text(number))
        if name and value[0] in SPECIAL:
            return Slip(YAML_SPECIAL, number, column, "sign", value[0])
    return None


def indentation(complaint: Complaint) -> Slip | None:
    """A line that begins in a column where nothing can begin."""
    line = complaint.text(complaint.line)
    if not line.strip() or (complaint.column > indent(line) and line[complaint.column : complaint.column + 1] != ":"):
        return None
    return Slip(YAML_INDENT, complaint.line, indent(line))


# From the surest guess to the vaguest.
GUESSES: tuple[Callable[[Complaint], Slip | None], ...] = (
    tab,
    open_quote,
    after_quote,
    curly_quote,
    second_colon,
    special_sign,
    no_field,
    indentation,
)


def complaint_of(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    """What the parser said, without its words, which differ between the parsers in C and in Python."""
    mark: Any = error.problem_mark
    context = error.context_mark
    # A mapping that "began" at the top of the file says nothing about the slip.
    began = context if context and error.context != "while parsing a block mapping" else mark
    return Complaint(tuple(text.split("\n")), mark.line, mark.column, began.line)


def mistake(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """The problem of a text that is no YAML, at its place in the file."""
    if not isinstance(error, yaml.MarkedYAMLError):
        before = text[: getattr(error, "position", 0)]
        return problem(BAD_YAML, Place(path, first_line + before.count("\n")), detail=shown(str(error)))
    complaint = complaint_of(error, text)
    for guess in GUESSES:
        slip = guess(complaint)
        if slip:
            return slip.problem(path, first_line)
    place = Place(path, first_line + complaint.line, complaint.column + 1)
    return problem(BAD_YAML, place, detail=shown(str(error.problem)))
