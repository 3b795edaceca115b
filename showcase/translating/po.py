"""Segments become a PO file, and a PO file the units that translators gave back."""

import re
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po

from showcase.language.po_files import line_problems, parsed
from showcase.language.text import visible
from showcase.problems import ContentError, Place, Problem
from showcase.translating.units import Comments, Exchange, Texts, Unit, bad_file

FUZZY = "fuzzy"
# We ask none of these, and Babel stumbles over the empty dates that Poedit writes.
IDLE = re.compile(r'^"(?:POT-Creation-Date|PO-Revision-Date|Plural-Forms):.*"$', re.MULTILINE)
UNSTATED = "und"  # what BCP 47 calls a language that nobody named; Babel cannot do without one
# Without dates, names and versions of tools, which would differ from one run to the next.
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""


def po_text(texts: Texts, locale: str, comments: Comments) -> str:
    """The segments as a PO file; one that needs work is fuzzy."""
    language = locale.replace("-", "_")
    catalog = Catalog(locale=language)
    for _pair, found in texts:
        for segment in found:
            message = Message(
                segment.source,
                segment.target,
                [(segment.place.path, segment.place.line)],
                auto_comments=comments(segment),
                context=segment.context,
            )
            # Babel guesses these flags from signs such as “% c”; then the tools of translators would check for them.
            message.flags = {FUZZY} if segment.needs_work and segment.target else set()
            catalog[message.id] = message
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True)
    header = HEADER.format(language=language, plurals=get_plural(language).plural_forms)
    return f"{header}\n{body.getvalue().decode()}".rstrip("\n") + "\n"


def read_po(text: str, path: str) -> Exchange:
    """The units of a PO file in the order of the file; ContentError where it cannot be read."""
    try:
        if broken := tuple(line_problems(text, path)):
            raise ContentError(*broken)
        head, context, rest = text.partition("\nmsgctxt")
        catalog = parsed(IDLE.sub('""', head) + context + rest, UNSTATED, path)
    except ContentError as error:
        raise ContentError(*(bad_file(path, each.place.line, _detail(each)) for each in error.problems)) from None
    units = tuple(_unit(message, path) for message in catalog.entries if message.id)
    return Exchange(visible(str(catalog.locale_identifier or "").removeprefix(UNSTATED)), Place(path), units)


def _detail(found: Problem) -> str:
    return str(found.fields.get("detail") or found.fields["line"])


def _unit(message: Message, path: str) -> Unit:
    source, target = (each if isinstance(each, str) else "".join(each or ()) for each in (message.id, message.string))
    return Unit(message.context or "", source, target, FUZZY in message.flags, Place(path, message.lineno or 0))
