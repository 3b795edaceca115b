"""Rows become rows that hold equal values once: there are very many, and they have much in common."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from showcase.library.values import Brief, IndexRow, Pointers, Target, Version

Value = TypeVar("Value")

NO_POINTERS = Pointers()


class Sharing:
    """Makes of each row an equal one that shares its values with rows before it, and among its own versions."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, row: IndexRow) -> IndexRow:
        """The row."""
        share = self._share
        versions: dict[str, Version] = {}
        for locale, version in row.versions.items():
            versions[share(locale)] = self._version(version, next(iter(versions.values()), None))
        return replace(
            row,
            key=share(row.key),
            kind=share(row.kind),
            source_locale=share(row.source_locale),
            dates=tuple(map(share, row.dates)),
            targets=tuple(Target(each.place, share(each.field), share(each.key)) for each in row.targets),
            of_field=share(row.of_field),
            states=self._mapping(row.states),
            versions=versions,
        )

    def _version(self, version: Version, twin: Version | None) -> Version:
        """The version. `twin` is one of the same entry in another language, if there was one already."""
        share = self._share
        mentions = tuple(map(share, version.mentions))
        return replace(
            version,
            content_locale=share(version.content_locale),
            body_locale=share(version.body_locale),
            file=share(version.file),
            brief=self._brief(version.brief, twin.brief if twin else None),
            pointers=_same(version.pointers, NO_POINTERS),
            mentions=_same(mentions, twin.mentions if twin else None),
        )

    def _brief(self, brief: Brief, twin: Brief | None) -> Brief:
        share = self._share
        days, facets = tuple(map(share, brief.days)), tuple(map(share, brief.facets))
        return replace(
            brief,
            days=_same(days, twin.days if twin else None),
            edited=share(brief.edited),
            happened=share(brief.happened),
            facets=_same(facets, twin.facets if twin else None),
        )

    def _mapping(self, given: Mapping[str, str]) -> Mapping[str, str]:
        """The mapping, each like it once."""
        share = self._share
        found: Mapping[str, str] = self._known.setdefault(
            tuple(given.items()), {share(name): share(value) for name, value in given.items()}
        )
        return found

    def _share(self, value: Value) -> Value:
        """The value as it was met first."""
        found: Value = self._known.setdefault(value, value)
        return found


def _same(value: Value, known: Value | None) -> Value:
    """The known value where it is equal, so that there is one."""
    return known if known is not None and known == value else value
