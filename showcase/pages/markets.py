"""A market meets products: what can be had in a country."""

from itertools import islice

from showcase.kinds.market import Market
from showcase.kinds.product import Product
from showcase.library.values import Page
from showcase.pages.facets import ROOM
from showcase.pages.site import Site
from showcase.pages.views import Card


def available(here: Site, page: Page) -> tuple[tuple[str, Card], ...]:
    """The first products by name for which something is known about the country: its availability and its card."""
    market = page.entry
    assert isinstance(market, Market)  # noqa: S101 - only markets are asked
    found = (
        (each.state, here.cards[product.key])
        for product in here.sections["products"]
        if isinstance(product.entry, Product)
        for each in product.entry.availability
        if each.territory == market.territory
    )
    return tuple(islice(found, ROOM))
