"""The path to a text in an entry becomes the way to it in front matter: names of fields and ids of items."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from showcase.kinds.model import Model, Path


class Step(NamedTuple):
    """A step on the way to a text: the name of a field, or the id of an item in a list."""

    word: str
    is_item: bool = False


Steps = tuple[Step, ...]


def steps_along(entry: Model, path: Path) -> tuple[Steps, type[Model]]:
    """The way along a path of an entry, and the model of the part that holds the text."""
    steps: list[Step] = []
    value: Any = entry
    holder = type(entry)
    for word in path:
        if isinstance(word, int):
            value = value[word]
            steps.append(Step(value.id, is_item=True))
        else:
            value = value[word] if isinstance(value, Mapping) else getattr(value, word)
            steps.append(Step(word))
        holder = type(value) if isinstance(value, Model) else holder
    return tuple(steps), holder


def texts_along(value: Any, steps: Steps = (), path: Path = ()) -> Iterator[tuple[Steps, Path, str]]:
    """Every text in the values of front matter, with the way and the path to it."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from texts_along(item, (*steps, Step(name)), (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            name = str(item.get("id", index)) if isinstance(item, Mapping) else str(index)
            yield from texts_along(item, (*steps, Step(name, is_item=True)), (*path, index))
    elif value is not None:
        yield steps, path, value.strip()
