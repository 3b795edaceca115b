"""Turns templates and Python files into catalogues for translators; the same input always gives the same text."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from babel.messages.catalog import Catalog as PoCatalog
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po
from jinja2 import TemplateSyntaxError

from showcase.codes import NOT_UTF8, TEMPLATE_SYNTAX
from showcase.language.catalog_checks import Identity, forms, identity
from showcase.language.po_files import read_po_file
from showcase.language.text import normalised
from showcase.problems import ContentError, Place, Problem, problem

Source = tuple[str, bytes]  # a path from the project's root, and what the file holds

KEYWORDS: Mapping[str, Any] = MappingProxyType({**DEFAULT_KEYWORDS, "_p": ((1, "c"), 2)})
# A template that cannot be read must fail: with Jinja's default, `silent`, its messages would vanish.
JINJA_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "trimmed": "true",
        "silent": "false",
        "newstyle_gettext": "true",
        "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
    }
)
COMMENT_TAG = "Translators:"
# Without dates, names and versions of tools, which would differ from one run to the next.
HEADER = """# Written by `make messages`: translate the msgstr lines, leave the others.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def source_messages(path: str, content: bytes) -> Iterator[Message]:
    """The messages that a file marks, without line numbers: these would change with every edit."""
    method = "python" if path.endswith(".py") else "jinja2.ext:babel_extract"
    options = {} if method == "python" else JINJA_OPTIONS
    for _, text, comments, context in extract(
        method, BytesIO(content), KEYWORDS, (COMMENT_TAG,), options, strip_comment_tags=True
    ):
        yield Message(text, locations=[(path, 0)], auto_comments=comments, context=context)


def source_problem(path: str, content: bytes) -> tuple[list[Message], list[Problem]]:
    """The messages of a file, or the problem that keeps them from being read."""
    try:
        return list(source_messages(path, content)), []
    except TemplateSyntaxError as error:
        return [], [problem(TEMPLATE_SYNTAX, Place(path, error.lineno), detail=error.message or "")]
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], [problem(NOT_UTF8, Place(path, line), detail=error.reason)]


def extracted(sources: Iterable[Source]) -> PoCatalog:
    """All messages of the files, sorted by context and text; ContentError where a file cannot be read."""
    read = [source_problem(path, content) for path, content in sorted(sources)]
    if problems := [found for _, of_file in read for found in of_file]:
        raise ContentError(*problems)
    return _catalog(sorted((message for messages, _ in read for message in messages), key=identity))


def _catalog(messages: Iterable[Message], locale: str | None = None) -> PoCatalog:
    """The messages as Babel's catalogue, which joins those that stand in several files."""
    catalog = PoCatalog(locale=locale and locale.replace("-", "_"))
    for message in messages:
        catalog[message.id] = message
    return catalog


def po_text(catalog: PoCatalog, locale: str = "") -> str:
    """The catalogue as a PO file with our own header; without a locale, as the template for new ones."""
    header = HEADER.format(language=locale)
    if locale:
        header += f'"Plural-Forms: {get_plural(locale.replace("-", "_")).plural_forms}\\n"\n'
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False)
    return f"{header}\n{body.getvalue().decode()}".rstrip("\n") + "\n"


def carried_over(message: Message, known: Mapping[Identity, Message], plurals: int) -> Message:
    """The message with the translation it had, if that has as many forms, its comments and its fuzzy mark."""
    count = plurals if message.pluralizable else 1
    old = known.get(identity(message))
    fitting = forms(old.string) if old and len(forms(old.string)) == count else ("",) * count
    return Message(
        message.id,
        fitting if message.pluralizable else fitting[0],
        message.locations,
        message.flags | ({"fuzzy"} & set(old.flags) if old else set()),
        message.auto_comments,
        old.user_comments if old else (),
        context=message.context,
    )


def updated(po: str, template: PoCatalog, locale: str, path: str) -> str:
    """The PO file (empty for a new one) with exactly the template's messages, what was translated kept.

    Translations whose message is gone stay at the end as obsolete, and serve again should the message come back.
    Similar messages are not guessed. ContentError where the file is damaged.
    """
    file = read_po_file(normalised(po), locale, path)
    if file.problems:
        raise ContentError(*file.problems)
    known = {identity(message): message for message in (*file.obsolete, *file.messages)}
    plurals = get_plural(locale.replace("-", "_")).num_plurals
    wanted = [message for message in template if message.id]
    catalog = _catalog((carried_over(message, known, plurals) for message in wanted), locale)
    gone = set(known) - {identity(message) for message in wanted}
    for key in sorted(gone):
        if any(forms(known[key].string)):
            catalog.obsolete[key] = known[key]
    return po_text(catalog, locale)
