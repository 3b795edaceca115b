"""Two versions of a text become the words that went and the words that came."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

SAME, GONE, NEW = "", "-", "+"
BRIEF = 80
CONTEXT = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words: `sign` is `-` where they went, `+` where they came, empty where they stayed."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class History:
    """What is remembered of the source of a translation.

    `edits` are the changes since it was stamped, by key; `typos` the keys that were stamped because of a slip alone.
    """

    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    typos: tuple[str, ...] = ()


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """What changed, word by word; blanks do not count."""
    old, new = before.split(), after.split()
    found: list[Edit] = []
    for tag, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Edit(SAME, " ".join(old[start:end])))
        else:
            found += [Edit(GONE, " ".join(old[start:end]))] if end > start else []
            found += [Edit(NEW, " ".join(new[from_:to]))] if to > from_ else []
    return tuple(found)


def brief(changes: tuple[Edit, ...], limit: int = BRIEF) -> str:
    """`-old +new`, as far as it fits."""
    text = " ".join(f"{each.sign}{each.text}" for each in changes if each.sign)
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def nearby(changes: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The changes with a few words around them, for a text may be long."""
    last = len(changes) - 1
    return tuple(
        each if each.sign else Edit(SAME, _shortened(each.text.split(), index == 0, index == last))
        for index, each in enumerate(changes)
    )


def _shortened(words: list[str], is_first: bool, is_last: bool) -> str:
    """The words next to the changes: the last ones before the first change, the first ones after the last."""
    before = [] if is_first else words[:CONTEXT]
    after = [] if is_last else words[-CONTEXT:]
    return " ".join(words) if len(words) <= len(before) + len(after) else " ".join([*before, "…", *after])


def marked(changes: tuple[Edit, ...]) -> str:
    """The changes in their context for a terminal: `[-old-]{+new+}`."""
    return " ".join(_marked(nearby(changes)))


def _marked(changes: tuple[Edit, ...]) -> Iterator[str]:
    for each in changes:
        yield {SAME: each.text, GONE: f"[-{each.text}-]", NEW: f"{{+{each.text}+}}"}[each.sign]
