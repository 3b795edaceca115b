"""Pages become cards: how an entry looks from elsewhere, made once for each language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from showcase.kinds import KINDS
from showcase.kinds.entry import Entry, Kind
from showcase.kinds.field import Field
from showcase.kinds.model import Message, Reference, shapes
from showcase.kinds.words import Say
from showcase.library.values import Page
from showcase.pages.memo import Memo, forgetful
from showcase.pages.records import Reading, citations, value_of
from showcase.pages.views import Card, Fact, FieldMark, Mention, Record

Pages = Mapping[str, Page]
Facts = Mapping[str, tuple[str, ...]]
ALWAYS = ("field", "awards.award")  # what every card names, if its entry does
USUAL: Facts = MappingProxyType({})
KEPT = 4_000  # cards of a language in memory, some 8 MB


def mention(page: Page) -> Mention:
    """An entry by its title."""
    return Mention(page.key, page.title, page.permalink, lang_of(page.title))


def lang_of(text: str) -> str:
    """The language of a text that is not in its page's language, else an empty text."""
    return getattr(text, "lang", "")


@dataclass(frozen=True, slots=True)
class CardKeys(Mapping[str, str]):
    """The key of each card: `words`, which those of a language share, and the digest of what it is made from."""

    words: str
    digests: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """The key of an entry's card."""
        return f"{self.words} {self.digests[key]}"

    def __iter__(self) -> Iterator[str]:
        """The keys of the entries."""
        return iter(self.digests)

    def __len__(self) -> int:
        """The number of cards."""
        return len(self.digests)


class Cards(Mapping[str, Card]):
    """The card of each page of a language, by key, made when somebody asks for it.

    `facts` names the facts of a card, by kind, where they are not the usual. `memo` remembers values by key, and `keys`
    gives each card one that changes with all that it is made from.
    """

    __slots__ = ("_made", "facts", "keys_", "locale", "memo", "pages", "say")

    def __init__(
        self,
        pages: Pages,
        locale: str,
        say: Say,
        facts: Facts = USUAL,
        *,
        memo: Memo = forgetful,
        keys: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.pages, self.locale, self.say, self.facts = pages, locale, say, facts
        self.memo, self.keys_ = memo, keys
        self._made: dict[str, Card] = {}

    def __reduce__(self) -> tuple[Callable[..., "Cards"], tuple[Any, ...]]:
        """What makes them again; cards that were made are soon made anew."""
        made = partial(Cards, memo=self.memo, keys=self.keys_)
        return made, (self.pages, self.locale, self.say, self.facts)

    def __getitem__(self, key: str) -> Card:
        """The card of an entry."""
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= KEPT:
                self._made.clear()
            given = (self.pages[key], self.pages, self.locale, self.say, self.facts)
            made = self._made[key] = self.memo(self._name(key), partial(card, *given))
        return made

    def keep(self) -> None:
        """Let those that are remembered stay so."""
        for key in self.pages:
            self.memo.keep(self._name(key))

    def _name(self, key: str) -> str:
        return f"card {self.keys_.get(key, '')}"

    def __contains__(self, key: object) -> bool:
        """Whether the entry has a page in the language."""
        return key in self.pages

    def __iter__(self) -> Iterator[str]:
        """The keys of the pages."""
        return iter(self.pages)

    def __len__(self) -> int:
        """The number of pages."""
        return len(self.pages)


def card(page: Page, pages: Pages, locale: str, say: Say, facts: Facts = USUAL) -> Card:
    """The card of one page among those of its language."""
    entry, names = page.entry, facts.get(page.kind, KINDS[page.kind].card)
    text = entry.tagline or entry.summary
    reading = Reading(locale, say, lambda key: mention(pages[key]) if key in pages else None, citations(entry))
    found = (_fact(name, page, pages, reading) for name in names)
    return Card(
        key=page.key,
        kind=page.kind,
        id=page.id,
        title=entry.title,
        text=text,
        permalink=page.permalink,
        lang=lang_of(text) or lang_of(entry.title),
        field=field_mark(page, pages),
        facts=tuple(fact for fact in found if fact is not None),
        awards=_award_names(entry, pages),
        trust=_trust(entry),
    )


def card_fields(kind: str, facts: Facts = USUAL) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """The fields by which the cards of a kind name other entries, and those through which they read further ones."""
    parts = [name.partition(".") for name in facts.get(kind, KINDS[kind].card)]
    through = {first: frozenset(rest for other, _, rest in parts if other == first) for first, dot, _ in parts if dot}
    return frozenset((*(first for first, _, _ in parts), *ALWAYS)), through


def _fact(name: str, page: Page, pages: Pages, reading: Reading) -> Fact | None:
    """A fact of a card; `maker.headquarters` is the headquarters of the entry that `maker` names."""
    first, _, rest = name.partition(".")
    value, shape = getattr(page.entry, first), shapes(type(page.entry))[first]
    if rest:
        reference = shape.mark(Reference)
        other = pages.get(reference.target(value)) if reference and value else None
        return _fact(rest, other, pages, reading) if other else None
    if shape.holds == "many":
        made: Any = tuple(filter(None, (value_of(item, shape, reading) for item in value)))
    else:
        made = value_of(value, shape, reading)
    return None if made in (None, ()) else Fact(first, field_word(type(page.entry), first, reading), made)


def field_word(model: type[Entry], name: str, reading: Reading) -> str:
    """The interface's word for a field."""
    info = model.model_fields[name]
    extra: Any = info.json_schema_extra
    return reading.say(Message(extra["context"], info.title or name), reading.locale)


def field_mark(page: Page, pages: Pages) -> FieldMark | None:
    """The field that an entry belongs to, or is."""
    key = page.key if page.kind == "fields" else f"fields/{getattr(page.entry, 'field', None)}"
    found = pages.get(key)
    entry = found.entry if found else None
    if found is None or not isinstance(entry, Field):
        return None
    return FieldMark(found.title, found.permalink, entry.hue, entry.motif)


def _award_names(entry: Entry, pages: Pages) -> tuple[str, ...]:
    """The awards of an entry, each once, by name."""
    found = []
    for each in getattr(entry, "awards", ()):
        page = pages.get(f"awards/{each.award}") if hasattr(each, "award") and each.award else None
        name = page.title if page else getattr(each, "name", None)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def _trust(entry: Entry) -> str:
    """The best support that any of the entry's statements has."""
    marks = [*(each.trust for each in entry.claims), *(each.trust for each in entry.evidence.values())]
    marks += [
        each.trust
        for name in ("awards", "capabilities", "certificates")
        for each in getattr(entry, name, ())
        if hasattr(each, "trust")
    ]
    return next((mark for mark in ("verified", "declared", "unchecked") if mark in marks), "")


def label(kind: Kind, made: Record, reading: Reading) -> tuple[Fact, ...]:
    """The facts of an entry's label, in its kind's order; facts that are not known are left out."""
    facts = []
    for name in kind.label:
        value = made.fields[name]
        if value not in (None, (), False, ""):
            facts.append(Fact(name, field_word(kind.model, name, reading), value, made.evidence.get(name)))
    return tuple(facts)
