"""A file becomes a document: its fields typed, its links written down, everything wrong in it named with its place."""

import pytest

from showcase.problems import Place
from showcase.reading.parse import Document
from tests.makers import document, document_of, product, written

PATH = "content/products/amis/index.vi.md"
HEAD = "---\ntitle: AMIS\nsummary: Một.\nmaker: misa\nfield: y-te\n"


def source(more: str = "", body: str = "") -> Document:
    return written("products/amis", "vi", f"{HEAD}{more}---\n{body}")


def english(front: str, body: str = "") -> Document:
    return written("products/amis", "en", f"---\n{front}---\n{body}")


def told(made: Document) -> list[tuple[str, int, int]]:
    return [(each.code, each.place.line, each.place.column) for each in made.problems]


def test_a_source_holds_facts_texts_and_the_digests_of_its_texts() -> None:
    made = source(body="Thân bài.\n")

    assert (made.key, made.is_source, made.problems) == ("products/amis", True, ())
    assert made.entry is not None
    assert (made.entry.title, made.texts["title"]) == ("AMIS", "AMIS")
    assert set(made.digests) == {"title", "summary", "body"}
    assert "Thân bài" in made.body.html


def test_a_text_without_a_body_has_no_digest_of_one() -> None:
    assert "body" not in source().digests


def test_a_translation_holds_texts_and_where_they_stand() -> None:
    made = english("title: AMIS\nclaims:\n  - id: one\n    text: Growth.\n", "The body.\n")

    assert (made.is_source, made.entry, made.problems) == (False, None, ())
    assert made.texts == {"title": "AMIS", "claims.one.text": "Growth."}
    assert made.paths["claims.one.text"] == ("claims", 0, "text")
    assert made.place(("claims", 0, "text")) == Place("content/products/amis/index.en.md", 5, 11)


def test_both_files_of_an_entry_may_say_that_it_was_first_written_in_english() -> None:
    both = [document("products/amis", locale, source_locale="en", title="A") for locale in ("vi", "en")]

    assert [made.source_locale for made in both] == ["en", "en"]
    assert [made.is_source for made in both] == [False, True]


def test_a_source_locale_that_is_no_text_is_refused_where_it_stands() -> None:
    made = source("source_locale: [vi]\n")

    assert told(made) == [("wrong-type", 6, 16)]
    assert made.entry is None


def test_a_file_that_cannot_be_read_says_why_and_has_no_fields() -> None:
    made = written("products/amis", "vi", "No front matter.\n")

    assert [each.code for each in made.problems] == ["no-front-matter"]
    assert (made.entry, made.spots) == (None, {})


def test_an_entry_with_wrong_fields_keeps_its_text_and_tells_all_mistakes_at_once() -> None:
    made = source("launched: soon\nstatus: new\nlinks: 3\n", "Thân bài.\n")

    assert told(made) == [("bad-date", 6, 11), ("not-a-choice", 7, 9), ("unknown-field", 8, 1)]
    assert made.entry is None
    assert "Thân bài" in made.body.html


def test_problems_of_the_text_are_told_too() -> None:
    made = source(body="[x](javascript:alert(1))\n")

    assert [each.code for each in made.problems] == ["unsafe-address"]
    assert made.entry is not None


@pytest.mark.parametrize(
    ("front", "code", "line", "column"),
    [
        ("maker: misa\n", "fact-in-translation", 2, 1),
        ("draft: true\n", "fact-in-translation", 2, 1),
        ("claims:\n  - id: one\n    sources: [a]\n", "fact-in-translation", 4, 5),
        ("evidence:\n  maker: {trust: verified}\n", "fact-in-translation", 3, 11),
        ("price: {amount: 5}\n", "fact-in-translation", 2, 9),
        ("titel: AMIS\n", "unknown-field", 2, 1),
        ("claims:\n  - id: one\n    txt: Growth.\n", "unknown-field", 4, 5),
    ],
)
def test_a_translation_gives_texts_only(front: str, code: str, line: int, column: int) -> None:
    assert told(english(front)) == [(code, line, column)]


def test_a_repeated_fact_names_the_file_that_keeps_it() -> None:
    (found,) = english("maker: misa\n").problems

    assert found.fields == {"field": "maker", "source": "index.vi.md"}


def test_a_misspelt_text_is_told_the_one_that_was_meant() -> None:
    assert english("titel: AMIS\n").problems[0].fields["suggestion"] == "title"
    assert english("claims:\n  - id: one\n    txt: G.\n").problems[0].fields["suggestion"] == "text"


def test_stamps_say_from_which_texts_a_translation_was_made() -> None:
    made = english("translated_from: {title: 0123456789ab, claims.one.text: ba9876543210}\n")

    assert made.stamps == {"title": "0123456789ab", "claims.one.text": "ba9876543210"}
    assert english("translated_from:\n").stamps == {}


