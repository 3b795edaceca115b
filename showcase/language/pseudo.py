"""Messages become pseudo-messages: longer, accented, and still with their placeholders and tags, so that gaps show."""

import re

KEPT = re.compile(r"(%\(\w+\)[a-z]|%%|\{\w*\}|<[^<>]*>|&\w+;)")
ACCENTED = str.maketrans("aeiouyAEIOUYdDnN", "ằễịộựỹẰỄỊỘỰỸđĐñÑ")
LONGER = 0.3  # Vietnamese interface texts run up to about a third longer than English ones


def pseudo_text(message: str) -> str:
    """The message in brackets, with accents on its letters and a third more length; placeholders and tags are as they were."""
    pieces = KEPT.split(message)
    shown = "".join(piece if index % 2 else piece.translate(ACCENTED) for index, piece in enumerate(pieces))
    return f"[{shown}{'~' * round(len(message) * LONGER)}]"
