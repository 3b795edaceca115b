"""A market shows what can be had in its country."""

from typing import Any

from showcase.pages.markets import available
from tests.makers import document, product, site


def offer(territory: str, state: str = "sold") -> dict[str, Any]:
    return {"id": territory.lower(), "territory": territory, "state": state, "sources": ["one"], "trust": "declared"}


def test_products_of_which_something_is_known_are_listed_by_name() -> None:
    sources = [{"id": "one", "name": "One", "kind": "news"}]
    here = site(
        document("markets/japan", title="Nhật Bản", territory="JP"),
        product("b", title="B", sources=sources, availability=[offer("JP", "planned"), offer("US")]),
        product("a", title="A", sources=sources, availability=[offer("JP")]),
        product("c", title="C", sources=sources, availability=[offer("US")]),
    )

    assert [(state, card.id) for state, card in available(here, here.pages["markets/japan"])] == [
        ("sold", "a"),
        ("planned", "b"),
    ]
