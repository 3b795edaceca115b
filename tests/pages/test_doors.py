"""Pages for readers of one sort, filled from the data."""

from typing import Any

import pytest

from showcase.pages.doors import door
from showcase.pages.views import Record
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, site

SOURCE = {"id": "bao", "name": "Báo", "kind": "news"}


def had(territory: str, state: str, trust: str = "verified") -> dict[str, Any]:
    return {"id": territory.lower(), "territory": territory, "state": state, "sources": ["bao"], "trust": trust}


def opened(reader: str, *documents: Document) -> Record:
    page = document("pages/cua", title="Cửa", **({"reader": reader} if reader else {}))
    here = site(field(), enterprise(markets=["VN", "LA", "JP"]), page, *documents)
    return door(here, here.pages["pages/cua"])


def abroad() -> tuple[Document, ...]:
    return (
        product(
            sources=[SOURCE],
            languages=["vi", "en"],
            availability=[had("JP", "sold"), had("LA", "not-sold"), had("VN", "sold")],
        ),
        product("khac", title="Khác", sources=[SOURCE], availability=[had("JP", "limited", "declared")]),
    )


def test_readers_abroad_see_each_country_with_what_is_known_of_it() -> None:
    made = opened("buyers", *abroad())

    assert [
        (country.name, [(it.title, state.value, trust.value) for it, state, trust in country.products])
        for country in made.countries
    ] == [
        ("Lào", [("AMIS", "not-sold", "verified")]),
        ("Nhật Bản", [("AMIS", "sold", "verified"), ("Khác", "limited", "declared")]),
    ]


def test_only_countries_where_something_can_be_had_have_a_page() -> None:
    laos, japan = opened("overseas", *abroad()).countries

    assert laos.page is None
    assert japan.page.count == 2


def test_buyers_see_products_that_speak_english_and_overseas_vietnamese_both() -> None:
    buyers, overseas = (opened(reader, *abroad()).languages for reader in ("buyers", "overseas"))

    assert [(value.value, [card.title for card in cards]) for value, cards in buyers] == [("en", ["AMIS"])]
    assert [value.value for value, _ in overseas] == ["vi", "en"]


def test_enterprises_that_work_abroad_are_named_with_their_markets() -> None:
    home = enterprise("nha", title="Nhà", official_name="Nhà", markets=["VN"])
    far = enterprise(
        "xa",
        title="Xa",
        official_name="Xa",
        reach="world",
        sources=[SOURCE],
        evidence={"reach": {"sources": ["bao"], "trust": "verified"}},
    )
    made = opened("buyers", home, far, *abroad()).enterprises

    assert [(each.title, reach.value if reach else "", markets) for each, reach, markets in made] == [
        ("MISA", "", "Lào và Nhật Bản"),
        ("Xa", "world", ""),
    ]


def test_consumers_see_fields_what_is_made_for_them_and_how_to_check() -> None:
    steps = [{"id": "mot", "text": "Xem nhãn."}]
    made = opened("consumers", product(audiences=["consumers"], genuine=steps), product("khac", title="Khác"))

    assert [(each.name, each.count) for each in made.by_field] == [("Y tế", 2)]
    assert made.own.count == 1
    assert [card.title for card in made.checked] == ["AMIS"]


def test_consumers_are_not_led_to_pages_that_there_are_not() -> None:
    made = opened("consumers")

    assert (made.by_field, made.own, made.checked) == ((), None, ())


def test_other_pages_get_nothing_more() -> None:
    assert opened("press").fields == {}
    assert opened("").fields == {}


def test_the_table_of_countries_holds_few_products_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.doors.FEW", 1)
    made = opened("buyers", *abroad())

    assert [len(country.products) for country in made.countries] == [1, 1]
