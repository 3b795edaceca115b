"""Every entry becomes open data: a JSON file, a line of its kind's JSON Lines and CSV, and the schema of the JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from showcase.kinds import KINDS
from showcase.kinds.schema_org import identity
from showcase.library.values import Page
from showcase.pages.open_schema import kind_schema
from showcase.pages.open_tables import table, table_rows
from showcase.pages.open_values import Versions, facts_of
from showcase.pages.plain import json_bytes, json_lines
from showcase.pages.site import Site
from showcase.pages.views import Job

Sites = Mapping[str, Site]


def open_data_jobs(sites: Sites) -> Iterator[Job]:
    """The data of every kind that has entries, and the catalogue of them.

    Languages stand in the order of their codes: a job's key does not see the order in which a mapping was filled.
    """
    sites = dict(sorted(sites.items()))
    kinds: list[dict[str, Any]] = []
    published = frozenset(key for here in sites.values() for key in here.pages)
    for folder in KINDS:
        entries = [_entry(sites, key, published) for key in _keys(sites, folder)]
        if entries:
            kinds.append(_listed_kind(sites, folder, len(entries)))
            yield from _kind_jobs(sites, folder, entries)
    yield Job("data/index.json", _catalogue(sites, kinds), make=json_bytes)


def _kind_jobs(sites: Sites, folder: str, entries: list[dict[str, Any]]) -> Iterator[Job]:
    codes = next(iter(sites.values())).library.settings.codes
    for entry in entries:
        yield Job(f"data/{folder}/{entry['id']}.json", entry, make=json_bytes)
    yield Job(f"data/{folder}.json", _list(sites, folder, entries), make=json_bytes)
    yield Job(f"data/{folder}.jsonl", tuple(entries), make=json_lines)
    yield Job(f"data/{folder}.csv", table_rows(KINDS[folder].model, entries, codes), make=table)
    schema = kind_schema(KINDS[folder], tuple(sites), _url(sites, f"/data/schema/{folder}.json"))
    yield Job(f"data/schema/{folder}.json", schema, make=json_bytes)


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


def _listed_kind(sites: Sites, folder: str, count: int) -> dict[str, Any]:
    return {
        "kind": folder,
        "name": {locale: here.kind(folder).many for locale, here in sites.items()},
        "count": count,
        "json": _url(sites, f"/data/{folder}.json"),
        "jsonl": _url(sites, f"/data/{folder}.jsonl"),
        "csv": _url(sites, f"/data/{folder}.csv"),
        "schema": _url(sites, f"/data/schema/{folder}.json"),
    }


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
