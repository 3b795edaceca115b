"""A theme becomes environments, and a page's view its HTML."""

import re
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError

from showcase import codes
from showcase.language.catalogs import jinja_functions
from showcase.pages.views import Job
from showcase.problems import ContentError, Place, Problem, problem
from showcase.rendering.compiled import CodeLoader, Text, compiled, missing_templates, new_environment, unreadable
from showcase.rendering.filters import filters
from showcase.rendering.theme import TEMPLATES, Theme

TYPE_NAME = re.compile(r"'(?:\w+\.)*(\w+) object'")
BLANK = re.compile(r"\n\s*\n+")


def environment(theme: Theme, locale: str) -> Environment:
    """The environment of one language, with its words and frames."""
    made = new_environment(filters(locale), CodeLoader(lambda name: _code(name, theme)))
    made.install_gettext_callables(**jinja_functions(theme.catalogs[locale]), newstyle=True)  # type: ignore[attr-defined]
    made.remember_words()
    made.globals |= {"site": theme.frames[locale], "frames": theme.frames}
    return made


def _code(name: str, theme: Theme) -> bytes | None:
    """The code of a template, compiled now if it was not before; none where it is missing."""
    if name in theme.codes or name not in theme.sources:
        return theme.codes.get(name)
    made = compiled(Text(name, theme.sources[name]))
    if made.problem:
        raise ContentError(made.problem)
    return made.code


class _Held:
    """A theme and a language that compare by digest and by templates, so that a worker makes each environment once.

    A process that goes on while the theme is edited makes another one.
    """

    def __init__(self, theme: Theme, locale: str) -> None:
        self.theme, self.locale = theme, locale
        self.key = f"{locale} {theme.digests[locale]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.key == other.key and self.theme.sources == other.theme.sources

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=16)
def _known(held: _Held) -> Environment:
    return environment(held.theme, held.locale)


def render_page(job: Job, theme: Theme) -> str:
    """The HTML of a page. Raises ContentError with the template's place where the template is at fault."""
    try:
        return BLANK.sub("\n", _known(_Held(theme, job.locale)).get_template(job.template).render(view=job.view))
    except ContentError:
        raise
    except Exception as error:
        raise ContentError(_fault(error, job)) from error


def template_problems(theme: Mapping[str, str], needed: frozenset[str]) -> tuple[Problem, ...]:
    """Templates that are missing or cannot be read, all at once."""
    known = {name: compiled(Text(name, source)) for name, source in theme.items()}
    return tuple(missing_templates(known, needed))


def _fault(error: Exception, job: Job) -> Problem:
    if isinstance(error, TemplateNotFound):
        return problem(codes.MISSING_TEMPLATE, _template_place(error, job), template=str(error.name))
    if isinstance(error, TemplateSyntaxError):
        return unreadable(error, error.name or job.template)
    code = codes.TEMPLATE_UNDEFINED if isinstance(error, UndefinedError) else codes.TEMPLATE_FAILED
    detail = TYPE_NAME.sub(r"\1", str(error))
    return problem(code, _template_place(error, job), detail=detail, address=f"/{job.output}")


def _template_place(error: Exception, job: Job) -> Place:
    """The innermost line of a template in the traceback, which Jinja rewrites so that it names templates."""
    place, step = Place(TEMPLATES + job.template), error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.startswith(TEMPLATES):
            place = Place(name, step.tb_lineno)
        step = step.tb_next
    return place
