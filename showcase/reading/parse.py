"""A source becomes a document: its fields typed, its Markdown made into safe HTML, its links written down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.entry import Entry
from showcase.kinds.localised import prose, texts
from showcase.kinds.model import Path, leaves, translation_model
from showcase.language.text import digest_of_text, visible
from showcase.limits import LIMITS, Limits
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.discover import Source
from showcase.reading.document import Rendered, Spot
from showcase.reading.front_matter import read_front_matter
from showcase.reading.guards import markdown_limits
from showcase.reading.markdown import WORDING, Wording, render_markdown
from showcase.reading.own_rules import doubles, own_problems
from showcase.reading.text_file import decode, split_front_matter
from showcase.reading.validation import place_of, validated

KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {kind.word: folder for folder, kind in KINDS.items()} | {folder: folder for folder in KINDS}
)
MOST = 1_000  # problems of one file: nobody reads more, and a file can hold half a million
STAMPS = "translated_from"
MACHINE_DRAFT = "machine_draft"
NO_WORDINGS: Mapping[str, Wording] = MappingProxyType({})
NO_BODY = Rendered()
NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Document:
    """A source as parsed. A source document has an `entry`; a translation has only `texts`.

    `stamps` are the digests of the source texts from which a translation was made, `digests` those of the document's
    own texts, both by text key; `digest` is that of the file. A `machine_draft` is a translation that nobody has read
    yet. A document whose fields cannot be used has neither entry nor texts; one that cannot be read at all has no
    `spots` either.
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
    machine_draft: bool = False
    body: Rendered = NO_BODY
    spots: Mapping[Path, Spot] = field(default_factory=dict)
    start: Place = NOWHERE
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    @property
    def key(self) -> str:
        """`<kind>/<id>`, by which other entries name this one."""
        return f"{self.kind}/{self.id}"

    @property
    def is_source(self) -> bool:
        """Whether the entry was first written in this document's language."""
        return self.locale == self.source_locale

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where a field stands, or its name."""
        return place_of(path, self.spots, self.start, key=key)


def parse(
    source: Source, default_locale: str, wordings: Mapping[str, Wording] = NO_WORDINGS, limits: Limits = LIMITS
) -> Document:
    """The document that a source says, with the problems that can be seen in the file alone.

    `wordings` are the words that the parser itself writes into texts, by language.
    """
    document = _parsed(source, default_locale, wordings, limits)
    if len(document.problems) <= MOST:
        return document
    return replace(document, problems=tuple(sorted(document.problems, key=_is_warning)[:MOST]))


def _is_warning(found: Problem) -> bool:
    return found.severity != codes.ERROR


def _parsed(source: Source, default_locale: str, wordings: Mapping[str, Wording], limits: Limits) -> Document:
    named = Document(source.path, source.kind, source.id, source.locale, default_locale, digest=source.digest)
    problems: tuple[Problem, ...] = ()
    try:
        text, problems = decode(source.data, source.path, source.locale)
        yaml_text, yaml_line, body, body_line = split_front_matter(text, source.path)
        front = read_front_matter(yaml_text, source.path, yaml_line, limits)
    except ContentError as error:
        return replace(named, problems=(*problems, *error.problems))
    wording = wordings.get(source.locale, WORDING)
    rendered = render_markdown(
        body,
        source.locale,
        source.path,
        body_line,
        kinds=KIND_WORDS,
        wording=wording,
        limits=markdown_limits(limits),
    )
    wanted = front.values.get("source_locale")
    document = replace(
        named,
        source_locale=wanted if isinstance(wanted, str) else default_locale,
        body=rendered,
        spots=front.places,
        start=Place(source.path, 1, 1),
        problems=(*problems, *front.problems, *rendered.problems),
    )
    return _as_source(document, front.values, body) if document.is_source else _as_translation(document, front.values)


def _as_source(document: Document, values: Mapping[str, Any], body: str) -> Document:
    """The document with its entry, or with what keeps it from having one."""
    entry, problems = validated(KINDS[document.kind].model, values, document.spots, document.start)
    if entry is None:
        return replace(document, problems=(*document.problems, *problems))
    own = own_problems(entry, document.place, lambda path: document.place(path, key=True))
    return replace(
        document,
        entry=entry,
        texts=texts(entry),
        digests=_digests(entry, body),
        problems=(*document.problems, *own),
    )


def _as_translation(document: Document, values: Mapping[str, Any]) -> Document:
    """The document with its texts, or with what keeps it from having them."""
    full = KINDS[document.kind].model
    given = {name: value for name, value in values.items() if name not in ("source_locale", STAMPS, MACHINE_DRAFT)}
    source = f"index.{document.source_locale}.md"
    translation, problems = validated(translation_model(full), given, document.spots, document.start, full, source)
    stamps, stamp_problems = _stamps(values.get(STAMPS), document)
    is_draft, draft_problems = _machine_draft(values.get(MACHINE_DRAFT), document)
    found = (*document.problems, *problems, *stamp_problems, *draft_problems)
    document = replace(document, stamps=stamps, machine_draft=is_draft)
    if translation is None:
        return replace(document, problems=found)
    return replace(
        document,
        texts=texts(translation),
        paths={leaf.key: leaf.path for leaf in leaves(translation)},
        problems=(*found, *doubles(translation, document.place)),
    )


def _stamps(value: Any, document: Document) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The stamps of a translation by text key, or a problem where they have another shape.

    A form splits the keys at their points: `claims.one.text` comes back as groups within groups.
    """
    given = {} if value is None else value
    if isinstance(given, Mapping):
        found = dict(_flat(given))
        if all(isinstance(each, str) for each in found.values()):
            return found, ()
    example = f"{STAMPS}: {{title: 0a1b2c3d4e5f}}"
    shown = visible(str(value))[:80]
    return {}, (
        problem(
            codes.WRONG_TYPE,
            document.place((STAMPS,)),
            field=STAMPS,
            expected=codes.SOME_FIELDS,
            value=shown,
            example=example,
        ),
    )


def _flat(groups: Mapping[str, Any], key: str = "") -> Iterator[tuple[str, Any]]:
    """The single values in groups within groups, by the names on the way to them."""
    for name, item in groups.items():
        here = f"{key}.{name}" if key else name
        if isinstance(item, Mapping):
            yield from _flat(item, here)
        else:
            yield here, item


def _machine_draft(value: Any, document: Document) -> tuple[bool, tuple[Problem, ...]]:
    """Whether a machine made the translation and nobody has read it; what is unclear counts as unread."""
    if value in (None, "true", "false"):
        return value == "true", ()
    shown, here = visible(str(value))[:80], document.place((MACHINE_DRAFT,))
    return True, (problem(codes.NOT_A_CHOICE, here, field=MACHINE_DRAFT, value=shown, choices="true, false"),)


def _digests(entry: Entry, body: str) -> dict[str, str]:
    """The digest of each text that a translator translates."""
    own = prose(entry) | ({"body": body} if body.strip() else {})
    return {name: digest_of_text(text) for name, text in own.items()}
