"""Which texts of a translation are missing, stale, a machine's draft, or current."""

from collections.abc import Mapping
from typing import Any

import pytest

from showcase.library.edits import Edit, History
from showcase.library.entries import Group, groups
from showcase.library.freshness import (
    Row,
    histories,
    rows,
    stale_history,
    stale_problems,
    states,
    threshold_problems,
    worst,
)
from showcase.problems import Place
from showcase.reading.memory import Remembered
from showcase.reading.parse import Document
from tests.makers import document, library, product, settings, written
from tests.makers import rows as entry_rows

LOCALES = ("vi", "en")
SOURCE = product(body="Thân bài.\n")
RAW = {SOURCE.path: "---\ntitle: AMIS\n---\nThân bài.\n".encode()}
MEMORY = {"summary": Remembered("amis."), "title": Remembered("AMIS"), "body": Remembered("Thân bài.\n")}


def english(stamps: Mapping[str, str] | None = None, body: str = "Body.\n", **fields: Any) -> Document:
    given = {"title": "AMIS", "summary": "A product."} | ({"translated_from": dict(stamps)} if stamps else {}) | fields
    return document("products/amis", "en", body=body, **given)


def found(source: Document, translation: Document | None, history: History | None = None) -> dict[str, str]:
    return {each.key: each.state for each in states(source, translation, history or History())}


def group(source: Document, translation: Document | None) -> Group:
    return Group(source, {translation.locale: translation} if translation else {})


def test_without_a_translation_every_text_is_missing() -> None:
    assert found(SOURCE, None) == {"title": "missing", "summary": "missing", "body": "missing"}


def test_a_text_that_the_translation_leaves_out_is_missing() -> None:
    translation = document("products/amis", "en", title="AMIS", translated_from=dict(SOURCE.digests))

    assert found(SOURCE, translation) == {"title": "current", "summary": "missing", "body": "missing"}


def test_a_text_without_a_stamp_may_be_of_any_age() -> None:
    translation = english({"title": SOURCE.digests["title"]})

    assert found(SOURCE, translation) == {"title": "current", "summary": "unstamped", "body": "unstamped"}


def test_a_text_whose_source_changed_is_stale() -> None:
    after = product(body="Thân bài mới.\n")

    assert found(after, english(SOURCE.digests)) == {"title": "current", "summary": "current", "body": "stale"}


def test_a_text_whose_source_is_gone_is_stale_until_it_goes_too() -> None:
    translation = english(SOURCE.digests)

    assert found(product(), translation)["body"] == "stale"
    assert found(product(), english(SOURCE.digests, body="")) == {"title": "current", "summary": "current"}


def test_a_machines_draft_is_one_whatever_its_stamps_say() -> None:
    translation = english(SOURCE.digests, machine_draft="true", body="")

    assert found(SOURCE, translation) == {"title": "machine", "summary": "machine", "body": "missing"}


def test_a_typo_in_the_source_is_told_apart_and_counts_as_current() -> None:
    fields = states(SOURCE, english(SOURCE.digests), History(typos=("summary",)))

    assert [each.state for each in fields] == ["current", "typo", "current"]
    assert all(each.is_current for each in fields)
    assert worst(fields) == "typo"


def test_a_translation_is_what_its_worst_text_is() -> None:
    assert worst(states(SOURCE, None)) == "missing"
    assert worst(states(product(), english({"title": "0"}))) == "stale"
    assert worst(states(SOURCE, english(SOURCE.digests))) == "current"
    assert worst(()) == "current"


def test_either_language_may_be_the_source() -> None:
    source = document(
        "products/amis", "en", source_locale="en", title="AMIS", summary="Books.", maker="misa", field="y-te"
    )
    translation = document(
        "products/amis",
        "vi",
        source_locale="en",
        title="AMIS",
        summary="Sổ.",
        translated_from={"title": source.digests["title"], "summary": "0"},
    )
    (made,) = groups((source, translation), LOCALES)[0]

    assert found(made.source, made.translations["vi"]) == {"title": "current", "summary": "stale"}
    assert [(row.locale, row.count("stale")) for row in rows((made,), LOCALES, {})] == [("vi", 1)]


def test_rows_come_worst_first() -> None:
    field = document("fields/y-te", title="Y tế", order="1", hue="28", motif="lotus")
    one, two = product("a"), product("b")
    made = (
        group(field, document("fields/y-te", "en", title="Health", summary="H.", translated_from=dict(field.digests))),
        group(one, document("products/a", "en", title="A", summary="A.", translated_from=dict(one.digests))),
        group(two, None),
    )
    found = rows(made, LOCALES, {})

    assert [(row.kind, row.locale, row.entries, row.current, row.percent) for row in found] == [
        ("products", "en", 2, 1, 50),
        ("fields", "en", 1, 1, 100),
    ]
    assert rows(made, ("vi",), {}) == ()


