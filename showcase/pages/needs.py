"""Needs meet products: which products may answer a need, and why."""

from dataclasses import dataclass

from showcase.kinds.need import Need
from showcase.kinds.product import Product
from showcase.library.values import Page
from showcase.pages.site import Site
from showcase.pages.views import Card

MATCHES = 24


@dataclass(frozen=True, slots=True)
class Match:
    """A product that may answer a need, and the reasons: `field`, `audience`, `platform`, `trial`."""

    card: Card
    reasons: tuple[str, ...]


def matches(here: Site, page: Page) -> tuple[Match, ...]:
    """Products of the need's field that are in use, those with most reasons first, then by name; no more than some."""
    need = page.entry
    assert isinstance(need, Need)  # noqa: S101 - only needs are asked
    found = [
        (product, _reasons(need, product.entry))
        for product in here.sections["products"]
        if isinstance(product.entry, Product)
    ]
    ranked = sorted((pair for pair in found if pair[1]), key=lambda pair: -len(pair[1]))
    return tuple(Match(here.cards[product.key], reasons) for product, reasons in ranked[:MATCHES])


def _reasons(need: Need, product: Product) -> tuple[str, ...]:
    if product.field != need.field or product.status == "retired":
        return ()
    reasons = ["field"]
    if need.audience and need.audience in product.audiences:
        reasons.append("audience")
    if set(need.platforms) & set(product.platforms):
        reasons.append("platform")
    if need.trial_wanted and any(channel.trial for channel in product.channels):
        reasons.append("trial")
    return tuple(reasons)
