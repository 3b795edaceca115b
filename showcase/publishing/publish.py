"""A release and a host become the same: uploads in waves, then removals; at any moment the public site is whole."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from showcase.publishing.hosts import Host, Upload
from showcase.publishing.plan import Plan, planned
from showcase.publishing.release import Files, file_digest
from showcase.publishing.state import STATE, State, begun, decoded, encoded, uploaded

Tell = Callable[[int, int], None]


class NothingToRestoreError(Exception):
    """The host knows no earlier release, or no longer holds it; `path` is the first file that is missing."""

    def __init__(self, path: str = "") -> None:
        super().__init__(path)
        self.path = path


def read_state(host: Host) -> State:
    """What the host remembers; nothing where it was never published to."""
    with TemporaryDirectory() as folder:
        host.fetch((STATE,), Path(folder))
        file = Path(folder, STATE)
        return decoded(file.read_bytes()) if file.is_file() else State()


def publish(host: Host, state: State, release: Files, source: Path, tell: Tell) -> Plan:
    """Bring the host to hold the release whose files lie in the source folder; what was done comes back.

    The state is written before the first upload, before the first removal, and at the end. Whenever it stops, the same
    call finishes. `tell` hears how many files of how many are up.
    """
    plan = planned(state, release)
    if plan.is_empty and not state.pending:
        return plan
    if any(plan.waves) or state.pending or release != state.current:
        doubtful, state = state.doubtful, begun(state, release)
        _save(host, state)
        _upload(host, state, plan, source, tell, doubtful)
        state = uploaded(state, plan.grace, plan.removed)
        _save(host, state)
    _tidy(host, state)
    return plan


def _upload(host: Host, state: State, plan: Plan, source: Path, tell: Tell, doubtful: set[str]) -> None:
    total, done = sum(map(len, plan.waves)), 0
    for wave in plan.waves:
        uploads = [Upload(path, source / path, state.pending[path], path in doubtful) for path in wave]
        if uploads:
            host.upload(uploads, state.tries[-1])
        done += len(wave)
        tell(done, total)


def _tidy(host: Host, state: State) -> None:
    """Remove what left the site. What the release before has is kept, so that it can be brought back."""
    needed = [path for path in state.leaving if path in state.previous]
    rest = [path for path in state.leaving if path not in state.previous]
    if needed:
        host.remove(needed, state.kept[-1] if state.kept else "")
    if rest:
        host.remove(rest, "")
    for folder in state.stale:
        host.clear(folder)
    if state.leaving or state.stale:
        _save(host, replace(state, leaving=(), stale=()))


def restore(host: Host, state: State, tell: Tell) -> Plan:
    """Bring the host back to the release before; where a publication did not end, to the one it was to replace."""
    release, folders = (state.current, state.tries) if state.pending else (state.previous, state.kept)
    if not release:
        raise NothingToRestoreError
    wanted = {path: release[path] for wave in planned(state, release).waves for path in wave}
    with TemporaryDirectory() as name:
        source = Path(name, "site")
        for number, folder in enumerate((*folders, "")):
            missing = sorted(path for path, digest in wanted.items() if file_digest(source / path) != digest)
            _fetch_from(host, folder, missing, Path(name, str(number)), source, wanted)
        lost = [path for path, digest in wanted.items() if file_digest(source / path) != digest]
        if lost:
            raise NothingToRestoreError(min(lost))
        return publish(host, state, release, source, tell)


def _fetch_from(host: Host, folder: str, paths: list[str], at: Path, source: Path, wanted: Files) -> None:
    """Those of the files that the host's folder holds with the right bytes, moved to the source."""
    prefix = f"{folder}/" if folder else ""
    if paths:
        host.fetch([f"{prefix}{path}" for path in paths], at)
    for path in paths:
        found = at / prefix / path
        if file_digest(found) == wanted[path]:
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            found.replace(source / path)


def _save(host: Host, state: State) -> None:
    with TemporaryDirectory() as folder:
        file, data = Path(folder, "state.json"), encoded(state)
        file.write_bytes(data)
        host.upload([Upload(STATE, file, sha256(data).hexdigest())], "")
