"""Links in texts: every entry, heading, card and picture that a text mentions is there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from showcase import codes
from showcase.library.values import IndexRow, Page, PictureFile, Pointers
from showcase.problems import Place, Problem, problem, suggestion
from showcase.reading.document import Link, Rendered

SCHEME = "content:"
Pictures = Mapping[str, PictureFile]


def split_address(target: str) -> tuple[str, str]:
    """The key and the anchor of a `content:/kind/id#anchor` address."""
    address, _, anchor = target.removeprefix(SCHEME).partition("#")
    return address.strip("/"), unquote(anchor)


def mentioned(body: Rendered) -> Iterator[str]:
    """The keys of the entries that a text links to or shows."""
    yield from (split_address(link.target)[0] for link in body.links if link.target.startswith(SCHEME))
    yield from (card.target for card in body.cards)


def link_problems(
    page: Page, made: Pointers, pages: Mapping[str, Page], states: Mapping[str, str], broken: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with the links and cards that a page's text has made. `pages` are those of the text's language.

    A link to a `broken` entry is not a second problem.
    """
    for link in made.links:
        if split_address(link.target)[0] in broken:
            continue
        if link.target.startswith(SCHEME):
            yield from _entry_link(link, pages, states)
        elif link.target.startswith("#"):
            yield from _anchor(link, page, unquote(link.target[1:]))
        elif "://" not in link.target and not link.target.startswith(("mailto:", "tel:")):
            yield problem(codes.BROKEN_LINK, link.place, target=link.target)
    for card in made.cards:
        if card.target not in broken:
            yield from _card(card, pages, states)


def _card(card: Link, pages: Mapping[str, Page], states: Mapping[str, str]) -> Iterator[Problem]:
    if states.get(card.target):
        yield problem(codes.UNPUBLISHED_REFERENCE, card.place, id=card.target, state=states[card.target])
    elif card.target not in pages:
        kind, _, id_ = card.target.partition("/")
        known = [key.partition("/")[2] for key in pages if key.startswith(f"{kind}/")]
        yield problem(codes.UNKNOWN_CARD, card.place, target=card.target, **suggestion(id_, known))


def _entry_link(link: Link, pages: Mapping[str, Page], states: Mapping[str, str]) -> Iterator[Problem]:
    key, anchor = split_address(link.target)
    if states.get(key):
        yield problem(codes.UNPUBLISHED_REFERENCE, link.place, id=key, state=states[key])
    elif key not in pages:
        near = suggestion(key, pages)
        yield problem(
            codes.BROKEN_LINK,
            link.place,
            target=link.target,
            **{name: f"content:/{value}" for name, value in near.items()},
        )
    elif anchor:
        yield from _anchor(link, pages[key], anchor)


def _anchor(link: Link, page: Page, anchor: str) -> Iterator[Problem]:
    if anchor not in page.body.anchors:
        known = page.body.anchors
        words = ", ".join(f"#{each}" for each in known) or "–"
        yield problem(
            codes.BROKEN_ANCHOR, link.place, target=link.target, anchor=anchor, known=words, **suggestion(anchor, known)
        )


def picture_problems(page: Page, made: Pointers, pictures: Pictures) -> Iterator[Problem]:
    """Pictures in a page's text that do not lie beside it."""
    yield from _missing(((each.src, each.place) for each in made.pictures), page.path, pictures)


def listed_picture_problems(row: IndexRow, pictures: Pictures) -> Iterator[Problem]:
    """Pictures in an entry's fields that do not lie beside its text."""
    yield from _missing(row.listed, row.path, pictures)


def _missing(named: Iterable[tuple[str, Place]], path: str, pictures: Pictures) -> Iterator[Problem]:
    folder = path.rpartition("/")[0]
    for name, place in named:
        if f"{folder}/{name}" not in pictures:
            beside = [known.rpartition("/")[2] for known in pictures if known.startswith(f"{folder}/")]
            near = next(
                ({"suggestion": other} for other in beside if other.casefold() == name.casefold()),
                suggestion(name, beside),
            )
            yield problem(codes.MISSING_PICTURE, place, name=name, **near)
