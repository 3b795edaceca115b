"""Files become entries: what a translation lacks, what is stale in it, and when an entry is shown."""

from datetime import date
from typing import Any

import pytest

from showcase.language.text import digest_of_text
from showcase.library.entries import dates_of, groups, missing_keys, stale_keys
from showcase.library.rules import unpublished_state
from showcase.problems import Problem
from showcase.reading.parse import Document
from tests.makers import TODAY, document, library, product, rows, settings, written

LOCALES = ("vi", "en")


def english(**fields: Any) -> Document:
    return document("products/amis", "en", **fields)


def problems(*documents: Document) -> list[Problem]:
    return list(groups(documents, LOCALES)[1])


def codes(*documents: Document) -> list[str]:
    return [each.code for each in problems(*documents)]


def test_an_entry_is_its_source_with_its_translations() -> None:
    source, translation = product(), english(title="AMIS", summary="A product.")
    (group,), found = groups((translation, source), LOCALES)

    assert group.source == source
    assert group.translations == {"en": translation}
    assert found == ()


def test_entries_come_in_the_order_of_their_keys() -> None:
    made, _ = groups((product("b"), product("a"), document("fields/z", order="1", hue="1", motif="sun")), LOCALES)

    assert [group.source.key for group in made] == ["fields/z", "products/a", "products/b"]


def test_a_missing_translation_is_a_warning_that_names_the_file_to_write() -> None:
    (found,) = problems(product())

    assert (found.code, found.severity) == ("missing-translation", "warning")
    assert found.fields == {"locale": "en", "path": "content/products/amis/index.en.md"}


def test_a_translation_without_its_source_is_an_error() -> None:
    (found,) = problems(english(title="AMIS"))

    assert (found.code, found.fields["source"]) == ("missing-source-text", "index.vi.md")


def test_both_files_name_the_same_source_language() -> None:
    (found,) = problems(product(), english(title="AMIS", summary="A.", maker="misa", field="y-te", source_locale="en"))

    assert (found.code, found.place.path) == ("source-locale-differs", "content/products/amis/index.en.md")
    assert found.place.line == 6


def test_of_a_file_that_cannot_be_read_only_that_is_told() -> None:
    broken = written("products/amis", "en", "nothing\n")
    translation = document("products/amis", "vi", source_locale="en", title="AMIS")

    assert codes(broken, translation) == []


def test_an_entry_with_a_broken_source_is_left_out() -> None:
    assert groups((product(maker="M I S A"), english(title="AMIS")), LOCALES) == ((), ())


def test_a_translation_of_an_item_that_is_gone_is_told_where_it_stands() -> None:
    source = product(genuine=[{"id": "look", "text": "Nhìn."}])
    asked = [{"id": "look", "text": "Look."}, {"id": "ask", "text": "Ask."}]
    (found,) = problems(source, english(title="AMIS", summary="A.", genuine=asked))

    assert found.code == "unknown-item"
    assert found.fields == {"id": "ask", "field": "genuine", "source": "index.vi.md"}
    assert (found.place.line, found.place.column) == (7, 7)


def test_a_gone_item_is_told_once_however_many_texts_it_has() -> None:
    claim = {"id": "one", "text": "A.", "note": "B."}

    assert codes(product(), english(title="AMIS", summary="A.", claims=[claim])) == ["unknown-item"]


def test_a_part_that_the_source_lacks_is_told_by_its_name() -> None:
    (found,) = problems(product(), english(title="AMIS", summary="A.", contact={"name": "Sales"}))

    assert (found.code, found.fields["id"], found.fields["field"]) == ("unknown-item", "contact", "contact")


def test_everything_is_missing_where_there_is_no_translation() -> None:
    source = product(genuine=[{"id": "look", "text": "Nhìn."}], body="Thân.\n")

    assert missing_keys(source, None) == ("title", "summary", "genuine.look.text", "body")


def test_a_translation_lacks_the_texts_it_does_not_give() -> None:
    source = product(genuine=[{"id": "look", "text": "Nhìn."}], slug="amis", body="Thân.\n")

    assert missing_keys(source, english(title="AMIS", body="Body.\n")) == ("summary", "genuine.look.text")
    assert missing_keys(source, english(title="AMIS", summary="A.")) == ("genuine.look.text", "body")
    assert missing_keys(product(), english(title="AMIS", summary="A.")) == ()


