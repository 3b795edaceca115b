"""An entry in one language: the facts of its source with the texts of its translation."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from showcase.kinds.model import Model, Translatable, bearing

Texts = Mapping[str, Any]
M = TypeVar("M", bound=Model)


class Passage(str):
    """Text in another language than its page's; `lang` says which."""

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> "Passage":
        """The text with its language."""
        passage = super().__new__(cls, text)
        passage.lang = lang
        return passage

    def __reduce__(self) -> tuple[type["Passage"], tuple[str, str]]:
        """What makes it again in another process."""
        return Passage, (str(self), self.lang)


def texts(model: Model) -> dict[str, Any]:
    """Every text a model gives, by the key under which a translation gives the same text."""
    return {key: text for key, text, _ in _marked(model)}


def prose(model: Model) -> dict[str, str]:
    """The texts that a translator translates: those of `texts` without slugs and without shared names."""
    return {key: text for key, text, mark in _marked(model) if mark.prose and not mark.shared}


def _marked(model: Model, key: str = "") -> Iterator[tuple[str, Any, Translatable]]:
    """Every text with its key and its mark."""
    for name, shape in bearing(type(model), Translatable).items():
        value = getattr(model, name)
        if value is None or value == ():
            continue
        here = f"{key}.{name}" if key else name
        if shape.model is not None:
            for word, item in _items(value, shape.holds):
                yield from _marked(item, f"{here}.{word}" if word else here)
        elif (mark := shape.mark(Translatable)) is not None:
            yield here, value, mark


def localised(model: M, given: Texts, source_locale: str, key: str = "") -> M:
    """The model with the given texts in place of its own; one not given stays, a `Passage` with its language."""
    changes: dict[str, Any] = {}
    for name, shape in bearing(type(model), Translatable).items():
        value, here = getattr(model, name), f"{key}.{name}" if key else name
        mark = shape.mark(Translatable)
        if shape.model is not None and value:
            changes[name] = _each(value, shape.holds, here, given, source_locale)
        elif mark is not None:
            changes[name] = _text(value, given.get(here), mark, source_locale)
    return model.model_copy(update=changes) if changes else model


def _text(own: Any, other: Any, mark: Translatable, source_locale: str) -> Any:
    if other is not None:
        return other
    if not mark.prose:
        return () if isinstance(own, tuple) else None
    return own if own is None or mark.shared else Passage(own, source_locale)


def _each(value: Any, holds: str, here: str, given: Texts, source_locale: str) -> Any:
    made = [
        (word, localised(item, given, source_locale, f"{here}.{word}" if word else here))
        for word, item in _items(value, holds)
    ]
    if holds == "many":
        return tuple(item for _, item in made)
    return dict(made) if holds == "mapping" else made[0][1]


def _items(value: Any, holds: str) -> Iterator[tuple[str, Any]]:
    if holds == "many":
        yield from ((getattr(item, "id", str(index)), item) for index, item in enumerate(value))
    elif holds == "mapping":
        yield from value.items()
    elif value is not None:
        yield "", value
