"""Pictures as they lie beside texts become pictures that can be published: upright, in sRGB, without hidden data."""

import contextlib
import io
import warnings
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from showcase import codes
from showcase.library.values import PictureFile
from showcase.problems import Place, Problem, problem
from showcase.reading.discover import Attachment

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
PIXELS = 40_000_000
WIDEST = 1600
QUALITY = 82
ORIENTATION = 0x0112
TURNED = (5, 6, 7, 8)
# What Pillow raises for files that are no pictures, or too much of one.
REFUSALS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


def measured(attachment: Attachment, root: Path) -> PictureFile | Problem:
    """The picture's size as it is seen, read from its header, or what keeps it from being shown."""
    try:
        width, height = _size((root / attachment.path).read_bytes())
    except REFUSALS as error:
        detail = codes.NO_PICTURE if isinstance(error, UnidentifiedImageError) else str(error)
        return problem(codes.BAD_PICTURE, Place(attachment.path), name=attachment.name, detail=detail)
    return PictureFile(attachment.path, attachment.digest, *_fitting(width, height))


def _size(data: bytes) -> tuple[int, int]:
    """Width and height after turning; ValueError where there are too many pixels, which are then never decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            if width * height > PIXELS:
                raise ValueError(f"{width} × {height} > {PIXELS:,}")
            if image.getexif().get(ORIENTATION) in TURNED:
                width, height = height, width
            image.draft("RGB", (64, 64))
            image.load()
    return width, height


def _fitting(width: int, height: int) -> tuple[int, int]:
    """The size at which the picture is published: at most `WIDEST` wide, at least a pixel high."""
    scale = min(1.0, WIDEST / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def published_file(picture: PictureFile, root: Path) -> bytes:
    """The published bytes of a picture that lies on disk."""
    return published((root / picture.path).read_bytes())


def published(data: bytes) -> bytes:
    """The picture as a progressive JPEG: upright, in sRGB, at most 1,600 pixels wide, and nothing else is kept."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        picture = _in_srgb(ImageOps.exif_transpose(image))
        size = _fitting(*picture.size)
        if size != picture.size:
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        picture.info = {}  # place, camera, comment, profile: the encoder would write them again
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
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
