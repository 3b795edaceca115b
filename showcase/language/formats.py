"""Turns numbers, money, dates, lists and codes into the words of a locale: Babel, with the forms our readers expect."""

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision
from babel.units import format_unit

from showcase.language.dates import PartialDate
from showcase.language.locales import language_of
from showcase.language.units import OWN_UNITS, UNITS

Number = Decimal | int
DateForm = Literal["short", "long", "full", "month", "year"]

KEPT = 4096  # the same prices and days stand on many pages
NO_BREAK = "\u00a0"
# CLDR's narrow and thin spaces are in none of our fonts.
BLANKS = re.compile("[\u202f\u2009]")
MANY_DECIMALS = "#,##0.############"  # with 16 digits before them, the most that Decimal rounds exactly

# CLDR's short Vietnamese date is 5/3/25 and its full one lacks “ngày” (day).
DATE_PATTERNS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("vi", "short"): "dd/MM/y",
        ("vi", "long"): "d 'tháng' M 'năm' y",
        ("vi", "full"): "EEEE, 'ngày' d 'tháng' M 'năm' y",
        ("vi", "month"): "'tháng' M 'năm' y",
        ("en", "month"): "MMMM y",
    }
)
DATE_STYLES: Mapping[str, str] = MappingProxyType({"short": "medium", "long": "long", "full": "full"})
DATE_SKELETONS: Mapping[str, str] = MappingProxyType({"month": "yMMMM", "year": "y"})
# Few readers of English know the sign of the đồng.
MONEY_PATTERNS: Mapping[tuple[str, str], str] = MappingProxyType({("en", "VND"): "¤¤\u00a0#,##0"})
MOMENT_PATTERNS: Mapping[str, str] = MappingProxyType({"vi": "{0} {1}"})
# Vietnamese uses these words as they are; any other English name in CLDR's data would be a raw id.
LOANWORDS = frozenset({"B", "px", "in"})
# The country's own spelling of its name, which this showcase keeps to.
TERRITORIES: Mapping[tuple[str, str], str] = MappingProxyType({("en", "VN"): "Viet Nam"})


@lru_cache(maxsize=64)
def _locale(locale: str) -> Locale:
    """Babel's locale; it takes underscores only."""
    return Locale.parse(locale.replace("-", "_"))


def _shown(text: str) -> str:
    """The text with spaces that our fonts have."""
    return BLANKS.sub(NO_BREAK, text)


def _rounded(value: Number, digits: int) -> Decimal:
    """The value with at most that many decimals, half up: Babel rounds half to even."""
    return Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def number(value: Number, locale: str) -> str:
    """`1.234,5` in Vietnamese, `1,234.5` in English, with every decimal the value has."""
    return _number(str(value), locale)


@lru_cache(maxsize=KEPT)
def _number(digits: str, locale: str) -> str:
    """The number of these digits: as text, for 1 and 1.0 are equal and shown in two ways."""
    return _shown(format_decimal(Decimal(digits), locale=_locale(locale), decimal_quantization=False))


@lru_cache(maxsize=KEPT)
def money(amount: Number, currency: str, locale: str) -> str:
    """`1.990.000 ₫` in Vietnamese, `VND 1,990,000` in English; never CLDR's compact form (`2 T ₫`)."""
    return _shown(
        format_currency(
            _rounded(amount, get_currency_precision(currency)),
            currency,
            format=MONEY_PATTERNS.get((language_of(locale), currency)),
            locale=_locale(locale),
        )
    )


def percent(share: Number, locale: str) -> str:
    """The share as a percentage with at most one decimal: `12,5%` of 0.125."""
    rounded = _rounded(Decimal(share) * 100, 1).normalize() / 100
    return _shown(format_percent(rounded, locale=_locale(locale), decimal_quantization=False))


def unit(value: Number, unit: str, locale: str) -> str:
    """The measure with its unit as an editor writes it (`km`, `mAh`); ValueError for a unit that has no name here."""
    if unit in OWN_UNITS:
        return number(value, locale) + NO_BREAK + unit
    if unit not in UNITS:
        raise ValueError(f"unknown unit: {unit!r}")
    # Only CLDR's short names: 58 of its 192 long Vietnamese ones are raw ids.
    shown = format_unit(value, UNITS[unit], length="short", format=MANY_DECIMALS, locale=_locale(locale))
    if language_of(locale) != "en" and unit not in LOANWORDS and UNITS[unit].partition("-")[2] in shown:
        raise ValueError(f"no name for the unit {unit!r} in {locale!r}")
    return _shown(shown).replace(" ", NO_BREAK)


def file_size(size: int, locale: str) -> str:
    """The size of a file in kB, from a million bytes on in MB, with at most one decimal: `1,2 MB`."""
    name, step = ("MB", 1_000_000) if size >= 1_000_000 else ("kB", 1_000)
    return unit(_rounded(Decimal(size) / step, 1), name, locale)


@lru_cache(maxsize=KEPT)
def date(day: datetime.date, locale: str, form: DateForm = "long") -> str:
    """The day as `05/03/2025` (short), as `5 tháng 3 năm 2025` (long), with its weekday (full), or less."""
    if pattern := DATE_PATTERNS.get((language_of(locale), form)):
        return _shown(format_date(day, pattern, locale=_locale(locale)))
    if form in DATE_SKELETONS:
        return _shown(format_skeleton(DATE_SKELETONS[form], day, locale=_locale(locale)))
    return _shown(format_date(day, DATE_STYLES[form], locale=_locale(locale)))


def partial_date(value: PartialDate, locale: str) -> str:
    """The date in its long form, as precise as it is: `2013`, `tháng 12 năm 2012`, `14 tháng 5 năm 2013`."""
    forms: tuple[DateForm, ...] = ("year", "month", "long")
    return date(value.first_day(), locale, forms[value.precision - 1])


def moment(value: datetime.datetime, zone: str, locale: str) -> str:
    """The date and time as clocks in the zone show it; a value without a zone is taken to be in it."""
    there = ZoneInfo(zone)
    local = value.astimezone(there) if value.tzinfo else value.replace(tzinfo=there)
    clock = _shown(format_time(local, "HH:mm" if language_of(locale) == "vi" else "short", locale=_locale(locale)))
    pattern = MOMENT_PATTERNS.get(language_of(locale)) or str(get_datetime_format("medium", _locale(locale)))
    return pattern.replace("'", "").replace("{0}", clock).replace("{1}", date(local, locale, "short"))


def list_and(items: Sequence[str], locale: str) -> str:
    """The items joined as in “A, B and C”."""
    return format_list(items, style="standard", locale=_locale(locale))


def list_or(items: Sequence[str], locale: str) -> str:
    """The items joined as in “A, B or C”."""
    return format_list(items, style="or", locale=_locale(locale))


def territory_name(code: str, locale: str) -> str:
    """The name of a country or region by its ISO 3166 code; the code itself where CLDR has no name."""
    own = TERRITORIES.get((language_of(locale), code))
    return own or str(_locale(locale).territories.get(code, code))


def language_name(code: str, locale: str) -> str:
    """The name of a language by its BCP 47 code; the code itself where CLDR has no name."""
    names = _locale(locale).languages
    return str(names.get(code.replace("-", "_")) or names.get(language_of(code)) or code)
