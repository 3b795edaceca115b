"""The project's present state becomes the next edition, in a process that remembers what it has made before."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from showcase.pipeline import Made, Request, make, store_of
from showcase.progress import Progress, silent
from showcase.reading.configuration import read_settings
from showcase.serving.edition import Edition, Notice
from showcase.serving.headers import served_headers
from showcase.serving.memory import MemoryStore

NOTHING = Edition({})


@dataclass(frozen=True, slots=True)
class Result:
    """A new edition, what it was made of, and how many seconds that took."""

    edition: Edition
    made: Made
    seconds: float


class Workshop:
    """Makes one edition after another. `request` says what is wanted now, for days pass; `noticed` what is told."""

    def __init__(self, request: Callable[[], Request], noticed: Callable[[Made], tuple[Notice, ...]]) -> None:
        self.request = request
        self.noticed = noticed
        self.store = MemoryStore(store_of(request()))
        self.last = NOTHING

    def work(self, progress: Progress = silent, jobs: int = 1) -> Result:
        """The site as it is now; with errors in the sources the last good one, under what is wrong."""
        begun = time.monotonic()
        self.store.turn()
        request = replace(self.request(), jobs=jobs)
        made = make(request, progress, self.store)
        if made.is_sound(strict=False):
            files = {each.output: each.data for each in made.artifacts}
            self.last = Edition(files, served_headers(read_settings(request.root)))
        else:
            self.last = replace(self.last, notices=self.noticed(made))
        return Result(self.last, made, time.monotonic() - begun)
