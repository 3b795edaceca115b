"""Turns a translated message into the problems that would show on a page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from babel.messages.catalog import Message

from showcase.codes import CATALOG_HTML, CATALOG_PLACEHOLDERS
from showcase.language.text import visible
from showcase.problems import Place, Problem, problem

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")
TAG = re.compile(r"<[/!]?[A-Za-z][^>]*>?|<!--|<\?")
SHOWN = 60


class Identity(NamedTuple):
    """What tells one message from another."""

    context: str
    message: str

    @property
    def shown(self) -> str:
        """The beginning of the message, safe to print."""
        return visible(self.message if len(self.message) <= SHOWN else self.message[: SHOWN - 1] + "…")


def forms(text: object) -> tuple[str, ...]:
    """The text, or its singular and plurals, as a tuple: Babel has either a string or a sequence."""
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text or ""),)


def identity(message: Message) -> Identity:
    """The context and the singular, as gettext looks a message up."""
    return Identity(message.context or "", forms(message.id)[0])


def placeholders(text: str) -> frozenset[str]:
    """The `%(name)s` and `{name}` of a text; `%%` stands for itself."""
    return frozenset(PLACEHOLDER.findall(text.replace("%%", "")))


def placeholder_problems(message: Message, place: Place) -> Iterator[Problem]:
    """A problem for each form with other placeholders than the source; what only one number needs may be left out."""
    sources = [placeholders(text) for text in forms(message.id)]
    needed, allowed = frozenset.intersection(*sources), frozenset.union(*sources)
    for text in forms(message.string):
        actual = placeholders(text)
        if not needed <= actual <= allowed:
            yield problem(
                CATALOG_PLACEHOLDERS,
                place,
                message=identity(message).shown,
                expected=", ".join(sorted(allowed)) or "–",
                actual=", ".join(sorted(actual)) or "–",
            )


def html_problems(message: Message, place: Place) -> Iterator[Problem]:
    """A problem for each tag, attributes included, that no form of the source has."""
    known = {tag for text in forms(message.id) for tag in TAG.findall(text)}
    found = {tag for text in forms(message.string) for tag in TAG.findall(text)}
    for tag in sorted(found - known):
        yield problem(CATALOG_HTML, place, message=identity(message).shown, tag=visible(tag))


def message_problems(message: Message, path: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a translated message."""
    place = Place(path, message.lineno or 0)
    return (*placeholder_problems(message, place), *html_problems(message, place))
