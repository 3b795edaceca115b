"""What became of the site after a fault, counted over all trials."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tools.faults.trial import Build, Stage

HEAD = ("fault", "trials", "old site stood", "new site stood", "next build right", "told in words", "wrong")


@dataclass(slots=True)
class Row:
    """A fault, and how its trials ended. `wrong` says what should not have happened."""

    fault: str
    trials: int = 0
    old: int = 0
    new: int = 0
    next: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)
    skipped: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        if self.skipped:
            return self.fault, self.skipped, "", "", "", "", ""
        counts = (self.trials, self.old, self.new, self.next, self.told, len(self.wrong))
        return self.fault, *map(str, counts)


def judged(row: Row, here: Stage, build: Build, states: tuple[str, str]) -> str:
    """The state that stands after a build that met with a fault; all that is wrong with it is noted."""
    before, after = states
    row.trials += 1
    stands = here.stands()
    row.old += stands == before
    row.new += stands == after
    said = build.said()
    if stands == "neither":
        row.wrong.append("the site is neither the old nor the new one")
    if build.code == 0 and stands != after:
        row.wrong.append("the build said that all was well, and the new site does not stand")
    if build.code == 70 or "Traceback" in said:
        row.wrong.append(f"a mistake of the program: {said[-2000:]}")
    if build.code == 1:
        row.told += bool("error" in said)
    if not build.leaves_nobody():
        row.wrong.append("processes of the build went on running")
    here.before = stands if stands != "neither" else before
    return stands


def mended(row: Row, here: Stage, after: str) -> None:
    """Nothing, after the next build: it must make the new site, whatever was left."""
    again = here.build()
    if again.code == 0 and here.stands() == after and not here.beside():
        row.next += 1
    else:
        row.wrong.append(f"the next build: exit {again.code}, {here.stands()}, {here.beside()}: {again.said()[-2000:]}")
    here.before = after


def table(rows: list[Row]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield f"| {' | '.join(HEAD)} |"
    yield f"|{' --- |' * len(HEAD)}"
    for row in rows:
        yield f"| {' | '.join(row.cells())} |"
