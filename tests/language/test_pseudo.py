"""Pseudo-messages keep what a program needs and change what a reader sees."""

import re

from hypothesis import given
from hypothesis import strategies as st

from showcase.language.catalogs import translations
from showcase.language.pseudo import pseudo_catalog, pseudo_text


def test_a_pseudo_message_keeps_its_placeholders_and_tags() -> None:
    assert pseudo_text('Hello %(name)s, <a href="/a">100%% of {n}</a>') == (
        '[Hễllộ %(name)s, <a href="/a">100%% ộf {n}</a>~~~~~~~~~~~~~~]'
    )


def test_an_empty_message_is_only_its_brackets() -> None:
    assert pseudo_text("") == "[]"


@given(st.text(alphabet="abc đ<>%(){}s&;"))
def test_whatever_the_message_its_placeholders_stay_in_order(message: str) -> None:
    placeholder = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")

    assert placeholder.findall(pseudo_text(message)) == placeholder.findall(message)


PO = """msgid ""
msgstr "Plural-Forms: nplurals=1; plural=0;\\n"

msgctxt "address"
msgid "products"
msgstr "san-pham"

msgctxt "menu"
msgid "Main"
msgstr "Chính"

msgid "Not <b>translated</b>"
msgstr ""

msgid "%(count)s year"
msgid_plural "%(count)s years"
msgstr[0] "%(count)s năm"
"""


def test_a_pseudo_catalogue_replaces_every_word_but_those_of_addresses() -> None:
    known = translations(pseudo_catalog(PO.encode(), "vi", "vi.po"))

    assert known.pgettext("address", "products") == "san-pham"
    assert known.pgettext("menu", "Main") == pseudo_text("Main")
    assert known.gettext("Not <b>translated</b>") == pseudo_text("Not <b>translated</b>")
    assert known.ngettext("%(count)s year", "%(count)s years", 1) == pseudo_text("%(count)s years")


def test_a_pseudo_catalogue_has_as_many_plurals_as_the_language() -> None:
    english = PO.replace("nplurals=1; plural=0", "nplurals=2; plural=(n != 1)") + 'msgstr[1] ""\n'
    known = translations(pseudo_catalog(english.encode(), "en", "en.po"))

    shown = [known.ngettext("%(count)s year", "%(count)s years", count) for count in (1, 2)]
    assert shown == [pseudo_text("%(count)s year"), pseudo_text("%(count)s years")]
