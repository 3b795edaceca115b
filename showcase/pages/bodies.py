"""A text's HTML gets real addresses: links between entries, pictures with their sizes, cards in their places."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape

from showcase.library.links import split_address
from showcase.library.values import Library, Page, PictureFile
from showcase.pages.views import BodyPart, Card

# An attribute's value may hold `>`, and a text may speak of `href="…"`: only a real tag begins with a bare `<`.
ATTRIBUTES = r"""(?:\s+[\w-]+="[^"]*")*?"""
HREF = re.compile(rf'(<a{ATTRIBUTES}\s+href=)"(content:[^"]*)"')
IMAGE = re.compile(rf'(<img{ATTRIBUTES})\s+src="([^"]*)"')
CARD = re.compile(r'<x-card ref="([^"]*)"></x-card>')


def media_path(picture: PictureFile) -> str:
    """Where a picture is published: named by its content, so that it can be kept for ever."""
    return f"/media/{picture.digest[:16]}.jpg"


def picture_of(page: Page, name: str, pictures: Mapping[str, PictureFile]) -> PictureFile:
    """The picture of that name beside a page's text."""
    return pictures[f"{page.path.rpartition('/')[0]}/{name}"]


def shown_pictures(library: Library) -> Iterator[PictureFile]:
    """The pictures that published entries show, in their texts and in their fields."""
    for pages in library.pages.values():
        for page in pages.values():
            names = (*(each.src for each in page.body.pictures), *(each.file for each in page.entry.pictures))
            yield from (picture_of(page, name, library.pictures) for name in names)


def body_parts(
    page: Page, pages: Mapping[str, Page], cards: Mapping[str, Card], pictures: Mapping[str, PictureFile]
) -> tuple[BodyPart, ...]:
    """The body in pieces: HTML with every address resolved, and cards between.

    A text in another language may name a heading that the page it leads to calls otherwise; then it leads to the page.
    """

    def resolved(found: re.Match[str]) -> str:
        key, anchor = split_address(unescape(found[2]))
        heading = f"#{escape(anchor)}" if anchor in pages[key].body.anchors else ""
        return f'{found[1]}"{pages[key].permalink}{heading}"'

    def shown(found: re.Match[str]) -> str:
        picture = picture_of(page, unescape(found[2]), pictures)
        size = f'width="{picture.width}" height="{picture.height}" loading="lazy" decoding="async"'
        return f'{found[1]} src="{media_path(picture)}" {size}'

    html = IMAGE.sub(shown, HREF.sub(resolved, page.body.html))
    return tuple(_pieces(html, cards))


def _pieces(html: str, cards: Mapping[str, Card]) -> Iterator[BodyPart]:
    for index, piece in enumerate(CARD.split(html)):
        if index % 2:
            yield BodyPart(card=cards[piece])
        elif piece.strip():
            yield BodyPart(html=piece)
