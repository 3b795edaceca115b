"""A market meets products: what can be had in a country."""

from showcase.kinds.market import Market
from showcase.kinds.product import Product
from showcase.library.values import Page
from showcase.pages.site import Site
from showcase.pages.views import Card


def available(here: Site, page: Page) -> tuple[tuple[str, Card], ...]:
    """The products for which something is known about the country: the state of availability and the card, by name."""
    market = page.entry
    assert isinstance(market, Market)  # noqa: S101 - only markets are asked
    return tuple(
        (each.state, here.cards[product.key])
        for product in here.sections["products"]
        if isinstance(product.entry, Product)
        for each in product.entry.availability
        if each.territory == market.territory
    )
