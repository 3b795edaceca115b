"""A source becomes a document: its fields typed, its Markdown made into safe HTML, its links written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.entry import Entry
from showcase.kinds.localised import prose, texts
from showcase.kinds.model import Cites, Model, Path, leaves, shapes, translation_model
from showcase.language.text import digest_of_text
from showcase.problems import ContentError, Place, Problem, problem, suggestion
from showcase.reading.discover import Source
from showcase.reading.document import FrontMatter, Rendered, Spot
from showcase.reading.front_matter import read_front_matter
from showcase.reading.markdown import render_markdown
from showcase.reading.text_file import decode, split_front_matter
from showcase.reading.validation import place_of, validated

KIND_WORDS: Mapping[str, str] = {kind.word: folder for folder, kind in KINDS.items()} | {
    folder: folder for folder in KINDS
}
STAMPS = "translated_from"


@dataclass(frozen=True, slots=True)
class Document:
    """A source as parsed. A source document has an `entry`; a translation has only `texts`.

    `stamps` are the digests of the source texts from which a translation was made, `digests` those of the document's own
    texts, both by text key. A document with errors has neither entry nor texts.
    """

    path: str
    kind: str
    id: str
    locale: str
    source_locale: str
    entry: Entry | None = None
    texts: Mapping[str, Any] = field(default_factory=dict)
    paths: Mapping[str, Path] = field(default_factory=dict)
    stamps: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    body: Rendered = Rendered()
    spots: Mapping[Path, Spot] = field(default_factory=dict)
    start: Place = Place("")
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """`<kind>/<id>`, by which other entries name this one."""
        return f"{self.kind}/{self.id}"

    @property
    def is_source(self) -> bool:
        """Whether the entry was first written in this document's language."""
        return self.locale == self.source_locale

    def place(self, path: Path) -> Place:
        """Where a field stands."""
        return place_of(path, self.spots, self.start)


def parse(source: Source, default_locale: str) -> Document:
    """The document that a source says, with every problem that can be seen in the file alone."""
    text, problems = decode(source.data, source.path, source.locale)
    try:
        yaml_text, yaml_line, body, body_line = split_front_matter(text, source.path)
        front = read_front_matter(yaml_text, source.path, yaml_line)
    except ContentError as error:
        return _document(source, default_locale, problems=(*problems, *error.problems))
    rendered = render_markdown(body, source.locale, source.path, body_line, kinds=KIND_WORDS)
    values = dict(front.values)
    source_locale = str(values.get("source_locale") or default_locale)
    stamps = values.pop(STAMPS, None) or {}
    start = Place(source.path, 1, 1)
    found = (*problems, *front.problems, *rendered.problems)
    if source.locale != source_locale:
        translation, more = _translation(source, values, front, start, source_locale)
        given = texts(translation) if translation else {}
        paths = {leaf.key: leaf.path for leaf in leaves(translation)} if translation else {}
        return _document(
            source,
            source_locale,
            texts=given,
            paths=paths,
            stamps=_stamps(stamps),
            body=rendered,
            spots=front.places,
            start=start,
            problems=(*found, *more),
        )
    entry, more = validated(KINDS[source.kind].model, values, front.places, start)
    if entry is None:
        return _document(
            source, source_locale, body=rendered, spots=front.places, start=start, problems=(*found, *more)
        )
    return _document(
        source,
        source_locale,
        entry=entry,
        texts=texts(entry),
        digests=_digests(entry, body),
        body=rendered,
        spots=front.places,
        start=start,
        problems=(*found, *_own_rules(entry, front, start)),
    )


def _document(source: Source, source_locale: str, **parts: Any) -> Document:
    return Document(source.path, source.kind, source.id, source.locale, source_locale, **parts)


def _translation(
    source: Source, values: Mapping[str, Any], front: FrontMatter, start: Place, source_locale: str
) -> tuple[Model | None, tuple[Problem, ...]]:
    full = KINDS[source.kind].model
    given = {name: value for name, value in values.items() if name != "source_locale"}
    name = f"index.{source_locale}.md"
    return validated(translation_model(full), given, front.places, start, full, name)


def _stamps(values: Any) -> dict[str, str]:
    return {str(name): str(value) for name, value in values.items()} if isinstance(values, Mapping) else {}


def _digests(entry: Entry, body: str) -> dict[str, str]:
    own = prose(entry) | ({"body": body} if body.strip() else {})
    return {name: digest_of_text(text) for name, text in own.items()}


def _own_rules(entry: Entry, front: FrontMatter, start: Place) -> tuple[Problem, ...]:
    """What the fields of one entry owe each other: cited sources exist, evidence is for a field, ids stand once."""
    known = [source.id for source in entry.sources]
    found = [
        problem(
            codes.UNKNOWN_SOURCE, place_of(leaf.path, front.places, start), id=leaf.value, known=", ".join(known) or "–"
        )
        for leaf in leaves(entry)
        if leaf.shape.mark(Cites) and leaf.value not in known
    ]
    return (*found, *_evidence(entry, front, start), *_twice(entry, (), front, start))


def _evidence(entry: Entry, front: FrontMatter, start: Place) -> list[Problem]:
    fields = tuple(shapes(type(entry)))
    return [
        problem(
            codes.UNKNOWN_FIELD,
            place_of(("evidence", name), front.places, start, key=True),
            field=name,
            known=", ".join(fields),
            **suggestion(name, fields),
        )
        for name in entry.evidence
        if name not in fields
    ]


def _twice(model: Model, path: Path, front: FrontMatter, start: Place) -> list[Problem]:
    """Items of one list that share an id."""
    found: list[Problem] = []
    for name, shape in shapes(type(model)).items():
        if shape.model is None or shape.holds != "many":
            continue
        seen: set[str] = set()
        for index, item in enumerate(getattr(model, name)):
            here, word = (*path, name, index), getattr(item, "id", "")
            if word in seen:
                found.append(
                    problem(codes.DUPLICATE_ID, place_of((*here, "id"), front.places, start), id=word, field=name)
                )
            seen |= {word} if word else set()
            found += _twice(item, here, front, start)
    return found
