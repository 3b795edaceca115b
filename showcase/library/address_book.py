"""Recorded addresses and present pages become redirects, and problems where an old address would mislead."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from showcase import codes
from showcase.library.values import Page
from showcase.problems import Place, Problem, problem
from showcase.reading.history import GONE, HISTORY

Pages = Mapping[str, Mapping[str, Page]]


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Every recorded address with the key of its entry (or `gone`) and its line. A site may do without a book."""

    owners: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    is_kept: bool = False


def recorded(pages: Iterable[Page]) -> dict[str, str]:
    """The addresses that belong into a book, with their entries. A front page has that of its language, not its own."""
    return {page.permalink: page.key for page in pages if not page.is_front}


def with_former(pages: Pages, book: AddressBook) -> dict[str, dict[str, Page]]:
    """The pages with their recorded addresses among their aliases; of a hidden page, the source's page has them."""
    taken = frozenset(page.permalink for own in pages.values() for page in own.values())
    made = {locale: dict(own) for locale, own in pages.items()}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for address, key in sorted(book.owners.items()):
        home = _home(address.split("/")[1], key, pages)
        if home is not None and address not in taken:
            found[home.locale, key].append(address)
    for (locale, key), addresses in found.items():
        page = made[locale][key]
        made[locale][key] = replace(page, aliases=tuple(dict.fromkeys((*page.aliases, *addresses))))
    return made


def _home(locale: str, key: str, pages: Pages) -> Page | None:
    """The entry's page in a language; where it has none there, that of its source language."""
    if key in pages.get(locale, {}):
        return pages[locale][key]
    any_page = next((own[key] for own in pages.values() if key in own), None)
    return pages[any_page.source_locale][key] if any_page else None


def book_problems(pages: Pages, book: AddressBook, keys: Collection[str], *, drafts: bool) -> Iterator[Problem]:
    """Recorded addresses that another entry takes or that lead nowhere, and present ones that are not recorded.

    `keys` are those of all entries. Drafts have no address that anybody could keep.
    """
    every = tuple(page for own in pages.values() for page in own.values())
    present = recorded(every)
    for page in every:
        owner = book.owners.get(page.permalink, page.key)
        if owner != page.key and not page.is_front:
            here = Place(page.path, 1, 1)
            yield problem(codes.ADDRESS_REUSED, here, address=page.permalink, other=owner, id=page.key)
    used = frozenset((*present, *(alias for page in every for alias in page.aliases)))
    for address, key in book.owners.items():
        if key != GONE and key not in keys and address not in used:
            yield problem(codes.ADDRESS_GONE, Place(HISTORY, book.lines.get(address, 0)), address=address, id=key)
    lacking = sorted(address for address in present if address not in book.owners)
    if book.is_kept and lacking and not drafts:
        yield problem(codes.HISTORY_OUTDATED, Place(HISTORY), count=len(lacking), address=lacking[0])


def updated(book: AddressBook, pages: Iterable[Page]) -> dict[str, str]:
    """The book's addresses and those of these pages; what is recorded stays."""
    return recorded(pages) | dict(book.owners)


def moved(book: AddressBook, old: str, new: str) -> dict[str, str]:
    """The book's addresses, those of one entry handed over to another."""
    return {address: new if key == old else key for address, key in book.owners.items()}
