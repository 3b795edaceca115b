"""Turns a translator's PO file into a catalogue that can be used, and tells what keeps it from being complete."""

import datetime
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

from babel.messages.catalog import Catalog as PoCatalog
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.support import Translations

from showcase.codes import FUZZY, INCOMPLETE_CATALOG, NOT_TRANSLATED, NOT_UTF8, OBSOLETE
from showcase.language.catalog_checks import forms, identity, message_problems
from showcase.language.po_files import PoFile, read_po_file
from showcase.language.text import normalised
from showcase.problems import ContentError, Place, Problem, problem

EPOCH = datetime.datetime.fromtimestamp(0, datetime.UTC)  # a header needs a date; equal inputs give equal bytes
PERCENT = re.compile(r"%%|%\(\w+\)s|%")


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of a locale in gettext's binary form, and a digest that changes with them."""

    locale: str
    messages: bytes
    digest: str


def empty_catalog(locale: str) -> Catalog:
    """The catalogue of a locale whose messages are all shown as they stand in the templates."""
    return compiled((), locale)


def compiled(messages: Sequence[Message], locale: str) -> Catalog:
    """The catalogue of these messages, with the plural forms of the locale."""
    catalog = PoCatalog(locale=locale.replace("-", "_"), creation_date=EPOCH, revision_date=EPOCH)
    for message in messages:
        catalog.add(message.id, message.string, context=message.context)
    binary = BytesIO()
    write_mo(binary, catalog)
    content = repr((catalog.plural_forms, sorted((identity(message), forms(message.string)) for message in messages)))
    return Catalog(locale, binary.getvalue(), hashlib.sha256(content.encode()).hexdigest())


@lru_cache(maxsize=8)  # while a site is edited, each saved text asks for the same four
def translations(catalog: Catalog) -> Translations:
    """The gettext, pgettext, ngettext and npgettext of a catalogue; a message it lacks comes back as it is."""
    return Translations(BytesIO(catalog.messages))


def percent_safe(text: str) -> str:
    """The text with each `%` doubled that begins no `%(name)s`: Jinja formats every message with `%`."""
    return PERCENT.sub(lambda found: found[0] if len(found[0]) > 1 else "%%", text)


def jinja_functions(catalog: Catalog) -> dict[str, Callable[..., str]]:
    """The four functions for `Environment.install_gettext_callables(**…, newstyle=True)`; `_('Save 10%')` is safe.

    What stands in templates is looked up once for all pages.
    """
    known = translations(catalog)
    return {
        "gettext": cache(lambda message: percent_safe(known.gettext(message))),
        "ngettext": lambda one, many, count: percent_safe(known.ngettext(one, many, count)),
        "pgettext": cache(lambda context, message: percent_safe(str(known.pgettext(context, message)))),
        "npgettext": lambda context, one, many, count: percent_safe(str(known.npgettext(context, one, many, count))),
    }


def complete(message: Message) -> bool:
    """Whether every form of the message is translated."""
    return all(forms(message.string))


def incomplete_problems(po: PoFile, source_locale: str) -> list[Problem]:
    """A warning for each message that is missing, fuzzy or obsolete; in the language of the msgids none is missing."""
    states = [(message, FUZZY) for message in po.messages if message.fuzzy]
    if po.locale != source_locale:
        states += [(message, NOT_TRANSLATED) for message in po.messages if not message.fuzzy and not complete(message)]
    states += [(message, OBSOLETE) for message in po.obsolete]
    return [
        problem(
            INCOMPLETE_CATALOG,
            Place(po.path, message.lineno or 0),
            message=identity(message).shown,
            state=state,
            path=po.path,
        )
        for message, state in states
    ]


def decoded(po: bytes | str, path: str) -> str:
    """The text of a PO file; ContentError where it is not UTF-8."""
    if isinstance(po, str):
        return normalised(po)
    try:
        return normalised(po.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = po.count(b"\n", 0, error.start) + 1
        raise ContentError(problem(NOT_UTF8, Place(path, line), detail=error.reason)) from None


def read_catalog(
    po: bytes | str, locale: str, path: str, source_locale: str = "en"
) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """The catalogue in a PO file, or nothing where an error makes it unusable, and all that is wrong with it.

    Fuzzy and empty messages are left out: they are shown as they stand in the templates.
    """
    try:
        file = read_po_file(decoded(po, path), locale, path)
    except ContentError as error:
        return None, error.problems
    usable = [message for message in file.messages if complete(message) and not message.fuzzy]
    errors = [*file.problems, *(found for message in usable for found in message_problems(message, path))]
    problems = (*errors, *incomplete_problems(file, source_locale))
    return None if errors else compiled(usable, locale), problems
