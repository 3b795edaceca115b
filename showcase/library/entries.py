"""Documents become entries: each source document with its translations, and what is wrong between the files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from showcase import codes
from showcase.digests import short_digest
from showcase.kinds.model import leaves
from showcase.language.dates import PartialDate
from showcase.library.edits import History, brief
from showcase.problems import Place, Problem, problem
from showcase.reading.parse import MACHINE_DRAFT, Document

# On the last day of these all is as before: an event still takes place, a review is not late.
PASSING = frozenset({"start", "end", "review_by"})


@dataclass(frozen=True, slots=True)
class Group:
    """The files of one entry: its source document and its translations by language."""

    source: Document
    translations: Mapping[str, Document]

    def shown(self, locale: str) -> Document | None:
        """The translation that readers are shown; a machine's draft is not."""
        found = self.translations.get(locale)
        return None if found is None or found.machine_draft else found

    def digest(self, locale: str) -> str:
        """A digest of the files from which the entry's page in a language is made."""
        files = self.source, self.translations.get(locale, self.source)
        return short_digest(f"{each.path} {each.digest}" for each in files)


def groups(
    documents: Iterable[Document], locales: tuple[str, ...], histories: Mapping[str, History] = MappingProxyType({})
) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """The entries that have a sound source, in the order of their keys, and the problems between files.

    `histories` say what changed in the source of a stale translation, by its path.
    """
    files = _by_entry(documents)
    made = tuple(group for found in files if (group := _group(found)))
    problems = [each for found in files for each in _source_problems(found)]
    problems += [each for group in made for each in _translation_problems(group, locales, histories)]
    return made, tuple(problems)


def _by_entry(documents: Iterable[Document]) -> list[tuple[Document, ...]]:
    files: dict[str, dict[str, Document]] = defaultdict(dict)
    for document in documents:
        files[document.key][document.locale] = document
    return [tuple(files[key].values()) for key in sorted(files)]


def _group(files: tuple[Document, ...]) -> Group | None:
    source = next((each for each in files if each.is_source), None)
    if source is None or source.entry is None:
        return None
    return Group(source, {each.locale: each for each in files if each is not source})


def _source_problems(files: tuple[Document, ...]) -> list[Problem]:
    if not all(each.spots for each in files):
        return []  # of a file that cannot be read nobody knows the source language
    first = files[0]
    if any(each.source_locale != first.source_locale for each in files):
        other = next(each for each in files if each.source_locale != first.source_locale)
        here = other.place(("source_locale",))
        return [
            problem(
                codes.SOURCE_LOCALE_DIFFERS,
                here,
                locale=other.source_locale,
                other=first.source_locale,
                path=first.path,
            )
        ]
    if not any(each.is_source for each in files):
        name = f"index.{first.source_locale}.md"
        return [problem(codes.MISSING_SOURCE_TEXT, Place(first.path, 1, 1), source=name, locale=first.locale)]
    return []


def _translation_problems(group: Group, locales: tuple[str, ...], histories: Mapping[str, History]) -> list[Problem]:
    source, found = group.source, []
    for locale in locales:
        if locale not in group.translations and locale != source.locale:
            path = translation_path(source, locale)
            found.append(problem(codes.MISSING_TRANSLATION, Place(source.path), locale=locale, path=path))
    for document in group.translations.values():
        found += _unknown_items(source, document)
        is_read = all(each.severity != codes.ERROR for each in document.problems)
        if document.machine_draft:
            found.append(problem(codes.MACHINE_DRAFT, document.place((MACHINE_DRAFT,)), id=document.key))
            continue
        if is_read and (missing := missing_keys(source, document)):
            found.append(problem(codes.PARTIAL_TRANSLATION, document.start, fields=", ".join(missing)))
        if stale := stale_keys(source, document):
            found.append(stale_problem(document.key, document.start, stale, histories.get(document.path)))
    return found


def stale_problem(key: str, place: Place, texts: Iterable[str], history: History | None) -> Problem:
    """That texts of a translation are stale, and what changed in their sources where that is remembered."""
    words = ", ".join(_with_change(each, history) for each in texts)
    return problem(codes.STALE_TRANSLATION, place, fields=words, id=key)


def _with_change(key: str, history: History | None) -> str:
    """The key of a stale text, with what changed in its source where that is remembered."""
    change = brief(history.edits.get(key, ())) if history else ""
    return f"{key} ({change})" if change else key


def _unknown_items(source: Document, document: Document) -> list[Problem]:
    """Texts for items that the source does not have."""
    assert source.entry is not None  # noqa: S101 - a group has a sound source
    if not any("." in key for key in document.texts.keys() - source.digests.keys()):
        return []  # the usual case, and soon seen
    known = {leaf.key.rpartition(".")[0] for leaf in leaves(source.entry)}
    found: dict[str, Problem] = {}
    for key in document.texts:
        holder, _, _ = key.rpartition(".")
        if holder and holder not in known:
            field, _, item = holder.rpartition(".")
            found[holder] = problem(
                codes.UNKNOWN_ITEM,
                document.place((*document.paths[key][:-1], "id")),
                id=item,
                field=field or item,
                source=f"index.{source.locale}.md",
            )
    return list(found.values())


def translation_path(source: Document, locale: str) -> str:
    """The file of an entry's translation, whether it is there or not."""
    return source.path.replace(f"index.{source.locale}.md", f"index.{locale}.md")


def given_keys(translation: Document) -> tuple[str, ...]:
    """The texts that a translation gives, `body` among them."""
    return (*translation.texts, "body") if translation.body.html else tuple(translation.texts)


def stale_keys(source: Document, translation: Document) -> tuple[str, ...]:
    """The texts whose source changed after they were translated, as far as the translation was stamped."""
    given = given_keys(translation)
    return tuple(key for key, stamp in translation.stamps.items() if key in given and source.digests.get(key) != stamp)


def missing_keys(source: Document, translation: Document | None) -> tuple[str, ...]:
    """The texts of the source that a translation does not give, `body` among them."""
    given = translation.texts if translation else {}
    missing = tuple(key for key in source.digests if key != "body" and key not in given)
    lacks_body = source.body.html and not (translation and translation.body.html)
    return (*missing, "body") if lacks_body else missing


def dates_of(source: Document) -> tuple[date, ...]:
    """Every day at which the site may look different: each date, and the day after those that pass."""
    assert source.entry is not None  # noqa: S101 - a group has a sound source
    found: list[date] = []
    for leaf in leaves(source.entry):
        if isinstance(leaf.value, date | PartialDate):
            first, last = _span(leaf.value)
            passes = leaf.path[-1] in PASSING and last < date.max
            found += [first, last + timedelta(days=1)] if passes else [first]
    return tuple(found)


def _span(value: date | PartialDate) -> tuple[date, date]:
    """The first and the last day that are meant."""
    return (value, value) if isinstance(value, date) else (value.first_day(), value.last_day())
