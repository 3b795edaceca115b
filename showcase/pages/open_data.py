"""Every entry becomes open data: a JSON file, a line of its kind's JSON Lines, CSV and Parquet; with a schema."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from showcase.digests import digest, short_digest
from showcase.kinds import KINDS
from showcase.kinds.schema_org import identity
from showcase.library.values import Page
from showcase.pages.memo import Memo, forgetful
from showcase.pages.open_parquet import Versioned, library_version, parquet_bytes, versioned
from showcase.pages.open_schema import kind_schema
from showcase.pages.open_tables import Table, csv_bytes, table
from showcase.pages.open_values import Versions, facts_of
from showcase.pages.parts import parted, parts_for
from showcase.pages.plain import json_bytes, json_lines
from showcase.pages.site import Site
from showcase.pages.views import Job, Later
from showcase.settings import PARQUET

PART = 1000  # entries in a file at the most, or hardly more: some megabytes as JSON Lines

Sites = Mapping[str, Site]


@dataclass(frozen=True, slots=True)
class Data:
    """The data of all entries, each made when somebody asks for it, and remembered by what it is made from.

    It contains the keys of these entries. `settings` is the digest of the site's.
    """

    sites: Sites
    settings: str
    memo: Memo

    def __contains__(self, key: object) -> bool:
        """Whether there is an entry of that key."""
        return any(key in here.pages for here in self.sites.values())

    def digest(self, key: str) -> str:
        """A digest of all that the data of an entry is made from."""
        pages = [here.pages[key] for here in self.sites.values() if key in here.pages]
        known = (f"{page.digest} {page.permalink} {page.locale} {page.content_locale}" for page in pages)
        named = dict.fromkeys(name for page in pages for name in page.refers)
        return short_digest((self.settings, *known, *(f"{name} {name in self}" for name in named)))

    def of(self, key: str) -> dict[str, Any]:
        """The data of an entry."""
        made: dict[str, Any] = self.memo(f"data {self.digest(key)}", lambda: _entry(self.sites, key, self))
        return made

    def of_all(self, keys: Sequence[str]) -> list[dict[str, Any]]:
        """The data of some entries."""
        return [self.of(key) for key in keys]


def open_data_jobs(sites: Sites, memo: Memo = forgetful) -> Iterator[Job]:
    """The data of every kind that has entries, and the catalogue of them; `memo` remembers the data of entries.

    Languages stand in the order of their codes: a job's key does not see the order in which a mapping was filled.
    """
    sites = dict(sorted(sites.items()))
    kinds: list[dict[str, Any]] = []
    data = Data(sites, digest(next(iter(sites.values())).library.settings), memo)
    for folder in KINDS:
        if keys := _keys(sites, folder):
            names = _part_names(folder, parts_for(len(keys), PART))
            kinds.append(_listed_kind(sites, folder, len(keys), names))
            for name, own in zip(names, parted(keys, str, len(names)), strict=True):
                yield from _part_jobs(data, folder, name, tuple(own))
            schema = kind_schema(KINDS[folder], tuple(sites), _url(sites, f"/data/schema/{folder}.json"))
            yield Job(f"data/schema/{folder}.json", schema, make=json_bytes)
    yield Job("data/index.json", _catalogue(sites, kinds), make=json_bytes)


def _part_names(folder: str, parts: int) -> tuple[str, ...]:
    """What the files of each part are called before their endings: after the kind; of several parts, numbered."""
    return (folder,) if parts == 1 else tuple(f"{folder}-{number}" for number in range(1, parts + 1))


def _part_jobs(data: Data, folder: str, name: str, keys: tuple[str, ...]) -> Iterator[Job]:
    """The files of some entries of a kind: one for each, and the three or four that hold all of them."""
    settings = next(iter(data.sites.values())).library.settings
    digests = {key: data.digest(key) for key in keys}
    for key, known in digests.items():
        path = f"data/{folder}/{key.partition('/')[2]}.json"
        yield Job(path, Later(_one, (data, key)), make=json_bytes, digest=known)
    forms: dict[str, tuple[Callable[..., Any], Callable[[Any], bytes]]] = {
        "json": (_list, json_bytes),
        "jsonl": (_lines, json_lines),
        "csv": (_table, csv_bytes),
    }
    whole = digest(folder, tuple(digests.values()))
    if PARQUET in settings.outputs:
        forms["parquet"] = (_versioned, parquet_bytes)
        whole = digest(whole, library_version())
    for form, (view, make) in forms.items():
        yield Job(f"data/{name}.{form}", Later(view, (data, folder, keys)), make=make, digest=whole)


def _one(data: Data, key: str) -> dict[str, Any]:
    return data.of(key)


def _lines(data: Data, _folder: str, keys: Sequence[str]) -> tuple[dict[str, Any], ...]:
    return tuple(data.of_all(keys))


def _table(data: Data, folder: str, keys: Sequence[str]) -> Table:
    settings = next(iter(data.sites.values())).library.settings
    return table(KINDS[folder].model, data.of_all(keys), settings.codes)


def _versioned(data: Data, folder: str, keys: Sequence[str]) -> Versioned:
    return versioned(_table(data, folder, keys))


def _keys(sites: Sites, folder: str) -> tuple[str, ...]:
    every = (page.key for here in sites.values() for page in here.library.of_kind(folder, here.locale))
    return tuple(sorted(frozenset(every)))


def _url(sites: Sites, permalink: str) -> str:
    return next(iter(sites.values())).url(permalink)


def _entry(sites: Sites, key: str, published: Container[str]) -> dict[str, Any]:
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


def _list(data: Data, folder: str, keys: Sequence[str]) -> dict[str, Any]:
    """The entries of a kind, each with the address of its data."""
    sites, entries = data.sites, data.of_all(keys)
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
