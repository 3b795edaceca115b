"""What a translation leaves out becomes what its readers see: nothing, a stub, the source's text, or a problem."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from showcase import codes
from showcase.kinds.localised import Passage
from showcase.kinds.model import Model, Translatable, shapes
from showcase.library.entries import Group, missing_keys, translation_path
from showcase.library.rules import is_front
from showcase.problems import Place, Problem, problem
from showcase.settings import DEFAULT, ERROR, HIDE, SHOW, STUB, Fallbacks

M = TypeVar("M", bound=Model)
PAGE = "title"  # an entry without a title in a language has no page of its own there
FOUND_BY = "id"


@dataclass(frozen=True, slots=True)
class Fallback:
    """What one language shows of an entry.

    `page` is the policy of a page without translation, `show` for any other. `hidden` are the keys of texts that are
    left out, `shown` those of texts in the source's language, `problems` what the settings do not let pass.
    """

    page: str = SHOW
    hidden: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def fallback(group: Group, locale: str, settings: Fallbacks) -> Fallback:
    """What the settings say of the texts that a language lacks. The front page is never hidden: all lead to it."""
    source = group.source
    if locale == source.locale:
        return Fallback()
    missing, rules = missing_keys(source, group.shown(locale)), rules_of(settings, source.kind, locale)
    page = rules.get(DEFAULT, SHOW) if PAGE in missing else SHOW
    page = STUB if page == HIDE and is_front(group) else page
    texts = tuple(key for key in missing if key != PAGE)
    hidden = texts if page == STUB else tuple(key for key in texts if _policy(key, rules) == HIDE)
    demanded = missing if page == ERROR else tuple(key for key in texts if _policy(key, rules) == ERROR)
    shown = tuple(key for key in missing if key not in hidden)
    return Fallback(page, hidden, shown, tuple(_demands(group, locale, demanded)))


def rules_of(settings: Fallbacks, kind: str, locale: str) -> Mapping[str, str]:
    """The policies for one kind and language by field, that of the page as `default`; the nearest ones count alone."""
    own = ((kind, locale), (kind, DEFAULT), (DEFAULT, locale), (DEFAULT, DEFAULT))
    return next((settings[one][two] for one, two in own if two in settings.get(one, {})), {})


def _policy(key: str, rules: Mapping[str, str]) -> str:
    """The policy for a text: of `claims.text`, else of `claims`. The ids of items do not count."""
    steps = key.split(".")
    return rules.get(f"{steps[0]}.{steps[-1]}") or rules.get(steps[0], SHOW)


def _demands(group: Group, locale: str, keys: tuple[str, ...]) -> Iterator[Problem]:
    if keys:
        translation, path = group.translations.get(locale), translation_path(group.source, locale)
        here = translation.start if translation else Place(group.source.path, 1, 1)
        yield problem(codes.TRANSLATION_REQUIRED, here, locale=locale, fields=", ".join(keys), path=path)


def without(model: M, hidden: tuple[str, ...], lang: str) -> M:
    """The model without these texts. An item that is nothing without its text goes with it."""
    return model.model_copy(update=_changes(model, hidden, lang, "")) if hidden else model


def _changes(model: Model, hidden: tuple[str, ...], lang: str, key: str) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, shape in shapes(type(model)).items():
        value, here = getattr(model, name), f"{key}.{name}" if key else name
        if shape.model is not None and value:
            changes[name] = _kept(value, shape.holds, hidden, lang, here)
        elif shape.mark(Translatable) is not None and here in hidden:
            # What templates rely on stays, empty and still marked as another language's.
            changes[name] = Passage("", lang) if type(model).model_fields[name].is_required() else None
    return changes


def _kept(value: Any, holds: str, hidden: tuple[str, ...], lang: str, here: str) -> Any:
    if holds == "many":
        named = [(f"{here}.{getattr(item, FOUND_BY, index)}", item) for index, item in enumerate(value)]
        return tuple(_item(item, hidden, lang, key) for key, item in named if not _is_empty(item, hidden, key))
    if holds == "mapping":
        return {word: _item(item, hidden, lang, f"{here}.{word}") for word, item in value.items()}
    return _item(value, hidden, lang, here)


def _item(item: M, hidden: tuple[str, ...], lang: str, key: str) -> M:
    return item.model_copy(update=_changes(item, hidden, lang, key))


def _is_empty(item: Model, hidden: tuple[str, ...], key: str) -> bool:
    """Whether the item lacks a text that it must have; only items with an id can be told apart without it."""
    fields = type(item).model_fields
    return FOUND_BY in fields and any(f"{key}.{name}" in hidden and fields[name].is_required() for name in fields)
