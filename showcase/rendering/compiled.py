"""Templates become code and the names of those they use, once: compiling them takes longer than making most pages."""

import hashlib
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.ext import InternationalizationExtension
from jinja2.nodes import Const, Extends, FromImport, Import, Include
from jinja2.nodes import Template as Tree

from showcase import codes
from showcase.problems import Place, Problem, problem
from showcase.rendering.fast_jinja import QuickEnvironment
from showcase.rendering.filters import filters
from showcase.rendering.theme import TEMPLATES


@dataclass(frozen=True, slots=True)
class Text:
    """A template to compile."""

    name: str
    source: str

    @property
    def path(self) -> str:
        """Its file."""
        return TEMPLATES + self.name


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template as code, or what keeps it from being any.

    `uses` are the templates that it names, each with its line and whether it must be there; it `may_use` any where a
    name is worked out while a page is made.
    """

    code: bytes = b""
    uses: tuple[tuple[str, int, bool], ...] = ()
    may_use: bool = False
    problem: Problem | None = None


def compiled(text: Text) -> Compiled:
    """The code of a template."""
    try:
        tree = bare_environment().parse(text.source, text.name, text.path)
        code = bare_environment().compile(tree, text.name, text.path)
    except TemplateSyntaxError as error:
        return Compiled(problem=unreadable(error, text.name))
    nodes = tuple(tree.find_all((Extends, FromImport, Import, Include)))
    may_use = any(not _is_named(node) for node in nodes)
    return Compiled(marshal.dumps(code), tuple(_uses(tree)), may_use)


def unreadable(error: TemplateSyntaxError, name: str) -> Problem:
    """The problem of a template that cannot be read."""
    return problem(codes.TEMPLATE_SYNTAX, Place(TEMPLATES + name, error.lineno), detail=error.message or "")


def _is_named(node: Any) -> bool:
    return isinstance(node.template, Const) and isinstance(node.template.value, str)


def _uses(tree: Tree) -> Iterator[tuple[str, int, bool]]:
    for node in tree.find_all((Extends, FromImport, Import, Include)):
        if _is_named(node):
            yield getattr(node, "template").value, node.lineno, not getattr(node, "ignore_missing", False)  # noqa: B009


@lru_cache(maxsize=1)
def bare_environment() -> Environment:
    """What templates are compiled with for all languages: all that a real environment has but words and frames."""
    made = new_environment(dict.fromkeys(filters("en"), _left_to_pages))
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=str, ngettext=_first, pgettext=_first, npgettext=_first, newstyle=True
    )
    return made


def _left_to_pages(*_given: Any) -> NoReturn:
    """Keeps Jinja from working out the filter of a constant while it compiles: each language says it otherwise."""
    raise NotImplementedError


def new_environment(own: Mapping[str, Callable[..., Any]], loader: BaseLoader | None = None) -> QuickEnvironment:
    """An environment with these filters beside Jinja's: strict, escaping, without any access to files."""
    made = QuickEnvironment(
        loader=loader,
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
    made.filters |= own
    return made


def _first(text: str, *_others: Any) -> str:
    return text


class CodeLoader(BaseLoader):
    """Loads templates from code, which it asks for by name."""

    def __init__(self, code_of: Callable[[str], bytes | None]) -> None:
        self.code_of = code_of

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002 - Jinja's name
        """The template of that name."""
        code = self.code_of(name)
        if code is None:
            raise TemplateNotFound(name)
        # What comes is a view of several mappings, slow to look into; they do not change while there are templates.
        return Template.from_code(environment, marshal.loads(code), dict(globals or {}))  # noqa: S302 - compiled by us


def missing_templates(known: Mapping[str, Compiled], needed: Iterable[str]) -> Iterator[Problem]:
    """Templates that are needed, or named by others, and do not exist."""
    for name in sorted(set(needed) - set(known)):
        yield problem(codes.MISSING_TEMPLATE, Place(TEMPLATES.rstrip("/")), template=name)
    for name, each in sorted(known.items()):
        if each.problem:
            yield each.problem
        for used, line, must in each.uses:
            if must and used not in known:
                yield problem(codes.MISSING_TEMPLATE, Place(TEMPLATES + name, line), template=used)


def closures(sources: Mapping[str, str], known: Mapping[str, Compiled]) -> dict[str, str]:
    """For each template a digest of its text and of all that it uses, whatever way leads there."""
    own = {
        name: hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest() for name, source in sources.items()
    }
    return {name: _sum(f"{each} {own[each]}" for each in sorted(_reached(name, known))) for name in sources}


def _reached(name: str, known: Mapping[str, Compiled]) -> set[str]:
    """A template and all that it uses; all there are, where one of them may use any."""
    found, waiting = {name}, [name]
    while waiting:
        each = known[waiting.pop()]
        if each.may_use:
            return set(known)
        new = {used for used, _line, _must in each.uses if used in known} - found
        found |= new
        waiting += new
    return found


def _sum(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
