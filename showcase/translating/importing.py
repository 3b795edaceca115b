"""The units that translators gave back become the files to write, or what is wrong with them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from showcase import codes
from showcase.problems import Problem, problem
from showcase.translating.matching import Match, match, usable
from showcase.translating.segments import Pair, segments
from showcase.translating.units import Unit
from showcase.translating.writing import Written, written


def entry_of(unit: Unit) -> str:
    """The key of the entry to which a unit belongs, as its context says."""
    return unit.context.partition(" ")[0]


def imported(
    pairs: Mapping[str, Pair], units: Sequence[Unit], default_locale: str, *, use_fuzzy: bool = False
) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """The files that change, in the order of the entries, and every problem; `pairs` are the entries by their keys."""
    wanted, doubled = usable(units, use_fuzzy)
    problems = list(doubled)
    by_entry: dict[str, list[Unit]] = defaultdict(list)
    for unit in wanted:
        if entry_of(unit) in pairs:
            by_entry[entry_of(unit)].append(unit)
        else:
            problems.append(problem(codes.IMPORT_UNKNOWN, unit.place, context=unit.context))
    files: list[Written] = []
    for key in sorted(by_entry):
        file, found = _entry(pairs[key], by_entry[key], default_locale)
        files += [file] if file else []
        problems += found
    return tuple(files), tuple(problems)


def _entry(pair: Pair, units: Sequence[Unit], default_locale: str) -> tuple[Written | None, tuple[Problem, ...]]:
    """The file of one entry, and what is wrong."""
    found = segments(pair)
    by_context = {segment.context: segment for segment in found}
    results = [match(unit, by_context) for unit in units]
    problems = tuple(each for _made, wrong in results for each in wrong)
    if any(each.severity == codes.ERROR for each in problems):
        return None, problems
    matches = sorted((made for made, _wrong in results if made is not None), key=_place)
    file, more = written(pair, found, matches, default_locale)
    return file, (*problems, *more)


def _place(made: Match) -> tuple[int, int]:
    """Where the text stands in the source: what is new is written in that order."""
    return made.segment.place.line, made.segment.place.column