def test_a_share_is_never_rounded_up() -> None:
    assert Row("products", "en", (1, 0, 0, 0, 1, 998)).percent == 99


def recalled(key: str, locale: str) -> Mapping[str, Remembered]:
    assert (key, locale) == ("products/amis", "en")
    return MEMORY


def test_what_changed_in_the_source_is_remembered() -> None:
    after, translation = product(body="Thân bài mới.\n"), english(SOURCE.digests)
    raw = {after.path: "---\ntitle: AMIS\n---\nThân bài mới.\n".encode()}
    made = histories((after, translation), recalled, raw)

    assert made[translation.path].edits == {"body": (Edit("", "Thân"), Edit("-", "bài."), Edit("+", "bài mới."))}
    assert states(after, translation, made[translation.path])[2].edits[0] == Edit("", "Thân")
    problems = groups((after, translation), LOCALES, made)[1]
    assert [each.fields["fields"] for each in problems] == ["body (-bài. +bài mới.)"]


def test_a_text_that_is_gone_went_as_a_whole() -> None:
    after, translation = product(), english(SOURCE.digests)
    made = histories((after, translation), recalled, {after.path: b"---\ntitle: AMIS\n---\n"})

    assert made[translation.path].edits == {"body": (Edit("-", "Thân bài."),)}


def test_of_another_text_than_the_stamped_one_nothing_is_said() -> None:
    after, translation = product(body="Mới.\n"), english(SOURCE.digests)
    made = histories((after, translation), lambda key, locale: {"body": Remembered("Khác.")}, {})

    assert made == {translation.path: History()}
    assert [each.fields["fields"] for each in groups((after, translation), LOCALES, made)[1]] == ["body"]


def test_what_was_only_a_slip_is_remembered_too() -> None:
    translation = english(SOURCE.digests)
    typo = {"title": Remembered("AMIS", "typo"), "body": Remembered("Thân bài.")}

    made = histories((SOURCE, translation), lambda _key, _locale: typo, RAW)
    assert made == {translation.path: History(typos=("title",))}


def test_a_row_has_the_same_history_and_tells_it_in_the_same_words() -> None:
    after, translation = product(body="Thân bài mới.\n"), english(SOURCE.digests)
    raw = {after.path: "---\ntitle: AMIS\n---\nThân bài mới.\n".encode()}
    (row,) = entry_rows((after, translation), settings(), raw=raw)
    (stale,) = row.stale

    made = {stale.path: stale_history(stale, MEMORY)}
    assert made == histories((after, translation), recalled, raw)
    assert [each.fields["fields"] for each in stale_problems(row, made)] == ["body (-bài. +bài mới.)"]


def test_a_machines_draft_is_not_published() -> None:
    made = library(SOURCE, english(SOURCE.digests, machine_draft="true"))
    page = made.pages["en"]["products/amis"]

    assert (page.is_translated, page.body.html, page.body_locale) == (False, SOURCE.body.html, "vi")
    assert [each.code for each in made.problems if each.place.path.endswith("index.en.md")] == ["machine-draft"]
    read = library(SOURCE, english(SOURCE.digests, machine_draft="false")).pages["en"]["products/amis"]
    assert (read.is_translated, read.missing) == (True, ())


def test_the_warning_stands_where_the_draft_says_it_is_one() -> None:
    text = "---\ntitle: AMIS\nmachine_draft: true\n---\n"
    (warning,) = (each for each in groups((SOURCE, written("products/amis", "en", text)), LOCALES)[1])

    assert (warning.severity, warning.place.line, warning.fields) == ("warning", 3, {"id": "products/amis"})


@pytest.mark.parametrize("value", ["yes", "[true]"])
def test_a_draft_is_true_or_false(value: str) -> None:
    made = written("products/amis", "en", f"---\ntitle: AMIS\nmachine_draft: {value}\n---\n")

    assert [(each.code, each.place.line) for each in made.problems] == [("not-a-choice", 3)]
    assert made.machine_draft


def test_a_source_is_no_translation_and_so_no_draft_of_one() -> None:
    assert [each.code for each in product(machine_draft="true").problems] == ["unknown-field"]


def place_of(path: tuple[str | int, ...]) -> Place:
    return Place("/".join(map(str, path)), 1, 1)


def test_a_kind_below_its_threshold_is_an_error() -> None:
    counted = (Row("products", "en", (1, 0, 0, 0, 0, 9)), Row("fields", "en", (1, 0, 0, 0, 0, 0)))
    (problem,) = threshold_problems(counted, {"products": {"en": 91, "ja": 100}}, place_of)

    assert (problem.code, problem.severity) == ("translation-below-threshold", "error")
    assert problem.place.path == "translated/products/en"
    assert problem.fields == {"kind": "products", "locale": "en", "share": 90, "limit": 91}
    assert threshold_problems(counted, {"products": {"en": 90}}, place_of) == ()
