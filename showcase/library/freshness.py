"""An entry and its translations become states: which texts are missing, stale, a machine's draft, or current."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.model import Path
from showcase.language.text import digest_of_text
from showcase.library.edits import Edit, History, edits
from showcase.library.entries import Group, given_keys, stale_keys, stale_problem
from showcase.library.values import IndexRow, Stale
from showcase.problems import Place, Problem, problem
from showcase.reading.memory import TYPO as NOTE
from showcase.reading.memory import Memory, source_texts
from showcase.reading.parse import Document

MISSING, MACHINE, STALE, UNSTAMPED, TYPO, CURRENT = "missing", "machine", "stale", "unstamped", "typo", "current"
# From the worst to the best: a translation is what the worst of its texts is.
STATES = (MISSING, MACHINE, STALE, UNSTAMPED, TYPO, CURRENT)
NO_HISTORY = History()


@dataclass(frozen=True, slots=True)
class FieldState:
    """How one text of a translation stands to its source; `edits` are what changed in the source, where it is known."""

    key: str
    state: str
    edits: tuple[Edit, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether the translation says what the source says."""
        return self.state in (CURRENT, TYPO)


def states(source: Document, translation: Document | None, history: History = NO_HISTORY) -> tuple[FieldState, ...]:
    """The state of each text, in the order of the source; last what the source no longer has."""
    given = given_keys(translation) if translation else ()
    gone = tuple(key for key in given if translation and key in translation.stamps and key not in source.digests)
    return tuple(
        FieldState(key, _state(key, source, translation, history), history.edits.get(key, ()))
        for key in (*source.digests, *gone)
    )


def _state(key: str, source: Document, translation: Document | None, history: History) -> str:
    if translation is None or key not in given_keys(translation):
        return MISSING
    if translation.machine_draft:
        return MACHINE
    stamp = translation.stamps.get(key)
    if stamp is None:
        return UNSTAMPED
    if stamp != source.digests.get(key):
        return STALE
    return TYPO if key in history.typos else CURRENT


def worst(fields: Iterable[FieldState]) -> str:
    """The state of a whole translation."""
    return min((each.state for each in fields), key=STATES.index, default=CURRENT)


@dataclass(frozen=True, slots=True)
class Row:
    """How many entries of one kind stand how in one language. `counts` follow STATES."""

    kind: str
    locale: str
    counts: tuple[int, ...]

    def count(self, state: str) -> int:
        """The entries in that state."""
        return self.counts[STATES.index(state)]

    @property
    def entries(self) -> int:
        """All entries that are to be translated."""
        return sum(self.counts)

    @property
    def current(self) -> int:
        """The entries whose translation says what the source says."""
        return self.count(CURRENT) + self.count(TYPO)

    @property
    def percent(self) -> int:
        """The share of current ones in whole per cent, never rounded up: 100 means all of them."""
        return 100 * self.current // self.entries


def rows(groups: Iterable[Group], locales: Sequence[str], histories: Mapping[str, History]) -> tuple[Row, ...]:
    """A row for each kind and language into which something is to be translated, the worst first."""
    every = (
        (group.source.kind, locale, worst(fields))
        for group in groups
        for locale, fields in translated(group, locales, histories)
    )
    return counts(every, locales)


def counts(every: Iterable[tuple[str, str, str]], locales: Sequence[str]) -> tuple[Row, ...]:
    """The rows of translations of which kind, language and state are known."""
    counted = Counter(every)
    asked = {(kind, locale) for kind, locale, _state in counted}
    made = (
        Row(kind, locale, tuple(counted[kind, locale, each] for each in STATES))
        for kind in KINDS
        for locale in locales
        if (kind, locale) in asked
    )
    return tuple(sorted(made, key=lambda row: row.current / row.entries))


def translated(
    group: Group, locales: Sequence[str], histories: Mapping[str, History]
) -> Iterator[tuple[str, tuple[FieldState, ...]]]:
    """Each language into which the entry is to be translated, with the states of its texts."""
    for locale in locales:
        if locale != group.source.locale:
            translation = group.translations.get(locale)
            known = histories.get(translation.path, NO_HISTORY) if translation else NO_HISTORY
            yield locale, states(group.source, translation, known)


def stale_history(stale: Stale, memory: Memory) -> History:
    """What changed in the texts from which a translation was made, as far as these are remembered."""
    known = _known(memory, stale.stamps)
    return History({key: edits(known[key].text, stale.now.get(key, "")) for key in stale.stamps if key in known})


def stale_problems(row: IndexRow, histories: Mapping[str, History]) -> Iterator[Problem]:
    """The translations of an entry that are stale."""
    return (stale_problem(row.key, each.start, each.stamps, histories.get(each.path)) for each in row.stale)


def histories(
    documents: Iterable[Document],
    recall: Callable[[str, str], Memory],
    raw: Mapping[str, bytes],
) -> dict[str, History]:
    """What is remembered, by the path of the translation; `recall` reads the memory of an entry and a language."""
    found = tuple(documents)
    sources = {each.key: each for each in found if each.is_source and each.entry is not None}
    return {
        each.path: _history(source, each, recall(each.key, each.locale), raw)
        for each in found
        if (source := sources.get(each.key)) and each is not source
    }


def _history(source: Document, translation: Document, memory: Memory, raw: Mapping[str, bytes]) -> History:
    """Only a text that has the digest of the stamp is the one that was translated."""
    known = _known(memory, translation.stamps)
    stale = [key for key in stale_keys(source, translation) if key in known]
    now = source_texts(source, raw[source.path]) if stale else {}
    typos = tuple(sorted(key for key, each in known.items() if each.note == NOTE))
    return History({key: edits(known[key].text, now.get(key, "")) for key in stale}, typos)


def _known(memory: Memory, stamps: Mapping[str, str]) -> Memory:
    return {key: each for key, each in memory.items() if digest_of_text(each.text) == stamps.get(key)}


def threshold_problems(
    counted: Iterable[Row], wanted: Mapping[str, Mapping[str, int]], place_of: Callable[[Path], Place]
) -> tuple[Problem, ...]:
    """Where fewer translations are current than the settings ask for; `place_of` tells where a setting stands."""
    return tuple(
        problem(
            codes.TRANSLATION_BELOW_THRESHOLD,
            place_of(("translated", row.kind, row.locale)),
            kind=row.kind,
            locale=row.locale,
            share=row.percent,
            limit=wanted[row.kind][row.locale],
        )
        for row in counted
        if 100 * row.current < wanted.get(row.kind, {}).get(row.locale, 0) * row.entries
    )
