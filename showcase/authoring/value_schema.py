"""The shape of a field becomes JSON Schema of one of its values, as YAML's own types read it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from babel import Locale
from pydantic.fields import FieldInfo

from showcase.authoring.words import Words
from showcase.codes import BAD_DATE, BAD_PATTERN, NOT_A_NUMBER
from showcase.kinds.model import Choice, Reference, Shape
from showcase.kinds.value_types import bounds, given, value_type
from showcase.kinds.values import (
    ADDRESS_PATTERN,
    ID_PATTERN,
    NUMBER_PATTERNS,
    currencies,
    languages,
    territories,
    time_zones,
)
from showcase.language.tool_words import Say

Schema = dict[str, Any]

PARTS = "parts.json"
PARTIAL = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
# To browsers and editors `\w` means fewer letters than to us.
FILE = r"^[^\s./\\][^/\\]*\.[A-Za-z0-9]{2,5}$"
REGISTERS: Mapping[str, Callable[[], frozenset[str]]] = MappingProxyType(
    {"territory": territories, "language": languages, "currency": currencies, "time zone": time_zones}
)


def value_schema(info: FieldInfo, shape: Shape, words: Words) -> Schema:
    """What a single value may be."""
    choice, reference, kind = shape.mark(Choice), shape.mark(Reference), value_type(shape)
    if choice:
        return choice_schema(choice, words)
    if reference:
        return _form(reference_pattern(reference), info, words.say)
    if kind in REGISTERS:
        return {"$ref": f"{PARTS}#/$defs/{kind}"}
    if kind in NUMBER_PATTERNS:
        return number_schema(kind, shape, words.say)
    return FORMS[kind](info, words.say) if kind in FORMS else text_schema(info, shape, words.say)


def choice_schema(choice: Choice, words: Words) -> Schema:
    """One of a few values, each with its word."""
    values = [value for value, _ in choice.names]
    return {"type": "string", "enum": values, "enumDescriptions": [words.name(name) for _, name in choice.names]}


def register_schema(name: str, locale: str) -> Schema:
    """A code of a register, with CLDR's name for it in the language."""
    codes = sorted(REGISTERS[name]())
    named = code_names(name, locale)
    described = {"enumDescriptions": [named.get(code, code) for code in codes]} if named else {}
    return {"type": "string", "enum": codes, **described}


def code_names(name: str, locale: str) -> Mapping[str, str]:
    """CLDR's names for the codes of a register; time zones have none that would say more."""
    known = Locale.parse(locale, sep="-")
    found = {"territory": known.territories, "language": known.languages, "currency": known.currencies}
    return found.get(name, {})


def reference_pattern(reference: Reference) -> str:
    """The form of the id of an entry, with its kind where it may be of several."""
    kinds = reference.kinds
    return f"^({'|'.join(kinds)})/{ID_PATTERN}$" if len(kinds) > 1 else f"^{ID_PATTERN}$"


def number_schema(kind: str, shape: Shape, say: Say) -> Schema:
    """A number, which may stand between quotation marks too."""
    limits = bounds(shape)
    least = 0 if kind == "amount" else limits.least
    message = say(NOT_A_NUMBER.remedy)
    types = ["integer" if kind == "whole" else "number", "string"]
    said = {"errorMessage": message, "patternErrorMessage": message}
    pattern = f"^{NUMBER_PATTERNS[kind]}$"
    return {"type": types, "pattern": pattern, **given(minimum=least, maximum=limits.most), **said}


def text_schema(info: FieldInfo, shape: Shape, say: Say) -> Schema:
    """A text; YAML takes some texts for numbers or for yes and no, and so do we not."""
    limits = bounds(shape)
    lengths = given(minLength=limits.shortest, maxLength=limits.longest)
    if not limits.patterns:
        return {"type": ["string", "number", "boolean"], **lengths}
    first, *others = limits.patterns
    more = {"allOf": [{"pattern": each} for each in others]} if others else {}
    return _form(first, info, say) | lengths | more


def _form(pattern: str, info: FieldInfo, say: Say) -> Schema:
    message = say(BAD_PATTERN.remedy).replace("{example}", example_of(info))
    return {"type": "string", "pattern": pattern, "patternErrorMessage": message}


def example_of(info: FieldInfo) -> str:
    """An example of one value."""
    example = info.examples[0] if info.examples else ""
    return str(example[0] if isinstance(example, list) and example else example)


def _day(_info: FieldInfo, say: Say) -> Schema:
    message = say(BAD_DATE.remedy).replace("{less}", "")
    return {"type": "string", "format": "date", "pattern": DAY, "patternErrorMessage": message}


def _partial(_info: FieldInfo, say: Say) -> Schema:
    """A year alone is a whole number to YAML."""
    message = say(BAD_DATE.remedy).replace("{less}", ", 2025-03, 2025")
    years = {"minimum": 1000, "maximum": 9999}
    return {"type": ["string", "integer"], "pattern": PARTIAL, **years, "patternErrorMessage": message}


FORMS: Mapping[str, Callable[[FieldInfo, Say], Schema]] = MappingProxyType(
    {
        "flag": lambda _info, _say: {"type": "boolean"},
        "day": _day,
        "partial": _partial,
        "file": lambda info, say: _form(FILE, info, say),
        "address": lambda info, say: _form(f"^{ADDRESS_PATTERN}$", info, say),
    }
)
