"""Values become the file of an entry, which says the same to whoever reads it."""

import pytest

from showcase.editing.writer import Languages, entry_text
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.reading.discover import Source
from showcase.reading.parse import Document, parse
from tests.kinds.samples import filled

VI, EN = Languages("vi", "vi", "vi"), Languages("en", "vi", "vi")
PRODUCT = KINDS["products"]
BOOK = {
    "field": "quan-tri",
    "maker": "misa",
    "title": "Sổ Bếp",
    "summary": "Sổ ghi món ăn: gọn, rẻ.",
    "draft": False,
    "tagline": "",
    "platforms": ["web", "ios"],
    "price": {"currency": "VND", "amount": 1250000, "trust": "declared", "sources": ["so"]},
    "capabilities": [{"text": "Ghi món.", "trust": "declared", "sources": ["so"], "id": "ghi"}],
    "evidence": {"maker": {"trust": "declared", "sources": ["so"]}},
    "sources": [{"name": "MISA", "kind": "company", "id": "so", "publish_link": False}],
}


def read(text: str, locale: str, kind: str = "products") -> Document:
    return parse(Source(f"content/{kind}/x/index.{locale}.md", kind, "x", locale, text.encode(), ""), "vi")


def test_fields_stand_in_the_order_in_which_editors_read_them_and_empty_ones_are_left_out() -> None:
    assert entry_text(PRODUCT, BOOK, VI, "Một đoạn.\n\n") == (
        "---\n"
        "title: Sổ Bếp\n"
        'summary: "Sổ ghi món ăn: gọn, rẻ."\n'
        "maker: misa\n"
        "field: quan-tri\n"
        "platforms: [web, ios]\n"
        "sources:\n"
        "  - id: so\n"
        "    name: MISA\n"
        "    kind: company\n"
        "    publish_link: false\n"
        "evidence:\n"
        "  maker:\n"
        "    sources: [so]\n"
        "    trust: declared\n"
        "price:\n"
        "  amount: 1250000\n"
        "  currency: VND\n"
        "  sources: [so]\n"
        "  trust: declared\n"
        "capabilities:\n"
        "  - id: ghi\n"
        "    text: Ghi món.\n"
        "    sources: [so]\n"
        "    trust: declared\n"
        "---\n"
        "Một đoạn.\n"
    )


def test_a_translation_holds_texts_alone() -> None:
    values = BOOK | {
        "title": "Kitchen book",
        "sources": [{"id": "so", "kind": "company"}],
        "capabilities": [{"id": "ghi", "trust": "declared", "text": "Notes."}],
    }

    assert entry_text(PRODUCT, values | {"evidence": {"maker": {"note": "Said so."}}}, EN) == (
        "---\n"
        "title: Kitchen book\n"
        'summary: "Sổ ghi món ăn: gọn, rẻ."\n'
        "evidence:\n"
        "  maker:\n"
        "    note: Said so.\n"
        "capabilities:\n"
        "  - id: ghi\n"
        "    text: Notes.\n"
        "---\n"
    )


def test_an_item_that_says_nothing_but_its_id_is_left_out_of_a_translation() -> None:
    assert "capabilities" not in entry_text(PRODUCT, {"title": "A", "capabilities": [{"id": "ghi", "text": ""}]}, EN)


def test_the_source_language_is_named_where_it_is_not_the_usual_one() -> None:
    assert entry_text(PRODUCT, {"title": "A"}, Languages("vi", "en", "vi")) == "---\nsource_locale: en\ntitle: A\n---\n"


def test_a_field_that_the_kind_does_not_know_is_kept_for_the_checker() -> None:
    assert "\nsumary: A\n" in entry_text(PRODUCT, {"title": "A", "sumary": "A", "maker": "b"}, VI)
    assert "\nsumary: A\n" in entry_text(PRODUCT, {"title": "A", "sumary": "A"}, EN)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_what_is_written_is_read_as_it_was_and_written_the_same_again(kind: Kind) -> None:
    values = filled(kind.model, every=True)
    text = entry_text(kind, values, VI)
    document = read(text, "vi", kind.folder)

    assert {each.code for each in document.problems} <= {"unknown-source"}
    assert document.entry is not None
    assert entry_text(kind, document.entry.model_dump(mode="json", exclude_unset=True), VI) == text
