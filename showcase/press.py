"""Jobs become outputs. Their bytes go into the store, where whoever writes the site finds them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from showcase.pages.shares import share_of
from showcase.pages.views import Artifact, Job, Share
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


def key_of(digest: str) -> str:
    """The name under which the bytes of that digest are remembered."""
    return f"bytes {digest}"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is kept of an output: its artifact, and of a page the picture for those who share it."""

    artifact: Artifact
    share: Share | None


class Maker(Protocol):
    """Has made outputs, each from a source, and can make them again."""

    @property
    def store(self) -> Store:
        """Where their bytes stand."""

    def again(self, source: Any, output: str) -> bytes:
        """The bytes of an output."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of an output, out of the store of whoever made it; what that has lost is made again."""

    maker: Maker
    source: Any
    output: str
    digest: str

    def __call__(self) -> bytes:
        """The bytes."""
        found: bytes | None = self.maker.store.get(key_of(self.digest))
        return self.maker.again(self.source, self.output) if found is None else found


def stored(store: Store, made: Artifact, share: Share | None = None) -> Output:
    """What is left of an artifact once its bytes are in the store."""
    found = Output(made.output, made.digest, made.size, share)
    store.put(found.key, made.data)
    return found


def fetched(maker: Maker, source: Any, output: str, made: Output) -> Artifact:
    """The artifact that an output was, which has nothing of that value but what it needs: there are very many."""
    return Artifact(output, Fetched(maker, source, output, made.digest), made.digest, made.size)


@dataclass(frozen=True, slots=True)
class Press:
    """All jobs with their renderer. Workers that began as copies of this process are told only names of outputs.

    Others get the renderer once, and with each batch its jobs, each with no more than its view: all jobs of a site,
    with all that their views are made from, are too much to send.
    """

    renderer: Renderer
    jobs: Mapping[str, Job]
    store: Store

    def __reduce__(self) -> tuple[type["Press"], tuple[Renderer, Mapping[str, Job], Store]]:
        """What makes it again far away, without its jobs."""
        return Press, (self.renderer, {}, self.store)

    def sent(self, output: str) -> Job:
        """What goes to a worker far away in place of an output's name."""
        job = self.jobs[output]
        return replace(job, given=job.view, lists=None)

    def sort_of(self, wanted: str | Job) -> str:
        """The template of a page, or what makes another output: what a profile counts it under."""
        job = self._job(wanted)
        return job.template or getattr(job.make, "__name__", "")

    def key(self, output: str) -> str:
        """The name under which an output is remembered."""
        return self.renderer.key(self.jobs[output])

    def __call__(self, wanted: str | Job) -> Output | tuple[Problem, ...]:
        """What comes of a job, or of the job of that output."""
        job = self._job(wanted)
        view = job.view
        made = self.renderer(replace(job, given=view))
        return stored(self.store, made, share_of(view)) if isinstance(made, Artifact) else made

    def holds(self, _output: str, made: Output | tuple[Problem, ...]) -> bool:
        """Whether the store still has the bytes."""
        return not isinstance(made, Output) or self.store.keep(made.key)

    def kept(self, output: str, made: Output | tuple[Problem, ...]) -> Printed | tuple[Problem, ...]:
        """The output, whose bytes are fetched when they are asked for; problems as they are."""
        return Printed(fetched(self, None, output, made), made.share) if isinstance(made, Output) else made

    def again(self, _source: None, output: str) -> bytes:
        """The bytes of an output."""
        made = self.renderer(self.jobs[output])
        assert isinstance(made, Artifact)  # noqa: S101 - it was made before
        return made.data

    def _job(self, wanted: str | Job) -> Job:
        return self.jobs[wanted] if isinstance(wanted, str) else wanted


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
        return tuple(fetched(self, item, each.path, each) if isinstance(each, Output) else each for each in made)

    def again(self, source: Any, output: str) -> bytes:
        """The bytes of one of the files that an item becomes."""
        found = (each for each in self.function(source) if isinstance(each, Artifact) and each.output == output)
        return next(found).data
