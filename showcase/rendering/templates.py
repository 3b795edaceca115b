"""A theme becomes environments, and a page's view its HTML."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.ext import InternationalizationExtension
from jinja2.nodes import Const, Extends, FromImport, Import, Include, Template

from showcase import codes
from showcase.language.catalogs import jinja_functions
from showcase.pages.views import Job
from showcase.problems import ContentError, Place, Problem, problem
from showcase.rendering.filters import filters
from showcase.rendering.theme import TEMPLATES, Theme

TYPE_NAME = re.compile(r"'(?:\w+\.)*(\w+) object'")
BLANK = re.compile(r"\n\s*\n+")


def environment(theme: Theme, locale: str) -> Environment:
    """The environment of one language: strict, escaping, without any access to files."""
    made = Environment(
        loader=FunctionLoader(lambda name: _source(name, theme.sources)),
        extensions=[InternationalizationExtension],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(**jinja_functions(theme.catalogs[locale]), newstyle=True)  # type: ignore[attr-defined]
    made.filters |= filters(locale)
    made.globals |= {"site": theme.frames[locale], "frames": theme.frames}
    return made


def _source(name: str, sources: Mapping[str, str]) -> tuple[str, str, None] | None:
    """A template with the path by which a traceback names it; none where it is missing."""
    return (sources[name], TEMPLATES + name, None) if name in sources else None


class _Held:
    """A theme and a language that compare by digest, so that a worker makes each environment once."""

    def __init__(self, theme: Theme, locale: str) -> None:
        self.theme, self.locale = theme, locale
        self.key = f"{locale} {theme.digests[locale]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=16)
def _known(held: _Held) -> Environment:
    return environment(held.theme, held.locale)


def render_page(job: Job, theme: Theme) -> str:
    """The HTML of a page. Raises ContentError with the template's place where the template is at fault."""
    try:
        return BLANK.sub("\n", _known(_Held(theme, job.locale)).get_template(job.template).render(view=job.view))
    except Exception as error:
        raise ContentError(_fault(error, job)) from error


def template_problems(theme: Mapping[str, str], needed: frozenset[str]) -> tuple[Problem, ...]:
    """Templates that are missing or cannot be read, all at once."""
    check = Environment(extensions=[InternationalizationExtension], autoescape=True)
    check.filters |= filters("en")
    found = [
        problem(codes.MISSING_TEMPLATE, Place(TEMPLATES.rstrip("/")), template=name)
        for name in sorted(needed - set(theme))
    ]
    for name, source in sorted(theme.items()):
        try:
            tree = check.parse(source, name)
            check.compile(tree, name, raw=True)
        except TemplateSyntaxError as error:
            found.append(_unreadable(error, name))
        else:
            found += _missing(tree, name, theme)
    return tuple(found)


def _missing(tree: Template, name: str, theme: Mapping[str, str]) -> Iterator[Problem]:
    """The templates that one names and that do not exist; a name that is computed shows only when a page is made."""
    for node in tree.find_all((Extends, FromImport, Import, Include)):
        wanted = getattr(node, "template", None)
        if not isinstance(wanted, Const) or getattr(node, "ignore_missing", False):
            continue
        if isinstance(wanted.value, str) and wanted.value not in theme:
            yield problem(codes.MISSING_TEMPLATE, Place(TEMPLATES + name, node.lineno), template=wanted.value)


def _unreadable(error: TemplateSyntaxError, name: str) -> Problem:
    return problem(codes.TEMPLATE_SYNTAX, Place(TEMPLATES + name, error.lineno), detail=error.message or "")


def _fault(error: Exception, job: Job) -> Problem:
    if isinstance(error, TemplateNotFound):
        return problem(codes.MISSING_TEMPLATE, _template_place(error, job), template=str(error.name))
    if isinstance(error, TemplateSyntaxError):
        return _unreadable(error, error.name or job.template)
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
