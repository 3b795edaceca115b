"""The menus that editors write become lists of addresses, and what is wrong with them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from showcase import codes
from showcase.kinds import KINDS
from showcase.problems import Place, Problem, problem, suggestion


@dataclass(frozen=True, slots=True)
class Menus:
    """Menus by name: each item a kind's folder or an entry's key, with its place in `content/menus.yaml`."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[tuple[str, int], Place] = field(default_factory=dict)


def menu_problems(menus: Menus, entries: Collection[str], states: Mapping[str, str]) -> tuple[Problem, ...]:
    """Items that name neither a kind nor a published entry."""
    found = []
    for name, items in menus.lists.items():
        for index, item in enumerate(items):
            here = menus.places[name, index]
            if "/" not in item and item not in KINDS:
                found.append(
                    problem(codes.UNKNOWN_FOLDER, here, name=item, known=", ".join(KINDS), **suggestion(item, KINDS))
                )
            elif "/" in item and item not in entries:
                kind, _, id_ = item.partition("/")
                found.append(problem(codes.UNKNOWN_REFERENCE, here, kind=kind, id=id_, **suggestion(item, entries)))
            elif "/" in item and states[item]:
                found.append(problem(codes.UNPUBLISHED_REFERENCE, here, id=item, state=states[item]))
    return tuple(found)
