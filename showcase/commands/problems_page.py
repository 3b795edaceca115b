"""The codes of problems become docs/problems.md."""

from collections.abc import Iterable

from showcase.codes import DID_YOU_MEAN, ERROR, Code

START = """# Problems

<!-- Written by `python build.py docs` from showcase/codes.py. -->

Every message of `python build.py check` and `python build.py build` carries one of these codes. An error keeps the site
from being made; a warning does so with `--strict` only. Words in braces stand for what the message says of your file.
Where the program knows a similar word, the remedy reads: {nearest}
"""


def problems_page(codes: Iterable[Code]) -> str:
    """The page: each code with its severity, message, remedy and reason, by name."""
    return START.format(nearest=DID_YOU_MEAN) + "".join(
        section(code) for code in sorted(codes, key=lambda code: code.name)
    )


def section(code: Code) -> str:
    """What the page says of one code."""
    severity = "Error" if code.severity == ERROR else "Warning"
    return "\n".join(
        [
            "",
            f"## {code.name}",
            "",
            f"- {severity}: {escaped(code.message)}",
            f"- What to do: {escaped(code.remedy)}",
            f"- Why: {escaped(code.reason)}",
            "",
        ]
    )


def escaped(text: str) -> str:
    """The text with the signs that Markdown would take for its own."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
