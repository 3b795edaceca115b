"""Entries are read for a template: choices and codes by name, references as cards, sources by number."""

import pickle
from decimal import Decimal
from typing import Any

import pytest

from showcase.kinds.localised import Passage
from showcase.library.values import PictureFile
from showcase.pages.entries import reading_of
from showcase.pages.media import shown as shown_as
from showcase.pages.records import citations, record
from showcase.pages.views import Card, Citation, Record, Word
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, site

SOURCES = [
    {"id": "one", "name": "Báo Một", "kind": "news", "url": "https://one.example/a"},
    {"id": "two", "name": "Gương", "kind": "news", "url": "https://two.example/a", "publish_link": "false"},
]


def read(made: Document, *others: Document, locale: str = "vi", **options: Any) -> Record:
    here = site(made, *others, locale=locale, **options)
    page = here.pages[made.key]
    return record(page.entry, reading_of(here, page))


def test_choices_and_codes_have_names_in_the_language_of_the_page() -> None:
    made = product(
        form="solution",
        languages=["vi", "en"],
        availability=[{"id": "jp", "territory": "JP", "state": "sold", "sources": ["one"], "trust": "declared"}],
        sources=SOURCES,
    )
    vi, en = (read(made, enterprise(), field(), locale=locale) for locale in ("vi", "en"))

    assert en.form == Word("solution", "Solution")
    assert str(en.form) == "Solution"
    assert [each.name for each in vi.languages] == ["Tiếng Việt", "Tiếng Anh"]
    assert [each.name for each in en.languages] == ["Vietnamese", "English"]
    assert (vi.availability[0].territory.name, en.availability[0].territory.name) == ("Nhật Bản", "Japan")
    assert en.availability[0].state == Word("sold", "Available")


def test_a_reference_is_the_card_of_the_entry() -> None:
    made = read(product(works_with=["base"]), product("base", title="Base"), enterprise(), field())

    assert isinstance(made.maker, Card)
    assert (made.maker.title, made.maker.permalink) == ("MISA", "/vi/doanh-nghiep/misa/")
    assert [card.title for card in made.works_with] == ["Base"]


def test_entries_that_are_not_published_are_left_out() -> None:
    made = read(product(works_with=["gone"]), field())

    assert (made.maker, made.works_with) == (None, ())


def test_sources_are_numbered_and_cited_by_their_number() -> None:
    made = read(product(sources=SOURCES, evidence={"maker": {"sources": ["two", "one"], "trust": "verified"}}))

    assert [each.number for each in made.sources] == [1, 2]
    assert made.evidence["maker"].sources == (Citation(2, "two", "Gương"), Citation(1, "one", "Báo Một"))
    assert made.evidence["maker"].trust.value == "verified"


def test_an_address_that_is_not_to_be_linked_is_dropped() -> None:
    made = read(product(sources=SOURCES))

    assert [each.url for each in made.sources] == ["https://one.example/a", None]


def test_citations_are_counted_in_the_order_of_the_sources() -> None:
    entry = product(sources=SOURCES).entry
    assert entry is not None
    assert citations(entry)["two"] == Citation(2, "two", "Gương")


def test_parts_are_records_and_absent_values_none() -> None:
    price = {"amount": "5", "currency": "USD", "sources": ["one"], "trust": "declared"}
    made = read(product(sources=SOURCES, price=price))

    assert made.price.amount == Decimal(5)
    assert made.price.period == Word("once", "once")
    assert (made.price.highest, made.website, made.claims) == (None, None, ())


def test_a_text_that_falls_back_says_its_language() -> None:
    made = read(product(tagline="Kế toán"), locale="en")

    assert isinstance(made.tagline, Passage)
    assert made.tagline.lang == "vi"


def test_a_picture_of_the_fields_has_its_address_and_size() -> None:
    path = "content/products/amis/desk.jpg"
    listed = [{"id": "desk", "file": "desk.jpg", "alt": "Bàn."}]
    shown = read(product(pictures=listed), pictures={path: PictureFile(path, "ab" * 32, 4, 3)})

    assert shown.pictures[0].shown == shown_as(PictureFile(path, "ab" * 32, 4, 3))
    assert read(product(pictures=listed)).pictures[0].shown is None


def test_a_record_has_its_fields_and_no_others() -> None:
    made = Record({"title": "A"})

    assert made.title == "A"
    with pytest.raises(AttributeError, match="titel"):
        _ = made.titel
    with pytest.raises(AttributeError):
        _ = made.__wrapped__
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_free_choice_of_a_selection_is_read_too() -> None:
    chosen = [{"field": "y-te", "product": "amis"}]
    selection = document("selections/one", rule="free", rule_text="Any.", chosen=chosen)

    assert read(selection, product(), enterprise(), field()).chosen[0].product.title == "AMIS"
