"""The filters of the templates: they format values for one language and do nothing else."""

from collections.abc import Callable, Mapping
from datetime import date as Date
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from showcase.language import formats
from showcase.language.dates import PartialDate


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
        "lang": lang,
        "lang_attribute": lang_attribute,
        "host": host,
    }


def lang(text: Any) -> Markup:
    """` lang="vi"` where the text is in another language than its page, else nothing."""
    return lang_attribute(getattr(text, "lang", ""))


def lang_attribute(code: str) -> Markup:
    """` lang="vi"` for a language's code, nothing for an empty one."""
    return Markup(' lang="{}"').format(code) if code else Markup("")


def host(address: str) -> str:
    """The host of an address, as a person would say it."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def _money(amount: Any, currency: str, locale: str) -> str:
    return formats.money(amount, currency, locale)


def _unit(value: Any, unit: str, locale: str) -> str:
    return formats.unit(value, unit, locale)


def _listed(values: Any, locale: str) -> Markup:
    """The values as a list in words; each is escaped."""
    return Markup(formats.list_and([str(escape(value)) for value in values], locale))  # noqa: S704 - escaped above


def _day(value: PartialDate | Date, locale: str) -> str:
    """A date in words, as precise as it is known."""
    return formats.partial_date(value, locale) if isinstance(value, PartialDate) else formats.date(value, locale)


def _short_day(value: PartialDate | Date, locale: str) -> str:
    """A date in figures where the day is known, else in words."""
    if isinstance(value, PartialDate):
        return (
            formats.date(value.first_day(), locale, "short")
            if value.precision == 3
            else formats.partial_date(value, locale)
        )
    return formats.date(value, locale, "short")


def _time(value: PartialDate | Date, locale: str) -> Markup:
    """A `time` element: for machines as on disk, for people in words."""
    return Markup('<time datetime="{}">{}</time>').format(value, _day(value, locale))
