"""References between entries: every one leads to a published entry, and every entry knows who refers to it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from showcase import codes
from showcase.kinds import KINDS
from showcase.kinds.model import Model, Reference, leaves, shapes
from showcase.library.values import Target
from showcase.problems import Problem, problem, suggestion
from showcase.reading.parse import Document

Targets = Mapping[str, tuple[Target, ...]]


def targets(source: Document) -> tuple[Target, ...]:
    """The references that an entry makes, in the order of its fields."""
    return tuple(_targets(source))


def _targets(source: Document) -> Iterator[Target]:
    assert source.entry is not None  # noqa: S101 - asked of sound sources alone
    for leaf in leaves(source.entry, Reference):
        reference = leaf.shape.mark(Reference)
        if reference is not None:
            field = ".".join(str(step) for step in leaf.path if not isinstance(step, int))
            yield Target(source.place(leaf.path), field, reference.target(leaf.value))


@cache
def marks(kind: str) -> Mapping[str, Reference]:
    """The mark of each field of a kind that names other entries, by the field's name, as `maker` or `awards.award`."""
    return dict(_marks(KINDS[kind].model, ""))


def _marks(model: type[Model], before: str) -> Iterator[tuple[str, Reference]]:
    for name, shape in shapes(model).items():
        if (mark := shape.mark(Reference)) is not None:
            yield f"{before}{name}", mark
        elif shape.model is not None:
            yield from _marks(shape.model, f"{before}{name}.")


def mark_of(key: str, target: Target) -> Reference:
    """The mark of the field in which the entry of that key makes a reference."""
    return marks(key.partition("/")[0])[target.field]


def reference_problems(
    made: Targets, entries: Iterable[str], states: Mapping[str, str], broken: Collection[str]
) -> tuple[Problem, ...]:
    """References to nothing, to the entry itself, or to what is not published, which `states` gives the reason for.

    Entries that are themselves `broken` are not reported a second time by those that refer to them.
    """
    found = (
        _reference_problem(target, key, entries, states)
        for key, references in made.items()
        for target in references
        if not states[key] and target.key not in broken
    )
    return tuple(each for each in found if each is not None)


def _reference_problem(target: Target, key: str, entries: Iterable[str], states: Mapping[str, str]) -> Problem | None:
    """What is wrong with a reference that an entry makes, if anything is."""
    here = target.place
    if target.key == key:
        return problem(codes.SELF_REFERENCE, here, field=target.field)
    mark = mark_of(key, target)
    if target.key.partition("/")[0] not in mark.kinds:
        return _wrong_kind(target, mark, entries)
    if target.key not in states:
        return _unknown(target, mark, entries)
    state = states[target.key]
    return problem(codes.UNPUBLISHED_REFERENCE, here, id=target.key, state=state) if state else None


def _wrong_kind(target: Target, mark: Reference, entries: Iterable[str]) -> Problem:
    """The value names an entry of a kind that the field does not take, or only an id where it takes several kinds."""
    known = {key for key in entries if key.partition("/")[0] in mark.kinds}
    meant = [key for key in known if key.endswith(f"/{target.key}")]
    near = {"suggestion": min(meant)} if meant else suggestion(target.key, known)
    choices = ", ".join(f"{kind}/…" for kind in mark.kinds)
    return problem(codes.NOT_A_CHOICE, target.place, field=target.field, value=target.key, choices=choices, **near)


def _unknown(target: Target, mark: Reference, entries: Iterable[str]) -> Problem:
    """No entry has the id; a near one is suggested as it would be written."""
    kind, _, id_ = target.key.partition("/")
    near = suggestion(id_, [key.partition("/")[2] for key in entries if key.startswith(f"{kind}/")])
    prefix = f"{kind}/" if len(mark.kinds) > 1 else ""
    shown = {name: f"{prefix}{word}" for name, word in near.items()}
    return problem(codes.UNKNOWN_REFERENCE, target.place, kind=kind, id=id_, **shown)


def cycle_problems(made: Targets) -> tuple[Problem, ...]:
    """Chains of one acyclic relation that lead back to where they began, each reported once, at its first entry."""
    found: list[Problem] = []
    acyclic = {field for kind in KINDS for field, mark in marks(kind).items() if mark.acyclic}
    for field in sorted(acyclic):
        steps = _steps(field, made)
        seen: set[str] = set()
        for key in sorted(steps):
            if chain := _chain_back(key, steps, seen):
                seen |= set(chain)
                first = next(target for target in steps[key] if target.key == chain[1])
                words = " → ".join((*chain, key))
                found.append(problem(codes.REFERENCE_CYCLE, first.place, field=field, cycle=words))
    return tuple(found)


def _steps(field: str, made: Targets) -> dict[str, list[Target]]:
    """The references of one relation; those of an entry to itself aside, which are problems of their own."""
    steps = {
        key: [target for target in references if target.field == field and target.key != key]
        for key, references in made.items()
    }
    return {key: own for key, own in steps.items() if own}


def _chain_back(key: str, steps: Mapping[str, list[Target]], seen: set[str]) -> tuple[str, ...]:
    """The keys on a way from an entry back to itself; empty where there is none."""
    ways: list[tuple[str, ...]] = [(key,)]
    visited = set(seen)
    while ways:
        way = ways.pop()
        for target in steps.get(way[-1], ()):
            if target.key == key:
                return way
            if target.key not in visited:
                visited.add(target.key)
                ways.append((*way, target.key))
    return ()


def reverse(made: Targets, published: frozenset[str]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each entry, by the name of the relation, the published entries that name it, in the order of their keys."""
    lists: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, references in made.items():
        for target in references if key in published else ():
            if target.key in published and (name := mark_of(key, target).reverse):
                lists[target.key][name].add(key)
    return {
        key: {name: tuple(sorted(keys)) for name, keys in sorted(names.items())} for key, names in sorted(lists.items())
    }
