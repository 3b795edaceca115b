"""The templates and assets of a project become a theme: one value, by which a worker can render any page."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.language.catalogs import Catalog
from showcase.pages.views import Artifact, Frame
from showcase.problems import Problem
from showcase.reading.discover import File
from showcase.reading.text_file import foreign_encoding
from showcase.rendering.bundles import bundled

TEMPLATES = "templates/"
ASSETS = "templates/assets/"
STATIC = "templates/static/"  # published as they are, under their own names
OWN_FILES = "templates/files/"
CSS_URL = re.compile(r"url\(\s*([\"']?)(?!data:|#|https?:)([^)\"']+)\1\s*\)")


@dataclass(frozen=True, slots=True)
class Theme:
    """What rendering needs beside views.

    A language's digest changes with its frame and words. `codes` are the compiled templates, `closures` a
    digest of each template with all that it uses.
    """

    sources: Mapping[str, str]
    frames: Mapping[str, Frame]
    catalogs: Mapping[str, Catalog]
    digests: Mapping[str, str]
    codes: Mapping[str, bytes] = field(default_factory=dict)
    closures: Mapping[str, str] = field(default_factory=dict)

    def digest(self, template: str, locale: str) -> str:
        """A digest of all that a page takes from the theme."""
        return f"{self.digests[locale]} {self.closures.get(template, '')}"


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets of a theme: their published paths by name, and their bytes."""

    paths: Mapping[str, str]
    artifacts: tuple[Artifact, ...]


def assets(files: tuple[File, ...]) -> Assets:
    """Every asset under a name that holds its digest, so that browsers may keep it; style sheets use the new names.

    Static files keep their own names: hosts and other sites ask for them by these.
    """
    static = (Artifact(file.path.removeprefix(STATIC), file.data) for file in files if file.path.startswith(STATIC))
    raw = bundled({file.path.removeprefix(ASSETS): file.data for file in files if file.path.startswith(ASSETS)})
    plain = {name: data for name, data in raw.items() if not name.endswith(".css")}
    paths = {name: _named(name, data) for name, data in plain.items()}
    styles = {name: _with_paths(data, name, paths) for name, data in raw.items() if name.endswith(".css")}
    paths |= {name: _named(name, data) for name, data in styles.items()}
    made = (plain | styles).items()
    named = (Artifact(paths[name].lstrip("/"), data) for name, data in sorted(made))
    return Assets(paths, (*named, *static))


def _named(name: str, data: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"/assets/{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"


def _with_paths(data: bytes, name: str, paths: Mapping[str, str]) -> bytes:
    folder = name.rpartition("/")[0]

    def published(found: re.Match[str]) -> str:
        asset = f"{folder}/{found[2]}".lstrip("/")
        return f"url({paths[asset]})" if asset in paths else found[0]

    return CSS_URL.sub(published, data.decode(errors="surrogateescape")).encode(errors="surrogateescape")


def _is_template(path: str) -> bool:
    within = path.startswith(TEMPLATES) and not path.startswith((ASSETS, STATIC))
    return within and (path.endswith(".html") or path.startswith(OWN_FILES))


def template_sources(files: tuple[File, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The templates by name, and those that are not text."""
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files:
        if _is_template(file.path):
            foreign = foreign_encoding(file.data, file.path)
            problems += [foreign] if foreign else []
            sources[file.path.removeprefix(TEMPLATES)] = file.data.decode(errors="replace")
    return sources, tuple(problems)
