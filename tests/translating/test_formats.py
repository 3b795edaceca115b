"""PO and XLIFF carry every text there and back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.language.text import CONTROL, normalised
from showcase.problems import ContentError, Place
from showcase.translating.formats import FORMATS, by_locale, read_exchange
from showcase.translating.segments import Segment
from showcase.translating.units import Exchange, site_locale
from tests.translating.makers import EN, VI, file_of, pair

PO = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
XLIFF = '<xliff version="1.2"><file target-language="en"><body>{}</body></file></xliff>'
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: CONTROL.sub(" ", normalised(text)))
SEGMENTS = st.builds(
    Segment,
    entry=st.just("pages/gia"),
    key=st.just("body.1"),
    source=TEXTS.filter(str.strip),
    target=TEXTS,
    needs_work=st.booleans(),
    place=st.just(Place("content/pages/gia/index.vi.md", 3)),
)


@pytest.mark.parametrize("form", list(FORMATS))
@settings(deadline=None)
@given(segment=SEGMENTS)
def test_any_text_comes_back_as_it_went(form: str, segment: Segment) -> None:
    text = FORMATS[form].text_of(((pair(), (segment,)),), "en", lambda _segment: ("a note", "with 100% care"))
    found = read_exchange(text.encode(), "back")

    assert found.locale == "en"
    if form == "po" or found.units:
        (unit,) = found.units
        assert (unit.context, unit.source, unit.target) == ("pages/gia body.1", segment.source, segment.target)
        assert not unit.target or unit.is_fuzzy == segment.needs_work
    else:
        assert re.search("[\ufffe\uffff]", segment.source + segment.target)


def test_a_po_file_says_what_a_translator_needs() -> None:
    text = file_of(pair(VI + "Giá\n", EN.replace("---\nt", "---\ntranslated_from: {title: 0a}\nt") + "Price\n"))

    assert text.startswith('msgid ""\nmsgstr ""\n"Language: en\\n"\n')
    assert (
        "#. title\n#: content/pages/gia/index.vi.md:2\n#, fuzzy\n"
        'msgctxt "pages/gia title"\nmsgid "Giá cả"\nmsgstr "Prices"\n' in text
    )
    assert 'msgctxt "pages/gia evidence.title.note"' in text
    assert "python-format" not in text
    assert 'index.vi.md:21\nmsgctxt "pages/gia body.1"\nmsgid "Giá"\nmsgstr "Price"\n' in text


def test_an_xliff_file_says_what_a_translator_needs() -> None:
    text = file_of(pair(VI + "Giá < 5\n", "---\ntitle: A & B\n---\n"), "xliff")

    assert 'source-language="vi" target-language="en" datatype="x-markdown"' in text
    assert '<trans-unit id="pages/gia title" maxwidth="300" size-unit="char" xml:space="preserve">' in text
    assert '<target state="translated">A &amp; B</target>' in text
    assert '<source>Giá &lt; 5</source>\n        <target state="needs-translation"></target>' in text
    assert '<context context-type="linenumber">21</context>' in text
    assert '<note from="developer">body.1</note>' in text


def test_what_xml_cannot_hold_stays_out_of_xliff() -> None:
    given = pair(VI + "Giá\uffff\n\nMột\n", "")

    assert 'body.1"' not in file_of(given, "xliff")
    assert 'body.2"' in file_of(given, "xliff")


def test_a_machine_draft_needs_work() -> None:
    text = file_of(pair(VI, EN.replace("---\nt", "---\nmachine_draft: true\nt")))

    assert text.count("#, fuzzy") == 6


def test_other_entries_of_a_po_file_are_passed_over() -> None:
    text = PO + '#~ msgctxt "a b"\n#~ msgid "c"\n#~ msgstr "d"\n\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "o"\n'
    (unit,) = read_exchange(text.encode(), "x.po").units

    assert (unit.context, unit.source, unit.place) == ("", "onemany", Place("x.po", 9))


def test_what_tools_add_to_xliff_is_passed_over() -> None:
    text = XLIFF.format(
        '<group><trans-unit id="a b"><source>Giá <g id="1">này</g></source><seg-source><mrk>x</mrk></seg-source>\n'
        '<target state="new">This <mrk mtype="x">price</mrk></target><note>n</note>'
        "<alt-trans><source>x</source><target>y</target></alt-trans></trans-unit></group>"
        '<trans-unit id="c"><source>d</source></trans-unit>'
    )
    one, other = read_exchange(text.encode(), "x.xlf").units

    assert (one.context, one.source, one.target, one.is_fuzzy) == ("a b", "Giá này", "This price", True)
    assert (other.target, other.is_fuzzy, other.place.line) == ("", False, 2)


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ('msgid "a"\nmsgstr b\n', 2, "msgstr b"),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', 2, "<<<<<<< HEAD"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 1, "missing msgstr for msgid 'a'"),
        ("<xliff version='1.2'>\n<file>", 2, "no element found"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>\n<xliff/>", 1, "<!DOCTYPE>"),
        ("<html></html>", 1, "<html version=''>"),
        ("<xliff version='2.0'/>", 1, "<xliff version='2.0'>"),
        (XLIFF.replace("</file>", "</file>\n<file target-language='vi'/>").format(""), 2, "target-language: en, vi"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(text: str, line: int, detail: str) -> None:
    with pytest.raises(ContentError) as caught:
        by_locale([("back.po", text.encode())], ("vi", "en"))
    found = caught.value.problems[0]

    assert (found.code, found.place.path, found.place.line) == ("import-unreadable", "back.po", line)
    assert detail in str(found.fields["detail"])


def test_another_encoding_is_refused() -> None:
    with pytest.raises(ContentError) as caught:
        by_locale([("a.po", PO.encode("utf-16")), ("b.po", b"\xff")], ("vi", "en"))
    assert [each.code for each in caught.value.problems] == ["not-utf8", "not-utf8"]


@pytest.mark.parametrize(
    ("stated", "found"), [("en", "en"), ("en_GB", "en"), ("en-US", "en"), ("pt_BR", "pt-BR"), ("fr", ""), ("", "")]
)
def test_the_language_is_one_of_the_site(stated: str, found: str) -> None:
    locale, problems = site_locale(Exchange(stated, Place("a.po"), ()), ("vi", "en", "pt-BR"))

    assert (locale, [each.code for each in problems]) == (found, [] if found else ["import-locale"])


@pytest.mark.parametrize(
    "text", ['msgid "a"\nmsgstr "b"\n', PO.replace("en", ""), XLIFF.replace('"en"', '""').format("")]
)
def test_a_file_without_language_is_refused(text: str) -> None:
    with pytest.raises(ContentError) as caught:
        by_locale([("back.po", text.encode())], ("vi", "en"))
    assert [(each.code, each.fields["locale"]) for each in caught.value.problems] == [("import-locale", "")]
