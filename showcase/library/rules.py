"""The rules that concern one entry and those it names: selections, reviews, the front page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from showcase import codes
from showcase.kinds.model import leaves
from showcase.kinds.page import Page as FreePage
from showcase.kinds.selection import Selection
from showcase.library.entries import Group
from showcase.library.values import Choice, Due, IndexRow
from showcase.problems import Problem, problem
from showcase.reading.parse import Document

TEN = 10
TEN_OF_TEN = "ten-of-ten"


def selection_problems(group: Group) -> Iterator[Problem]:
    """Where a selection breaks its rule: ten products in ten fields, none twice.

    The rule is the one of the agreement that MIC and VCCI signed on 30 July 2024.
    """
    selection = group.source.entry
    if not isinstance(selection, Selection) or selection.rule != TEN_OF_TEN:
        return
    place = group.source.place
    for what, ids in (
        ("product", [each.product for each in selection.chosen]),
        ("field", [each.field for each in selection.chosen]),
    ):
        if len(set(ids)) != TEN:
            words = codes.PRODUCTS if what == "product" else codes.FIELDS
            yield problem(codes.SELECTION_SIZE, place(("chosen",)), expected=TEN, what=words, count=len(set(ids)))
        for index, each in enumerate(ids):
            if each in ids[:index]:
                yield problem(codes.SELECTION_TWICE, place(("chosen", index, what)), id=each)


def choices(source: Document) -> Iterator[Choice]:
    """What a selection by this rule chose, each product for its own field."""
    selection = source.entry
    if isinstance(selection, Selection) and selection.rule == TEN_OF_TEN:
        for index, each in enumerate(selection.chosen):
            yield Choice(each.product, each.field, source.place(("chosen", index, "product")))


def choice_problems(row: IndexRow, rows: Mapping[str, IndexRow]) -> Iterator[Problem]:
    """Products that a selection chose for another field than their own."""
    for choice in row.choices:
        found = rows.get(f"products/{choice.product}")
        if found and found.of_field and found.of_field != choice.field:
            words = {"product": choice.product, "field": choice.field, "actual": found.of_field}
            yield problem(codes.SELECTION_FIELD, choice.place, **words)


def dues(source: Document) -> Iterator[Due]:
    """The days by which an entry's fields are to be read again, and on which its certificates and awards lapse."""
    assert source.entry is not None  # noqa: S101 - asked of sound sources alone
    for leaf in leaves(source.entry, "review_by"):
        here, holder = source.place(leaf.path), leaf.key.rpartition(".")[0] or source.id
        yield Due(codes.REVIEW_DUE.name, here, holder, str(leaf.value), leaf.value)
    for leaf in leaves(source.entry, "valid_until"):
        if len(leaf.path) > 1:
            here, holder = source.place(leaf.path), leaf.key.rpartition(".")[0]
            yield Due(codes.LAPSES_SOON.name, here, holder, str(leaf.value), leaf.value.last_day())


def due_problems(row: IndexRow, today: date, notice: int) -> Iterator[Problem]:
    """Fields whose review date has passed; certificates and awards that lapse within so many days."""
    for due in row.dues:
        days = (due.day - today).days
        if due.code == codes.REVIEW_DUE.name and days < 0:
            yield problem(codes.REVIEW_DUE, due.place, field=due.field, date=due.written)
        elif due.code == codes.LAPSES_SOON.name and 0 <= days <= notice:
            yield problem(codes.LAPSES_SOON, due.place, field=due.field, date=due.written, days=days)


def cover_problems(group: Group, kinds: Iterable[str]) -> Iterator[Problem]:
    """An entry of a kind that should show pictures, and neither shows one nor does with a drawn cover."""
    source, entry = group.source, group.source.entry
    has_picture = entry is not None and bool(entry.pictures or source.body.pictures)
    if source.kind in kinds and not has_picture and getattr(entry, "cover", None) is None:
        yield problem(codes.NO_PICTURE_YET, source.start)


def front_problems(rows: Iterable[IndexRow]) -> Iterator[Problem]:
    """More than one front page."""
    fronts = [(row.path, row.front) for row in rows if row.front is not None]
    for _path, place in fronts[1:]:
        yield problem(codes.MANY_FRONTS, place, other=fronts[0][0])


def is_front(group: Group) -> bool:
    """Whether the entry is the front page."""
    return isinstance(group.source.entry, FreePage) and group.source.entry.front is not None


def unpublished_state(row: IndexRow, today: date) -> str:
    """Why an entry is not published; an empty text where it is."""
    if row.draft:
        return codes.IS_DRAFT
    if row.publish_on and row.publish_on > today:
        return codes.IS_SCHEDULED
    return codes.IS_EXPIRED if row.expires_on and row.expires_on <= today else ""
