"""What a translator's file gives, and what it must not do: rules 13–16."""

import contextlib
import pickle
from textwrap import dedent

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.codes import FUZZY, NOT_TRANSLATED, OBSOLETE
from showcase.language.catalogs import Catalog, empty_catalog, jinja_functions, percent_safe, read_catalog, translations
from showcase.problems import Problem

PATH = "locales/vi/LC_MESSAGES/messages.po"
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""  # the first message stands in line 6


def read(body: str, locale: str = "vi", header: str = HEADER) -> tuple[Catalog | None, tuple[Problem, ...]]:
    return read_catalog(header + dedent(body), locale, PATH)


def usable(body: str, locale: str = "vi") -> Catalog:
    catalog, problems = read(body, locale)
    assert catalog is not None, problems
    return catalog


def errors(body: str, locale: str = "vi", header: str = HEADER) -> list[tuple[str, int, dict[str, object]]]:
    catalog, problems = read(body, locale, header)
    assert (catalog is None) == any(found.severity == "error" for found in problems)
    return [(found.code, found.place.line, dict(found.fields)) for found in problems]


GOOD = """\
    msgctxt "menu"
    msgid "Home"
    msgstr "Trang chủ"

    msgid "Hello %(name)s"
    msgstr "Chào %(name)s"

    msgid "one product"
    msgid_plural "%(count)s products"
    msgstr[0] "%(count)s sản phẩm"

    msgctxt "card"
    msgid "one award"
    msgid_plural "{count} awards"
    msgstr[0] "{count} giải thưởng"
    """


def test_messages_are_translated() -> None:
    known = translations(usable(GOOD))
    assert known.gettext("Hello %(name)s") == "Chào %(name)s"
    assert known.pgettext("menu", "Home") == "Trang chủ"
    assert known.ngettext("one product", "%(count)s products", 1) == "%(count)s sản phẩm"
    assert known.npgettext("card", "one award", "{count} awards", 5) == "{count} giải thưởng"


def test_what_is_unknown_comes_back_as_it_is() -> None:
    for known in (translations(usable(GOOD)), translations(empty_catalog("vi"))):
        assert known.gettext("Other") == "Other"
        assert known.pgettext("footer", "Home") == "Home"
    assert translations(empty_catalog("en")).ngettext("one", "many", 2) == "many"


def test_a_good_file_has_no_problems_and_decomposed_text_is_composed() -> None:
    assert read(GOOD)[1] == ()
    assert translations(usable('msgid "a"\nmsgstr "e\u0302\u0301"\n')).gettext("a") == "ế"


def test_a_catalogue_travels_and_its_digest_follows_its_messages() -> None:
    catalog = usable(GOOD)
    assert pickle.loads(pickle.dumps(catalog)) == catalog == usable("# a comment\n" + dedent(GOOD))
    assert usable(GOOD.replace("Trang chủ", "Trang đầu")).digest != catalog.digest
    assert usable("", "ja").digest == empty_catalog("ja").digest


def test_fuzzy_and_empty_messages_fall_back_with_a_warning() -> None:
    body = """\
        #, fuzzy
        msgid "Home"
        msgstr "Nhà"

        msgid "Search"
        msgstr ""

        #~ msgid "Old"
        #~ msgstr "Cũ"

        #~| msgid "Older"
        #~ msgid "Oldest"
        #~ msgstr "Cũ nhất"
        """
    known = translations(usable(body))
    assert [known.gettext(word) for word in ("Home", "Search", "Old")] == ["Home", "Search", "Old"]
    assert errors(body) == [
        ("incomplete-catalog", 7, {"message": "Home", "state": FUZZY, "path": PATH}),
        ("incomplete-catalog", 10, {"message": "Search", "state": NOT_TRANSLATED, "path": PATH}),
        ("incomplete-catalog", 13, {"message": "Old", "state": OBSOLETE, "path": PATH}),
        ("incomplete-catalog", 17, {"message": "Oldest", "state": OBSOLETE, "path": PATH}),
    ]


def test_in_the_language_of_the_templates_nothing_is_missing() -> None:
    assert errors('msgid "Home"\nmsgstr ""\n', "en", "") == []


def test_a_form_that_is_missing_makes_the_message_missing() -> None:
    body = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n'
    assert errors(body, "fr", "") == [
        ("incomplete-catalog", 1, {"message": "a", "state": NOT_TRANSLATED, "path": PATH})
    ]


def test_long_messages_are_shortened_in_warnings() -> None:
    [(_, _, fields)] = errors(f'msgid "{"x" * 100}"\nmsgstr ""\n')
    assert fields["message"] == "x" * 59 + "…"


def test_vietnamese_has_one_plural_form() -> None:
    header = HEADER.replace("nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);")
    assert errors("", header=header) == [("catalog-plurals", 4, {"count": 2, "expected": 1, "locale": "vi"})]


def test_duplicates_are_refused() -> None:
    body = """\
        msgid "Home"
        msgstr "Trang chủ"

        msgctxt "menu"
        msgid "Home"
        msgstr "Trang chủ"

        msgid "Home"
        msgstr "Nhà"
        """
    assert errors(body) == [("catalog-duplicate", 13, {"message": "Home", "first": 6})]


