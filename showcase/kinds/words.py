"""The interface's words in each language."""

from collections.abc import Callable, Mapping

from showcase.kinds.model import Message, _p
from showcase.language.catalogs import Catalog, translations

Say = Callable[[Message, str], str]

BACK_TO_TEXT = _p("text", "Back to the text ({})")
NOTES = (
    ("note", _p("text", "Note")),
    ("tip", _p("text", "Tip")),
    ("important", _p("text", "Important")),
    ("warning", _p("text", "Warning")),
    ("danger", _p("text", "Danger")),
)


def say_with(catalogs: Mapping[str, Catalog]) -> Say:
    """A function that gives a message in a language."""
    known = {locale: translations(catalog) for locale, catalog in catalogs.items()}

    def say(message: Message, locale: str) -> str:
        return str(known[locale].pgettext(message.context, message.text))

    return say
