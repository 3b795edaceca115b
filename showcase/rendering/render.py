"""A job becomes an artifact."""

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
            return digest(job.output, f"{job.make.__module__}.{job.make.__qualname__}", job.digest or job.view)
        theme = self.theme.digest(job.template, job.locale)
        return digest(job.output, theme, job.template, job.digest or job.view)
