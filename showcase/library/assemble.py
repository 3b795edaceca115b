"""Documents become the library: languages put together, references resolved, addresses given, rules enforced."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from showcase.kinds import KINDS
from showcase.kinds.words import Say, say_with
from showcase.language.catalogs import Catalog
from showcase.language.search_keys import Alike
from showcase.library.address_book import AddressBook, book_problems, with_former
from showcase.library.addresses import (
    collision_problems,
    compare_permalink,
    entry_permalink,
    index_permalink,
    search_permalink,
    section_permalink,
    section_problems,
    shortlist_permalink,
)
from showcase.library.edits import History
from showcase.library.freshness import stale_problems
from showcase.library.links import link_problems, listed_picture_problems, picture_problems
from showcase.library.menus import Menus, menu_problems
from showcase.library.references import cycle_problems, reference_problems, reverse
from showcase.library.rules import choice_problems, due_problems, front_problems, unpublished_state
from showcase.library.values import IndexRow, Library, Page, PictureFile
from showcase.problems import Problem, in_order
from showcase.settings import Settings

Named = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]  # fields with the keys they name, and each key once


@dataclass(frozen=True, slots=True)
class Materials:
    """What a library is made of: the rows of the entries in the order of their keys, and all that stands beside them.

    `histories` say what changed in the sources of stale translations, by their paths. `book` are the addresses that
    entries ever had.
    """

    rows: tuple[IndexRow, ...]
    pictures: Mapping[str, PictureFile]
    catalogs: Mapping[str, Catalog]
    menus: Menus
    settings: Settings
    today: date
    drafts: bool = False
    histories: Mapping[str, History] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)
    book: AddressBook = field(default_factory=AddressBook)


def assemble(materials: Materials) -> Library:
    """The library of all published entries, with every problem that shows only when entries meet."""
    settings, today = materials.settings, materials.today
    say = say_with(materials.catalogs)
    sound = {row.key: row for row in materials.rows if row.is_sound}
    broken = frozenset(row.key for row in materials.rows if not row.is_sound)
    states = {key: "" if materials.drafts else unpublished_state(row, today) for key, row in sound.items()}
    published = tuple(row for row in sound.values() if not states[row.key])
    references = {key: row.targets for key, row in sound.items()}
    named = _named(published)
    found = {
        locale: {row.key: _page(row, locale, say, named[row.key]) for row in published if locale in row.versions}
        for locale in settings.codes
    }
    pages = with_former(found, materials.book)
    library = Library(
        settings=settings,
        today=today,
        catalogs=materials.catalogs,
        pages=pages,
        reverse=reverse(references, frozenset(named)),
        pictures=materials.pictures,
        menus=materials.menus.lists,
        files={key: row.files for key, row in sound.items() if row.files},
        next_due=next_due(sound.values(), today),
        synonyms=materials.synonyms,
    )
    return replace(
        library,
        problems=in_order(
            (
                *chain.from_iterable(row.problems for row in materials.rows),
                *chain.from_iterable(row.published for row in published),
                *chain.from_iterable(stale_problems(row, materials.histories) for row in sound.values()),
                *section_problems(settings.codes, say),
                *reference_problems(references, sound, states, broken),
                *cycle_problems(references),
                *front_problems(published),
                *chain.from_iterable(choice_problems(row, sound) for row in published),
                *chain.from_iterable(listed_picture_problems(row, materials.pictures) for row in published),
                *chain.from_iterable(due_problems(row, today, settings.lapse_notice) for row in published),
                *_page_problems(library, sound, states, broken, say),
                *book_problems(pages, materials.book, states.keys() | broken, drafts=materials.drafts),
                *menu_problems(materials.menus, sound, states),
            )
        ),
    )


def next_due(rows: Iterable[IndexRow], today: date) -> date | None:
    """The nearest day to come on which the content changes by itself."""
    return min((day for row in rows for day in row.dates if day > today), default=None)


def _named(rows: Iterable[IndexRow]) -> dict[str, Named]:
    """What each entry names. Equal pairs are held once."""
    known: dict[tuple[str, str], tuple[str, str]] = {}
    pairs = {row.key: [(each.field, each.key) for each in row.targets] for row in rows}
    return {
        key: (tuple(known.setdefault(pair, pair) for pair in own), tuple(dict.fromkeys(other for _, other in own)))
        for key, own in pairs.items()
    }


def _page(row: IndexRow, locale: str, say: Say, named: Named) -> Page:
    """The entry's page in one language, at its address."""
    version = row.versions[locale]
    assert row.files is not None  # noqa: S101 - a sound entry has files
    link = entry_permalink(row.kind, version.slug, locale, say, is_front=row.front is not None)
    old = (entry_permalink(row.kind, alias, locale, say, is_front=False) for alias in version.aliases)
    targets, refers = named
    return Page(
        key=row.key,
        kind=row.kind,
        locale=locale,
        content_locale=version.content_locale,
        source_locale=row.source_locale,
        files=row.files,
        brief=version.brief,
        body_locale=version.body_locale,
        permalink=link,
        aliases=tuple(dict.fromkeys(alias for alias in old if alias != link)),
        file=version.file,
        missing=version.missing,
        stale=version.stale,
        is_stub=version.is_stub,
        targets=targets,
        refers=refers,
        mentions=version.mentions,
        digest=version.digest,
    )


def _page_problems(
    library: Library, rows: Mapping[str, IndexRow], states: Mapping[str, str], broken: Collection[str], say: Say
) -> Iterable[Problem]:
    """What is wrong with addresses, links and pictures. A fallback's text is checked where it is at home."""
    for locale, own in library.pages.items():
        known = {**own, **library.elsewhere(locale)}
        taken = {
            section_permalink(kind, locale, say): f"content/{folder}" for folder, kind in KINDS.items() if kind.listed
        }
        taken |= {index_permalink(locale, say): "A–Z", search_permalink(locale, say): "search.html"}
        taken |= {compare_permalink(locale, say): "compare.html", shortlist_permalink(locale, say): "shortlist.html"}
        yield from collision_problems(own.values(), taken)
        for page in own.values():
            if page.body_locale == locale:
                made = rows[page.key].versions[locale].pointers
                yield from link_problems(page, made, known, states, broken)
                yield from picture_problems(page, made, library.pictures)
