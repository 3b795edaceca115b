"""The interface's words in each language."""

from collections.abc import Callable, Mapping

from showcase.kinds.model import Message
from showcase.language.catalogs import Catalog, translations

Say = Callable[[Message, str], str]


def say_with(catalogs: Mapping[str, Catalog]) -> Say:
    """A function that gives a message in a language."""
    known = {locale: translations(catalog) for locale, catalog in catalogs.items()}

    def say(message: Message, locale: str) -> str:
        return str(known[locale].pgettext(message.context, message.text))

    return say
