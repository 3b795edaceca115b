"""An entry in one language: the facts of its source with the texts of its translation."""

import pickle
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from showcase.kinds.localised import Passage, localised, prose, texts
from showcase.kinds.model import translation_model
from showcase.kinds.product import Product

SOURCE = {"id": "one", "name": "Báo Một", "kind": "news", "title": "Bài báo"}
STEPS = [{"id": "look", "text": "Nhìn."}, {"id": "ask", "text": "Hỏi."}]


def product(**changes: Any) -> Product:
    return Product.model_validate({"title": "Trà", "summary": "Trà ngon.", "maker": "misa", "field": "y-te"} | changes)


def english(made: Product, **given_texts: Any) -> Product:
    translation = translation_model(Product).model_validate(given_texts)
    return localised(made, texts(translation), "vi")


def test_texts_of_the_translation_stand_in_place_of_the_source() -> None:
    page = english(product(), title="Tea", summary="Good tea.")

    assert (page.title, page.summary, page.maker) == ("Tea", "Good tea.", "misa")


def test_a_missing_text_stays_and_says_its_language() -> None:
    page = english(product(tagline="Ngon"), title="Tea")

    assert isinstance(page.summary, Passage)
    assert (page.summary, page.summary.lang) == ("Trà ngon.", "vi")
    assert getattr(page.tagline, "lang", "") == "vi"
    assert getattr(page.title, "lang", "") == ""


def test_a_text_that_neither_language_has_is_missing_in_both() -> None:
    assert english(product(), title="Tea").tagline is None


def test_a_translation_may_say_what_the_source_does_not() -> None:
    assert english(product(), tagline="Good").tagline == "Good"


def test_slugs_and_old_slugs_belong_to_one_language() -> None:
    source = product(slug="tra", aliases=["tra-cu"])

    assert (english(source).slug, english(source).aliases) == (None, ())
    assert english(source, slug="tea", aliases=["old-tea"]).aliases == ("old-tea",)
    assert english(source, slug="tea").slug == "tea"


def test_names_are_shared_unless_a_translation_gives_its_own() -> None:
    source = product(sources=[SOURCE])
    own = english(source, sources=[{"id": "one", "name": "One News"}])

    assert (english(source).sources[0].name, own.sources[0].name) == ("Báo Một", "One News")
    assert not isinstance(english(source).sources[0].name, Passage)
    assert own.sources[0].title == "Bài báo"


def test_items_are_found_by_their_id_in_any_order() -> None:
    page = english(product(genuine=STEPS), genuine=[{"id": "ask", "text": "Ask."}, {"id": "look", "text": "Look."}])

    assert [(step.id, step.text) for step in page.genuine] == [("look", "Look."), ("ask", "Ask.")]


def test_an_item_that_is_not_translated_falls_back_alone() -> None:
    page = english(product(genuine=STEPS), genuine=[{"id": "ask", "text": "Ask."}])

    assert [getattr(step.text, "lang", "en") for step in page.genuine] == ["vi", "en"]


def test_notes_of_evidence_and_of_a_price_are_translated() -> None:
    evidence = {"sources": ["one"], "trust": "declared", "note": "Theo hãng."}
    source = product(
        sources=[SOURCE],
        evidence={"maker": evidence},
        price={"amount": "5", "currency": "VND", "per": "một người", **evidence},
    )
    page = english(source, evidence={"maker": {"note": "The maker's word."}}, price={"per": "one user"})

    assert page.evidence["maker"].note == "The maker's word."
    assert page.price is not None
    assert (page.price.per, page.price.amount) == ("one user", Decimal(5))
    assert getattr(page.price.note, "lang", "") == "vi"


def test_texts_are_found_under_the_keys_of_their_items() -> None:
    found = texts(product(genuine=STEPS, slug="tra", aliases=["tra-cu"]))

    assert found["genuine.look.text"] == "Nhìn."
    assert (found["slug"], found["aliases"]) == ("tra", ("tra-cu",))
    assert "maker" not in found


def test_prose_is_what_a_translator_translates() -> None:
    found = prose(product(genuine=STEPS, slug="tra", sources=[SOURCE]))

    assert set(found) == {"title", "summary", "genuine.look.text", "genuine.ask.text"}


def test_a_model_without_texts_stays_the_same_value() -> None:
    source = product(channels=[{"id": "website", "kind": "website"}])

    assert english(source).channels[0] == source.channels[0]


@given(st.text())
def test_a_passage_is_its_text_and_keeps_its_language_on_the_way_to_another_process(text: str) -> None:
    passage = Passage(text, "vi")
    there = pickle.loads(pickle.dumps(passage))

    assert there == passage == text
    assert (there.lang, type(there)) == ("vi", Passage)
