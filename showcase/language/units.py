"""Turns the units that editors write into the units that CLDR knows."""

from collections.abc import Mapping
from types import MappingProxyType

# Written the same in every language; CLDR has no ampere hour, and megapixel is not MP everywhere.
OWN_UNITS = frozenset({"mAh", "MP"})
UNITS: Mapping[str, str] = MappingProxyType(
    {
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "km": "length-kilometer",
        "in": "length-inch",
        "m²": "area-square-meter",
        "km²": "area-square-kilometer",
        "ha": "area-hectare",
        "ml": "volume-milliliter",
        "l": "volume-liter",
        "m³": "volume-cubic-meter",
        "mg": "mass-milligram",
        "g": "mass-gram",
        "kg": "mass-kilogram",
        "t": "mass-tonne",
        "B": "digital-byte",
        "kB": "digital-kilobyte",
        "MB": "digital-megabyte",
        "GB": "digital-gigabyte",
        "TB": "digital-terabyte",
        "px": "graphics-pixel",
        "dpi": "graphics-dot-per-inch",
        "mA": "electric-milliampere",
        "A": "electric-ampere",
        "V": "electric-volt",
        "W": "power-watt",
        "kW": "power-kilowatt",
        "kWh": "energy-kilowatt-hour",
        "Hz": "frequency-hertz",
        "MHz": "frequency-megahertz",
        "GHz": "frequency-gigahertz",
        "°C": "temperature-celsius",
        "km/h": "speed-kilometer-per-hour",
        "ms": "duration-millisecond",
        "s": "duration-second",
        "min": "duration-minute",
        "h": "duration-hour",
        "day": "duration-day",
        "week": "duration-week",
        "month": "duration-month",
        "year": "duration-year",
    }
)


def is_unit(text: str) -> bool:
    """Whether the text is a unit that every language can show."""
    return text in OWN_UNITS or text in UNITS
