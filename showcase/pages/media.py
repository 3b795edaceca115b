"""A picture becomes the paths and widths at which it is published, in each format."""

from collections.abc import Iterator

from showcase.library.values import PictureFile
from showcase.pages.views import Shown

WIDTHS = (480, 800, 1200, 1600)
# Ending and media type, the smallest files first: a browser takes the first that it knows.
FORMATS = (("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg"))


def media_path(picture: PictureFile, width: int = 0, ending: str = "jpg") -> str:
    """Where a variant is published: named by the picture's content, so that it can be kept for ever."""
    size = "" if width in (0, picture.width) else f"-{width}"
    return f"/media/{picture.digest[:16]}{size}.{ending}"


def widths(picture: PictureFile) -> tuple[int, ...]:
    """The widths at which a picture is published, its own the last; none is wider than it is."""
    return (*(each for each in WIDTHS if each < picture.width), picture.width)


def variants(picture: PictureFile) -> Iterator[tuple[str, int, str]]:
    """Path, width and ending of everything that is published of a picture."""
    for ending, _ in FORMATS:
        yield from ((media_path(picture, width, ending), width, ending) for width in widths(picture))


def shown(picture: PictureFile) -> Shown:
    """The picture as a template shows it."""
    sources = tuple(
        (kind, ", ".join(f"{media_path(picture, width, ending)} {width}w" for width in widths(picture)))
        for ending, kind in FORMATS
    )
    return Shown(media_path(picture), picture.width, picture.height, picture.colour, sources)
