"""The project's present state becomes the next edition, in a process that remembers what it has made before."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from showcase.codes import CHANGED_MEANWHILE, ERROR
from showcase.pipeline import Grounds, Made, Request, make, store_of
from showcase.problems import ContentError, Problem, in_order
from showcase.progress import Progress, silent
from showcase.reading.configuration import read_settings
from showcase.reading.discover import files_below, source_at
from showcase.rendering.theme import TEMPLATES
from showcase.serving.addresses import file_at
from showcase.serving.edition import Edition, Notice
from showcase.serving.headers import served_headers
from showcase.serving.looks import restyled
from showcase.serving.memory import MemoryStore
from showcase.serving.proofs import Proof, proof

Noticed = Callable[[Sequence[Problem]], tuple[Notice, ...]]
NOTHING = Edition({})


@dataclass(frozen=True, slots=True)
class Result:
    """A new edition, what it was made of, and how many seconds that took."""

    edition: Edition
    made: Made
    seconds: float

    @property
    def is_disturbed(self) -> bool:
        """Whether a file changed while it was read, so that all has to be made again."""
        return any(each.code == CHANGED_MEANWHILE.name for each in self.made.problems)


class Workshop:
    """Makes editions. `request` says what is wanted now, for days pass; `noticed` tells pages what is wrong."""

    def __init__(self, request: Callable[[], Request], noticed: Noticed) -> None:
        self.request = request
        self.noticed = noticed
        self.store = MemoryStore(store_of(request()))

    def whole(self, last: Edition, progress: Progress = silent, jobs: int = 1) -> Result:
        """The site as it is now; with errors in the sources the last good one, under what is wrong."""
        begun = time.monotonic()
        self.store.turn()
        request = replace(self.request(), jobs=jobs)
        try:
            made = make(request, progress, self.store)
        except ContentError as error:
            made = Made((), (), None, in_order(error.problems))
        if made.is_sound(strict=False):
            files = {each.output: each.data for each in made.artifacts}
            edition = Edition(files, served_headers(read_settings(request.root)), grounds=made.grounds)
        else:
            edition = replace(last, notices=self.noticed(made.problems))
        return Result(edition, made, time.monotonic() - begun)

    def warm(self, edition: Edition) -> None:
        """Make a page of each sort, in vain, so that the first proof need not wait for its template."""
        if edition.grounds is not None:
            sorts = {(job.template, job.locale): job for job in edition.grounds.planned.jobs if job.template}
            for job in sorts.values():
                edition.grounds.renderer(job)

    def proofed(self, last: Edition, changed: frozenset[str], seen: frozenset[str] = frozenset()) -> Edition | None:
        """The last edition with what has changed in it: the pages of an entry, or those of which the look is new.

        Of the latter only the pages at the addresses that are `seen`. Nothing where more has to be made.
        """
        found = self._proof(last.grounds, changed, seen) if last.grounds and changed else None
        if found is None:
            return None
        others = tuple(each for each in last.notices if each.path not in changed)
        files = {**last.files, **{each.output: each.data for each in found.pages}}
        told = (*self.noticed(found.problems), *others)
        is_broken = any(each.severity == ERROR for each in told)
        return replace(last, files=files, notices=told if is_broken else (), grounds=found.grounds)

    def _proof(self, grounds: Grounds, changed: frozenset[str], seen: frozenset[str]) -> Proof | None:
        settings, root = grounds.library.settings, self.request().root
        if all(path.startswith(TEMPLATES) for path in changed):
            try:
                files = files_below(root, TEMPLATES.rstrip("/"))
            except FileNotFoundError:
                return None
            return restyled(grounds, files, frozenset(filter(None, map(file_at, seen))))
        sources = [source_at(root, path, settings.codes, settings.limits) for path in sorted(changed)]
        return proof(grounds, (each for each in sources if each)) if all(sources) else None
