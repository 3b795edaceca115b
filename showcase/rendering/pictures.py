"""Pictures as they lie beside texts become pictures that can be published: upright, in sRGB, without hidden data."""

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


def measured(attachment: Attachment, root: Path) -> PictureFile | Problem:
    """The picture's size as it is seen, read from its header, or what keeps it from being shown."""
    place = Place(attachment.path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(root / attachment.path, formats=FORMATS) as image:
                width, height = image.size
                if width * height > PIXELS:
                    return problem(
                        codes.BAD_PICTURE, place, name=attachment.name, detail=f"{width} × {height} > {PIXELS:,}"
                    )
                if image.getexif().get(ORIENTATION) in TURNED:
                    width, height = height, width
                image.draft("RGB", (64, 64))
                image.load()
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        return problem(codes.BAD_PICTURE, place, name=attachment.name, detail=_reason(error))
    scale = min(1.0, WIDEST / width)
    return PictureFile(attachment.path, attachment.digest, max(1, round(width * scale)), max(1, round(height * scale)))


def _reason(error: Exception) -> str:
    return codes.NO_PICTURE if isinstance(error, UnidentifiedImageError) else str(error)


def published(data: bytes) -> bytes:
    """The picture as a progressive JPEG at most 1,600 pixels wide. Orientation is applied, colours are sRGB, nothing else is kept."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        upright = ImageOps.exif_transpose(image)
        coloured = _in_srgb(upright)
        if coloured.width > WIDEST:
            height = max(1, round(coloured.height * WIDEST / coloured.width))
            coloured = coloured.resize((WIDEST, height), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        coloured.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
        return out.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB on white paper."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        image = converted if converted is not None else image
    if image.mode in ("RGBA", "LA", "PA", "P"):
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        paper.alpha_composite(layered)
        image = paper
    return image.convert("RGB")
