"""A problem becomes sentences in the editor's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from showcase.language.text import visible
from showcase.problems import Problem, Value
from showcase.reporting.words import Say

PLACEHOLDER = re.compile(r"\{(\w+)\}")
# What fills a message under these names is often itself a message; where it is not, no catalogue knows it.
SAID = frozenset({"description", "detail", "expected", "range", "state", "what"})


@dataclass(frozen=True, slots=True)
class Said:
    """A problem in words: how bad, what is wrong, what to do."""

    severity: str
    message: str
    hint: str


def said(problem: Problem, say: Say) -> Said:
    """The problem in the words of a language, safe to print."""
    fields = {name: _said_value(name, value, problem.fields, say) for name, value in problem.fields.items()}
    message, remedy = (visible(filled(say(text), fields)) for text in problem.wording)
    return Said(problem.severity, message, remedy)


def filled(message: str, fields: Mapping[str, Value]) -> str:
    """The message with its placeholders filled; one without a value stays, for a report must not fail."""
    return PLACEHOLDER.sub(lambda found: str(fields.get(found[1], found[0])), message)


def _said_value(name: str, value: Value, fields: Mapping[str, Value], say: Say) -> Value:
    if name not in SAID or not isinstance(value, str):
        return value
    limit = {"limit": fields["limit"]} if "limit" in fields else {}
    return filled(say(value), limit)
