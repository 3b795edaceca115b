"""A changed template, style or script becomes the pages that somebody looks at, before all others are made anew."""

from collections.abc import Mapping, Set
from dataclasses import replace

from showcase.digests import digest
from showcase.pages.views import Artifact, Frame
from showcase.pipeline import Grounds
from showcase.reading.discover import File
from showcase.rendering.render import Renderer
from showcase.rendering.theme import Theme, assets, template_sources
from showcase.serving.proofs import Proof


def restyled(grounds: Grounds, files: tuple[File, ...], outputs: Set[str]) -> Proof | None:
    """The pages of these outputs and the assets, as the files of the theme make them.

    Nothing where the whole site must be asked: about templates that cannot be used, and about assets that come or go.
    """
    styles, (sources, foreign) = assets(files), template_sources(files)
    before = grounds.planned.frames
    if foreign or any(frame.assets.keys() != styles.paths.keys() for frame in before.values()):
        return None
    frames = {locale: replace(frame, assets=dict(styles.paths)) for locale, frame in before.items()}
    renderer = Renderer(_theme(grounds.renderer.theme, sources, frames))
    pages = [renderer(job) for job in grounds.planned.jobs if job.template and job.output in outputs]
    made = tuple(each for each in pages if isinstance(each, Artifact))
    if len(made) < len(pages):
        return None
    planned = replace(grounds.planned, frames=frames)
    return Proof(replace(grounds, planned=planned, renderer=renderer), (*made, *styles.artifacts))


def _theme(theme: Theme, sources: Mapping[str, str], frames: Mapping[str, Frame]) -> Theme:
    """The theme with other templates and frames; what has not changed stays compiled."""
    kept = {name for name, source in sources.items() if theme.sources.get(name) == source}
    codes = {name: theme.codes[name] for name in theme.codes.keys() & kept}
    digests = {locale: digest(frames, catalog.digest) for locale, catalog in theme.catalogs.items()}
    return replace(theme, sources=sources, frames=frames, digests=digests, codes=codes)
