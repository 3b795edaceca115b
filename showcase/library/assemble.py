"""Documents become the library: languages put together, references resolved, addresses given, rules enforced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from showcase.kinds import KINDS
from showcase.kinds.localised import localised
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
    slug_of,
)
from showcase.library.edits import History
from showcase.library.entries import Group, dates_of, groups, stale_keys, unpublished_state
from showcase.library.fallback import Fallback, fallback, without
from showcase.library.links import link_problems, listed_picture_problems, mentioned, picture_problems
from showcase.library.menus import Menus, menu_problems
from showcase.library.references import cycle_problems, reference_problems, reverse, targets
from showcase.library.rules import (
    cover_problems,
    front_problems,
    is_front,
    lapse_problems,
    review_problems,
    selection_problems,
)
from showcase.library.values import Library, Page, PictureFile
from showcase.problems import Problem, in_order
from showcase.reading.house_rules import HouseRules
from showcase.reading.parse import NO_BODY, Document
from showcase.settings import BODY, HIDE, STUB, Settings


@dataclass(frozen=True, slots=True)
class Materials:
    """What a library is made of.

    `raw` are the texts' bytes, in which the checks look up where a phrase stands; `histories` what changed in the
    sources of stale translations. Both go by path. `book` are the addresses that entries ever had.
    """

    documents: tuple[Document, ...]
    pictures: Mapping[str, PictureFile]
    catalogs: Mapping[str, Catalog]
    menus: Menus
    settings: Settings
    today: date
    drafts: bool = False
    rules: HouseRules = field(default_factory=HouseRules)
    raw: Mapping[str, bytes] = field(default_factory=dict)
    histories: Mapping[str, History] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)
    book: AddressBook = field(default_factory=AddressBook)


def assemble(materials: Materials) -> Library:
    """The library of all published entries, with every problem that shows only when documents meet."""
    settings, today = materials.settings, materials.today
    say = say_with(materials.catalogs)
    found, problems = groups(materials.documents, settings.codes, materials.histories)
    by_key = {group.source.key: group for group in found}
    states = {key: "" if materials.drafts else unpublished_state(group.source, today) for key, group in by_key.items()}
    published = tuple(group for group in found if not states[group.source.key])
    broken = frozenset(document.key for document in materials.documents if document.key not in by_key)
    references = targets(found)
    named = {key: tuple(dict.fromkeys(target.key for target in own)) for key, own in references.items()}
    pages: dict[str, dict[str, Page]] = {}
    made_problems: list[Problem] = []
    for locale in settings.codes:
        shown = [(group, fallback(group, locale, settings.fallback)) for group in published]
        made = [
            _page(group, locale, say, instead, named[group.source.key])
            for group, instead in shown
            if instead.page != HIDE
        ]
        pages[locale] = {page.key: page for page, _ in made}
        made_problems += chain.from_iterable(instead.problems for _, instead in shown)
        made_problems += chain.from_iterable(more for _, more in made)
    pages = with_former(pages, materials.book)
    library = Library(
        settings=settings,
        today=today,
        catalogs=materials.catalogs,
        pages=pages,
        reverse=reverse(references, frozenset(group.source.key for group in published)),
        pictures=materials.pictures,
        menus=materials.menus.lists,
        documents=materials.documents,
        next_due=next_due(found, today),
        synonyms=materials.synonyms,
    )
    return replace(
        library,
        problems=in_order(
            (
                *chain.from_iterable(document.problems for document in materials.documents),
                *problems,
                *made_problems,
                *section_problems(settings.codes, say),
                *reference_problems(by_key, references, states, broken),
                *cycle_problems(by_key, references),
                *front_problems(published),
                *chain.from_iterable(selection_problems(group, by_key) for group in published),
                *chain.from_iterable(listed_picture_problems(group.source, materials.pictures) for group in published),
                *chain.from_iterable(review_problems(group, today) for group in published),
                *chain.from_iterable(lapse_problems(group, today, settings.lapse_notice) for group in published),
                *chain.from_iterable(cover_problems(group, settings.wanted_pictures) for group in published),
                *_page_problems(library, states, broken, say),
                *book_problems(pages, materials.book, states.keys() | broken, drafts=materials.drafts),
                *menu_problems(materials.menus, by_key, states),
            )
        ),
    )


def next_due(found: Iterable[Group], today: date) -> date | None:
    """The nearest day to come on which the content changes by itself."""
    return min((day for group in found for day in dates_of(group.source) if day > today), default=None)


def _page(
    group: Group, locale: str, say: Say, instead: Fallback, named: tuple[str, ...]
) -> tuple[Page, tuple[Problem, ...]]:
    """The entry's page in one language; what the language lacks is taken from the source."""
    source = group.source
    assert source.entry is not None  # noqa: S101 - a group has a sound source
    translation = None if locale == source.locale else group.shown(locale)
    document = translation or source
    given = document.texts if locale == document.locale else {}
    entry = source.entry if locale == source.locale else localised(source.entry, given, source.locale)
    is_own = locale == source.locale or "title" in given
    # A title that falls back takes the slug along: it may be there because two titles differ by their marks alone.
    chosen = entry.slug if is_own else entry.slug or source.entry.slug
    slug, problems = slug_of(entry.title, chosen, locale, document)
    entry = without(entry, instead.hidden, source.locale)
    has_body = document.locale == locale and (bool(document.body.html) or not source.body.html)
    link = entry_permalink(source.kind, slug, locale, say, is_front=is_front(group))
    old = (entry_permalink(source.kind, alias, locale, say, is_front=False) for alias in entry.aliases)
    body = document.body if has_body else NO_BODY if BODY in instead.hidden else source.body
    page = Page(
        key=source.key,
        kind=source.kind,
        id=source.id,
        locale=locale,
        content_locale=locale if is_own else source.locale,
        entry=entry,
        body=body,
        body_locale=locale if has_body or BODY in instead.hidden else source.locale,
        slug=slug,
        permalink=link,
        aliases=tuple(dict.fromkeys(alias for alias in old if alias != link)),
        path=document.path,
        missing=instead.shown,
        stale=stale_keys(source, translation) if translation else (),
        is_stub=instead.page == STUB,
        refers=named,
        mentions=tuple(dict.fromkeys(mentioned(body))),
        digest=group.digest(locale),
    )
    return page, problems


def _page_problems(library: Library, states: Mapping[str, str], broken: frozenset[str], say: Say) -> Iterable[Problem]:
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
                yield from link_problems(page, known, states, broken)
                yield from picture_problems(page, library.pictures)
