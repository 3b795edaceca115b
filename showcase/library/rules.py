"""The rules that concern one entry and those it names: selections, reviews, the front page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from showcase import codes
from showcase.kinds.model import leaves
from showcase.kinds.page import Page as FreePage
from showcase.kinds.product import Product
from showcase.kinds.selection import Selection
from showcase.library.entries import Group
from showcase.problems import Problem, problem

TEN = 10


def selection_problems(group: Group, groups: Mapping[str, Group]) -> Iterator[Problem]:
    """Where a selection breaks its rule: ten products in ten fields, each product in its own field, none twice.

    The rule is the one of the agreement that MIC and VCCI signed on 30 July 2024.
    """
    selection = group.source.entry
    if not isinstance(selection, Selection) or selection.rule != "ten-of-ten":
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
    for index, choice in enumerate(selection.chosen):
        found = groups.get(f"products/{choice.product}")
        product = found.source.entry if found else None
        if isinstance(product, Product) and product.field != choice.field:
            here, own = place(("chosen", index, "product")), product.field
            yield problem(codes.SELECTION_FIELD, here, product=choice.product, field=choice.field, actual=own)


def review_problems(group: Group, today: date) -> Iterator[Problem]:
    """Fields whose review date has passed."""
    assert group.source.entry is not None  # noqa: S101 - a group has a sound source
    for leaf in leaves(group.source.entry):
        if leaf.path[-1] == "review_by" and leaf.value < today:
            field = leaf.key.rpartition(".")[0] or group.source.id
            yield problem(codes.REVIEW_DUE, group.source.place(leaf.path), field=field, date=str(leaf.value))


def lapse_problems(group: Group, today: date, notice: int) -> Iterator[Problem]:
    """Certificates and awards that lapse within so many days."""
    assert group.source.entry is not None  # noqa: S101 - a group has a sound source
    for leaf in leaves(group.source.entry):
        if len(leaf.path) > 1 and leaf.path[-1] == "valid_until":
            days = (leaf.value.last_day() - today).days
            if 0 <= days <= notice:
                field, here = leaf.key.rpartition(".")[0], group.source.place(leaf.path)
                yield problem(codes.LAPSES_SOON, here, field=field, date=str(leaf.value), days=days)


def cover_problems(group: Group, kinds: Iterable[str]) -> Iterator[Problem]:
    """An entry of a kind that should show pictures, and neither shows one nor does with a drawn cover."""
    source, entry = group.source, group.source.entry
    has_picture = entry is not None and bool(entry.pictures or source.body.pictures)
    if source.kind in kinds and not has_picture and getattr(entry, "cover", None) is None:
        yield problem(codes.NO_PICTURE_YET, source.start)


def front_problems(groups: Iterable[Group]) -> Iterator[Problem]:
    """More than one front page."""
    fronts = [group.source for group in groups if is_front(group)]
    for other in fronts[1:]:
        yield problem(codes.MANY_FRONTS, other.place(("front",)), other=fronts[0].path)


def is_front(group: Group) -> bool:
    """Whether the entry is the front page."""
    return isinstance(group.source.entry, FreePage) and group.source.entry.front is not None
