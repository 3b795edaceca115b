"""A picture from somewhere becomes the file beside an entry: upright, bounded, without hidden data, sensibly named."""

import hashlib
import io
import re
from collections.abc import Collection
from pathlib import Path

from PIL import Image

from showcase.language.slugs import slug
from showcase.limits import LIMITS
from showcase.problems import ContentError, Problem
from showcase.reading.discover import Attachment
from showcase.reading.files import read_bounded
from showcase.rendering.pictures import measured, upright

LONGEST = 2400  # half as wide again as the widest that is published: room for a larger one some day
LOSSLESS = (".png",)
# What cameras, telephones and messengers call their files: it says nothing about the picture.
NAMELESS = re.compile(
    r"(img|image|anh|hinh|pic|picture|photo|dsc[fn]?|dcim|pxl|screenshot|screen-shot|whatsapp-image|zalo|z|scan|untitled"
    r"|anh-chup-man-hinh|download|fb-img)?[-\d]*(copy)?|[0-9a-f-]{16,}"
)


def picture_file(path: Path, entry: str, taken: Collection[str]) -> tuple[str, bytes]:
    """The name and the bytes of a picture for the entry; ContentError where the file is no picture that can be shown.

    `taken` are the names of files that the entry has already.
    """
    data = read_bounded(path.parent, path.name, LIMITS.picture)
    known = measured(Attachment(path.name, entry, path.name, hashlib.sha256(data).hexdigest()), path.parent)
    if isinstance(known, Problem):
        raise ContentError(known)
    ending = ".png" if path.suffix.lower() in LOSSLESS else ".jpg"
    return file_name(path.stem, ending, entry, taken), rewritten(data, ending)


def rewritten(data: bytes, ending: str) -> bytes:
    """The picture upright and in sRGB, at most `LONGEST` pixels long, with nothing of its camera or place."""
    picture = upright(data)
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if ending == ".png":
        picture.save(out, "PNG", optimize=True)
    else:
        picture.save(out, "JPEG", quality=90, optimize=True, progressive=True)
    return out.getvalue()


def file_name(stem: str, ending: str, entry: str, taken: Collection[str]) -> str:
    """The name in small letters and hyphens; the entry's own where the file's says nothing, numbered where taken."""
    own = slug(stem, "vi")[:60].strip("-")
    name = entry if NAMELESS.fullmatch(own) else own
    names = (f"{name}{ending}", *(f"{name}-{number}{ending}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)
