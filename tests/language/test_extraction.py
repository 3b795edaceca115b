"""How words get from templates and code to translators and back: rules 13 and 16."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from showcase.codes import NOT_TRANSLATED
from showcase.commands.messages import messages
from showcase.language.catalogs import read_catalog
from showcase.language.extraction import extracted, po_text, updated
from showcase.problems import ContentError

PAGE = b"""\
{# Translators: the button beside the search field #}
{{ _('Save 10%') }}
{% trans name=x %}
  Hello
  {{ name }}
{% endtrans %}
{{ pgettext('menu', 'Home') }}
{{ ngettext('one product', '%(num)s products', 3) }}
"""
CODE = b"""\
def _p(context, text): ...
home = _p("menu", "Home")
save = _("Save 10%")
"""
EXPECTED = """\
# Written by `make messages`: translate the msgstr lines, leave the others.
msgid ""
msgstr ""
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#: templates/page.html
#, python-format
msgid "Hello %(name)s"
msgstr ""

#. the button beside the search field
#: showcase/kinds/a.py templates/page.html
msgid "Save 10%"
msgstr ""

#: templates/page.html
#, python-format
msgid "one product"
msgid_plural "%(num)s products"
msgstr[0] ""

#: showcase/kinds/a.py templates/page.html
msgctxt "menu"
msgid "Home"
msgstr ""
"""
SOURCES = [("templates/page.html", PAGE), ("showcase/kinds/a.py", CODE)]


def test_messages_are_collected_and_sorted() -> None:
    assert updated("", extracted(SOURCES), "vi", "vi.po") == EXPECTED


def test_the_template_has_no_language() -> None:
    assert '"Language: \\n"' in po_text(extracted(SOURCES))
    assert "Plural-Forms" not in po_text(extracted(SOURCES))


def test_a_second_run_changes_nothing_in_whatever_order_files_come() -> None:
    again = updated(EXPECTED, extracted(reversed(SOURCES)), "vi", "vi.po")
    assert again == updated(again, extracted(SOURCES), "vi", "vi.po") == EXPECTED


def test_line_numbers_do_not_matter() -> None:
    moved = [("templates/page.html", b"\n\n\n" + PAGE), SOURCES[1]]
    assert updated(EXPECTED, extracted(moved), "vi", "vi.po") == EXPECTED


def test_translations_are_kept() -> None:
    done = (
        EXPECTED.replace('"Save 10%"\nmsgstr ""', '"Save 10%"\nmsgstr "Tiết kiệm 10%"')
        .replace('msgstr[0] ""', 'msgstr[0] "%(num)s sản phẩm"')
        .replace(
            "#: showcase/kinds/a.py templates/page.html\nmsgctxt",
            "# my note\n#: showcase/kinds/a.py templates/page.html\n#, fuzzy\nmsgctxt",
        )
        .replace('msgid "Home"\nmsgstr ""', 'msgid "Home"\nmsgstr "Nhà"')
    )
    assert updated(done, extracted(SOURCES), "vi", "vi.po") == done


def test_messages_that_are_gone_become_obsolete_and_may_come_back() -> None:
    done = EXPECTED.replace('"Save 10%"\nmsgstr ""', '"Save 10%"\nmsgstr "Tiết kiệm 10%"')
    without = updated(done, extracted([]), "vi", "vi.po")
    assert without.endswith('#~ msgid "Save 10%"\n#~ msgstr "Tiết kiệm 10%"\n')
    assert "Hello" not in without
    assert updated(without, extracted([]), "vi", "vi.po") == without
    back = updated(without, extracted(SOURCES), "vi", "vi.po")
    assert 'msgid "Save 10%"\nmsgstr "Tiết kiệm 10%"\n' in back
    assert "#~" not in back


def test_a_translation_is_kept_where_it_has_as_many_forms() -> None:
    single = 'msgid "one product"\nmsgstr "x"\n'
    assert 'msgstr[0] "x"\n' in updated(single, extracted(SOURCES), "vi", "vi.po")
    assert 'msgstr[0] ""\nmsgstr[1] ""\n' in updated(single, extracted(SOURCES), "en", "en.po")


def test_what_is_written_can_be_read() -> None:
    catalog, problems = read_catalog(EXPECTED, "vi", "vi.po")
    assert catalog is not None
    assert {found.fields["state"] for found in problems} == {NOT_TRANSLATED}


def test_broken_templates_fail_all_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        extracted([("b.html", b"\n{% trans %}"), ("a.html", b"ok\n\n\xff"), *SOURCES])
    assert [(found.code, str(found.place)) for found in caught.value.problems] == [
        ("not-utf8", "a.html:3"),
        ("template-syntax", "b.html:2"),
    ]


def test_a_damaged_catalogue_is_not_overwritten() -> None:
    with pytest.raises(ContentError):
        updated('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', extracted(SOURCES), "vi", "vi.po")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "templates/parts/page.html": PAGE,
        "templates/feed.xml": b"{{ _('Feed') }}",
        "templates/style.css": b"{{ _('Nothing') }}",
        "showcase/kinds/a.py": CODE,
        "showcase/pages/plan.py": b"_('Plan')",
        "showcase/codes.py": b"_('the file is empty')",
        "locales/vi/.keep": b"",
        "locales/en/.keep": b"",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_the_command_writes_every_catalogue_once(project: Path) -> None:
    first = CliRunner().invoke(messages, ["--root", str(project)])
    assert (first.exit_code, first.output.split()) == (
        0,
        [
            "locales/messages.pot",
            "locales/en/LC_MESSAGES/messages.po",
            "locales/vi/LC_MESSAGES/messages.po",
            "showcase/messages/vi.po",
        ],
    )
    site = (project / "locales/vi/LC_MESSAGES/messages.po").read_text()
    assert all(f'msgid "{word}"' in site for word in ("Feed", "Plan", "Home", "Save 10%"))
    assert "Nothing" not in site
    assert 'msgid "the file is empty"' in (project / "showcase/messages/vi.po").read_text()
    second = CliRunner().invoke(messages, ["--root", str(project), "--check"])
    assert (second.exit_code, second.output) == (0, "")


def test_the_check_changes_nothing_and_fails(project: Path) -> None:
    result = CliRunner().invoke(messages, ["--root", str(project), "--check"])
    assert result.exit_code == 1
    assert not (project / "showcase/messages").exists()


def test_the_command_names_every_damaged_catalogue(project: Path) -> None:
    for path in ("locales/vi/LC_MESSAGES/messages.po", "showcase/messages/vi.po"):
        (project / path).parent.mkdir(parents=True)
        (project / path).write_text("<<<<<<<\n")
    result = CliRunner().invoke(messages, ["--root", str(project)])
    assert isinstance(result.exception, ContentError)
    assert [str(found.place) for found in result.exception.problems] == [
        "locales/vi/LC_MESSAGES/messages.po:1",
        "showcase/messages/vi.po:1",
    ]


def test_the_tools_own_words_are_all_in_vietnamese() -> None:
    path = Path(__file__).parents[2] / "showcase/messages/vi.po"
    catalog, problems = read_catalog(path.read_bytes(), "vi", "showcase/messages/vi.po")
    assert (catalog is not None, problems) == (True, ())
