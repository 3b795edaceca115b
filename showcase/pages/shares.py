"""A page becomes what is drawn for those who share its address, and the path at which the drawing stands."""

import hashlib
from typing import Any

from showcase.digests import digest
from showcase.pages.site import Site
from showcase.pages.views import Card, Outline, Share

DRUMS = ("sun", "rings", "lotus", "bird")  # what hangs on lacquer, as in templates/components/drum.html


def share(here: Site, title: str, text: str, permalink: str, card: Card | None, source: str) -> Share:
    """The words and the work of a page's picture. Its path follows from them: other words, another address."""
    kind = here.kind(card.kind).one if card and permalink != f"/{here.locale}/" else ""
    mark = card.field if card else None
    seed = tuple(hashlib.sha256((card.key if card else permalink).encode()).digest()[:8])
    hue, motif = (mark.hue, mark.motif) if mark else (None, DRUMS[seed[0] % len(DRUMS)])
    shown = (str(title), str(text), kind, here.settings.title, hue, motif, seed)
    return Share(*shown, source=source, path=f"/share/{here.locale}/{digest(shown)[:16]}.jpg")


def share_of(view: Any) -> Share | None:
    """The picture that a page names, going by its view; none for what is no page, or has none."""
    page = getattr(view, "page", None)
    return page.head.share if isinstance(page, Outline) else None
