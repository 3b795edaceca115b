"""References between entries: every one leads to a published entry, and every entry knows who refers to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from showcase import codes
from showcase.kinds.model import Reference, leaves
from showcase.library.entries import Group
from showcase.library.values import Target
from showcase.problems import Place, Problem, problem, suggestion
from showcase.reading.parse import Document

Targets = Mapping[str, tuple[Target, ...]]


def targets(groups: Iterable[Group]) -> Targets:
    """The references that each entry makes, by its key, in the order of its fields."""
    return {group.source.key: tuple(_targets(group)) for group in groups}


def _targets(group: Group) -> Iterable[Target]:
    assert group.source.entry is not None  # noqa: S101 - a group has a sound source
    for leaf in leaves(group.source.entry, Reference):
        reference = leaf.shape.mark(Reference)
        if reference is not None:
            field = ".".join(str(step) for step in leaf.path if not isinstance(step, int))
            yield Target(leaf.path, field, reference.target(leaf.value), reference)


def reference_problems(
    groups: Mapping[str, Group], made: Targets, states: Mapping[str, str], broken: frozenset[str]
) -> tuple[Problem, ...]:
    """References to nothing, to the entry itself, or to what is not published, which `states` gives the reason for.

    Entries that are themselves `broken` are not reported a second time by those that refer to them.
    """
    found = (
        _reference_problem(target, groups[key].source, groups, states)
        for key, references in made.items()
        for target in references
        if not states[key] and target.key not in broken
    )
    return tuple(each for each in found if each is not None)


def _reference_problem(
    target: Target, document: Document, groups: Iterable[str], states: Mapping[str, str]
) -> Problem | None:
    """What is wrong with a reference that a document makes, if anything is."""
    here = document.place(target.path)
    if target.key == document.key:
        return problem(codes.SELF_REFERENCE, here, field=target.field)
    if target.key.partition("/")[0] not in target.mark.kinds:
        return _wrong_kind(target, groups, here)
    if target.key not in states:
        return _unknown(target, groups, here)
    state = states[target.key]
    return problem(codes.UNPUBLISHED_REFERENCE, here, id=target.key, state=state) if state else None


def _wrong_kind(target: Target, groups: Iterable[str], here: Place) -> Problem:
    """The value names an entry of a kind that the field does not take, or only an id where it takes several kinds."""
    known = {key for key in groups if key.partition("/")[0] in target.mark.kinds}
    meant = [key for key in known if key.endswith(f"/{target.key}")]
    near = {"suggestion": min(meant)} if meant else suggestion(target.key, known)
    choices = ", ".join(f"{kind}/…" for kind in target.mark.kinds)
    return problem(codes.NOT_A_CHOICE, here, field=target.field, value=target.key, choices=choices, **near)


def _unknown(target: Target, groups: Iterable[str], here: Place) -> Problem:
    """No entry has the id; a near one is suggested as it would be written."""
    kind, _, id_ = target.key.partition("/")
    near = suggestion(id_, [key.partition("/")[2] for key in groups if key.startswith(f"{kind}/")])
    prefix = f"{kind}/" if len(target.mark.kinds) > 1 else ""
    shown = {name: f"{prefix}{word}" for name, word in near.items()}
    return problem(codes.UNKNOWN_REFERENCE, here, kind=kind, id=id_, **shown)


def cycle_problems(groups: Mapping[str, Group], made: Targets) -> tuple[Problem, ...]:
    """Chains of one acyclic relation that lead back to where they began, each reported once, at its first entry."""
    found: list[Problem] = []
    for field in sorted({target.field for references in made.values() for target in references if target.mark.acyclic}):
        steps = _steps(field, made)
        seen: set[str] = set()
        for key in sorted(steps):
            if chain := _chain_back(key, steps, seen):
                seen |= set(chain)
                first = next(target for target in steps[key] if target.key == chain[1])
                here, words = groups[key].source.place(first.path), " → ".join((*chain, key))
                found.append(problem(codes.REFERENCE_CYCLE, here, field=field, cycle=words))
    return tuple(found)


def _steps(field: str, made: Targets) -> dict[str, list[Target]]:
    """The references of one relation; those of an entry to itself aside, which are problems of their own."""
    return {
        key: [target for target in references if target.field == field and target.key != key]
        for key, references in made.items()
    }


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
        for target in references:
            if key in published and target.mark.reverse and target.key in published:
                lists[target.key][target.mark.reverse].add(key)
    return {
        key: {name: tuple(sorted(keys)) for name, keys in sorted(names.items())} for key, names in sorted(lists.items())
    }
