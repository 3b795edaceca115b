"""A branch of a git repository as a host: one commit for each release, made without touching anybody's files."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from showcase.publishing.hosts import HostError
from showcase.publishing.plan import Plan, planned
from showcase.publishing.publish import NothingToRestoreError
from showcase.publishing.release import Files
from showcase.publishing.state import STATE, State, decoded, encoded

NOBODY = {"GIT_AUTHOR_NAME": "Showcase", "GIT_AUTHOR_EMAIL": "showcase@localhost"}
# Whatever the user has set elsewhere, the bytes of the site go in as they are.
PLAIN = ("-c", "core.autocrlf=false", "-c", "core.attributesFile=/dev/null", "-c", "core.excludesFile=/dev/null")


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a remote repository, with a repository beside it in which commits are put together."""

    remote: str
    name: str
    folder: Path

    def git(self, *arguments: str, given: bytes = b"", environ: Mapping[str, str] = MappingProxyType({})) -> str:
        """What git says; HostError with its last words where it fails."""
        command = ("git", "--git-dir", str(self.folder), *PLAIN, *arguments)
        everything = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_INDEX_FILE": f"{self.folder}/index", **environ}
        done = subprocess.run(  # noqa: S603 - a program by name
            command, input=given, capture_output=True, check=False, env=everything
        )
        if done.returncode:
            words = done.stderr.decode(errors="replace").strip().splitlines()
            raise HostError(next((line for line in words if line.startswith(("fatal", "error"))), "git"))
        return done.stdout.decode().rstrip("\n")

    @property
    def tip(self) -> str:
        """The last commit of the branch, with the one before it; empty where there is no such branch."""
        if not self.git("ls-remote", self.remote, f"refs/heads/{self.name}"):
            return ""
        self.git("fetch", "--quiet", "--depth=2", self.remote, f"refs/heads/{self.name}")
        return self.git("rev-parse", "FETCH_HEAD")

    def state(self, commit: str) -> State:
        """What the commit remembers; nothing where there is none or it was not made here."""
        if not commit or not self.git("ls-tree", commit, STATE):
            return State()
        return decoded(self.git("cat-file", "blob", f"{commit}:{STATE}").encode())


@contextmanager
def branch(root: Path, remote: str, name: str) -> Iterator[Branch]:
    """The branch of a remote that is named as in the project's own repository, or by its address."""
    known = ("git", "-C", str(root), "remote", "get-url", "--push", remote)
    done = subprocess.run(known, capture_output=True, check=False)  # noqa: S603
    address = done.stdout.decode().strip() if done.returncode == 0 else remote
    with TemporaryDirectory() as folder:
        made = Branch(address, name, Path(folder, "pages.git"))
        made.git("init", "--quiet", "--bare")
        yield made


def publish_to(branch: Branch, release: Files, source: Path, tip: str) -> Plan:
    """Commit the release on top of the branch and push it, all at once. Nothing is pushed where nothing changed."""
    state = branch.state(tip)
    plan = planned(state, release)
    if plan.is_empty:
        return plan
    branch.git("read-tree", "--empty")
    names = "\0".join(release).encode()
    add = ("add", "--force", "--pathspec-from-file=-", "--pathspec-file-nul")
    branch.git("--work-tree", str(source.resolve()), "--literal-pathspecs", *add, given=names)
    _commit(branch, tip, State(current=release, previous=state.current, grace=plan.grace))
    return plan


def restore_on(branch: Branch, tip: str) -> Plan:
    """Commit the release before on top of the branch; NothingToRestoreError where there is none."""
    state = branch.state(tip)
    before = branch.git("rev-list", "--max-count=1", "--skip=1", tip) if tip else ""
    earlier = branch.state(before)
    if not earlier.current or earlier.current != state.previous:
        raise NothingToRestoreError
    plan = planned(state, earlier.current)
    branch.git("read-tree", before)
    branch.git("update-index", "-z", "--index-info", given=_removals(branch, earlier))
    _commit(branch, tip, State(current=earlier.current, previous=state.current, grace=plan.grace))
    return plan


def _removals(branch: Branch, state: State) -> bytes:
    """Lines for the index by which all goes that is not of the release."""
    listed = branch.git("ls-files", "-z").split("\0")
    gone = (path for path in listed if path and path not in state.current)
    return b"".join(f"0 {'0' * 40}\t{path}\0".encode() for path in gone)


def _commit(branch: Branch, tip: str, state: State) -> None:
    """The index with the files in grace and the state becomes a commit, which is pushed."""
    blob = branch.git("hash-object", "-w", "--stdin", given=encoded(state))
    entries = {STATE: blob, **_blobs(branch, tip, tuple(state.grace))}
    lines = b"".join(f"100644 {name}\t{path}\0".encode() for path, name in entries.items())
    branch.git("update-index", "-z", "--index-info", given=lines)
    tree = branch.git("write-tree")
    parents = ("-p", tip) if tip else ()
    commit = branch.git("commit-tree", tree, *parents, "-m", f"Publish {tree[:12]}", environ=_committer(branch))
    branch.git("push", "--quiet", branch.remote, f"{commit}:refs/heads/{branch.name}")


def _blobs(branch: Branch, commit: str, paths: Sequence[str]) -> Mapping[str, str]:
    """The blobs of the commit at those paths."""
    if not commit or not paths:
        return {}
    listed = branch.git("ls-tree", "-r", "-z", commit).split("\0")
    parted = (line.partition("\t") for line in listed if line)
    return {path: about.split()[2] for about, _tab, path in parted if path in set(paths)}


def _committer(branch: Branch) -> dict[str, str]:
    """Who commits: whom git knows, else the program itself."""
    try:
        branch.git("var", "GIT_COMMITTER_IDENT")
    except HostError:
        return NOBODY | {name.replace("AUTHOR", "COMMITTER"): value for name, value in NOBODY.items()}
    return {}
