"""The folder of a project becomes what the commands about translations work with: entries, and what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from showcase.codes import ERROR, _
from showcase.commands.tool import RefusalError
from showcase.library.edits import History
from showcase.library.entries import Group, groups
from showcase.library.freshness import histories
from showcase.problems import ContentError, Problem, in_order, suggestion
from showcase.reading.discover import discover, source_of
from showcase.reading.memory import read_memory
from showcase.reading.parse import Document, parse
from showcase.settings import Settings

NO_SUCH_ENTRY = _("there is no entry “{name}”; an entry is named as in products/misa-amis, or by its id alone")
NEAREST_ENTRY = _("there is no entry “{name}”; did you mean “{suggestion}”?")


@dataclass(frozen=True, slots=True)
class Content:
    """Every entry with its translations. `raw` and `histories` go by path, as the build knows them."""

    groups: tuple[Group, ...]
    problems: tuple[Problem, ...]
    raw: Mapping[str, bytes]
    histories: Mapping[str, History]


def read_content(root: Path, settings: Settings) -> Content:
    """The content of a project; ContentError where a file has errors, for its texts are then not known."""
    found = discover(root, settings.codes, settings.limits)
    sources = [source_of(root, each, settings.limits) for each in found.sources]
    documents = [parse(source, settings.default_locale, limits=settings.limits) for source in sources]
    raw = {source.path: source.data for source in sources}
    known = histories(documents, partial(read_memory, root), raw)
    made, between = groups(documents, settings.codes, known)
    problems = in_order((*found.problems, *(each for document in documents for each in document.problems), *between))
    if errors := [each for each in problems if each.severity == ERROR]:
        raise ContentError(*errors)
    return Content(made, problems, raw, known)


def entries(root: Path, settings: Settings) -> tuple[Group, ...]:
    """Every entry with its translations; ContentError where a file has errors."""
    return read_content(root, settings).groups


def chosen(made: tuple[Group, ...], ids: Iterable[str]) -> tuple[Group, ...]:
    """The entries of these ids, each once, in the order of the site; all of them where none is named."""
    wanted = set(ids)
    known = {name for group in made for name in names(group.source)}
    for name in sorted(wanted - known):
        near = suggestion(name, known)
        raise RefusalError(NEAREST_ENTRY if near else NO_SUCH_ENTRY, {"name": name} | near)
    return tuple(group for group in made if not wanted or wanted.intersection(names(group.source)))


def names(source: Document) -> tuple[str, str]:
    """How an entry may be called: by kind and id, or by its id."""
    return source.key, source.id
