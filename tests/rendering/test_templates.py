"""A page's view becomes its HTML, and a fault of a template a problem at its place."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from showcase.codes import MISSING_TEMPLATE, TEMPLATE_FAILED, TEMPLATE_SYNTAX, TEMPLATE_UNDEFINED
from showcase.language.catalogs import empty_catalog, read_catalog
from showcase.pages.views import Frame, Job, Record
from showcase.problems import ContentError, Place, Problem, problem
from showcase.rendering.compiled import Text, compiled
from showcase.rendering.render import Renderer
from showcase.rendering.templates import render_page, template_problems
from showcase.rendering.theme import Theme

VI = """msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Save 10%"
msgstr "Giảm 10%"

msgid "%(count)s product"
msgid_plural "%(count)s products"
msgstr[0] "%(count)s sản phẩm"
"""


def frame(locale: str) -> Frame:
    return Frame(
        locale=locale,
        name=locale,
        title=f"Title {locale}",
        description="",
        base_url="https://example.org",
        home=f"/{locale}/",
        index=f"/{locale}/a-z/",
        search=f"/{locale}/search/",
        og_locale=locale,
        main=(),
        footer=(),
        feeds=(),
        assets={},
        publisher="",
        repository="",
        content_licence="",
    )


def theme(**templates: str) -> Theme:
    sources = {f"{name}.html": text for name, text in templates.items()}
    vietnamese, _ = read_catalog(VI, "vi", "vi.po")
    catalogs = {"vi": vietnamese or empty_catalog("vi"), "en": empty_catalog("en")}
    return Theme(sources, {each: frame(each) for each in catalogs}, catalogs, dict.fromkeys(catalogs, str(sources)))


def test_a_template_that_is_edited_counts_at_once_though_frames_and_words_stay() -> None:
    first, second = theme(page="one"), theme(page="two")
    second = Theme(second.sources, first.frames, first.catalogs, first.digests)
    job = Job("vi/index.html", None, "page.html", "vi")

    assert [render_page(job, each) for each in (first, second, first)] == ["one", "two", "one"]


def rendered(view: Any, locale: str = "vi", **templates: str) -> str:
    return render_page(Job("vi/index.html", view, "page.html", locale), theme(**templates))


def fault(view: Any = None, **templates: str) -> Problem:
    with pytest.raises(ContentError) as caught:
        rendered(view, **templates)
    return caught.value.problems[0]


def test_a_template_sees_its_view_and_the_frame_of_its_language() -> None:
    page = "{{ view }} {{ site.title }} {{ frames['en'].title }}"

    assert rendered("Bàn", page=page) == "Bàn Title vi Title en"


def test_each_language_has_its_own_words() -> None:
    count = "{% trans count=view %}{{ count }} product{% pluralize %}{{ count }} products{% endtrans %}"
    page = "{{ _('Save 10%') }}, " + count

    assert rendered(2, page=page) == "Giảm 10%, 2 sản phẩm"
    assert rendered(2, "en", page=page) == "Save 10%, 2 products"


def test_a_template_compiled_once_speaks_each_language() -> None:
    page = "{{ 1234567|number }}"
    once = replace(theme(page=page), codes={"page.html": compiled(Text("page.html", page)).code})

    said = {locale: render_page(Job("index.html", None, "page.html", locale), once) for locale in ("vi", "en")}
    assert said == {"vi": "1.234.567", "en": "1,234,567"}


def test_what_a_view_holds_is_escaped_and_never_run() -> None:
    assert rendered("{{ site }}<b>&\"'", page="{{ view }}") == "{{ site }}&lt;b&gt;&amp;&#34;&#39;"


def test_empty_lines_are_left_out() -> None:
    assert rendered(None, page="<p>\n\n  \n\n</p>\n") == "<p>\n</p>\n"


def test_two_themes_do_not_share_their_templates() -> None:
    assert rendered(None, page="one") == "one"
    assert rendered(None, page="other") == "other"


def test_an_undefined_name_is_told_with_its_line() -> None:
    found = fault(page="<p>\n\n{{ view.title }}\n")

    assert found.code == TEMPLATE_UNDEFINED.name
    assert found.place == Place("templates/page.html", 3)
    assert found.fields["address"] == "/vi/index.html"


def test_the_place_is_in_the_component_where_the_name_stands() -> None:
    card = "{% macro card(entry) %}\n<p>\n{{ entry.name }}\n{% endmacro %}"
    found = fault(Record({}), page='{% from "card.html" import card %}\n{{ card(view) }}', card=card)

    assert found.place == Place("templates/card.html", 3)
    assert found.fields["detail"] == "Record has no attribute 'name'"


def test_the_place_is_in_the_part_that_is_included_and_in_the_parent_that_is_extended() -> None:
    assert fault(page='\n{% include "part.html" %}', part="\n\n{{ nothing }}").place == Place("templates/part.html", 3)
    assert fault(page='{% extends "base.html" %}', base="\n{{ nothing }}").place == Place("templates/base.html", 2)


def test_the_place_is_in_the_template_where_a_filter_of_ours_fails() -> None:
    found = fault("Bàn", page="\n{{ view|money('VND') }}")

    assert (found.code, found.place) == (TEMPLATE_FAILED.name, Place("templates/page.html", 2))


def test_a_name_that_is_computed_and_missing_is_told_where_it_is_used() -> None:
    found = fault("card.html", page="\n{% include view %}")

    assert found == problem(MISSING_TEMPLATE, Place("templates/page.html", 2), template="card.html")


def test_a_syntax_error_is_told_when_a_page_is_made_without_a_check() -> None:
    assert fault(page='\n{% include "part.html" %}', part="\n{% if %}").place == Place("templates/part.html", 2)


@dataclass(frozen=True)
class Broken:
    """A view that fails when it is read."""

    @property
    def title(self) -> str:
        raise ZeroDivisionError("by zero")


def test_any_other_failure_is_told_too() -> None:
    found = fault(Broken(), page="{{ view.title }}")

    assert (found.code, found.fields["detail"]) == (TEMPLATE_FAILED.name, "by zero")


def test_all_faults_of_all_templates_are_found_at_once() -> None:
    sources = {
        "a.html": "\n{% if %}",
        "b.html": "{{ view|shout }}",
        "c.html": '{% extends "base.html" %}\n{% include "gone.html" %}{% include "maybe.html" ignore missing %}',
        "d.html": '{% from "macros.html" import card %}{% import "others.html" as o %}{% include name %}',
        "e.html": "{% block main %}",
        "base.html": "",
    }
    found = template_problems(sources, frozenset({"a.html", "product.html"}))

    assert [(each.code, str(each.place), each.fields.get("template", "")) for each in found] == [
        ("missing-template", "templates", "product.html"),
        ("template-syntax", "templates/a.html:2", ""),
        ("template-syntax", "templates/b.html:1", ""),
        ("missing-template", "templates/c.html:2", "gone.html"),
        ("missing-template", "templates/d.html:1", "macros.html"),
        ("missing-template", "templates/d.html:1", "others.html"),
        ("template-syntax", "templates/e.html:1", ""),
    ]
    assert TEMPLATE_SYNTAX.name == found[1].code


def shouted(view: str) -> bytes:
    return view.upper().encode()


def test_a_job_becomes_an_artifact_or_problems() -> None:
    renderer = Renderer(theme(page="<p>{{ view.title }}"))
    good = renderer(Job("a.html", Record({"title": "Bàn"}), "page.html", "vi"))
    bad = renderer(Job("a.html", Record({}), "page.html", "vi"))
    made = renderer(Job("a.txt", "bàn", make=shouted))

    assert not isinstance(good, tuple)
    assert not isinstance(made, tuple)
    assert (good.data, made.data) == ("<p>Bàn".encode(), "BÀN".encode())
    assert isinstance(bad, tuple)
    assert bad[0].code == TEMPLATE_UNDEFINED.name


def test_the_key_of_a_job_changes_with_whatever_its_artifact_depends_on() -> None:
    job = Job("a.html", "Bàn", "page.html", "vi")
    others = (
        Job("b.html", "Bàn", "page.html", "vi"),
        Job("a.html", "Ghế", "page.html", "vi"),
        Job("a.html", "Bàn", "other.html", "vi"),
        Job("a.html", "Bàn", make=shouted),
        Job("a.html", "Ghế", make=shouted),
    )
    renderer = Renderer(theme(page="<p>"))
    keys = {renderer.key(each) for each in (job, *others)} | {Renderer(theme(page="<b>")).key(job)}

    assert len(keys) == 7
    assert renderer.key(job) == renderer.key(Job("a.html", "Bàn", "page.html", "vi"))
