"""What translators give back comes to its place, and nothing else changes."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.language.text import digest_of_text
from showcase.problems import Place
from showcase.translating.formats import FORMATS
from showcase.translating.segments import segments
from tests.translating.bodies import BODY_EN, BODY_VI
from tests.translating.makers import EN, VI, back, codes_of, file_of, pair, text, translated, with_texts

FILES = Path(__file__).parent / "files"
NEW_FRONT = """---
title: Prices
summary: "The price of software: a table."
evidence:
  title:
    note: As its home page has it.
claims:
  - id: gia
    text: Prices from 1,000 dong.
    note: Without tax, that's clear.
  - id: thue
    text: 8% tax.
---
"""
PLAIN_EN = "\nThe price.\n\n\n## Prices\n"
PLAIN_VI = "Giá.\n\n## Bảng giá"


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("body", ["", BODY_EN, "Another body.\n"])
def test_what_nobody_changed_changes_nothing(form: str, body: str) -> None:
    given = pair(VI + BODY_VI, EN + body)

    assert back(given, file_of(given, form)) == (None, ())


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_translation_that_is_not_there_is_made_as_an_editor_would(form: str, end: str) -> None:
    full = file_of(pair(VI + BODY_VI, EN + BODY_EN), form)
    made, problems = back(pair(VI + BODY_VI, ""), full.replace("\n", end))

    assert problems == ()
    assert text(made) == NEW_FRONT + BODY_EN
    assert made is not None
    assert made.stamps is not None
    assert made.stamps["body"] == digest_of_text(BODY_VI)
    assert sorted(made.stamps) == [
        *("body", "claims.gia.note", "claims.gia.text", "claims.thue.text", "evidence.title.note", "summary", "title")
    ]


def test_an_entry_first_written_in_another_language_says_so() -> None:
    given = pair("---\nsource_locale: vi\ntitle: T\nsummary: S.\n---\n", "")
    made, _problems = with_texts(given, title="T")

    assert text(made) == "---\ntitle: T\n---\n"
    foreign = file_of(given)
    assert back(given, foreign.replace('msgid "T"\nmsgstr ""', 'msgid "T"\nmsgstr "T"'))[0] == made


@pytest.mark.parametrize("name", ["weblate.po", "weblate.xliff", "poedit.po"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_of_other_tools_load(name: str, end: str) -> None:
    """They were made with the Translate Toolkit, on which Weblate stands, and with gettext, whose layout Poedit has."""
    file = (FILES / name).read_text(encoding="utf-8").replace("\n", end)
    made, problems = back(pair(VI + BODY_VI), file)

    assert problems == ()
    assert text(made) == EN.replace("title: Prices", "title: Price list") + BODY_EN
    with_fuzzy, _problems = back(pair(VI + BODY_VI), file, use_fuzzy=True)
    assert "text: Tax of 8%." in text(with_fuzzy)
    assert with_fuzzy is not None
    assert with_fuzzy.stamps is not None
    assert "claims.thue.text" not in with_fuzzy.stamps


def test_single_texts_change_in_the_manner_of_the_file() -> None:
    made, problems = with_texts(
        pair(VI, EN.replace("title: P", "slug: p\ntitle: P")), claims__gia__note="It's new: no tax"
    )

    assert problems == ()
    assert text(made) == EN.replace("title: P", "slug: p\ntitle: P").replace(
        "Without tax, that''s clear.", "It''s new: no tax"
    )
    assert made is not None
    assert made.count == 1
    assert made.stamps == {"claims.gia.note": digest_of_text("Chưa có thuế.")}


def test_partial_translations_come_as_partial() -> None:
    made, problems = translated(
        pair(VI + PLAIN_VI, ""),
        lambda unit: {"title": "Prices", "body.1": "The price."}.get(unit.context.split()[1], ""),
    )

    assert text(made) == "---\ntitle: Prices\n---\n"
    assert [(each.code, each.fields["count"], each.fields["total"]) for each in problems] == [("import-waiting", 1, 2)]
    assert made is not None
    assert made.stamps is not None
    assert list(made.stamps) == ["title"]


def test_half_a_body_alone_is_not_written() -> None:
    made, problems = translated(pair(VI + PLAIN_VI, ""), lambda unit: "P" if unit.context.endswith("body.1") else "")

    assert made is None
    assert codes_of(problems) == ["import-waiting"]


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_a_body_comes_below_fields_that_are_there(end: str) -> None:
    given = pair(VI + PLAIN_VI, "---\ntitle: Prices\n---" + end)
    made, _problems = with_texts(given, body__1="The price.", body__2="## Prices")

    assert text(made) == "---\ntitle: Prices\n---\nThe price.\n\n## Prices"


def test_a_block_is_replaced_where_it_stands() -> None:
    given = pair(VI + PLAIN_VI, (EN + PLAIN_EN).replace("\n", "\r\n"))
    made, problems = with_texts(given, body__1="The price\nis this.")

    assert problems == ()
    assert text(made) == (EN + PLAIN_EN.replace("The price.", "The price\nis this.")).replace("\n", "\r\n")


def test_a_body_with_other_blocks_is_one_text() -> None:
    given = pair(VI + PLAIN_VI, EN + "\nOne paragraph.\n\n")
    made, problems = with_texts(given, body="One.\n\nTwo.\n")

    assert [each.key for each in segments(given)][-1] == "body"
    assert problems == ()
    assert text(made) == EN + "\nOne.\n\nTwo.\n\n"


def test_a_body_that_its_source_has_not_is_left_alone() -> None:
    assert not [each for each in segments(pair(VI, EN + "Text.\n")) if each.is_body]


def test_stamps_follow_what_was_looked_at() -> None:
    stale = "translated_from:\n  body: 0a\n  title: 0a\n  summary: 0a\n---\n"
    given = pair(VI + PLAIN_VI, EN.removesuffix("---\n") + stale + PLAIN_EN)
    file = file_of(given)
    assert back(given, file) == (None, ())

    made, _problems = back(given, re.sub(r'#, fuzzy\n(?=msgctxt "pages/gia (title|body.1)")', "", file))
    assert made is not None
    assert made.stamps == {"body": "0a", "title": digest_of_text("Giá cả"), "summary": "0a"}
    made, _problems = back(given, re.sub(r'#, fuzzy\n(?=msgctxt "pages/gia body)', "", file))
    assert made is not None
    assert made.stamps == {"body": digest_of_text(PLAIN_VI), "title": "0a", "summary": "0a"}
    assert made.text == given.translation.raw if given.translation else False


def test_a_machine_draft_that_was_read_is_one_no_more() -> None:
    given = pair(VI, EN.replace("title: P", "machine_draft: true\ntitle: P"))
    file = file_of(given)
    assert back(given, file) == (None, ())

    made, _problems = back(given, file.replace("#, fuzzy\n", ""))
    assert made is not None
    assert made.is_read
    made, _problems = back(given, file.replace("#, fuzzy\n", "", 1))
    assert made is not None
    assert not made.is_read


def test_a_source_that_changed_leaves_its_translation_out() -> None:
    file = file_of(pair(VI, "")).replace('msgid "Giá cả"\nmsgstr ""', 'msgid "Giá cũ"\nmsgstr "Old"')
    made, problems = back(pair(VI), file)

    assert made is None
    assert [(each.code, each.severity, each.place) for each in problems] == [
        ("import-outdated", "warning", Place("back.po", 12))
    ]
    assert back(pair(VI), file.replace("Old", "Prices")) == (None, ())
    assert codes_of(back(pair(VI), file.replace("gia title", "gia claims.no.text"))[1]) == ["import-outdated"]


def test_a_text_that_nobody_knows_is_an_error() -> None:
    made, problems = back(pair(VI), file_of(pair(VI)).replace("pages/gia title", "pages/ga title"))

    assert made is None
    assert codes_of(problems) == ["import-unknown"]


def test_two_translations_of_one_text_are_an_error() -> None:
    file = file_of(pair(VI))
    _head, rest = file.split("\n\n", 1)
    doubled = rest.replace('"Prices"', '"Price list"')
    _made, problems = back(pair(VI), f"{file}\n{doubled}")

    assert {(each.code, each.fields["other"]) for each in problems} == {("import-twice", "back.po:12")}


@pytest.mark.parametrize(
    ("key", "new", "ours", "theirs"),
    [
        ("body.1", "[x](content:/products/misa-ams) [h](https://amis.misa.vn/)[^1]", *("misa-ams", "misa-amis")),
        ("body.1", "[x](content:/products/misa-amis) home[^1]", "–", "https://amis.misa.vn/"),
        ("body.1", "[x](content:/products/misa-amis) [h](https://amis.misa.vn/)", "–", "[^1]"),
        ("body.8", "![A desk](desk.jpg)", "desk.jpg", "ban.jpg"),
        ("title", "Prices of {name}", "{name}", "–"),
        ("title", "<https://a.example/>", "https://a.example/", "–"),
    ],
)
def test_lost_links_and_placeholders_are_errors_at_their_line(key: str, new: str, ours: str, theirs: str) -> None:
    made, problems = with_texts(pair(VI + BODY_VI, EN + BODY_EN), **{key.replace(".", "__"): new})

    assert made is None
    (found,) = problems
    assert (found.code, found.place.path, found.fields["context"]) == ("import-differs", "back.po", f"pages/gia {key}")
    assert found.place.line
    assert ours in str(found.fields["ours"])
    assert theirs in str(found.fields["theirs"])


def test_a_link_that_the_translation_has_already_may_stay() -> None:
    given = pair(VI + "Xem [trang](https://a.example/).\n", EN + "See [page](https://b.example/).\n")
    made, problems = with_texts(given, body__1="See that [page](https://b.example/#top).")

    assert problems == ()
    assert "See that" in text(made)


@pytest.mark.parametrize(
    ("new", "detail"),
    [
        ("- The price.", "a list"),
        ("## The price.", "##"),
        ("The price.\n\nOf it.", "another block, or several"),
        ("The price.\n## Of it", "another block, or several"),
        ("    The price.", "code"),
    ],
)
def test_a_block_stays_what_it_is(new: str, detail: str) -> None:
    made, problems = with_texts(pair(VI + PLAIN_VI, EN + PLAIN_EN), body__1=new)

    assert made is None
    (found,) = problems
    assert (found.code, found.fields["detail"], found.fields["expected"]) == ("import-shape", detail, "a paragraph")


def test_blocks_that_run_into_each_other_are_told() -> None:
    given = pair(VI + "Một ```\n\nHai.\n\n```\n", "")
    _made, problems = with_texts(given, body__1="```", body__2="Two.", body__3="```")

    assert codes_of(problems) == ["import-shape"]


@pytest.mark.parametrize(
    ("key", "new", "code"),
    [
        ("title", "x" * 301, "too-long"),
        ("claims.gia.text", "x" * 401, "too-long"),
        ("summary", "x" * 201, "too-long"),
        ("body.2", "## \u2026", "empty-anchor"),
    ],
)
def test_what_the_checker_refuses_is_told_where_the_translator_wrote_it(key: str, new: str, code: str) -> None:
    given = pair(VI + PLAIN_VI, EN + PLAIN_EN)
    line = next(index for index, line in enumerate(file_of(given).split("\n"), 1) if f'gia {key}"' in line) + 1
    _made, problems = with_texts(given, **{key.replace(".", "__"): new})

    assert [(each.code, each.place) for each in problems] == [(code, Place("back.po", line))]


@pytest.mark.parametrize("key", ["title", "body__1"])
def test_controls_are_refused(key: str) -> None:
    made, problems = with_texts(pair(VI + PLAIN_VI, EN + PLAIN_EN), **{key: "a\u0085b"})

    assert made is None
    assert codes_of(problems) == ["control-character"]


def test_a_text_without_place_is_told_where_the_translator_wrote_it() -> None:
    given = pair(VI.replace("title: {sources", '"a: b": {sources'), "---\ntitle: Prices\n---\n")
    made, problems = with_texts(given, **{"evidence__a: b__note": "New."})

    assert made is None
    assert [(each.code, each.place.path) for each in problems] == [("import-unplaced", "back.po")]


WORDS = st.text("aạđ <>&\"'\\%{}:#-", min_size=1, max_size=12).map(lambda words: f"x{words.strip()}")
BLOCKS = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"## {words}"),
    WORDS.map(lambda words: f"[{words.replace('<', '')}](content:/products/misa-amis)[^1]"),
    WORDS.map(lambda words: f"| a | {words} |\n|---|---|\n| 1 | 2 |"),
    WORDS.map(lambda words: f'!!! note "N"\n    {words}\n\n    more'),
    WORDS.map(lambda words: f"- {words}\n- two\n\n    still"),
    WORDS.map(lambda words: f"```\n{words}\n\n# x\n```"),
    WORDS.map(lambda words: f"[^1]: {words}\n    more"),
    st.just("[[product:misa-amis]]"),
    st.just("***"),
)
GAPS = st.sampled_from(["\n\n", "\n\n\n", "\n \n"])


@st.composite
def bodies(draw: st.DrawFn) -> str:
    parts = [each for block in draw(st.lists(BLOCKS, max_size=8)) for each in (block, draw(GAPS))]
    return draw(st.sampled_from(["", "\n", "\n\n"])) + "".join([*parts, "[^1]: A note.\n"])


@settings(deadline=None, max_examples=60)
@given(bodies(), bodies(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(list(FORMATS)))
def test_any_bodies_go_and_come_back_unchanged(vi: str, en: str, end: str, form: str) -> None:
    made = pair((VI + vi).replace("\n", end), (EN + en).replace("\n", end))

    assert back(made, file_of(made, form)) == (None, ())


@settings(deadline=None, max_examples=60)
@given(bodies(), st.sampled_from(list(FORMATS)))
def test_any_body_is_made_again_from_its_texts(body: str, form: str) -> None:
    file = file_of(pair(VI + body, EN + body), form)
    made, problems = back(pair(VI + body, ""), file)

    assert not [each for each in problems if each.severity == "error"]
    assert text(made) == NEW_FRONT + body
