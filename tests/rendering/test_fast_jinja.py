from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from showcase.kinds.localised import Passage
from showcase.rendering.fast_jinja import QuickEnvironment, escaped, escaped_text

WORDS = {"Save 10%%": "Giảm 10%%", "%(count)s items": "%(count)s món", "<b>": "<i>"}
TEMPLATES = [
    "{{ text }} {{ number }} {{ text|safe }} {{ passage }} {{ text ~ '<' }} {{ none }}",
    "{% set made %}<p>{{ text }}</p>{% endset %}{{ made }}{{ made ~ text }}{{ made|length }}",
    "{% macro row(a, b='<') %}{{ a ~ b }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ row(text) ~ row(1, 2, 3, c=4) }}",
    "{% macro box() %}<p>{{ caller('&') }}</p>{% endmacro %}{% call(each) box() %}{{ each }}{{ text }}{% endcall %}",
    "{% for each in items %}{% set word = _('Save 10%%') %}{{ loop.index }}{{ each ~ word }}{{ _('<b>') }}{% endfor %}",
    "{% trans count=number %}{{ count }} items{% endtrans %}{% trans count=2 %}{{ count }} items{% endtrans %}",
    "{{ _('%(count)s items', count=text) }}{{ pgettext('shop', 'Save 10%%') }}{{ _('Save 10%%') }}{{ _('Save 10%%') }}",
    "{% autoescape false %}{{ text }}{{ _('<b>') }}{% endautoescape %}{{ _('<b>') }}{{ text }}",
    "{% block one %}{% set own = text %}{{ own }}{{ _('<b>') }}{{ dict(a=own).a }}{% endblock %}{{ self.one() }}",
    "{% filter upper %}{{ text }}{% endfilter %}{{ [text, passage]|join(', ') }}{{ items|map('upper')|join }}",
]
VIEW = {
    "text": "<b>&\"'",
    "number": 3,
    "passage": Passage("<Bàn>", "vi"),
    "none": None,
    "items": ["a", "<", Markup("<i>")],
}


class Spoken:
    def __html__(self) -> str:
        return "<em>"


def made(kind: Callable[..., Any]) -> Any:
    environment = kind(extensions=["jinja2.ext.i18n"], undefined=StrictUndefined, autoescape=True)
    environment.install_gettext_callables(
        gettext=lambda text: WORDS.get(text, text),
        ngettext=lambda one, many, count: one if count == 1 else many,
        pgettext=lambda context, text: f"{context}: {WORDS.get(text, text)}",
        npgettext=lambda _context, one, many, count: one if count == 1 else many,
        newstyle=True,
    )
    return environment


@pytest.mark.parametrize("source", TEMPLATES)
def test_a_template_gives_what_jinja_gives(source: str) -> None:
    quick = made(QuickEnvironment)
    quick.remember_words()
    template = quick.from_string(source)
    expected = made(Environment).from_string(source).render(VIEW)

    assert [template.render(VIEW), template.render(VIEW)] == [expected, expected]


@pytest.mark.parametrize("value", [VIEW["text"], VIEW["passage"], Markup("<i>"), 3, 1e-7, True, None, Spoken()])
def test_a_value_is_escaped_as_markupsafe_does(value: Any) -> None:
    assert escaped(value) == escape(value)


def test_what_is_undefined_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        made(QuickEnvironment).from_string("{{ missing }}").render()


def test_texts_are_escaped_by_what_has_no_public_name() -> None:
    assert escaped_text is not escape
