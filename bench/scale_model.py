"""What one entry costs, as measured, becomes what a national catalogue would cost: a plan on paper.

Every price is an assumption, to be replaced by that of whoever is asked: python -m bench.scale --price workers=50
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from bench.ratios import table

NATIONAL = 1_200_000  # 200,000 enterprises with five products each, in two languages: 2.4 million pages


@dataclass(frozen=True, slots=True)
class Unit:
    """What one entry costs, measured at so many `entries`.

    `files`, and bytes of the site (`size`) and of the cache; seconds of all processors, and `own` ones of the building
    process; its `memory` in MB for one entry more, and `memory_at_rest` for none; seconds of a rebuild after an edit,
    for each entry there is. `edit_files` is how many files that edit changed in all.
    """

    entries: int
    files: float
    size: float
    cache: float
    processors: float
    own: float
    memory: float
    memory_at_rest: float
    edit_seconds: float
    edit_files: int


@dataclass(frozen=True, slots=True)
class Prices:
    """Assumptions, in US dollars, of no provider in particular: round numbers to put one's own in the place of."""

    processor_hour: float = 0.05
    thousand_puts: float = 0.005
    gigabyte_month: float = 0.02
    workers: float = 10


def prices(stated: Iterable[str]) -> Prices:
    """The assumptions, with those that are stated as `name=number` in the place of ours."""
    return Prices(**{name: float(number) for name, _, number in (each.partition("=") for each in stated)})


@dataclass(frozen=True, slots=True)
class Bill:
    """What a build of a catalogue takes: files, gigabytes, hours, requests and dollars."""

    files: float
    site_gb: float
    cache_gb: float
    processor_hours: float
    hours: float
    memory_gb: float
    batches: float
    build_cost: float
    upload_cost: float
    month_cost: float
    edit_hours: float
    edit_cost: float


def bill(unit: Unit, entries: int, prices: Prices) -> Bill:
    """The formulae, in proportion to the entries throughout.

    The building process has to do its own part alone, however many workers there are: that bounds how short it gets.
    """
    files, site_gb, cache_gb = entries * unit.files, entries * unit.size / 1e9, entries * unit.cache / 1e9
    processor_hours, own_hours = entries * unit.processors / 3600, entries * unit.own / 3600
    hours = own_hours + (processor_hours - own_hours) / prices.workers
    edit_hours = entries * unit.edit_seconds / 3600
    return Bill(
        files=files,
        site_gb=site_gb,
        cache_gb=cache_gb,
        processor_hours=processor_hours,
        hours=hours,
        memory_gb=(unit.memory_at_rest + entries * unit.memory) / 1000,
        batches=ceil((processor_hours - own_hours) * 3600 / 0.5),
        build_cost=(hours + hours * prices.workers) * prices.processor_hour,
        upload_cost=files / 1000 * prices.thousand_puts,
        month_cost=(site_gb + cache_gb) * prices.gigabyte_month,
        edit_hours=edit_hours,
        edit_cost=edit_hours * prices.processor_hour + unit.edit_files / 1000 * prices.thousand_puts,
    )


def scale_table(unit: Unit, prices: Prices) -> str:
    """What the largest measured size and the national catalogue take, side by side."""
    sizes = (unit.entries, NATIONAL)
    bills = [bill(unit, entries, prices) for entries in sizes]
    head = ("", *(f"{entries:,} entries" for entries in sizes))
    rows = [(words, *(form.format(getattr(each, name)) for each in bills)) for name, words, form in _rows(prices)]
    return table(head, rows)


def _rows(prices: Prices) -> Iterator[tuple[str, str, str]]:
    yield "files", "files", "{:,.0f}"
    yield "site_gb", "site, GB", "{:,.1f}"
    yield "cache_gb", "cache, GB", "{:,.1f}"
    yield "processor_hours", "build from nothing, processor hours", "{:,.2f}"
    yield "hours", f"the same by the clock, {prices.workers:.0f} workers, hours", "{:,.2f}"
    yield "memory_gb", "peak of the building process, GB", "{:,.1f}"
    yield "batches", "batches handed to workers", "{:,.0f}"
    yield "build_cost", "processors of a build from nothing, $", "{:,.2f}"
    yield "upload_cost", "first upload, PUT requests, $", "{:,.2f}"
    yield "month_cost", "storage of site and cache, $ a month", "{:,.2f}"
    yield "edit_hours", "rebuild after one edit, hours", "{:,.2f}"
    yield "edit_cost", "processors and PUT requests of that, $", "{:,.4f}"
