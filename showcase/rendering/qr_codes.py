"""The address of a page becomes the QR code that its printed sheet shows."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from showcase.pages.views import Record

QUIET = 4  # modules of white around a code, without which readers do not find it


@lru_cache(maxsize=256)  # a page that is made again and again while it is edited keeps its address
def qr_code(url: str) -> Record:
    """The code: its side in modules, quiet zone included, and its dark modules as the data of an SVG path."""
    import segno  # noqa: PLC0415 - many builds make no code anew, and loading it takes as long as making several

    matrix = [bytes(row) for row in segno.make_qr(url, error="m", boost_error=False).matrix_iter(border=QUIET)]
    return Record({"side": len(matrix), "path": "".join(path_of(y, row) for y, row in enumerate(matrix)), "url": url})


def path_of(y: int, row: Sequence[int]) -> str:
    """The dark modules of a row: a rectangle for each run of them."""
    made, x = "", 0
    for dark, run in groupby(row, key=bool):
        length = len(list(run))
        made += f"M{x} {y}h{length}v1h-{length}z" if dark else ""
        x += length
    return made
