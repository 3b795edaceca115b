"""Jobs become outputs. Their bytes go into the store, where whoever writes the site finds them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from showcase.pages.shares import share_of
from showcase.pages.views import Artifact, Job, Share
from showcase.parts import Parts
from showcase.problems import Problem
from showcase.rendering.render import Renderer
from showcase.work import Store


@dataclass(frozen=True, slots=True)
class Output(Parts):
    """An output that is made: the digest of its bytes, and the picture that a page names for those who share it."""

    path: str
    digest: str
    share: Share | None = None

    @property
    def key(self) -> str:
        """The name under which its bytes are remembered."""
        return f"bytes {self.digest}"


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
        if not isinstance(made, Artifact):
            return made
        found = Output(job.output, made.digest, share_of(view))
        self.store.put(found.key, made.data)
        return found

    def holds(self, _output: str, made: Output | tuple[Problem, ...]) -> bool:
        """Whether the store still has the bytes."""
        return not isinstance(made, Output) or self.store.keep(made.key)

    def artifact(self, made: Output) -> Artifact:
        """The output, whose bytes are fetched when they are asked for."""
        return Artifact(made.path, Fetched(self, made), made.digest)

    def _job(self, wanted: str | Job) -> Job:
        return self.jobs[wanted] if isinstance(wanted, str) else wanted


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of an output, out of the store; what it has lost is made again."""

    press: Press
    made: Output

    def __call__(self) -> bytes:
        """The bytes."""
        store = self.press.store
        found: bytes | None = store.get(self.made.key)
        if found is None:
            artifact = self.press.renderer(self.press.jobs[self.made.path])
            assert isinstance(artifact, Artifact)  # noqa: S101 - it was made before
            return artifact.data
        return found
