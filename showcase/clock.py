"""How long the stages of a build take, and each item of a stage, noted by whoever wants to know."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

Function = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Span:
    """A stage, or an item `of` one: what it is called, the process that did it, its seconds on the system's clock."""

    name: str
    process: int
    begun: float
    ended: float
    of: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many items of a stage were remembered, of how many."""

    stage: str
    known: int
    total: int


class Clock(Protocol):
    """Watches the stages of a build."""

    def span(self, stage: str) -> AbstractContextManager[None]:
        """Notes how long a stage takes."""

    def watched(self, function: Function, stage: str) -> Function:
        """The function, noting how long each of its items takes; it pickles if the function does."""

    def count(self, stage: str, known: int, total: int) -> None:
        """Note how many items a stage has; only the first time it says so tells how many were remembered."""


class NoClock:
    """Watches nothing."""

    def span(self, stage: str) -> AbstractContextManager[None]:  # noqa: ARG002 - what a clock is asked
        """Nothing is noted."""
        return nullcontext()

    def watched(self, function: Function, stage: str) -> Function:  # noqa: ARG002
        """The function itself."""
        return function

    def count(self, stage: str, known: int, total: int) -> None:
        """Nothing is noted."""


@dataclass(frozen=True, slots=True)
class Notes:
    """A folder in which each process has a file of its own, so that those beside the building one can note too."""

    folder: Path

    def add(self, span: Span) -> None:
        """Write a span down."""
        with (self.folder / f"{span.process}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(span)) + "\n")

    def all(self) -> tuple[Span, ...]:
        """Everything that was noted, in the order in which it began."""
        lines = (line for path in self.folder.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines())
        return tuple(sorted((Span(**json.loads(line)) for line in lines), key=lambda span: (span.begun, -span.ended)))


class Stopwatch:
    """Notes everything in a folder."""

    def __init__(self, folder: Path) -> None:
        self.notes = Notes(folder)
        self.counts: dict[str, Count] = {}

    @contextmanager
    def span(self, stage: str) -> Iterator[None]:
        """Note how long a stage takes."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.notes.add(Span(stage, os.getpid(), begun, time.monotonic()))

    def watched(self, function: Function, stage: str) -> Function:
        """The function, noting each item."""
        return Watched(function, stage, self.notes)

    def count(self, stage: str, known: int, total: int) -> None:
        """Keep what is said first."""
        self.counts.setdefault(stage, Count(stage, known, total))


@dataclass(frozen=True, slots=True)
class Watched:
    """A function that notes how long each item takes, in whatever process."""

    function: Function
    stage: str
    notes: Notes

    def __call__(self, item: Any) -> Any:
        """The function's result."""
        begun = time.monotonic()
        try:
            return self.function(item)
        finally:
            self.notes.add(Span(sort_of(self.function, item), os.getpid(), begun, time.monotonic(), self.stage))

    def sent(self, item: Any) -> Any:
        """What goes to a worker far away in place of an item: what the function sends."""
        told: Callable[[Any], Any] | None = getattr(self.function, "sent", None)
        return told(item) if told else item

    @property
    def name_of(self) -> Callable[[Any], str] | None:
        """What names an item, if the function does."""
        return getattr(self.function, "name_of", None)


def sort_of(function: Function, item: Any) -> str:
    """What an item is counted under: what the function calls it, else its kind where it is an entry, or its type."""
    told: Callable[[Any], str] | None = getattr(function, "sort_of", None)
    if told:
        return told(item)
    return item.partition("/")[0] if isinstance(item, str) else type(item).__name__.lower()
