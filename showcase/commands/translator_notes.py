"""A segment becomes what a translator is told about it, in the language of the tool."""

from collections.abc import Callable
from pathlib import Path

from showcase.codes import _
from showcase.commands.tool import Tool
from showcase.language.catalogs import read_catalog, translations
from showcase.reporting.sentences import filled
from showcase.translating.segments import Segment
from showcase.translating.units import Comments

LIMIT = _("At most {limit} characters.")
PART = _("A part of the body, in Markdown: keep its marks, links and footnotes.")
WHOLE = _("The whole body, in Markdown, for the translation has other parts than the source.")


def notes_in(tool: Tool) -> Comments:
    """A function that gives the lines about a segment: what it is, and how long it may be."""
    word_of = site_words(tool)

    def notes(segment: Segment) -> tuple[str, ...]:
        if segment.is_body:
            return (tool.say(PART if segment.kind else WHOLE),)
        extra = segment.info.json_schema_extra
        context = str(extra.get("context", "")) if isinstance(extra, dict) else ""
        about = f"{word_of(context, segment.info.title or '')}: {tool.say(segment.info.description or '')}"
        return (about, filled(tool.say(LIMIT), {"limit": segment.limit})) if segment.limit else (about,)

    return notes


def site_words(tool: Tool) -> Callable[[str, str], str]:
    """A function that gives a word of the site's interface in the language of the tool."""
    path = Path("locales", tool.language, "LC_MESSAGES", "messages.po")
    file = tool.root / path
    catalog, _problems = read_catalog(file.read_bytes(), tool.language, str(path)) if file.is_file() else (None, ())
    if catalog is None:
        return lambda _context, word: word
    known = translations(catalog)
    return lambda context, word: str(known.pgettext(context, word))
