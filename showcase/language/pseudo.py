"""Messages become pseudo-messages: longer, accented, and still with their placeholders and tags, so that gaps show."""

import re

from babel.messages.catalog import Message

from showcase.language.catalog_checks import forms
from showcase.language.catalogs import Catalog, compiled, decoded
from showcase.language.po_files import read_po_file

KEPT = re.compile(r"(%\(\w+\)[a-z]|%%|\{\w*\}|<[^<>]*>|&\w+;)")
ACCENTED = str.maketrans("aeiouyAEIOUYdDnN", "ằễịộựỹẰỄỊỘỰỸđĐñÑ")
ADDRESS = "address"  # these words are parts of addresses
LONGER = 0.3  # Vietnamese interface texts run up to about a third longer than English ones


def pseudo_text(message: str) -> str:
    """The message in brackets, accented and a third longer; placeholders and tags are as they were."""
    pieces = KEPT.split(message)
    shown = "".join(piece if index % 2 else piece.translate(ACCENTED) for index, piece in enumerate(pieces))
    return f"[{shown}{'~' * round(len(message) * LONGER)}]"


def pseudo_catalog(po: bytes, locale: str, path: str) -> Catalog:
    """The catalogue of a sound PO file with pseudo-messages in place of its words; addresses stay as they are."""
    messages = read_po_file(decoded(po, path), locale, path).messages
    return compiled([_pseudo(message) for message in messages], locale)


def _pseudo(message: Message) -> Message:
    if message.context == ADDRESS:
        return message
    wanted, known = len(forms(message.string)), [pseudo_text(form) for form in forms(message.id)]
    if isinstance(message.id, str):
        return Message(message.id, known[0], context=message.context)
    return Message(message.id, tuple((known * wanted)[-wanted:]), context=message.context)
