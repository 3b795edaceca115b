"""A text's HTML gets real addresses: links between entries, pictures with their sizes, cards in their places."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from types import MappingProxyType

from showcase.library.links import split_address
from showcase.library.values import Library, Page, PictureFile
from showcase.pages.media import shown as shown_as
from showcase.pages.views import BodyPart, Card, Shown

# An attribute's value may hold `>`, and a text may speak of `href="…"`: only a real tag begins with a bare `<`.
ATTRIBUTES = r"""(?:\s+[\w-]+="[^"]*")*?"""
HREF = re.compile(rf'(<a{ATTRIBUTES}\s+href=)"(content:[^"]*)"')
IMAGE = re.compile(rf'(<img{ATTRIBUTES})\s+src="([^"]*)"({ATTRIBUTES}\s*/?>)')
SIZES = "(min-width: 40rem) 37rem, calc(100vw - 2rem)"  # the width of a line of text, as style.css sets it
NOWHERE: Mapping[str, Page] = MappingProxyType({})
CARD = re.compile(r'<x-card ref="([^"]*)"></x-card>')


def picture_of(page: Page, name: str, pictures: Mapping[str, PictureFile]) -> PictureFile:
    """The picture of that name beside a page's text."""
    return pictures[f"{page.folder}/{name}"]


def shown_pictures(library: Library) -> Iterator[PictureFile]:
    """The pictures that published entries show, in their texts and in their fields."""
    for pages in library.pages.values():
        for page in pages.values():
            yield from (picture_of(page, name, library.pictures) for name in page.brief.shown)


def body_parts(
    page: Page,
    pages: Mapping[str, Page],
    cards: Mapping[str, Card],
    pictures: Mapping[str, PictureFile],
    elsewhere: Mapping[str, Page] = NOWHERE,
) -> tuple[BodyPart, ...]:
    """The body in pieces: HTML with every address resolved, and cards between.

    What the page's language does not show leads `elsewhere`, to the page of another language. A text in another
    language may name a heading that the page it leads to calls otherwise; then it leads to the page.
    """

    def resolved(found: re.Match[str]) -> str:
        key, anchor = split_address(unescape(found[2]))
        target = pages[key] if key in pages else elsewhere[key]
        heading = f"#{escape(anchor)}" if anchor and anchor in target.body.anchors else ""
        abroad = "" if key in pages else f' hreflang="{target.locale}"'
        return f'{found[1]}"{target.permalink}{heading}"{abroad}'

    def shown(found: re.Match[str]) -> str:
        picture = picture_of(page, unescape(found[2]), pictures)
        return _pictured(found[1], shown_as(picture), found[3])

    html = IMAGE.sub(shown, HREF.sub(resolved, page.body.html))
    return tuple(_pieces(html, cards, elsewhere))


def _pictured(opening: str, picture: Shown, rest: str) -> str:
    """An image in every width and format; below the first screen, so it waits until it is near."""
    *others, (_, jpeg) = picture.sources
    sources = "".join(f'<source type="{kind}" srcset="{each}" sizes="{SIZES}">' for kind, each in others)
    size = f'width="{picture.width}" height="{picture.height}" loading="lazy" decoding="async"'
    image = f'{opening} src="{picture.url}" srcset="{jpeg}" sizes="{SIZES}" {size}{rest}'
    return f"<picture>{sources}{image}</picture>"


def _pieces(html: str, cards: Mapping[str, Card], elsewhere: Mapping[str, Page]) -> Iterator[BodyPart]:
    for index, piece in enumerate(CARD.split(html)):
        if index % 2:
            yield BodyPart(card=cards[piece]) if piece in cards else BodyPart(html=_abroad(elsewhere[piece]))
        elif piece.strip():
            yield BodyPart(html=piece)


def _abroad(page: Page) -> str:
    """What stands in place of a card that the language does not have."""
    address = f'href="{page.permalink}" hreflang="{page.locale}" lang="{page.locale}"'
    return f"<p><a {address}>{escape(page.title)}</a></p>"
