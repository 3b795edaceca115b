"""The catalogues of a language become the words that forms, schemas and snippets put beside fields."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic.fields import FieldInfo

from showcase.kinds.model import Message
from showcase.language.catalogs import read_catalog, translations
from showcase.language.tool_words import Say, say_in


@dataclass(frozen=True, slots=True)
class Words:
    """How a language says things: `name` the words of the interface, `say` the descriptions and the messages."""

    locale: str
    name: Callable[[Message], str]
    say: Say

    def title(self, info: FieldInfo, name: str) -> str:
        """What the field is called; its own name where it has no word."""
        return self.name(Message(context_of(info), info.title)) if info.title else name

    def description(self, info: FieldInfo) -> str:
        """What the field holds."""
        return self.say(info.description or "")


def context_of(info: FieldInfo) -> str:
    """The context of the field's word in the catalogue."""
    extra = info.json_schema_extra
    return str(extra.get("context", "field")) if isinstance(extra, dict) else "field"


def words_in(locale: str, root: Path) -> Words:
    """The words of a language, those of the interface from the project's own catalogue; English where there is none."""
    path = root / "locales" / locale / "LC_MESSAGES" / "messages.po"
    catalog = read_catalog(path.read_bytes(), locale, path.name)[0] if path.is_file() else None
    if catalog is None:
        return Words(locale, lambda message: message.text, say_in(locale))
    known = translations(catalog)
    return Words(locale, lambda message: str(known.pgettext(message.context, message.text)), say_in(locale))
