"""Turns typewriter quotation marks, dashes and dots into those of a language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from showcase.language.locales import language_of


@dataclass(frozen=True, slots=True)
class Marks:
    """The double and single quotation marks of a language."""

    opening: str = "“"
    closing: str = "”"
    single_opening: str = "‘"
    single_closing: str = "’"


# CLDR's delimiters where they differ; the blank inside « » is U+00A0, as the fonts lack the narrow one.
OTHER_MARKS: Mapping[str, Marks] = MappingProxyType(
    {
        "fr": Marks("«\u00a0", "\u00a0»"),
        "de": Marks("„", "“", "‚", "‘"),
        "ru": Marks("«", "»", "„", "“"),
        "es": Marks("«", "»", "“", "”"),
        "ja": Marks("「", "」", "『", "』"),
    }
)
# An address is left alone; a backslash keeps the mark behind it as it is.
SIGNS = re.compile(
    r"""(?P<address>(?:https?://|www\.)[^\s"']+|(?<![^\s"'(])[^\s"'@]+@[^\s"'@]+)|\\(?P<kept>["'])|\.{3}|(?<!-)-{2,3}(?!-)|["']"""
)
# A text without any of these stays as it is; SIGNS looks at every word, as it might be an address.
CHANGED = re.compile(r"""\"|'|\.\.\.|--""")  # plain alternatives: the search looks at nothing but their first signs
FIXED: Mapping[str, str] = MappingProxyType({"...": "…", "--": "–", "---": "—"})
OPENERS = " \t\n\u00a0([{<-–—/“‘«„‚「『"
CODE = "\0"


def opens(before: str, after: str) -> bool:
    """Whether a mark between these characters begins a quotation."""
    return (not before or before in OPENERS) and bool(after) and not after.isspace()


class _Pen:
    """Writes the marks of one paragraph; knows which quotations are open."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.open: set[str] = set()

    def write(self, sign: re.Match[str], before: str, after: str) -> str:
        """What stands for a sign: the right mark, or the sign itself where it is an address, an inch or escaped."""
        if sign["address"] or sign["kept"]:
            return sign["kept"] or sign[0]
        if sign[0] in FIXED:
            return FIXED[sign[0]]
        return self.quote(sign[0], before, after)

    def quote(self, sign: str, before: str, after: str) -> str:
        """The quotation mark, apostrophe or sign of measure."""
        double = sign == '"'
        if not double and before.isalnum() and after.isalpha():
            return "’"
        if opens(before, after) and (double or not after.isdigit()):
            self.open.add(sign)
            return self.marks.opening if double else self.marks.single_opening
        if sign in self.open:
            self.open.discard(sign)
            return self.marks.closing if double else self.marks.single_closing
        if before.isdigit():
            return sign
        return self.marks.closing if double else "’"


def is_changed(text: str) -> bool:
    """Whether the text holds anything that may have to be written in another way."""
    return CHANGED.search(text) is not None


def educated(pieces: Sequence[str], locale: str) -> list[str]:
    """The pieces of a paragraph, cut wherever mark-up stands, with the marks of the locale; `CODE` stands for code."""
    pen = _Pen(OTHER_MARKS.get(language_of(locale), Marks()))
    result = list[str]()
    before = ""
    for index, piece in enumerate(pieces):
        after = next((later[0] for later in pieces[index + 1 :] if later), "")
        result.append(piece if piece == CODE else _written(piece, before, after, pen))
        before = result[-1][-1:] or before
    return result


def _written(piece: str, before: str, after: str, pen: _Pen) -> str:
    """One piece with right marks, between its neighbours."""
    done = list[str]()
    at = 0
    for sign in SIGNS.finditer(piece):
        done.append(piece[at : sign.start()])
        before = done[-1][-1:] or before
        at = sign.end()
        done.append(pen.write(sign, before, piece[at : at + 1] or after))
        before = done[-1][-1]
    return "".join([*done, piece[at:]])
