"""What a host holds and what it should hold become waves of uploads, each safe on what came before, and removals."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePosixPath

from showcase.hosting.media_types import is_twin
from showcase.publishing.release import Files, fingerprinted
from showcase.publishing.state import State


class Wave(IntEnum):
    """When a file goes up: never before what it needs."""

    ASSETS = 0
    NEW_PAGES = 1  # nothing leads to them yet
    PAGES = 2
    DOORS = 3  # what machines and hosts read, and the records


@dataclass(frozen=True, slots=True)
class Plan:
    """The paths of each wave in order; the files to remove afterwards; those kept for pages in visitors' hands."""

    waves: tuple[tuple[str, ...], ...]
    removed: tuple[str, ...]
    grace: Files

    @property
    def is_empty(self) -> bool:
        """Whether the host holds it all already, and nothing more."""
        return not any(self.waves) and not self.removed


def planned(state: State, release: Files) -> Plan:
    """How the host comes to hold the release."""
    there, doubtful = {**state.grace, **state.current}, state.doubtful
    changed = [path for path, digest in release.items() if there.get(path) != digest or path in doubtful]
    grace = _grace(state, release)
    removed = there.keys() | state.pending.keys() | set(state.leaving)
    return Plan(
        tuple(tuple(sorted(path for path in changed if wave(path, is_new=path not in there) == each)) for each in Wave),
        tuple(sorted(removed - release.keys() - grace.keys())),
        grace,
    )


def _grace(state: State, release: Files) -> Files:
    """The fingerprinted files of the public release that the next one lacks; unchanged where both are the same."""
    source = state.grace if release == state.current else state.current
    return {path: source[path] for path in sorted(fingerprinted(source)) if path not in release}


def wave(path: str, *, is_new: bool) -> Wave:
    """The wave of a file; a twin goes with the file whose twin it is."""
    plain = path.rpartition(".")[0] if is_twin(path) else path
    if fingerprinted((plain,)) or plain.startswith("icons/"):
        return Wave.ASSETS
    if PurePosixPath(plain).suffix != ".html" or "/" not in plain:
        return Wave.DOORS
    return Wave.NEW_PAGES if is_new else Wave.PAGES
