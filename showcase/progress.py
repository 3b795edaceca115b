"""How far a long piece of work has come, told to whoever asked for it."""

from typing import Protocol

from showcase.codes import _

FINDING = _("Finding files")
READING = _("Reading texts")
ASSEMBLING = _("Putting entries together")
PLANNING = _("Planning pages")
MEASURING = _("Measuring pictures")
COMPILING = _("Reading templates")
RENDERING = _("Making pages")
DRAWING = _("Making pictures")
SHARING = _("Drawing pictures for sharing")
PACKING = _("Compressing files")
WRITING = _("Writing files")


class Progress(Protocol):
    """Told at the start of a stage, and after each part of it. What it raises ends the work."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` items of a stage, whose name is a message id, are there."""


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody."""
