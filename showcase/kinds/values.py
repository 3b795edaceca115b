"""The types of single values in front matter: read as text, typed here, refused with a code of their own."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema

from showcase.kinds.model import Cites, FieldError, Named, Translatable
from showcase.language.dates import PartialDate

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ADDRESS_PATTERN = r"https?://[^\s\"<>\\^`{|}\x00-\x20/?#@]+([/?#][^\s\"<>\\^`{|}\x00-\x20]*)?"
NUMBER_PATTERNS = {"whole": r"-?[0-9]+", "amount": r"[0-9]+(?:\.[0-9]{1,2})?", "measure": r"-?[0-9]+(?:\.[0-9]+)?"}
# An address of which only the beginning is missing.
HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/[\w./%?=&#~+-]*)?")
# CLDR names these too: unions of countries, regions without a code of their own, codes for tests and for “unknown”.
NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
NO_LANGUAGE = frozenset({"mul", "und", "zxx"})


def _number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(NUMBER_PATTERNS["whole"], value):
        raise FieldError("not-a-number", value=value)
    return value


def _amount(value: Any) -> Any:
    """Digits with at most two decimals: `1.990` is refused, for it would be 1.99."""
    if isinstance(value, str) and not re.fullmatch(NUMBER_PATTERNS["amount"], value):
        raise FieldError("not-a-number", value=value)
    return value


def _measure(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(NUMBER_PATTERNS["measure"], value):
        raise FieldError("not-a-number", value=value)
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise FieldError("not-a-choice", value=value, choices="true, false")
        return value == "true"
    return value


def _day(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise FieldError("bad-date", value=value, less="")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise FieldError("bad-date", value=value, less="") from None
    return value


def _partial(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return PartialDate.parse(value)
        except ValueError:
            raise FieldError("bad-date", value=value, less=", 2025-03, 2025") from None
    return value


def _address(value: str) -> str:
    if not re.fullmatch(ADDRESS_PATTERN, value):
        near = {"suggestion": f"https://{value}"} if HOST.fullmatch(value) else {}
        raise FieldError("unsafe-address", value=value, **near)
    return value


def _territory(value: str) -> str:
    if value not in territories():
        raise FieldError("bad-pattern", value=value, example="VN, JP, US (ISO 3166-1)")
    return value


def _language(value: str) -> str:
    if value not in languages():
        raise FieldError("bad-pattern", value=value, example="vi, en, ja (ISO 639)")
    return value


def _currency(value: str) -> str:
    if value not in currencies():
        raise FieldError("bad-pattern", value=value, example="VND, USD (ISO 4217)")
    return value


def _time_zone(value: str) -> str:
    if value not in time_zones():
        raise FieldError("bad-pattern", value=value, example="Asia/Ho_Chi_Minh")
    return value


def _coded(form: str, known: Iterable[object]) -> frozenset[str]:
    return frozenset(code for code in map(str, known) if re.fullmatch(form, code))


@lru_cache(maxsize=1)
def territories() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes CLDR has names for."""
    return _coded("[A-Z]{2}", Locale("en").territories) - NO_COUNTRY


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The ISO 639 codes CLDR has names for."""
    return _coded("[a-z]{2,3}", Locale("en").languages) - NO_LANGUAGE


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """The ISO 4217 codes CLDR has names for."""
    return frozenset(Locale("en").currencies)


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """The names of the IANA time zones."""
    return frozenset(available_timezones())


_AS_TEXT = PlainSerializer(str, return_type=str, when_used="json")

Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=80)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Whole = Annotated[int, BeforeValidator(_number)]
Amount = Annotated[Decimal, BeforeValidator(_amount), _AS_TEXT]
Measure = Annotated[Decimal, BeforeValidator(_measure), _AS_TEXT]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_day)]
Partial = Annotated[
    PartialDate,
    BeforeValidator(_partial),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Address = Annotated[str, AfterValidator(_address), StringConstraints(max_length=500)]
Territory = Annotated[str, AfterValidator(_territory), Named("territory")]
Language = Annotated[str, AfterValidator(_language), Named("language")]
Currency = Annotated[str, AfterValidator(_currency)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
Slug = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=80), Translatable(prose=False)]
FileName = Annotated[str, StringConstraints(pattern=r"^[\w][\w .-]*\.[A-Za-z0-9]{2,5}$", max_length=120)]
SourceId = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$"), Cites()]

Title = Annotated[str, StringConstraints(min_length=1, max_length=300), Translatable()]
Tagline = Annotated[str, StringConstraints(min_length=1, max_length=90), Translatable()]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=200), Translatable()]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400), Translatable()]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200), Translatable(shared=True)]
