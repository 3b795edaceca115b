"""The files of an entry become its row: all that the rest of the site asks of it, without its texts.

A row is small, so that a library of very many entries fits into memory; the texts stay where the row can fetch them.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from types import MappingProxyType

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.entry import Entry
from showcase.kinds.localised import localised
from showcase.kinds.product import Product
from showcase.language.dates import PartialDate
from showcase.library.addresses import slug_of
from showcase.library.checks.content import ContentChecks
from showcase.library.entries import Group, dates_of, groups, stale_keys
from showcase.library.facet_values import facet_values
from showcase.library.fallback import Fallback, fallback, without
from showcase.library.freshness import states, worst
from showcase.library.links import mentioned
from showcase.library.references import targets
from showcase.library.rules import choices, cover_problems, dues, is_front, selection_problems
from showcase.library.values import Brief, Held, IndexRow, Pointers, Stale, Text, Version
from showcase.problems import Problem
from showcase.reading.memory import source_texts
from showcase.reading.parse import NO_BODY, Document
from showcase.settings import BODY, HIDE, STUB, Settings

NO_BYTES: Mapping[str, bytes] = MappingProxyType({})
DAYS = frozenset({"updated", "launched", *(kind.newest for kind in KINDS.values() if kind.newest)})


def row(
    files: tuple[Document, ...],
    settings: Settings,
    checks: ContentChecks | None = None,
    raw: Mapping[str, bytes] = NO_BYTES,
) -> IndexRow:
    """The row of an entry's files, its texts at hand. `raw` are the files' bytes, by path."""
    found, between = groups(files, settings.codes)
    # What is stale the library says, for it knows what has changed.
    between = tuple(each for each in between if each.code != codes.STALE_TRANSLATION.name)
    problems = (*chain.from_iterable(each.problems for each in files), *between)
    if not found:
        first = files[0]
        return IndexRow(first.key, first.kind, first.path, first.source_locale, problems=problems)
    (group,) = found
    return _sound(group, settings, (*problems, *(checks(group, raw) if checks else ())), raw)


def _sound(group: Group, settings: Settings, problems: tuple[Problem, ...], raw: Mapping[str, bytes]) -> IndexRow:
    source, entry = group.source, _entry(group)
    shown = {locale: fallback(group, locale, settings.fallback) for locale in settings.codes}
    texts = {locale: text_of(group, locale, instead) for locale, instead in shown.items() if instead.page != HIDE}
    made = {locale: _version(group, locale, shown[locale], text) for locale, text in texts.items()}
    published = (
        *chain.from_iterable(instead.problems for instead in shown.values()),
        *chain.from_iterable(more for _, more in made.values()),
        *selection_problems(group),
        *cover_problems(group, settings.wanted_pictures),
    )
    return IndexRow(
        key=source.key,
        kind=source.kind,
        path=source.path,
        source_locale=source.locale,
        is_sound=True,
        draft=entry.draft,
        publish_on=entry.publish_on,
        expires_on=entry.expires_on,
        dates=dates_of(source),
        targets=targets(source),
        front=source.place(("front",)) if is_front(group) else None,
        of_field=entry.field if isinstance(entry, Product) else "",
        choices=tuple(choices(source)),
        listed=tuple((each.file, source.place(("pictures", at, "file"))) for at, each in enumerate(entry.pictures)),
        dues=tuple(dues(source)),
        stale=tuple(_stale(group, raw)),
        states={
            locale: worst(states(source, group.translations.get(locale)))
            for locale in settings.codes
            if locale != source.locale
        },
        versions={locale: version for locale, (version, _) in made.items()},
        problems=problems,
        published=published,
        files=Held(group, texts),
    )


def _entry(group: Group) -> Entry:
    assert group.source.entry is not None  # noqa: S101 - a group has a sound source
    return group.source.entry


def _stale(group: Group, raw: Mapping[str, bytes]) -> Iterator[Stale]:
    """The translations that were made from other texts of the source, with these texts as they are now."""
    for document in group.translations.values():
        if not document.machine_draft and (keys := stale_keys(group.source, document)):
            data = raw.get(group.source.path)
            now = source_texts(group.source, data) if data is not None else {}
            yield Stale(
                document.locale,
                document.path,
                document.start,
                {key: document.stamps[key] for key in keys},
                {key: now[key] for key in keys if key in now},
            )


def _version(group: Group, locale: str, instead: Fallback, text: Text) -> tuple[Version, tuple[Problem, ...]]:
    """The entry in one language; what the language lacks is taken from the source."""
    source, document = group.source, _document(group, locale)
    given = document.texts if locale == document.locale else {}
    is_own = locale == source.locale or "title" in given
    # A title that falls back takes the slug along: it may be there because two titles differ by their marks alone.
    chosen = text.entry.slug if is_own else text.entry.slug or _entry(group).slug
    slug, problems = slug_of(text.entry.title, chosen, locale, document)
    has_body = _has_body(source, document, locale)
    version = Version(
        content_locale=locale if is_own else source.locale,
        body_locale=locale if has_body or BODY in instead.hidden else source.locale,
        slug=slug,
        aliases=text.entry.aliases,
        file=document.locale,
        brief=_brief(text),
        pointers=Pointers(text.body.links, text.body.cards, text.body.pictures),
        missing=instead.shown,
        stale=() if document is source else stale_keys(source, document),
        is_stub=instead.page == STUB,
        mentions=tuple(dict.fromkeys(mentioned(text.body))),
        digest=group.digest(locale),
    )
    return version, problems


def text_of(group: Group, locale: str, instead: Fallback) -> Text:
    """What the page of a language shows of an entry."""
    source, document, entry = group.source, _document(group, locale), _entry(group)
    if locale != source.locale:
        entry = localised(entry, document.texts if locale == document.locale else {}, source.locale)
    body = NO_BODY if BODY in instead.hidden else source.body
    return Text(
        without(entry, instead.hidden, source.locale), document.body if _has_body(source, document, locale) else body
    )


def _document(group: Group, locale: str) -> Document:
    """The file whose texts a language shows: its translation, or for want of one the source."""
    shown = None if locale == group.source.locale else group.shown(locale)
    return shown or group.source


def _has_body(source: Document, document: Document, locale: str) -> bool:
    """Whether the language has the body that belongs to the page."""
    return document.locale == locale and (bool(document.body.html) or not source.body.html)


def _brief(text: Text) -> Brief:
    entry, body = text.entry, text.body
    known = {name: value for name in DAYS if (value := getattr(entry, name, None)) is not None}
    return Brief(
        title=entry.title,
        order=entry.order,
        days=tuple((name, str(_first_day(value))) for name, value in sorted(known.items())),
        edited=entry.updated or getattr(entry, "date", None) or entry.publish_on,
        happened=_happened(entry),
        related=entry.related,
        facets=tuple(facet_values(entry).items()) if isinstance(entry, Product) else (),
        shown=(*(each.src for each in body.pictures), *(each.file for each in entry.pictures)),
    )


def _first_day(value: date | PartialDate) -> date:
    return value.first_day() if isinstance(value, PartialDate) else value


def _happened(entry: Entry) -> date | None:
    """The first day of the thing that the entry is about, where it is known."""
    known = getattr(entry, "launched", None) or getattr(entry, "start", None)
    return known.first_day() if isinstance(known, PartialDate) else getattr(entry, "date", None)
