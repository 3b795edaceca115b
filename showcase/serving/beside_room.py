"""The view side by side becomes a page of the server, which is kept up to date like any other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment

from showcase.codes import _
from showcase.pages.views import Frame
from showcase.reporting.states import STATE_NAMES
from showcase.reporting.words import Say
from showcase.serving.beside import SOURCE, Beside, Opened, beside
from showcase.serving.edition import Edition
from showcase.serving.text_places import text_places

TEMPLATE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    Path(__file__).with_name("assets").joinpath("beside.html").read_text(encoding="utf-8")
)
STYLE, FONT = "style.css", ".woff2"
WORDS = {
    "beside": _("Side by side"),
    "texts": _("Texts"),
    "behind": _("not current"),
    "text": _("Key"),
    "open": _("Open in the editor program"),
    "alone": _("This page alone"),
}
SOURCE_NAME = _("source")


@dataclass(frozen=True, slots=True)
class Studio:
    """What the view needs beside an edition: the project, the editor's language, and what opens a place for editing."""

    root: Path
    language: str
    say: Say
    opened: Opened

    def page(self, edition: Edition, output: str) -> bytes | None:
        """The page that shows an output in every language; nothing where it is no page of the edition."""
        if edition.grounds is None:
            return None
        found = beside(edition.grounds, output, partial(text_places, root=self.root), self.opened)
        return self.written(found, edition.grounds.planned.frames.values()) if found else None

    def written(self, page: Beside, frames: Iterable[Frame]) -> bytes:
        """The view as HTML, in the look of the site, with its letters: those that come late are not used."""
        assets: Mapping[str, str] = next((frame.assets for frame in frames), {})
        return TEMPLATE.render(
            page=page,
            language=self.language,
            say={name: self.say(word) for name, word in WORDS.items()},
            states={state: self.say(name) for state, name in (STATE_NAMES | {SOURCE: SOURCE_NAME}).items()},
            style=assets.get(STYLE, ""),
            fonts=[path for name, path in assets.items() if name.endswith(FONT)],
        ).encode()
