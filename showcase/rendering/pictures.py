"""Pictures as they lie beside texts become pictures that can be published: upright, in sRGB, without hidden data."""

import contextlib
import io
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from showcase import codes
from showcase.library.values import PictureFile
from showcase.limits import LIMITS, Limits
from showcase.pages.media import variants, widths
from showcase.pages.views import Artifact
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.discover import Attachment
from showcase.reading.files import read_again
from showcase.reading.time_limit import TooSlowError, time_limit

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
WIDEST = 1600
# AVIF comes out in other bytes for another number of threads, so it gets one.
ENCODERS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "avif": ("AVIF", {"quality": 60, "speed": 6, "max_threads": 1}),
        "webp": ("WEBP", {"quality": 78, "method": 4}),
        "jpg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
    }
)
ORIENTATION = 0x0112
TURNED = (5, 6, 7, 8)
DETAILS: Mapping[type[BaseException], str] = MappingProxyType(
    {UnidentifiedImageError: codes.NO_PICTURE, TooSlowError: codes.TOO_MUCH_WORK}
)


def measured(attachment: Attachment, root: Path, limits: Limits = LIMITS) -> PictureFile | Problem:
    """The picture's size as it is seen, read from its header, or what keeps it from being shown."""
    data = read_again(root, attachment.path, attachment.digest, sys.maxsize)
    try:
        with time_limit(limits.seconds):
            width, height, colour = _size(data, limits.pixels)
    except Exception as error:  # decoders raise whatever they stumble over
        return _bad(attachment.path, error)
    return PictureFile(attachment.path, attachment.digest, *_fitting(width, height), colour)


def _bad(path: str, error: Exception) -> Problem:
    detail = DETAILS.get(type(error)) or str(error) or type(error).__name__
    return problem(codes.BAD_PICTURE, Place(path), name=Path(path).name, detail=detail)


def _size(data: bytes, pixels: int) -> tuple[int, int, str]:
    """Width and height after turning, and the mean colour; ValueError where there are too many pixels to decode."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            if width * height > pixels:
                raise ValueError(f"{width} × {height} > {pixels:,}")
            if image.getexif().get(ORIENTATION) in TURNED:
                width, height = height, width
            image.draft("RGB", (64, 64))
            image.load()
            colour = _mean(image)
    return width, height, colour


def _mean(image: Image.Image) -> str:
    """The mean of a picture's colours, which stands in its place until it has come."""
    pixel = _on_paper(image).convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return f"#{bytes(pixel).hex()}" if isinstance(pixel, tuple) else ""


def _fitting(width: int, height: int) -> tuple[int, int]:
    """The size at which the picture is published: at most `WIDEST` wide, at least a pixel high."""
    scale = min(1.0, WIDEST / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def picture_artifacts(picture: PictureFile, root: Path) -> tuple[Artifact, ...]:
    """Every width and format of a picture that lies on disk, at its path."""
    return tuple(Artifact(path, data) for path, data in published_files(picture, root))


def published_files(picture: PictureFile, root: Path) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of every width and format of a picture that lies on disk, which is decoded once."""
    data = read_again(root, picture.path, picture.digest, sys.maxsize)
    try:
        whole = upright(data)
    except Exception as error:
        raise ContentError(_bad(picture.path, error)) from error
    sized = {width: _narrowed(whole, width) for width in widths(picture)}
    return tuple((path.lstrip("/"), encoded(sized[width], ending)) for path, width, ending in variants(picture))


def published(data: bytes) -> bytes:
    """The picture as the JPEG that is published for browsers of every age."""
    whole = upright(data)
    return encoded(_narrowed(whole, _fitting(*whole.size)[0]), "jpg")


def upright(data: bytes) -> Image.Image:
    """The picture upright, in sRGB; nothing else of the file is kept."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        picture = _in_srgb(ImageOps.exif_transpose(image))
    picture.info = {}  # place, camera, comment, profile: the encoders would write them again
    return picture


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    size = (width, max(1, round(picture.height * width / picture.width)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)


def encoded(picture: Image.Image, ending: str) -> bytes:
    """The bytes of a picture in the format of that ending."""
    format_, options = ENCODERS[ending]
    out = io.BytesIO()
    picture.save(out, format_, **options)
    return out.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB on white paper. A profile that cannot be read counts as none."""
    profile = image.info.get("icc_profile")
    image = _on_paper(image)
    if profile:
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    return image.convert("RGB")


def _on_paper(image: Image.Image) -> Image.Image:
    """The picture in eight bits a channel, with white where it lets light through."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA", "P"):
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        paper.alpha_composite(layered)
        return paper.convert("RGB")
    return image
