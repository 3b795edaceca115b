"""An entry in all its languages becomes one value: facts once, texts by language."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.kinds.localised import Passage
from showcase.kinds.model import Model, Reference, Shape, Translatable, shapes
from showcase.kinds.parts import Source

# What editors note for the build and for themselves, and what the permalinks say already.
UNTOLD = ("draft", "publish_on", "expires_on", "review_by", "slug", "aliases", "publish_link", "cover")


@dataclass(frozen=True, slots=True)
class Versions:
    """The same model in each language."""

    models: Mapping[str, Model]

    @property
    def model(self) -> Model:
        """One of them, for what all of them say alike."""
        return next(iter(self.models.values()))

    def values(self, name: str) -> dict[str, Any]:
        """A field in each language."""
        return {locale: getattr(model, name) for locale, model in self.models.items()}


def told(model: type[Model]) -> dict[str, Shape]:
    """The fields that are published."""
    return {name: shape for name, shape in shapes(model).items() if name not in UNTOLD}


def facts_of(versions: Versions, published: Container[str]) -> dict[str, Any]:
    """The published fields that are not empty. Entries are named by their keys, and only those that are published."""
    model = versions.model
    hidden = ("url",) if isinstance(model, Source) and not model.publish_link else ()
    fields = {name: shape for name, shape in told(type(model)).items() if name not in hidden}
    plain = model.model_dump(mode="json", include={name for name, shape in fields.items() if _is_plain(shape)})
    made = {
        name: plain[name] if name in plain else _value(versions.values(name), shape, published)
        for name, shape in fields.items()
    }
    return {name: value for name, value in made.items() if value not in (None, "", [], {})}


def _is_plain(shape: Shape) -> bool:
    """Whether the field is the same in all languages and names no entry."""
    return shape.model is None and not shape.mark(Translatable) and not shape.mark(Reference)


def _value(values: Mapping[str, Any], shape: Shape, published: Container[str]) -> Any:
    one = next(iter(values.values()))
    if shape.model is not None:
        return _parts(values, shape, published)
    if reference := shape.mark(Reference):
        keys = [reference.target(each) for each in (one if shape.holds == "many" else [one]) if each]
        known = [key for key in keys if key in published]
        return known if shape.holds == "many" else next(iter(known), None)
    return {locale: str(text) for locale, text in values.items() if text is not None and not isinstance(text, Passage)}


def _parts(values: Mapping[str, Any], shape: Shape, published: Container[str]) -> Any:
    """The models in a field: all of them, in the order of the language that shows most."""
    if shape.holds == "many":
        named = {locale: _named(items) for locale, items in values.items()}
        return [_part(named, word, published) for word in _fullest(named)]
    if shape.holds == "mapping":
        return {name: _part(values, name, published) for name in sorted(_fullest(values))}
    given = {locale: model for locale, model in values.items() if model is not None}
    return facts_of(Versions(given), published) if given else None


def _fullest(values: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """What the language that leaves nothing out shows."""
    return max(values.values(), key=len)


def _named(items: tuple[Any, ...]) -> dict[str, Any]:
    """The items by their ids: a language that leaves texts out may show fewer of them than another."""
    return {getattr(item, "id", str(index)): item for index, item in enumerate(items)}


def _part(values: Mapping[str, Any], word: str, published: Container[str]) -> dict[str, Any]:
    return facts_of(Versions({locale: items[word] for locale, items in values.items() if word in items}), published)
