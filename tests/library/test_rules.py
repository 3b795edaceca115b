"""The rules for one entry and those it names: selections, reviews, the front page."""

from typing import Any

import pytest

from showcase.problems import Problem
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, product, settings

TEN = tuple(range(10))


def world(fields: int = 11) -> tuple[Document, ...]:
    """Fields, and a product in each."""
    return (
        enterprise(),
        *(document(f"fields/f{n}", order=str(n + 1), hue="28", motif="sun") for n in range(fields)),
        *(product(f"p{n}", title=f"P{n}", field=f"f{n}") for n in range(fields)),
    )


def selection(*pairs: tuple[int, int], rule: str = "ten-of-ten", **fields: Any) -> Document:
    chosen = [{"field": f"f{own}", "product": f"p{number}"} for own, number in pairs]
    return document("selections/ten", rule=rule, rule_text="Ten in ten.", chosen=chosen, **fields)


def errors(*documents: Document) -> list[Problem]:
    return [each for each in library(*documents).problems if each.severity == "error"]


def sizes(found: list[Problem]) -> list[tuple[str, object, object]]:
    return sorted((each.code, each.fields["what"], each.fields["count"]) for each in found)


def test_ten_products_in_ten_fields_are_a_selection() -> None:
    assert errors(*world(), selection(*((n, n) for n in TEN))) == []


@pytest.mark.parametrize("count", [9, 11])
def test_nine_or_eleven_are_not_ten(count: int) -> None:
    found = errors(*world(), selection(*((n, n) for n in range(count))))

    assert sizes(found) == [("selection-size", "fields", count), ("selection-size", "products", count)]
    assert {each.fields["expected"] for each in found} == {10}


def test_a_product_stands_once() -> None:
    found = errors(*world(), selection(*((n, n) for n in range(9)), (9, 0)))

    assert sorted(each.code for each in found) == ["selection-field", "selection-size", "selection-twice"]
    twice = next(each for each in found if each.code == "selection-twice")
    assert twice.fields == {"id": "p0"}


def test_a_field_stands_once() -> None:
    others = (*world(), product("p0b", title="P0b", field="f0"))
    chosen = [{"field": f"f{n}", "product": f"p{n}"} for n in range(9)] + [{"field": "f0", "product": "p0b"}]
    found = errors(*others, document("selections/ten", rule="ten-of-ten", rule_text="Ten.", chosen=chosen))

    assert [(each.code, dict(each.fields)) for each in found] == [
        ("selection-size", {"what": "fields", "expected": 10, "count": 9}),
        ("selection-twice", {"id": "f0"}),
    ]


def test_a_product_stands_for_its_own_field() -> None:
    (found,) = errors(*world(), selection(*((n, n) for n in range(9)), (9, 10)))

    assert found.code == "selection-field"
    assert found.fields == {"product": "p10", "field": "f9", "actual": "f10"}
    assert found.place.line > 10


def test_a_product_that_does_not_exist_is_only_an_unknown_reference() -> None:
    assert [each.code for each in errors(*world(10), selection(*((n, n) for n in range(9)), (9, 77)))] == [
        "unknown-reference"
    ]


def test_a_free_selection_holds_what_it_likes() -> None:
    assert errors(*world(), selection((0, 1), (0, 2), rule="free")) == []


def test_a_selection_that_is_not_published_may_be_unfinished() -> None:
    assert errors(*world(), selection((0, 0), draft="true")) == []


def due(*documents: Document) -> list[tuple[object, object]]:
    found = [each for each in library(*documents).problems if each.code == "review-due"]
    assert {each.severity for each in found} <= {"warning"}
    return [(each.fields["field"], each.fields["date"]) for each in found]


def test_a_review_is_late_on_the_day_after() -> None:
    assert due(enterprise(review_by="2026-11-23")) == []
    assert due(enterprise(review_by="2026-11-22")) == [("misa", "2026-11-22")]


def test_a_claim_past_its_review_is_named_by_its_id() -> None:
    evidence = {"sources": ["one"], "trust": "declared", "review_by": "2020-01-01"}
    sources = [{"id": "one", "name": "One", "kind": "news"}]
    made = enterprise(
        sources=sources,
        evidence={"staff": evidence},
        claims=[{"id": "growth", "kind": "figure", "text": "A.", **evidence}],
    )

    assert due(made) == [("evidence.staff", "2020-01-01"), ("claims.growth", "2020-01-01")]


def front(id_: str, **fields: Any) -> Document:
    return document(f"pages/{id_}", front={"campaign": "hang-viet"}, **fields)


CAMPAIGN = document("campaigns/hang-viet", form="campaign")


def test_a_site_has_one_front_page() -> None:
    assert errors(CAMPAIGN, front("home")) == []


def test_a_second_front_page_is_told_once() -> None:
    (found,) = errors(CAMPAIGN, front("home"), front("other"))

    assert (found.code, found.place.path) == ("many-fronts", "content/pages/other/index.vi.md")
    assert found.fields == {"other": "content/pages/home/index.vi.md"}


def test_a_front_page_that_is_a_draft_is_none() -> None:
    assert errors(CAMPAIGN, front("home"), front("other", draft="true")) == []


def certified(until: str) -> Document:
    certificate = {"id": "iso", "name": "ISO", "sources": ["a"], "trust": "declared", "valid_until": until}
    source = {"id": "a", "name": "A", "kind": "company"}
    return product(certificates=[certificate], sources=[source])


@pytest.mark.parametrize(
    ("until", "days"),
    [("2026-11-23", 0), ("2026-12", 38), ("2027-01-22", 60), ("2027-01-23", None), ("2026-11-22", None)],
)
def test_a_certificate_about_to_lapse_is_told_beforehand(until: str, days: int | None) -> None:
    found = [each for each in library(field(), enterprise(), certified(until)).problems if each.code == "lapses-soon"]

    assert [(each.fields["field"], each.fields["days"]) for each in found] == (
        [] if days is None else [("certificates.iso", days)]
    )


def test_a_product_shows_a_picture_or_says_that_its_cover_is_enough() -> None:
    wanted = settings(wanted_pictures=("products",))
    shown = product("b", body="![Một cái bàn](b.jpg)")
    made = library(field(), enterprise(), product("a"), shown, product("c", cover="drawn"), site_settings=wanted)

    assert [each.place.path for each in made.problems if each.code == "no-picture"] == [
        "content/products/a/index.vi.md"
    ]
