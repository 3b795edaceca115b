"""Jobs become outputs. Their bytes go into the store, where whoever writes the site finds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from showcase.pages.shares import share_of
from showcase.pages.views import Artifact, Job, Keeper, Share
from showcase.parts import Parts
from showcase.problems import Problem
from showcase.rendering.render import Renderer
from showcase.work import Store

Many = Callable[[Any], tuple[Artifact | Problem, ...]]


@dataclass(frozen=True, slots=True)
class Output(Parts):
    """An output that is made: digest and number of its bytes; of a page the picture for those who share it."""

    path: str
    digest: str
    size: int
    share: Share | None = None

    @property
    def key(self) -> str:
        """The name under which its bytes are remembered."""
        return key_of(self.digest)

    def kept_by(self, keeper: Keeper, path: str) -> Artifact:
        """The artifact that it was, under the same path; it has no more of this value than it needs: they are many."""
        return Artifact(path, keeper, bytes.fromhex(self.digest), self.size)


def key_of(digest: str) -> str:
    """The name under which the bytes of that digest are remembered."""
    return f"bytes {digest}"


def stored(store: Store, made: Artifact, share: Share | None = None) -> Output:
    """What is left of an artifact once its bytes are in the store."""
    found = Output(made.output, made.digest, made.size, share)
    store.put(found.key, made.data)
    return found


def fetched(store: Store, made: Artifact, again: Callable[[str], bytes]) -> bytes:
    """The bytes of an artifact: out of the store, or made `again` for its path where that has lost them."""
    found: bytes | None = store.get(key_of(made.digest))
    return again(made.output) if found is None else found


@dataclass(frozen=True, slots=True)
class Press:
    """All jobs with their renderer. Workers that began as copies of this process are told only the numbers of jobs.

    Others get the renderer once, and with each batch its jobs, each with no more than its view: all jobs of a site,
    with all that their views are made from, are too much to send.
    """

    renderer: Renderer
    jobs: Sequence[Job]
    store: Store

    def __reduce__(self) -> tuple[type["Press"], tuple[Renderer, Sequence[Job], Store]]:
        """What makes it again far away, without its jobs."""
        return Press, (self.renderer, (), self.store)

    def sent(self, number: int) -> Job:
        """What goes to a worker far away in place of a job's number."""
        job = self.jobs[number]
        return replace(job, given=job.view)

    def sort_of(self, wanted: int | Job) -> str:
        """The template of a page, or what makes another output: what a profile counts it under."""
        job = self._job(wanted)
        return job.template or getattr(job.make, "__name__", "")

    def name_of(self, wanted: int | Job) -> str:
        """The output of a job."""
        return self._job(wanted).output

    def key(self, number: int) -> str:
        """The name under which an output is remembered."""
        return self.renderer.key(self.jobs[number])

    def __call__(self, wanted: int | Job) -> Output | tuple[Problem, ...]:
        """What comes of a job, or of the job of that number."""
        job = self._job(wanted)
        view = job.view
        made = self.renderer(replace(job, given=view))
        return stored(self.store, made, share_of(view)) if isinstance(made, Artifact) else made

    def holds(self, _number: int, made: Output | tuple[Problem, ...]) -> bool:
        """Whether the store still has the bytes."""
        return not isinstance(made, Output) or self.store.keep(made.key)

    def kept(self, number: int, made: Output | tuple[Problem, ...]) -> Artifact | tuple[Problem, ...]:
        """The output, whose bytes are fetched when they are asked for; problems as they are."""
        return made.kept_by(self, self.jobs[number].output) if isinstance(made, Output) else made

    def fetch(self, artifact: Artifact) -> bytes:
        """The bytes of an output."""
        return fetched(self.store, artifact, self._again)

    def _again(self, output: str) -> bytes:
        made = self.renderer(next(job for job in self.jobs if job.output == output))
        assert isinstance(made, Artifact)  # noqa: S101 - it was made before
        return made.data

    def _job(self, wanted: int | Job) -> Job:
        return self.jobs[wanted] if isinstance(wanted, int) else wanted


@dataclass(frozen=True, slots=True)
class Workroom:
    """A function that makes files of an item, such as the sizes of a picture; their bytes go into the store."""

    function: Many
    store: Store

    def __call__(self, item: Any) -> tuple[Output | Problem, ...]:
        """What comes of an item."""
        return tuple(stored(self.store, each) if isinstance(each, Artifact) else each for each in self.function(item))

    def holds(self, _item: Any, made: tuple[Output | Problem, ...]) -> bool:
        """Whether the store still has all the bytes."""
        return all(self.store.keep(each.key) for each in made if isinstance(each, Output))

    def artifacts(self, item: Any, made: tuple[Output | Problem, ...]) -> tuple[Artifact | Problem, ...]:
        """The files, whose bytes are fetched when they are asked for, and problems as they are."""
        keeper = FilesOf(self, item)
        return tuple(each.kept_by(keeper, each.path) if isinstance(each, Output) else each for each in made)


@dataclass(frozen=True, slots=True)
class FilesOf:
    """Keeps the files that an item became in a room."""

    room: Workroom
    item: Any

    def fetch(self, artifact: Artifact) -> bytes:
        """The bytes of one of them."""
        return fetched(self.room.store, artifact, self._again)

    def _again(self, output: str) -> bytes:
        made = (each for each in self.room.function(self.item) if isinstance(each, Artifact))
        return next(each.data for each in made if each.output == output)
