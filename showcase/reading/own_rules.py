"""What the fields of one entry owe each other: its sources are listed, evidence is for a field, ids stand once."""

from collections.abc import Callable, Iterator
from functools import cache

from showcase import codes
from showcase.kinds.entry import Entry
from showcase.kinds.model import Cites, Model, Path, leaves, shapes
from showcase.problems import Place, Problem, problem, suggestion

PlaceOf = Callable[[Path], Place]


def own_problems(entry: Entry, place_of: PlaceOf, key_of: PlaceOf) -> tuple[Problem, ...]:
    """What is wrong between the fields of an entry. `place_of` finds the value of a field, `key_of` its name."""
    return (*_unlisted_sources(entry, place_of), *_stray_evidence(entry, key_of), *doubles(entry, place_of))


def _unlisted_sources(entry: Entry, place_of: PlaceOf) -> Iterator[Problem]:
    """Citations of sources that the entry does not list."""
    known = [source.id for source in entry.sources]
    words = ", ".join(known) or "–"
    for leaf in leaves(entry, Cites):
        if leaf.value not in known:
            near = suggestion(leaf.value, known)
            yield problem(codes.UNKNOWN_SOURCE, place_of(leaf.path), id=leaf.value, known=words, **near)


def _stray_evidence(entry: Entry, key_of: PlaceOf) -> Iterator[Problem]:
    """Evidence for fields that the kind does not have."""
    fields = tuple(shapes(type(entry)))
    for name in entry.evidence:
        if name not in fields:
            here, words = key_of(("evidence", name)), ", ".join(fields)
            yield problem(codes.UNKNOWN_FIELD, here, field=name, known=words, **suggestion(name, fields))


def doubles(model: Model, place_of: PlaceOf, path: Path = ()) -> Iterator[Problem]:
    """Items of one list that share an id."""
    for name in _lists(type(model)):
        ids: list[str] = []
        for index, item in enumerate(getattr(model, name)):
            here, own = (*path, name, index), getattr(item, "id", None)
            if own is not None and own in ids:
                yield problem(codes.DUPLICATE_ID, place_of((*here, "id")), id=own, field=name)
            ids += [own] if own is not None else []
            yield from doubles(item, place_of, here)


@cache
def _lists(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that hold lists of others."""
    return tuple(name for name, shape in shapes(model).items() if shape.model is not None and shape.holds == "many")
