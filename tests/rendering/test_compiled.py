"""A page depends on the templates that it uses, and on no others."""

import pytest

from showcase.rendering.compiled import Text, closures, compiled

SOURCES = {
    "base.html": "<main>{% block main %}{% endblock %}</main>",
    "product.html": '{% extends "base.html" %}{% block main %}{% include "card.html" %}{% endblock %}',
    "card.html": '{% from "mark.html" import mark %}{{ mark() }}',
    "mark.html": "{% macro mark() %}!{% endmacro %}",
    "page.html": "{% include name %}",
    "loop.html": '{% include "loop.html" ignore missing %}{% include "gone.html" ignore missing %}',
    "lost.html": "<p>",
}


def digests(**changes: str) -> dict[str, str]:
    sources = SOURCES | {f"{name}.html": source for name, source in changes.items()}
    return closures(sources, {name: compiled(Text(name, source)) for name, source in sources.items()})


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        ("mark", {"mark.html", "card.html", "product.html", "page.html"}),
        ("base", {"base.html", "product.html", "page.html"}),
        ("lost", {"lost.html", "page.html"}),
        ("loop", {"loop.html", "page.html"}),
    ],
)
def test_a_change_touches_what_uses_it_whatever_way_leads_there(changed: str, touched: set[str]) -> None:
    before, after = digests(), digests(**{changed: SOURCES[f"{changed}.html"] + " "})

    assert {name for name in before if before[name] != after[name]} == touched
