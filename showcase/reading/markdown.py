"""Turns the Markdown of a body into safe HTML and a list of what it mentions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markdown import Markdown
from markdown.extensions import Extension

from showcase.codes import MARKDOWN_TOO_DEEP, MARKDOWN_TOO_SLOW, UNCLOSED_HTML
from showcase.language.text import word_count
from showcase.problems import Place, Problem, in_order, problem
from showcase.reading import mentions, polish
from showcase.reading.anchors import renamed, with_ids
from showcase.reading.cleaning import CARD, cleaned
from showcase.reading.document import Link, Rendered
from showcase.reading.extensions import ShowcaseExtension
from showcase.reading.fast_markdown import SparingExtension
from showcase.reading.guards import MARKDOWN_LIMITS, MarkdownLimits, complexity_problems, unclosed_element
from showcase.reading.markup import names, tokens, written
from showcase.reading.positions import Body, body_of
from showcase.reading.time_limit import TooSlowError, time_limit

WRITTEN_HTML = re.compile("<[a-zA-Z]")
# Broken HTML can make the parser forget to put back what it had set aside under such a name.
LEFT_OVER = re.compile("\x02[^\x02\x03<]*\x03?|\x03")


@dataclass(frozen=True, slots=True)
class Wording:
    """The few words that the parser itself writes, in the language of the page."""

    back_to_text: str = "Back to the text ({})"
    notes: tuple[tuple[str, str], ...] = (
        ("note", "Note"),
        ("tip", "Tip"),
        ("important", "Important"),
        ("warning", "Warning"),
        ("danger", "Danger"),
    )


WORDING = Wording()


def new_parser(wording: Wording, *further: Extension) -> Markdown:
    """A parser that writes these words, with further extensions."""
    usual = ("tables", "footnotes", "attr_list", "def_list", "fenced_code", "sane_lists")
    return Markdown(
        extensions=[*usual, ShowcaseExtension(dict(wording.notes)), *further],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": wording.back_to_text, "SEPARATOR": "-"},
            "tables": {"use_align_attribute": True},
        },
        output_format="html",
    )


@lru_cache(maxsize=16)
def parser(wording: Wording) -> Markdown:
    """The parser that writes these words; building one takes longer than parsing a page."""
    return new_parser(wording, SparingExtension())


def converted(text: str, wording: Wording) -> str:
    """The HTML of the text, not yet safe. Raises RecursionError where it is nested too deeply to be parsed."""
    return LEFT_OVER.sub("", parser(wording).reset().convert(text))


def render_markdown(
    text: str,
    locale: str,
    path: str,
    first_line: int,
    *,
    kinds: Mapping[str, str],
    wording: Wording = WORDING,
    reserved_ids: frozenset[str] = frozenset(),
    limits: MarkdownLimits = MARKDOWN_LIMITS,
) -> Rendered:
    """The body that begins on `first_line` of the file, as safe HTML, with all that it mentions.

    `kinds` maps the word for one entry to the folder of its kind: `{"product": "products"}`.
    """
    refused = complexity_problems(text, path, first_line, limits)
    if refused:
        return Rendered(problems=refused)
    try:
        with time_limit(limits.seconds):
            return _rendered(text, locale, body_of(text, path, first_line), kinds, wording, reserved_ids)
    except RecursionError:
        found = problem(MARKDOWN_TOO_DEEP, Place(path, first_line), limit=limits.depth)
    except TooSlowError:
        found = problem(MARKDOWN_TOO_SLOW, Place(path, first_line), limit=str(limits.seconds))
    parser.cache_clear()  # an interrupted parser stays in the middle of its work
    return Rendered(problems=(found,))


def _rendered(
    text: str, locale: str, body: Body, kinds: Mapping[str, str], wording: Wording, reserved_ids: frozenset[str]
) -> Rendered:
    """The body of a text that may be parsed."""
    markup = converted(text, wording)
    # What the parser itself writes is closed; only what an author wrote as HTML may not be.
    if found_open := unclosed_element(markup) if WRITTEN_HTML.search(text) else "":
        line = text.count("\n", 0, max(text.lower().find(f"<{found_open}"), 0))
        return Rendered(problems=(problem(UNCLOSED_HTML, Place(body.path, body.first_line + line), tag=found_open),))
    clean = cleaned(markup)
    parts, found = tokens(clean), names(clean)
    parts = polish.below_the_title(parts) if "h1" in found else parts
    links = mentions.links(parts, body) if "a" in found else ()
    problems: list[Problem] = [
        *mentions.removed_markup(body),
        *mentions.hidden_characters(body),
        *(mentions.removed_addresses(markup, parts, body) if found & {"a", "img"} else ()),
        *mentions.left_behind(parts, body),
        *mentions.unsafe_links(links),
    ]
    pictures, (parts, wrong_pictures) = mentions.pictures(parts, body) if "img" in found else ((), (parts, ()))
    cards, (parts, wrong_cards) = mentions.cards(parts, kinds, body) if CARD in found else ((), (parts, ()))
    parts = polish.with_better_tags(polish.with_marks(parts, locale))
    anchored = with_ids(parts, locale, reserved_ids, body)
    plain = polish.plain_text(anchored.parts)
    return Rendered(
        html=written(anchored.parts).strip(),
        headings=anchored.headings,
        links=tuple(Link(renamed(link.target, anchored.names), link.place) for link in links),
        pictures=pictures,
        cards=cards,
        anchors=anchored.anchors,
        text=plain,
        words=word_count(plain),
        problems=in_order([*problems, *wrong_pictures, *wrong_cards, *anchored.problems]),
    )
