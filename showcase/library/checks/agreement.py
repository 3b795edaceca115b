"""Texts side by side become the problems of what one alone says: numbers, links, pictures, headings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from showcase import codes
from showcase.codes import Code
from showcase.library.checks.numbers import numbers, unmatched
from showcase.library.checks.texts import Pair
from showcase.library.entries import Group
from showcase.problems import Place, Problem, problem
from showcase.reading.document import Rendered
from showcase.reading.parse import Document

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
NOTHING = "–"


def text_agreement(pair: Pair) -> Iterator[Problem]:
    """Where numbers or placeholders of two texts differ, at the first that stands in the translation alone."""
    ours, theirs = pair.translation, pair.source
    more, less = unmatched(numbers(ours.words, ours.locale), numbers(theirs.words, theirs.locale))
    if more or less:
        yield _difference(codes.NUMBERS_DIFFER, pair, more, less)
    named, other = PLACEHOLDER.findall(ours.words), PLACEHOLDER.findall(theirs.words)
    if named != other:
        mine, yours = Counter(named), Counter(other)
        more, less = tuple((mine - yours).elements()), tuple((yours - mine).elements())
        if more or less:
            yield _difference(codes.PLACEHOLDERS_DIFFER, pair, more, less)


def body_agreement(group: Group) -> Iterator[Problem]:
    """Where links, pictures, cards or headings of a translated body differ from those of its source."""
    source = group.source
    for document in group.translations.values():
        if document.body.html and source.body.html:
            yield from _headings(document, source)
            yield from _mentions(document, source)


def _difference(code: Code, pair: Pair, more: Iterable[str], less: Iterable[str]) -> Problem:
    ours, theirs = tuple(more), tuple(less)
    here = pair.translation.place_of(ours[0]) if ours else pair.translation.place
    there = pair.source.place_of(theirs[0]) if theirs else pair.source.place
    return problem(
        code, here, field=pair.translation.field, ours=_listed(ours), theirs=_listed(theirs), other=str(there)
    )


def _headings(document: Document, source: Document) -> Iterator[Problem]:
    ours, theirs = [[str(heading.level) for heading in each.body.headings] for each in (document, source)]
    if ours != theirs:
        yield problem(
            codes.HEADINGS_DIFFER,
            Place(document.path),
            ours=_listed(ours),
            theirs=_listed(theirs),
            other=source.path,
        )


def _mentions(document: Document, source: Document) -> Iterator[Problem]:
    own, other = _mentioned(document.body), _mentioned(source.body)
    for what, ours in own.items():
        theirs = other[what]
        more, less = [each for each in ours if each not in theirs], [each for each in theirs if each not in ours]
        if more or less:
            here = ours[more[0]] if more else Place(document.path)
            there = theirs[less[0]] if less else Place(source.path)
            yield problem(
                codes.MENTIONS_DIFFER, here, what=what, ours=_listed(more), theirs=_listed(less), other=str(there)
            )


def _mentioned(body: Rendered) -> dict[str, dict[str, Place]]:
    """What a body links and shows, with the places. The heading within a page has another id in each language."""
    links = {link.target.partition("#")[0]: link.place for link in body.links if not link.target.startswith("#")}
    return {
        codes.LINKS: links,
        codes.PICTURES: {picture.src: picture.place for picture in body.pictures},
        codes.CARDS: {card.target: card.place for card in body.cards},
    }


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values) or NOTHING
