"""The words of the site's interface, as the tool uses them: in questions, and to read the headers of tables."""

from collections.abc import Callable
from pathlib import Path

from showcase.kinds.model import Message
from showcase.language.catalogs import read_catalog, translations
from showcase.reading.files import read_bounded

LIMIT = 16 << 20


def site_words(root: Path, locale: str) -> Callable[[Message], str]:
    """A function that gives a word of the interface in a language, in English where the site does not speak it."""
    path = f"locales/{locale}/LC_MESSAGES/messages.po"
    if not (root / path).is_file():
        return lambda message: message.text
    catalog, _problems = read_catalog(read_bounded(root, path, LIMIT), locale, path)
    known = translations(catalog) if catalog else None
    return lambda message: str(known.pgettext(message.context, message.text)) if known else message.text
