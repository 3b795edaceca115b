"""The views of entries are remembered, for a template that changes needs no view made anew.

They are remembered without the cards in them, which are remembered by themselves: the same ones stand on many pages.
"""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from showcase.digests import digest
from showcase.pages.ingredients import BROAD, Ingredients
from showcase.pages.memo import Memo, forgetful
from showcase.pages.views import Card, EntryView

Cards = Mapping[str, Card]


@dataclass(frozen=True, slots=True)
class KeptViews:
    """What remembers the views of a language. `words` are a digest of all that any of them may be made from."""

    words: str = ""
    memo: Memo = forgetful

    def __call__(self, key: str, cards: Cards, make: Callable[[], EntryView]) -> EntryView:
        """The view of that key, made now if it is not remembered; the key changes with what is the view's own."""
        made: list[EntryView] = []

        def written() -> bytes:
            made.append(make())
            return view_bytes(made[0], cards)

        known: bytes = self.memo(self._name(key), written)
        return made[0] if made else view_of(known, cards)

    def keep(self, key: str) -> None:
        """Let the view stay remembered if it is."""
        self.memo.keep(self._name(key))

    def _name(self, key: str) -> str:
        return f"view {self.words} {key}"


def kept_views(made_of: Ingredients, memo: Memo) -> KeptViews:
    """What remembers the views that are made of these ingredients."""
    here = made_of.here
    catalogs = [catalog.digest for catalog in here.library.catalogs.values()]
    return KeptViews(digest(made_of.settings, catalogs, here.locale), memo)


def is_kept(kind: str, key: str) -> bool:
    """Whether the views of a kind are remembered: not where they change with the whole site, or have no key."""
    return kind not in BROAD and bool(key)


def view_bytes(view: EntryView, cards: Cards) -> bytes:
    """A view as bytes; a card that is among these stands there by its key."""
    file = BytesIO()
    _Writer(file, cards).dump(view)
    return file.getvalue()


def view_of(data: bytes, cards: Cards) -> EntryView:
    """The view that was written down beside equal cards."""
    view: EntryView = _Reader(data, cards).load()
    return view


class _Writer(pickle.Pickler):
    def __init__(self, file: BytesIO, cards: Cards) -> None:
        super().__init__(file, protocol=5)
        self.cards = cards

    def persistent_id(self, value: Any) -> str | None:
        """The key of a card."""
        return value.key if type(value) is Card and self.cards.get(value.key) == value else None


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, cards: Cards) -> None:
        super().__init__(BytesIO(data))
        self.cards = cards

    def persistent_load(self, key: str) -> Card:
        """The card of that key."""
        return self.cards[key]