def test_stamps_are_understood_when_a_form_has_split_their_keys() -> None:
    made = english("translated_from:\n  title: 0123456789ab\n  claims:\n    one:\n      text: ba9876543210\n")

    assert (made.stamps, made.problems) == ({"title": "0123456789ab", "claims.one.text": "ba9876543210"}, ())


@pytest.mark.parametrize("value", ["0123456789ab", "[title]", "{title: [a]}"])
def test_stamps_of_another_shape_are_refused(value: str) -> None:
    assert told(english(f"translated_from: {value}\n")) == [("wrong-type", 2, 18)]


@pytest.mark.parametrize(("value", "is_draft"), [("true", True), ("false", False), ("", False)])
def test_a_translation_says_whether_a_machine_made_it(value: str, is_draft: bool) -> None:
    made = english(f"machine_draft: {value}\n")

    assert (made.machine_draft, made.problems) == (is_draft, ())


def test_what_says_it_unclearly_counts_as_made_by_a_machine() -> None:
    made = english("machine_draft: maybe\n")

    assert told(made) == [("not-a-choice", 2, 16)]
    assert made.machine_draft


def test_a_source_is_made_from_no_other_text() -> None:
    assert told(source("translated_from: {title: 0123456789ab}\n")) == [("unknown-field", 6, 1)]


SOURCES = "sources:\n  - {id: one, name: One, kind: news}\n"


def test_a_claim_cites_sources_that_the_entry_lists() -> None:
    made = source(f"{SOURCES}claims:\n  - {{id: a, kind: figure, text: A., sources: [one, two], trust: declared}}\n")

    assert told(made) == [("unknown-source", 9, 52)]
    assert made.problems[0].fields == {"id": "two", "known": "one"}


def test_a_misspelt_source_is_told_the_one_that_was_meant() -> None:
    made = source(
        "sources: [{id: asocio, name: A, kind: news}]\nevidence: {maker: {sources: [asoccio], trust: declared}}\n"
    )

    assert made.problems[0].fields["suggestion"] == "asocio"


def test_without_any_source_nothing_can_be_cited() -> None:
    (found,) = source("evidence: {maker: {sources: [one], trust: declared}}\n").problems

    assert found.fields["known"] == "–"


def test_evidence_is_for_a_field_of_the_kind() -> None:
    made = source(f"{SOURCES}evidence:\n  makr: {{sources: [one], trust: declared}}\n")

    assert told(made) == [("unknown-field", 9, 3)]
    assert made.problems[0].fields["suggestion"] == "maker"


def test_an_id_stands_once_in_a_list() -> None:
    made = source("genuine:\n  - {id: look, text: A.}\n  - {id: look, text: B.}\n")

    assert told(made) == [("duplicate-id", 8, 10)]
    assert made.problems[0].fields == {"id": "look", "field": "genuine"}


def test_an_id_stands_once_in_a_list_inside_a_list() -> None:
    text = {"id": "a", "text": "A."}
    edition = {"id": "y", "year": "2023", "sources": ["one"], "trust": "declared", "categories": [text, text]}
    made = document("awards/one", sources=[{"id": "one", "name": "One", "kind": "news"}], editions=[edition])

    assert [(each.code, each.fields["field"]) for each in made.problems] == [("duplicate-id", "categories")]


def test_a_translation_gives_each_item_once() -> None:
    made = english("genuine:\n  - {id: look, text: A.}\n  - {id: look, text: B.}\n")

    assert told(made) == [("duplicate-id", 4, 10)]


def test_a_free_selection_may_take_two_products_of_a_field() -> None:
    chosen = [{"field": "y-te", "product": name} for name in ("one", "two")]
    made = document("selections/one", rule="free", rule_text="Any.", chosen=chosen)

    assert made.problems == ()


def test_cards_are_named_by_the_word_for_the_kind() -> None:
    made = source(body="[[product:misa]]\n\n[[enterprises:misa]]\n")

    assert [card.target for card in made.body.cards] == ["products/misa", "enterprises/misa"]


def test_a_field_stands_where_its_value_begins_and_an_absent_one_where_it_should() -> None:
    made = product()

    assert made.place(("title",)) == Place(PATH, 2, 8)
    assert made.place(("title",), key=True) == Place(PATH, 2, 1)
    assert made.place(("website",)) == Place(PATH, 1, 1)


def test_a_document_of_exactly_these_fields_lacks_what_they_leave_out() -> None:
    made = document_of("products/amis", "vi", {"title": "AMIS"})

    assert [(each.code, each.fields["field"]) for each in made.problems] == [
        ("missing-field", "summary"),
        ("missing-field", "maker"),
        ("missing-field", "field"),
    ]
