"""The filters of the templates: they format values for one language and do nothing else."""

import datetime
import hashlib
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from showcase.language import formats
from showcase.language.dates import PartialDate
from showcase.language.units import is_unit
from showcase.language.whole_words import whole_words
from showcase.pages.views import Card, Mention, Record
from showcase.rendering.qr_codes import qr_code

ADDRESS = re.compile(r"https?://")
LETTER = re.compile(r"[^\W_]")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FORMS: Mapping[type, str] = MappingProxyType(
    {
        Card: "card",
        Mention: "card",
        PartialDate: "date",
        datetime.date: "date",
        bool: "flag",
        int: "number",
        Decimal: "number",
        tuple: "many",
    }
)


def filters(locale: str) -> Mapping[str, Callable[..., Any]]:
    """The filters of a language by name."""
    return {
        "number": partial(formats.number, locale=locale),
        "money": partial(_money, locale=locale),
        "percent": partial(formats.percent, locale=locale),
        "unit": partial(_unit, locale=locale),
        "day": partial(_day, locale=locale),
        "short_day": partial(_short_day, locale=locale),
        "time": partial(_time, locale=locale),
        "list_and": partial(_listed, locale=locale),
        "year": year,
        "measure": partial(_measure, locale=locale),
        "specified": partial(_specified, locale=locale),
        "form": form,
        "seed": seed,
        "initials": initials,
        "lang": lang,
        "lang_attribute": lang_attribute,
        "host": host,
        "whole_words": whole_words,
        "qr": qr_code,
    }


def lang(text: Any) -> Markup:
    """` lang="vi"` where the text is in another language than its page, else nothing."""
    return lang_attribute(getattr(text, "lang", ""))


def lang_attribute(code: str) -> Markup:
    """` lang="vi"` for a language's code, nothing for an empty one."""
    return Markup(' lang="{}"').format(code) if code else Markup("")


def year(value: PartialDate | datetime.date) -> str:
    """The year of a date, as a label shows it."""
    return str(value.year)


def form(value: Any) -> str:
    """What sort of value a fact holds: `card`, `address`, `date`, `number`, `flag`, `many`, `period` or `text`."""
    if isinstance(value, str):
        return "address" if ADDRESS.match(value) else "text"
    if isinstance(value, Record):
        return "period"
    return next((word for kind, word in FORMS.items() if isinstance(value, kind)), "text")


def seed(text: str) -> tuple[int, ...]:
    """Eight numbers from 0 to 255 that are always the same for the text: what a cover varies by."""
    return tuple(hashlib.sha256(text.encode()).digest()[:8])


def initials(text: str) -> str:
    """The one or two letters that stand for a name: those its first words begin with, as they are written."""
    words = [found[0] for word in text.split() if (found := LETTER.search(word))]
    return "".join(words[:2])


def host(address: str) -> str:
    """The host of an address, as a person would say it."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def _money(amount: Any, currency: str, locale: str) -> str:
    return formats.money(amount, currency, locale)


def _unit(value: Any, unit: str, locale: str) -> str:
    return formats.unit(value, unit, locale)


def _measure(value: Decimal, unit: str | None, locale: str) -> str:
    """A measured value with its unit; `percent` counts from 0 to 100."""
    if unit == "percent":
        return formats.percent(value / 100, locale)
    return formats.unit(value, unit, locale) if unit and is_unit(unit) else formats.number(value, locale)


def _specified(value: str, unit: str | None, locale: str) -> str:
    """The value of a specification: a number in the language's form with its unit, a text as it stands."""
    if NUMBER.fullmatch(value):
        return _measure(Decimal(value), unit, locale)
    return f"{value}{formats.NO_BREAK}{unit}" if unit else value


def _listed(values: Any, locale: str) -> Markup:
    """The values as a list in words; each is escaped."""
    return Markup(formats.list_and([str(escape(value)) for value in values], locale))  # noqa: S704 - escaped above


def _day(value: PartialDate | datetime.date, locale: str) -> str:
    """A date in words, as precise as it is known."""
    return formats.partial_date(value, locale) if isinstance(value, PartialDate) else formats.date(value, locale)


def _short_day(value: PartialDate | datetime.date, locale: str) -> str:
    """A date in figures where the day is known, else in words."""
    if isinstance(value, PartialDate):
        return (
            formats.date(value.first_day(), locale, "short")
            if value.precision == 3
            else formats.partial_date(value, locale)
        )
    return formats.date(value, locale, "short")


def _time(value: PartialDate | datetime.date, locale: str) -> Markup:
    """A `time` element: for machines as on disk, for people in words."""
    return Markup('<time datetime="{}">{}</time>').format(value, _day(value, locale))
