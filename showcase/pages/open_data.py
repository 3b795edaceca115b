"""Every entry becomes open data: a JSON file, a line of its kind's JSON Lines, CSV and Parquet; with a schema."""

from collections.abc import Iterator, Mapping
from typing import Any

from showcase.kinds import KINDS
from showcase.kinds.schema_org import identity
from showcase.library.values import Page
from showcase.pages.open_parquet import parquet_bytes, versioned
from showcase.pages.open_schema import kind_schema
from showcase.pages.open_tables import csv_bytes, table
from showcase.pages.open_values import Versions, facts_of
from showcase.pages.parts import parted, parts_for
from showcase.pages.plain import json_bytes, json_lines
from showcase.pages.site import Site
from showcase.pages.views import Job
from showcase.settings import PARQUET

PART = 1000  # entries in a file at the most, or hardly more: some megabytes as JSON Lines

Sites = Mapping[str, Site]


def open_data_jobs(sites: Sites) -> Iterator[Job]:
    """The data of every kind that has entries, and the catalogue of them.

    Languages stand in the order of their codes: a job's key does not see the order in which a mapping was filled.
    """
    sites = dict(sorted(sites.items()))
    kinds: list[dict[str, Any]] = []
    published = frozenset(key for here in sites.values() for key in here.pages)
    for folder in KINDS:
        if keys := _keys(sites, folder):
            names = _part_names(folder, parts_for(len(keys), PART))
            kinds.append(_listed_kind(sites, folder, len(keys), names))
            for name, own in zip(names, parted(keys, str, len(names)), strict=True):
                yield from _part_jobs(sites, folder, name, [_entry(sites, key, published) for key in own])
            schema = kind_schema(KINDS[folder], tuple(sites), _url(sites, f"/data/schema/{folder}.json"))
            yield Job(f"data/schema/{folder}.json", schema, make=json_bytes)
    yield Job("data/index.json", _catalogue(sites, kinds), make=json_bytes)


def _part_names(folder: str, parts: int) -> tuple[str, ...]:
    """What the files of each part are called before their endings: after the kind; of several parts, numbered."""
    return (folder,) if parts == 1 else tuple(f"{folder}-{number}" for number in range(1, parts + 1))


def _part_jobs(sites: Sites, folder: str, name: str, entries: list[dict[str, Any]]) -> Iterator[Job]:
    """The files of some entries of a kind: one for each, and the three or four that hold all of them."""
    settings = next(iter(sites.values())).library.settings
    for entry in entries:
        yield Job(f"data/{folder}/{entry['id']}.json", entry, make=json_bytes)
    yield Job(f"data/{name}.json", _list(sites, folder, entries), make=json_bytes)
    yield Job(f"data/{name}.jsonl", tuple(entries), make=json_lines)
    rows = table(KINDS[folder].model, entries, settings.codes)
    yield Job(f"data/{name}.csv", rows, make=csv_bytes)
    if PARQUET in settings.outputs:
        yield Job(f"data/{name}.parquet", versioned(rows), make=parquet_bytes)


def _keys(sites: Sites, folder: str) -> tuple[str, ...]:
    every = (page.key for here in sites.values() for page in here.library.of_kind(folder, here.locale))
    return tuple(sorted(frozenset(every)))


def _url(sites: Sites, permalink: str) -> str:
    return next(iter(sites.values())).url(permalink)


def _entry(sites: Sites, key: str, published: frozenset[str]) -> dict[str, Any]:
    """All that is published of an entry: its facts once, its texts by language."""
    pages = {locale: here.pages[key] for locale, here in sites.items() if key in here.pages}
    page = next(iter(pages.values()))
    return {
        "$schema": _url(sites, f"/data/schema/{page.kind}.json"),
        "id": page.id,
        "kind": page.kind,
        "uri": _url(sites, identity(key)),
        "permalinks": _permalinks(sites, pages),
        **facts_of(Versions({locale: each.entry for locale, each in pages.items()}), published),
        "body": {locale: each.body.text for locale, each in pages.items() if _has_body(each)},
    }


def _permalinks(sites: Sites, pages: Mapping[str, Page]) -> dict[str, str]:
    """The addresses of the languages in which the entry exists."""
    return {locale: _url(sites, page.permalink) for locale, page in pages.items() if page.is_translated}


def _has_body(page: Page) -> bool:
    return page.body_locale == page.locale and bool(page.body.text)


def _list(sites: Sites, folder: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    """The entries of a kind, each with the address of its data."""
    names = ("id", "uri", "title", "permalinks")
    rows = [
        {name: entry[name] for name in names} | {"data": _url(sites, f"/data/{folder}/{entry['id']}.json")}
        for entry in entries
    ]
    return {"kind": folder, "licence": _licence(sites), "count": len(rows), "entries": rows}


def _listed_kind(sites: Sites, folder: str, count: int, names: tuple[str, ...]) -> dict[str, Any]:
    """What there is of a kind: its files, or `parts` with the files of each where it has many entries."""
    files = [_files(sites, name) for name in names]
    return {
        "kind": folder,
        "name": {locale: here.kind(folder).many for locale, here in sites.items()},
        "count": count,
        **(files[0] if len(files) == 1 else {"parts": files}),
        "schema": _url(sites, f"/data/schema/{folder}.json"),
    }


def _files(sites: Sites, name: str) -> dict[str, str]:
    """The addresses of a part's files by their form."""
    makes_parquet = PARQUET in next(iter(sites.values())).library.settings.outputs
    forms = ("json", "jsonl", "csv", *(("parquet",) if makes_parquet else ()))
    return {form: _url(sites, f"/data/{name}.{form}") for form in forms}


def _catalogue(sites: Sites, kinds: list[dict[str, Any]]) -> dict[str, Any]:
    """What data there is, under which licence."""
    return {
        "title": {locale: here.settings.title for locale, here in sites.items()},
        "description": {locale: here.settings.description for locale, here in sites.items()},
        "languages": list(sites),
        "licence": _licence(sites),
        "kinds": kinds,
    }


def _licence(sites: Sites) -> str:
    return next(iter(sites.values())).library.settings.content_licence
