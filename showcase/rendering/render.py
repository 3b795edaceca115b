"""A job becomes an artifact."""

from collections.abc import Mapping
from dataclasses import dataclass

from showcase.digests import digest
from showcase.pages.views import Artifact, Job
from showcase.problems import ContentError, Problem
from showcase.rendering.templates import render_page
from showcase.rendering.theme import Theme


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes jobs with a theme; it pickles, so that any worker can do it."""

    theme: Theme

    def __call__(self, job: Job) -> Artifact | tuple[Problem, ...]:
        """The artifact of a job, or the problems of its template."""
        if job.make is not None:
            return Artifact(job.output, job.make(job.view))
        try:
            return Artifact(job.output, render_page(job, self.theme).encode())
        except ContentError as error:
            return error.problems

    def key(self, job: Job) -> str:
        """The name under which the job's artifact is remembered: it changes with whatever the artifact depends on."""
        if job.make is not None:
            return digest(job.output, f"{job.make.__module__}.{job.make.__qualname__}", job.view)
        theme = self.theme.digest(job.template, job.locale)
        return digest(job.output, theme, job.template, job.digest or job.view)


@dataclass(frozen=True, slots=True)
class Rendering:
    """All jobs with their renderer. Workers are told them once, and then only the names of outputs."""

    renderer: Renderer
    jobs: Mapping[str, Job]

    def sort_of(self, output: str) -> str:
        """The template of a page, or what makes another output: what a profile counts it under."""
        job = self.jobs[output]
        return job.template or getattr(job.make, "__name__", "")

    def __call__(self, output: str) -> Artifact | tuple[Problem, ...]:
        """What comes of the job of that output."""
        return self.renderer(self.jobs[output])

    def key(self, output: str) -> str:
        """The name under which that is remembered."""
        return self.renderer.key(self.jobs[output])