def test_what_a_translation_lacks_is_a_warning() -> None:
    (found,) = problems(product(body="Thân.\n"), english(title="AMIS"))

    assert (found.code, found.severity) == ("partial-translation", "warning")
    assert (found.fields["fields"], found.place.path) == ("summary, body", "content/products/amis/index.en.md")


def test_a_broken_translation_is_not_called_partial_besides() -> None:
    assert codes(product(), english(maker="misa")) == []


def stamped(source: Document, **changes: str) -> Document:
    """A translation made from the source as it is now."""
    return english(title="AMIS", summary="A product.", translated_from=dict(source.digests), body="Body.\n", **changes)


BEFORE = product(body="Thân bài.\n\nĐoạn hai.\n")


@pytest.mark.parametrize(
    "after",
    [
        product(
            body="Thân bài.\n\nĐoạn hai.\n",
            price={"amount": "5", "currency": "USD", "sources": ["a"], "trust": "declared"},
        ),
        product(body="Thân  bài.\n\n\nĐoạn hai.  \n"),
        product(body="Thân ba\u0300i.\n\nĐoạn hai.\n"),
        document("products/amis", field="y-te", maker="misa", title="AMIS", body="Thân bài.\n\nĐoạn hai.\n"),
    ],
    ids=["a new price", "a double space", "saved again in NFD", "fields in another order"],
)
def test_what_says_the_same_is_in_sync(after: Document) -> None:
    assert stale_keys(after, stamped(BEFORE)) == ()


def test_an_edited_body_is_stale() -> None:
    translation = stamped(BEFORE)
    after = product(body="Thân bài mới.\n")

    assert stale_keys(after, translation) == ("body",)
    found = next(each for each in problems(after, translation) if each.code == "stale-translation")
    assert found.severity == "warning"
    assert found.fields == {"fields": "body", "id": "products/amis"}
    assert found.place.path == translation.path


def test_only_the_edited_text_is_stale() -> None:
    assert stale_keys(product(body="Thân bài.\n\nĐoạn hai.\n", summary="Khác."), stamped(BEFORE)) == ("summary",)


def test_a_text_that_is_gone_leaves_its_translation_stale() -> None:
    assert stale_keys(product(), stamped(BEFORE)) == ("body",)


def test_a_typo_corrected_in_the_translation_does_not_clear_staleness() -> None:
    translation = stamped(BEFORE, tagline="Correct")

    assert stale_keys(product(body="Thân bài mới.\n"), translation) == ("body",)


def test_a_translation_without_stamps_is_never_called_stale() -> None:
    assert stale_keys(product(body="Mới.\n"), english(title="AMIS")) == ()


def test_a_stamp_is_the_digest_of_the_text() -> None:
    assert BEFORE.digests["title"] == digest_of_text("AMIS")


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, ""),
        ({"draft": "true"}, "it is a draft"),
        ({"draft": "false"}, ""),
        ({"publish_on": "2026-11-24"}, "it is to be published later"),
        ({"publish_on": "2026-11-23"}, ""),
        ({"expires_on": "2026-11-24"}, ""),
        ({"expires_on": "2026-11-23"}, "it has expired"),
    ],
)
def test_an_entry_is_shown_from_its_first_day_and_until_the_day_before_it_expires(
    fields: dict[str, str], state: str
) -> None:
    source = product(**fields)

    (row,) = rows((source,), settings())
    assert unpublished_state(row, TODAY) == state
    assert ("products/amis" in library(source).pages["vi"]) == (state == "")
    assert "products/amis" in library(source, drafts=True).pages["vi"]


def test_the_days_of_an_entry_are_its_dates_and_the_day_after_those_that_pass() -> None:
    source = document("events/one", start="2026-12", end="2027-01-02", publish_on="2026-11-30", review_by="2027-02-01")

    assert sorted(dates_of(source)) == [
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 1, 2),
        date(2027, 1, 3),
        date(2027, 2, 1),
        date(2027, 2, 2),
    ]


def test_the_last_of_all_days_has_no_day_after() -> None:
    assert dates_of(product(review_by="9999-12-31")) == (date.max,)


def test_the_next_rebuild_is_due_on_the_nearest_day_to_come() -> None:
    entries = (
        product("a", publish_on="2027-01-01"),
        product("b", publish_on="2026-12-01", draft="true"),
        product("c", updated="2026-11-23"),
    )

    assert library(*entries).next_due == date(2026, 12, 1)
    assert library(product(updated="2020-01-01")).next_due is None


def test_an_event_that_ends_today_makes_tomorrow_another_day() -> None:
    assert library(document("events/one", start="2026-11-23")).next_due == date(2026, 11, 24)