def test_conflict_markers_are_refused() -> None:
    body = """\
        <<<<<<< HEAD
        msgid "a"
        msgstr "b"
        =======
        >>>>>>> other
        """
    assert errors(body) == [
        ("catalog-conflict", 6, {"line": "<<<<<<< HEAD"}),
        ("catalog-conflict", 9, {"line": "======="}),
        ("catalog-conflict", 10, {"line": ">>>>>>> other"}),
    ]


@pytest.mark.parametrize(
    ("source", "translation", "expected", "actual"),
    [
        ("Hello %(name)s", "Chào %(ten)s", "%(name)s", "%(ten)s"),
        ("Hello %(name)s", "Chào", "%(name)s", "–"),
        ("Hello", "Chào {name}", "–", "{name}"),
        ("{a} of {b}", "{b}", "{a}, {b}", "{b}"),
        ("%(n)s", "%(n)d", "%(n)s", "%(n)d"),
        ("%(n)s", "%%(n)s", "%(n)s", "–"),
    ],
)
def test_placeholders_are_the_same(source: str, translation: str, expected: str, actual: str) -> None:
    assert errors(f'msgid "{source}"\nmsgstr "{translation}"\n') == [
        ("catalog-placeholders", 6, {"message": source, "expected": expected, "actual": actual})
    ]


def test_a_singular_may_leave_out_the_number_but_not_other_values() -> None:
    body = 'msgid "one of {a}"\nmsgid_plural "{n} of {a}"\nmsgstr[0] "%s"\nmsgstr[1] "{n} de {a}"\n'
    assert errors(body % "un de {a}", "fr", "") == []
    assert [code for code, _, _ in errors(body % "un", "fr", "")] == ["catalog-placeholders"]


@pytest.mark.parametrize(
    ("source", "translation", "tag"),
    [
        ("Read", "<b>Đọc</b>", "</b>"),
        ("<a href='/x'>Read</a>", "<a href='/y'>Đọc</a>", "<a href='/y'>"),
        ("Read", "Đọc <script", "<script"),
        ("Read", "Đọc <!-- -->", "<!--"),
        ("<b>Read</b>", "<b onclick='x'>Đọc</b>", "<b onclick='x'>"),
    ],
)
def test_tags_come_from_the_source(source: str, translation: str, tag: str) -> None:
    found = errors(f'msgid "{source}"\nmsgstr "{translation}"\n')
    assert found[0] == ("catalog-html", 6, {"message": source, "tag": tag})


def test_tags_of_the_source_and_less_than_signs_are_fine() -> None:
    assert errors('msgid "<b>Read</b> 3 < 4"\nmsgstr "3 < 4 <b>Đọc</b>"\n') == []


@pytest.mark.parametrize(
    ("body", "line", "detail"),
    [
        ('msgid "a\nmsgstr "b"\n', 6, 'msgid "a'),
        ('msgid "a"\nmsgstr "b" c\n', 7, 'msgstr "b" c'),
        ('mesgid "a"\n', 6, 'mesgid "a"'),
        ('msgid "a\x1b"x\n', 6, 'msgid "a\\x1b"x'),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 6, "missing msgstr for msgid 'a'"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 6, "msg has more translations than num_plurals of catalog"),
        ('#~ msgstr[x] ""\n', 0, "invalid literal for int() with base 10: 'x'"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(body: str, line: int, detail: str) -> None:
    assert errors(body) == [("bad-catalog", line, {"detail": detail})]


def test_other_bytes_than_utf8_are_refused_with_their_line() -> None:
    catalog, [found] = read_catalog(HEADER.encode() + b'msgid "a"\nmsgstr "\xff"\n', "vi", PATH)
    assert (catalog, found.code, found.place.line) == (None, "not-utf8", 7)
    assert read_catalog(b"\xef\xbb\xbf" + HEADER.encode(), "vi", PATH)[1] == ()


def test_control_characters_are_refused_with_their_place() -> None:
    catalog, [found] = read('msgid "a"\nmsgstr "b\u2066"\n')
    assert (catalog, found.code, str(found.place)) == (None, "control-character", f"{PATH}:7:10")


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    catalog, problems = read_catalog(text, "vi", PATH)
    assert catalog is not None or problems


def jinja(catalog: Catalog) -> jinja2.Environment:
    environment = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.install_gettext_callables(**jinja_functions(catalog), newstyle=True)  # type: ignore[attr-defined]
    return environment


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ _('Save 10%') }}", "Save 10%"),
        ("{{ _('Save 10% today, %(name)s', name='<A>') }}", "Save 10% today, &lt;A&gt;"),
        ("{% trans %}Save 10%{% endtrans %}", "Save 10%"),
        ("{{ _('Hello %(name)s', name='An') }}", "Chào An"),
        ("{{ pgettext('menu', 'Home') }}", "Trang chủ"),
        ("{{ ngettext('one product', '%(count)s products', 2, count=2) }}", "2 sản phẩm"),
        ("{% trans 'menu' %}Home{% endtrans %}", "Trang chủ"),
        ("{{ npgettext('menu', 'one %', '%(num)s %', 3) }}", "3 %"),
    ],
)
def test_templates_speak(template: str, expected: str) -> None:
    assert jinja(usable(GOOD)).from_string(template).render() == expected


@given(st.text(alphabet="%(ab)s d", max_size=12))
def test_any_percent_sign_can_be_formatted(text: str) -> None:
    found = {"a": "A", "b": "B", "ab": "AB", "ba": "BA"}
    with contextlib.suppress(KeyError):  # a placeholder of another name is the template's fault
        assert percent_safe(text) % found is not None
