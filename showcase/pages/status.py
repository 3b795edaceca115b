"""The states of translations become a page for editors, which no menu, sitemap or search engine leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from showcase.kinds.model import _p
from showcase.library.edits import Edit, History, nearby
from showcase.library.entries import Group, translation_path
from showcase.library.freshness import CURRENT, STATES, FieldState, Row, rows, translated, worst
from showcase.library.values import Library
from showcase.pages.heads import Subject, outline
from showcase.pages.plan import Plan
from showcase.pages.site import Site, site
from showcase.pages.views import Job, Outline

ADDRESS = "/_status/"
TITLE = _p("status", "Translations")
TEXT = _p("status", "How far each entry is translated, and what has changed since.")


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of the project; `url` is empty where nobody said where the files can be read."""

    path: str
    url: str


@dataclass(frozen=True, slots=True)
class TextState:
    """A text that is not simply current, with what changed in its source."""

    key: str
    state: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """An entry in one language: `source`, or the state of its translation. Of a missing one there is no link."""

    locale: str
    state: str
    file: FileLink
    texts: tuple[TextState, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryStatus:
    """An entry in all languages, in the order of the site."""

    key: str
    title: str
    lang: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a kind's entries are current in a language; none need be where all are written in it."""

    locale: str
    current: int
    entries: int
    percent: int


@dataclass(frozen=True, slots=True)
class KindStatus:
    """A kind: its share in each language, and its entries, those with something to do first."""

    folder: str
    name: str
    shares: tuple[Share, ...]
    entries: tuple[EntryStatus, ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """The page: its languages by their own names, and the kinds, the worst first."""

    page: Outline
    locales: tuple[tuple[str, str], ...]
    kinds: tuple[KindStatus, ...]


def with_status(planned: Plan, library: Library, groups: Iterable[Group], histories: Mapping[str, History]) -> Plan:
    """The plan with the editors' page, in the language in which entries are first written."""
    here = site(library, library.settings.default_locale)
    view = status_view(here, groups, histories)
    job = Job(f"{ADDRESS.lstrip('/')}index.html", view, "status.html", here.locale)
    return replace(planned, jobs=(*planned.jobs, job))


def status_view(here: Site, found: Iterable[Group], histories: Mapping[str, History]) -> StatusView:
    """All that the page shows."""
    made, settings = tuple(found), here.library.settings
    counted = rows(made, settings.codes, histories)
    subject = Subject(here.say(TITLE, here.locale), here.say(TEXT, here.locale), ADDRESS, {here.locale: ADDRESS})
    return StatusView(
        outline(here, subject, robots="noindex"),
        tuple((each.code, each.name) for each in settings.locales),
        tuple(
            KindStatus(
                folder,
                here.kind(folder).many,
                _shares(counted, folder, settings.codes),
                _entries(here, (group for group in made if group.source.kind == folder), histories),
            )
            for folder in dict.fromkeys(row.kind for row in counted)
        ),
    )


def _shares(counted: Iterable[Row], folder: str, locales: tuple[str, ...]) -> tuple[Share, ...]:
    by_locale = {row.locale: row for row in counted if row.kind == folder}
    return tuple(
        Share(locale, row.current, row.entries, row.percent)
        if (row := by_locale.get(locale))
        else Share(locale, 0, 0, 0)
        for locale in locales
    )


def _entries(here: Site, found: Iterable[Group], histories: Mapping[str, History]) -> tuple[EntryStatus, ...]:
    made = [_entry(here, group, histories) for group in found]
    return tuple(sorted(made, key=lambda each: (_badness(each), each.key)))


def _badness(entry: EntryStatus) -> int:
    return min((STATES.index(each.state) for each in entry.versions if each.state in STATES), default=len(STATES))


def _entry(here: Site, group: Group, histories: Mapping[str, History]) -> EntryStatus:
    source, settings = group.source, here.library.settings
    fields = dict(translated(group, settings.codes, histories))
    return EntryStatus(
        source.key,
        str(source.texts["title"]),
        "" if source.locale == here.locale else source.locale,
        tuple(
            _version(group, locale, fields[locale], settings.repository)
            if locale in fields
            else Version(locale, "source", file_link(source.path, settings.repository))
            for locale in settings.codes
        ),
    )


def _version(group: Group, locale: str, fields: tuple[FieldState, ...], repository: str) -> Version:
    found, path = group.translations.get(locale), translation_path(group.source, locale)
    texts = tuple(TextState(each.key, each.state, nearby(each.edits)) for each in fields if each.state != CURRENT)
    link = file_link(path, repository if found else "")
    return Version(locale, worst(fields), link, texts if found else ())


def file_link(path: str, repository: str) -> FileLink:
    """The file as code hosts show it: `blob/HEAD` is the newest state on GitHub, and on GitLab too."""
    return FileLink(path, f"{repository.rstrip('/')}/blob/HEAD/{path}" if repository else "")
