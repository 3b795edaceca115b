"""Makes Jinja faster and leaves what it writes as it is: less is asked before a macro, a word or a value is written."""

from collections.abc import Callable
from typing import Any

import markupsafe
from jinja2 import Environment, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

NUMBERS = frozenset({int, float})  # they hold nothing to escape
# It has no public name. Should a version of MarkupSafe call it otherwise, values are escaped as slowly as without us,
# and a test says so.
escaped_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def escaped(value: Any) -> str:
    """What `escape` makes of a value, without making it safe `Markup`: what is written to a page is only joined."""
    if type(value) is str:
        return escaped_text(value)
    if type(value) is Markup:
        return value
    return str(value) if type(value) in NUMBERS else escape(value)


class Words:
    """A function of gettext that fills each message once; a message with variables is filled each time."""

    def __init__(self, function: Callable[..., str]) -> None:
        self.function = function
        self.known: dict[tuple[Any, ...], str] = {}

    @pass_context
    def __call__(self, context: Context, /, *message: str, **variables: Any) -> str:
        """The message in the language of the page."""
        if variables:
            return self.function(context, *message, **variables)
        key = (context.eval_ctx.autoescape, *message)
        if key not in self.known:
            self.known[key] = self.function(context, *message)
        return self.known[key]


class QuickContext(Context):
    """A context that knows what macros and words ask for; what else is called, it asks."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What a call in a template gives."""
        if type(called) is Macro:
            given: Any = self.eval_ctx
        elif type(called) is Words:
            given = self
        else:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(given, *args, **kwargs)


class QuickGenerator(CodeGenerator):
    """Generates code that writes values with `escaped`."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class QuickEnvironment(Environment):
    """An environment with all this."""

    context_class = QuickContext
    code_generator_class = QuickGenerator
    escaped = staticmethod(escaped)

    def remember_words(self) -> None:
        """Nothing, after the functions of gettext that were installed remember what they said."""
        installed: dict[str, Any] = self.globals
        for name in ("gettext", "pgettext"):
            installed[name] = Words(installed[name])
        installed["_"] = installed["gettext"]
