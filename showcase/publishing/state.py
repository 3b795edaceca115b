"""What a host holds, as the host itself remembers it: so any machine can go on where another one stopped."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from showcase.publishing.release import Files, is_inside

FOLDER = ".publish"
STATE = f"{FOLDER}/state.json"


class BadStateError(Exception):
    """What the host remembers cannot be read."""


@dataclass(frozen=True, slots=True)
class State:
    """The release that is public, the one before, and what is under way.

    `grace` are fingerprinted files that only pages of the release before ask for. `kept` are the folders in which what
    the present release replaced is kept, the earliest first; `tries` those of a publication that has not ended.
    `pending` is the release that is being uploaded, `leaving` are files still to be removed, `stale`
    folders. `serial` counts tries.
    """

    current: Files = field(default_factory=dict)
    previous: Files = field(default_factory=dict)
    grace: Files = field(default_factory=dict)
    pending: Files = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    tries: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    serial: int = 0

    @property
    def doubtful(self) -> set[str]:
        """The paths at which another file may stand than the public release has there."""
        there = {**self.grace, **self.current}
        return {path for path, digest in self.pending.items() if there.get(path) != digest} | set(self.leaving)


def begun(state: State, release: Files) -> State:
    """The state in which the release is being uploaded. Of one that did not get through, what is left over leaves."""
    serial = state.serial + 1
    leaving = {*state.leaving, *state.pending} - release.keys()
    tries = (*state.tries, f"{FOLDER}/{serial}")
    return replace(state, serial=serial, pending=release, tries=tries, leaving=tuple(sorted(leaving)))


def uploaded(state: State, grace: Files, leaving: tuple[str, ...]) -> State:
    """The state in which the pending release is public and the last one can be brought back.

    Where the public release was only mended, the one before stays what it was.
    """
    done = replace(state, pending={}, tries=(), grace=grace, leaving=leaving)
    if state.pending == state.current:
        return replace(done, stale=(*state.stale, *state.tries))
    stale = (*state.stale, *state.kept)
    return replace(done, current=state.pending, previous=state.current, kept=state.tries, stale=stale)


def encoded(state: State) -> bytes:
    """The state as JSON."""
    return f"{json.dumps({'format': 1, **asdict(state)}, ensure_ascii=False, sort_keys=True)}\n".encode()


def decoded(data: bytes) -> State:
    """The state; BadStateError where this is none, or names a file outside the site."""
    try:
        found: dict[str, Any] = json.loads(data)
        if found.pop("format") != 1:
            raise BadStateError("format")
        state = State(**{each.name: _frozen(found[each.name]) for each in fields(State)})
        folders = (*state.kept, *state.tries, *state.stale)
        paths = (*state.current, *state.previous, *state.grace, *state.pending, *state.leaving, *folders)
        if not all(is_inside(path) for path in paths):
            raise BadStateError("path")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadStateError(str(error)) from error
    return state


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): str(item) for name, item in value.items()}
    return tuple(map(str, value)) if isinstance(value, list) else int(value)
