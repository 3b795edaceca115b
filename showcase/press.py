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
    """All jobs with their renderer. Workers are told them once, and then only the names of outputs."""

    renderer: Renderer
    jobs: Mapping[str, Job]
    store: Store

    def sort_of(self, output: str) -> str:
        """The template of a page, or what makes another output: what a profile counts it under."""
        job = self.jobs[output]
        return job.template or getattr(job.make, "__name__", "")

    def key(self, output: str) -> str:
        """The name under which an output is remembered."""
        return self.renderer.key(self.jobs[output])

    def __call__(self, output: str) -> Output | tuple[Problem, ...]:
        """What comes of the job of that output."""
        job = self.jobs[output]
        view = job.view
        made = self.renderer(replace(job, given=view))
        if not isinstance(made, Artifact):
            return made
        found = Output(output, made.digest, share_of(view))
        self.store.put(found.key, made.data)
        return found

    def holds(self, _output: str, made: Output | tuple[Problem, ...]) -> bool:
        """Whether the store still has the bytes."""
        return not isinstance(made, Output) or self.store.keep(made.key)

    def artifact(self, made: Output) -> Artifact:
        """The output, whose bytes are fetched when they are asked for."""
        return Artifact(made.path, Fetched(self, made), made.digest)


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
