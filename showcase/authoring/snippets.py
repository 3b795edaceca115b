"""The kinds' models become snippets for VS Code, which completes front matter in Markdown files by no other means."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from showcase.authoring.value_schema import example_of
from showcase.authoring.words import Words
from showcase.kinds.entry import Kind
from showcase.kinds.model import Choice, Model, Shape, is_translated, shapes, translation_model

Snippets = dict[str, dict[str, Any]]
Stops = Iterator[int]


def snippets(kinds: Iterable[Kind], languages: Iterable[Words]) -> Snippets:
    """A snippet for each kind's files and for each field; one that several kinds share alike stands once."""
    kinds, words = tuple(kinds), tuple(languages)
    files = {name: snippet for kind in kinds for name, snippet in kind_snippets(kind, words)}
    fields: dict[str, dict[str, Any]] = {}
    users: dict[str, list[str]] = {}
    for kind in kinds:
        for snippet in field_snippets(kind, words):
            key = repr(snippet)
            fields.setdefault(key, snippet)
            users.setdefault(key, []).append(kind.word)
    shared = {key: "" if len(users[key]) == len(kinds) else f" ({', '.join(users[key])})" for key in fields}
    return files | {f"{snippet['prefix']}{shared[key]}": snippet for key, snippet in fields.items()}


def kind_snippets(kind: Kind, words: Iterable[Words]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The beginning of an entry, and of its translation."""
    says = tuple(words)
    for prefix, model in ((kind.word, kind.model), (f"{kind.word}-translation", translation_model(kind.model))):
        wanted = [name for name, info in kind.model.model_fields.items() if info.is_required()]
        names = [name for name in wanted if name in model.model_fields]
        stops = count(1)
        lines = [line for name in names for line in field_lines(name, model, stops)]
        described = " · ".join(each.name(kind.one) for each in says)
        yield f"{prefix}.md", _snippet(prefix, ["---", *lines, "---", "$0"], described)


def field_snippets(kind: Kind, words: Iterable[Words]) -> Iterator[dict[str, Any]]:
    """Each field, with what it holds in each language."""
    says = tuple(words)
    for name, info in kind.model.model_fields.items():
        described = "\n".join(f"{each.title(info, name)}: {each.description(info)}" for each in says)
        yield _snippet(name, list(field_lines(name, kind.model, count(1))), described)


def field_lines(name: str, model: type[Model], stops: Stops) -> Iterator[str]:
    """The lines of a field, with a stop for each value."""
    shape, info = shapes(model)[name], model.model_fields[name]
    if shape.model is None:
        value = _stop(shape, example_of(info), stops)
        yield f"{name}: [{value}]" if shape.holds == "many" else f"{name}: {value}"
        return
    key = f"${{{next(stops)}:field}}" if shape.holds == "mapping" else ""
    inner = [line for part in _needed(shape.model) for line in field_lines(part, shape.model, stops)]
    yield f"{name}:"
    if shape.holds == "many":
        first, *others = inner
        yield from (f"  - {first}", *(f"    {line}" for line in others))
    elif shape.holds == "mapping":
        yield from (f"  {key}:", *(f"    {line}" for line in inner))
    else:
        yield from (f"  {line}" for line in inner)


def _needed(model: type[Model]) -> list[str]:
    """The fields a part cannot be without, its id first; those of a translation, where it has no others."""
    names = [name for name, info in model.model_fields.items() if info.is_required()]
    texts = [name for name, shape in shapes(model).items() if is_translated(shape)]
    found = names if len(names) > 1 or not texts else [*names, *(name for name in texts if name not in names)][:2]
    return sorted(found or list(shapes(model))[:2], key=lambda name: name != "id")


def _stop(shape: Shape, example: str, stops: Stops) -> str:
    """A place to type in: a list to choose from, or an example to type over."""
    choice, number = shape.mark(Choice), next(stops)
    if choice:
        values = ",".join(_escaped(value, ",|") for value, _ in choice.names)
        return f"${{{number}|{values}|}}"
    return f"${{{number}:{_escaped(example, '$}')}}}"


def _escaped(text: str, signs: str) -> str:
    """The text with a backslash before each sign that would end it."""
    return "".join(f"\\{sign}" if sign in f"{signs}\\" else sign for sign in text)


def _snippet(prefix: str, body: list[str], description: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": description}
