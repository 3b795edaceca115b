"""An HTML file becomes what tests ask of a page: its links, its ids, its texts with their languages."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
Attributes = dict[str, str]


@dataclass
class HtmlPage:
    """A page as written: every element with its attributes, every text with its element and its language."""

    elements: list[tuple[str, Attributes]] = field(default_factory=list)
    texts: list[tuple[str, str, str]] = field(default_factory=list)

    def all(self, name: str, /, **wanted: str) -> list[Attributes]:
        """The attributes of every element of that name that has the wanted ones."""
        return [own for element, own in self.elements if element == name and wanted.items() <= own.items()]

    def one(self, name: str, /, **wanted: str) -> Attributes:
        """The attributes of the only such element."""
        (found,) = self.all(name, **wanted)
        return found

    def text(self, name: str) -> str:
        """The text directly inside elements of that name."""
        return "".join(text for element, _, text in self.texts if element == name)

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [own["id"] for _, own in self.elements if "id" in own]

    @property
    def addresses(self) -> list[str]:
        """Every address that the page leads to or shows."""
        named = [own[name] for _, own in self.elements for name in ("href", "src") if name in own]
        sets = [own["srcset"] for _, own in self.elements if "srcset" in own]
        return [*named, *(each.split()[0] for every in sets for each in every.split(","))]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self.open: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, own))
        if tag not in VOID:
            self.open.append((tag, own.get("lang", self.open[-1][1])))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.page.texts.append((*self.open[-1], data))


def html_page(data: bytes) -> HtmlPage:
    """The page that the bytes are."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    return reader.page
