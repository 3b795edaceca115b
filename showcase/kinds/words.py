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


class Sayings:
    """The words of catalogues; two of the same catalogues say the same, in whichever process."""

    def __init__(self, catalogs: Mapping[str, Catalog]) -> None:
        self.catalogs = catalogs
        self._known = {locale: translations(catalog) for locale, catalog in catalogs.items()}
        self._said: dict[tuple[str, str, str], str] = {}

    def __call__(self, message: Message, locale: str) -> str:
        """The message in a language."""
        asked = (locale, message.context, message.text)
        if asked not in self._said:
            self._said[asked] = str(self._known[locale].pgettext(message.context, message.text))
        return self._said[asked]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sayings) and self.catalogs == other.catalogs

    def __hash__(self) -> int:
        return hash(tuple(catalog.digest for catalog in self.catalogs.values()))

    def __reduce__(self) -> tuple[type["Sayings"], tuple[dict[str, Catalog]]]:
        """What makes it again in another process."""
        return Sayings, (dict(self.catalogs),)


def say_with(catalogs: Mapping[str, Catalog]) -> Say:
    """A function that gives a message in a language."""
    return Sayings(catalogs)
