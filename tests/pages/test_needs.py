"""Needs meet the products that may answer them."""

from typing import Any

import pytest

from showcase.pages.needs import matches
from showcase.reading.parse import Document
from tests.makers import document, field, product, site


def found(*products: Document, **fields: Any) -> list[tuple[str, tuple[str, ...]]]:
    need = document("needs/one", field="y-te", **fields)
    here = site(need, field(), *products)
    return [(match.card.id, match.reasons) for match in matches(here, here.pages["needs/one"])]


def test_a_product_of_the_field_may_answer() -> None:
    assert found(product("a", title="A"), product("b", title="B", field="giao-duc")) == [("a", ("field",))]


def test_a_retired_product_does_not_answer() -> None:
    assert found(product(status="retired")) == []
    assert found(product(status="active")) == [("amis", ("field",))]


def test_each_reason_is_named() -> None:
    trial = [{"id": "web", "kind": "website", "trial": "true"}]
    made = product(audiences=["hospitals"], platforms=["web", "ios"], channels=trial)

    assert found(made, audience="hospitals", platforms=["ios", "android"], trial_wanted="true") == [
        ("amis", ("field", "audience", "platform", "trial"))
    ]
    assert found(made, audience="schools", platforms=["linux"]) == [("amis", ("field",))]
    assert found(product(channels=[{"id": "web", "kind": "website"}]), trial_wanted="true") == [("amis", ("field",))]


def test_products_with_more_reasons_come_first_then_by_name() -> None:
    made = found(
        product("c", title="C"),
        product("b", title="B"),
        product("a", title="Z", platforms=["web"]),
        platforms=["web"],
    )

    assert [id_ for id_, _ in made] == ["a", "b", "c"]


def test_no_more_answer_than_have_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.needs.MATCHES", 1)

    assert found(product("b", title="B"), product("a", title="A")) == [("a", ("field",))]
