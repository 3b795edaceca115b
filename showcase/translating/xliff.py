"""Segments become an XLIFF file (version 1.2, which every tool of translators reads)."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from showcase.translating.segments import Pair, Segment
from showcase.translating.units import Comments, Texts

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
# What XML 1.0 cannot hold at all; such a text stays out.
IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xliff_text(texts: Texts, locale: str, comments: Comments) -> str:
    """The segments as an XLIFF file, with one `file` for each entry."""
    parts = (part for pair, found in texts if found for part in _file(pair, found, locale, comments))
    return "".join([HEADER, *parts, "</xliff>\n"])


def state_of(segment: Segment) -> str:
    """How the translation stands, in the words of XLIFF; what is to be done has the state that all tools show."""
    return "translated" if segment.target and not segment.needs_work else "needs-translation"


def _file(pair: Pair, found: Sequence[Segment], locale: str, comments: Comments) -> Iterator[str]:
    source = pair.group.source
    yield f"  <file original={quoteattr(source.path)} source-language={quoteattr(source.locale)} "
    yield f'target-language={quoteattr(locale)} datatype="x-markdown">\n    <body>\n'
    for segment in found:
        if not IMPOSSIBLE.search(segment.source + segment.target):
            yield from _unit(segment, comments(segment))
    yield "    </body>\n  </file>\n"


def _unit(segment: Segment, comments: Sequence[str]) -> Iterator[str]:
    limit = f' maxwidth="{segment.limit}" size-unit="char"' if segment.limit else ""
    yield f'      <trans-unit id={quoteattr(segment.context)}{limit} xml:space="preserve">\n'
    yield f"        <source>{escape(segment.source)}</source>\n"
    yield f'        <target state="{state_of(segment)}">{escape(segment.target)}</target>\n'
    yield '        <context-group purpose="location">'
    yield f'<context context-type="sourcefile">{escape(segment.place.path)}</context>'
    yield f'<context context-type="linenumber">{segment.place.line}</context></context-group>\n'
    yield from (f'        <note from="developer">{escape(comment)}</note>\n' for comment in comments)
    yield "      </trans-unit>\n"
