"""An entry's documents become texts side by side, each with its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from showcase.kinds.model import Translatable, leaves
from showcase.library.entries import Group
from showcase.problems import Place
from showcase.reading.document import Rendered
from showcase.reading.markup import Tag, Token, tokens
from showcase.reading.parse import Document
from showcase.reading.polish import VERBATIM, plain_text
from showcase.reading.positions import body_of
from showcase.reading.text_file import decoded, split_front_matter

BODY = "body"
ADDRESS = re.compile(r"https?://\S+|[\w.-]+@[\w.-]+|\b[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}\b")
# A text without any of these holds no address; ADDRESS looks at every word.
IN_ADDRESS = re.compile(r"://|@|\.[a-zA-Z]{2}")
# Where one of these elements begins, or a language is named, the words may be somebody else's.
OTHERS = frozenset({*VERBATIM, "blockquote", "q", "cite"})
BY_OTHERS = re.compile(rf"<(?:{'|'.join(sorted(OTHERS))})[ >]| lang=")
Raw = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a document in plain words. `own` is what the house itself wrote of it: no code, no quotations."""

    field: str
    words: str
    own: str
    document: Document
    data: bytes = b""

    @property
    def locale(self) -> str:
        """Its language."""
        return self.document.locale

    @property
    def place(self) -> Place:
        """Where it stands: a field in its file, a body as the file."""
        if self.field == BODY:
            return Place(self.document.path)
        entry = self.document.entry
        paths = {leaf.key: leaf.path for leaf in leaves(entry, Translatable)} if entry else self.document.paths
        return self.document.place(paths[self.field])

    def place_of(self, phrase: str) -> Place:
        """Where the phrase stands; the text's own place where that cannot be told."""
        if not self.data or not phrase:
            return self.place
        path = self.document.path
        parts = split_front_matter(decoded(self.data), path)
        found = next(body_of(parts.body, path, parts.body_line).places_of(phrase))
        return found if found.line else self.place


@dataclass(frozen=True, slots=True)
class Pair:
    """The same text in the language of the source and in another."""

    source: Text
    translation: Text


def without_addresses(text: str) -> str:
    """The text with an ellipsis for each address; an ellipsis parts words."""
    return ADDRESS.sub("…", text) if IN_ADDRESS.search(text) else text


def texts_of(document: Document, group: Group, raw: Raw) -> Iterator[Text]:
    """The prose of a document of the group; its body last."""
    for key, text in document.texts.items():
        if key in group.source.digests:
            yield Text(key, text, text, document)
    if document.body.text:
        data = raw.get(document.path, b"")
        yield Text(BODY, document.body.text, _own_words(document.body), document, data)


def pairs(sources: Iterable[Text], translations: Iterable[Text]) -> Iterator[Pair]:
    """The texts that stand in both languages."""
    by_field = {text.field: text for text in sources}
    return (Pair(by_field[text.field], text) for text in translations if text.field in by_field)


def _own_words(body: Rendered) -> str:
    """The words of a body without code, quotations and passages in another language."""
    if not BY_OTHERS.search(body.html):
        return body.text
    kept, outside = list[Token](), list[str]()
    for part in tokens(body.html):
        if outside:
            if isinstance(part, Tag) and part.name == outside[-1]:
                outside = outside[:-1] if part.closing else [*outside, part.name]
        elif isinstance(part, Tag) and not part.closing and _is_others(part):
            outside.append(part.name)
            kept.append(" ")
        else:
            kept.append(part)
    return plain_text(kept)


def _is_others(tag: Tag) -> bool:
    return tag.name in OTHERS or bool(tag.get("lang"))
