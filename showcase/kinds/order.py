"""The fields of a kind and of a part in the order in which people read and write them."""

from showcase.kinds.entry import Entry
from showcase.kinds.model import Model, shapes
from showcase.kinds.parts import Evidence

NAMES = ("title", "tagline", "summary", "slug", "aliases")
GROUNDS = ("sources", "evidence")


def field_order(model: type[Model]) -> tuple[str, ...]:
    """The fields of a kind: what it is, the facts, what they rest on, the kind's own groups, then what all share."""
    known = shapes(model)
    own = [name for name in known if name not in Entry.model_fields]
    facts = [name for name in own if known[name].model is None]
    return tuple(name for name in dict.fromkeys((*NAMES, *facts, *GROUNDS, *own, *known)) if name in known)


def part_order(model: type[Model]) -> tuple[str, ...]:
    """The fields of a group: its id, what it says, and what that rests on."""
    return tuple(sorted(shapes(model), key=lambda name: (name != "id", name in Evidence.model_fields)))
