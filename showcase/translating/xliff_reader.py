"""An XLIFF file becomes the units that translators gave back."""

from collections.abc import Mapping
from typing import Any, NoReturn
from xml.parsers import expat

from showcase.language.text import visible
from showcase.problems import ContentError, Place
from showcase.translating.units import Exchange, Unit, bad_file

# A document type brings entities, with which a few lines grow to gigabytes.
NO_DOCTYPE = "<!DOCTYPE>"
# What follows these prefixes differs from tool to tool; all of it says that the text is not done.
UNDONE = ("new", "needs-")


def read_xliff(text: str, path: str) -> Exchange:
    """The units of an XLIFF file in the order of the file; ContentError where it cannot be read."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(text.encode(errors="replace"), True)
    except expat.ExpatError as error:
        raise ContentError(bad_file(path, error.lineno, visible(expat.ErrorString(error.code)))) from None
    return Exchange(visible(reader.locale), Place(path, reader.locale_line), tuple(reader.units))


class _Reader:
    """What was read so far: the elements that are open, the text of the one that is read, the units."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.locale = ""
        self.locale_line = 0
        self.units: list[Unit] = []
        self.open: list[str] = []
        self.unit = ("", 0)
        self.found: dict[str, str] = {}
        self.state = ""
        self.text: list[str] = []
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype

    def stop(self, detail: str) -> NoReturn:
        """Give up at this line."""
        raise ContentError(bad_file(self.path, self.parser.CurrentLineNumber, visible(detail)))

    def doctype(self, *_parts: Any) -> NoReturn:
        """Refuse document types."""
        self.stop(NO_DOCTYPE)

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """Note an element that begins."""
        name = tag.rpartition(" ")[2]
        if not self.open and (name != "xliff" or not values.get("version", "1").startswith("1")):
            self.stop(f"<{name} version={values.get('version', '')!r}>")
        if name == "file":
            self.language(values.get("target-language", ""))
        elif name == "trans-unit":
            self.unit, self.found, self.state = (values.get("id", ""), self.parser.CurrentLineNumber), {}, ""
        elif self.is_text(name):
            self.text = []
            self.state = values.get("state", "") if name == "target" else self.state
        self.open.append(name)

    def language(self, stated: str) -> None:
        """Note into which language a part translates; all parts must say the same."""
        if self.locale_line and stated != self.locale:
            self.stop(f"target-language: {self.locale}, {stated}")
        self.locale, self.locale_line = stated, self.parser.CurrentLineNumber

    def is_text(self, name: str) -> bool:
        """Whether the element holds the source or the translation of a unit, not one that a tool proposes."""
        return name in ("source", "target") and self.open[-1:] == ["trans-unit"]

    def characters(self, data: str) -> None:
        """Note a piece of text."""
        self.text.append(data)

    def end(self, _tag: str) -> None:
        """Note what an element held that ends."""
        name = self.open.pop()
        if self.is_text(name):
            self.found[name] = "".join(self.text)
        elif name == "trans-unit":
            context, line = self.unit
            source, target = self.found.get("source", ""), self.found.get("target", "")
            self.units.append(Unit(context, source, target, self.state.startswith(UNDONE), Place(self.path, line)))
