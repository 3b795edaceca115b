"""The texts of a source become a translation to be filled in: each text open, with its source above it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.editing.yaml_text import flow
from showcase.kinds.model import Model, Shape, Translatable, shapes

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the source and its translation, which is empty until somebody writes it."""

    source: str
    own: str


def passages(model: type[Model], source: Values, given: Values) -> dict[str, Any]:
    """Every prose text of the source as a passage, nested as the fields are; an item keeps its id."""
    found: dict[str, Any] = {}
    for name, value in source.items():
        shape = shapes(model).get(name)
        mark = shape.mark(Translatable) if shape else None
        if shape is not None and shape.model is not None:
            found[name] = _parts(shape, shape.model, value, given.get(name))
        elif mark is not None and mark.prose and not mark.shared and isinstance(value, str):
            found[name] = Passage(value, str(given.get(name, "")))
    return {name: value for name, value in found.items() if value}


def _parts(shape: Shape, model: type[Model], value: Any, given: Any) -> Any:
    if shape.holds == "many":
        own = {item.get("id"): item for item in given or () if isinstance(item, Mapping)}
        named = [item for item in value if isinstance(item, Mapping) and "id" in item]
        made = ((item["id"], passages(model, item, own.get(item["id"], {}))) for item in named)
        return [{"id": word, **texts} for word, texts in made if texts]
    if not isinstance(value, Mapping):
        return {}
    if shape.holds == "one":
        return passages(model, value, given or {})
    made = ((word, passages(model, item, (given or {}).get(word, {}))) for word, item in value.items())
    return {word: texts for word, texts in made if texts}


def is_open(tree: Any) -> bool:
    """Whether a text in it is still to be translated."""
    if isinstance(tree, Passage):
        return not tree.own
    inner = tree.values() if isinstance(tree, Mapping) else tree if isinstance(tree, list) else ()
    return any(is_open(each) for each in inner)


def passage_lines(tree: Values, locale: str, indent: str = "") -> Iterator[str]:
    """The lines of front matter: an open text stands empty below its source, which is a comment."""
    for name, value in tree.items():
        if isinstance(value, Passage):
            if not value.own:
                yield f"{indent}# {locale}: {' '.join(value.source.split())}"
            yield f"{indent}{name}: {flow(value.own)}" if value.own else f"{indent}{name}:"
        elif isinstance(value, list):
            yield f"{indent}{name}:"
            for item in value:
                first, *others = passage_lines(item, locale, f"{indent}    ")
                yield f"{indent}  - {first.strip()}"
                yield from others
        elif isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from passage_lines(value, locale, f"{indent}  ")
        else:
            yield f"{indent}{name}: {flow(value)}"
