"""What a page says of itself becomes the picture that is shown where its address is shared: a label beside a work."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from showcase import codes
from showcase.pages.site import SHARE_FONTS
from showcase.pages.views import Artifact, Share
from showcase.problems import Place, Problem, problem
from showcase.reading.discover import File
from showcase.rendering.colours import srgb
from showcase.rendering.covers import cover
from showcase.rendering.lettering import Face, draw, lines, missing
from showcase.rendering.theme import ASSETS

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, LABEL = 64, 556
WORK = (674, 40, 1160, 590)
QUALITY = 82
PAPER, INK, SOFT = srgb(0.97, 0.012, 85), srgb(0.24, 0.02, 40), srgb(0.43, 0.02, 40)
GOLD, FRAME, MAT = srgb(0.72, 0.11, 85), srgb(0.3, 0.025, 40), srgb(0.945, 0.016, 85)
TITLES = ((84, 2), (72, 2), (62, 2), (54, 3), (46, 3), (42, 4))  # sizes, and the lines that a name may take


@dataclass(frozen=True, slots=True)
class Studio:
    """What share pictures are made with: the faces, and the motifs as PNG masks by name."""

    display: Face
    text: Face
    motifs: Mapping[str, bytes]


def faces(files: tuple[File, ...]) -> tuple[Face, Face] | None:
    """The faces of a theme for names and for text; none where it has not all their files."""
    found = {file.path.removeprefix(ASSETS): file.data for file in files if file.path.startswith(ASSETS)}
    data = tuple(found[name] for name in SHARE_FONTS if name in found)
    return (data[:2], data[2:]) if len(data) == len(SHARE_FONTS) else None


def motifs(files: tuple[File, ...]) -> dict[str, bytes]:
    """The motifs of a theme by name, as they were drawn."""
    folder = f"{ASSETS}motifs/"
    return {
        file.path.removeprefix(folder).removesuffix(".svg"): file.data
        for file in files
        if file.path.startswith(folder) and file.path.endswith(".svg")
    }


def drawn_share(share: Share, studio: Studio) -> tuple[Artifact | Problem, ...]:
    """The picture at its path, and what is wrong with its letters."""
    faults = letter_problems(share, studio) if share.source else ()
    return Artifact(share.path.lstrip("/"), share_picture(share, studio)), *faults


def share_picture(share: Share, studio: Studio) -> bytes:
    """The picture as JPEG, 1,200 by 630 pixels: the same for the same words and the same motif."""
    image = _wall(share.site, studio.text).copy()
    _hang(image, share, studio)
    _label(image, share, studio)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


@lru_cache(maxsize=4)
def _wall(site: str, face: Face) -> Image.Image:
    """What all pictures of a site share: paper, an empty frame, and the site's name at the foot."""
    image = Image.new("RGB", SIZE, PAPER)
    canvas = ImageDraw.Draw(image)
    left, top, right, bottom = WORK
    canvas.rectangle((left - 14, top - 14, right + 13, bottom + 13), fill=MAT, outline=FRAME, width=2)
    canvas.rectangle((MARGIN, 546, MARGIN + LABEL, 547), fill=GOLD)
    draw(canvas, (MARGIN, 590), lines(site, face, 26, LABEL, 1)[0], face, 26, INK)
    return image


@lru_cache(maxsize=32)
def _heading(kind: str, face: Face) -> Image.Image:
    """The kind of a page on a strip of paper, which is as high as its letters can be."""
    strip = Image.new("RGB", (MARGIN + LABEL, 50), PAPER)
    draw(ImageDraw.Draw(strip), (MARGIN, 36), lines(kind, face, 26, LABEL, 1)[0], face, 26, SOFT)
    return strip


def _hang(image: Image.Image, share: Share, studio: Studio) -> None:
    """Nothing, after the cover hangs in its frame."""
    left, top, right, bottom = WORK
    png = studio.motifs.get(share.motif, b"")
    image.paste(cover(share.motif, png, share.hue, share.seed, (right - left, bottom - top)), (left, top))


def _label(image: Image.Image, share: Share, studio: Studio) -> None:
    """Nothing, after the label stands beside the work: kind, name, and one line."""
    canvas = ImageDraw.Draw(image)
    if share.kind:
        image.paste(_heading(share.kind, studio.text), (0, 92 - 36))
    size, title = _fitting(share.title, studio.display)
    below = 116
    for line in title:
        below += round(size * 1.18)
        draw(canvas, (MARGIN, below), line, studio.display, size, INK)
    below += 28
    for line in lines(share.text, studio.text, 28, LABEL, max(1, min(4, (520 - below) // 43))):
        below += 43
        draw(canvas, (MARGIN, below), line, studio.text, 28, SOFT)


def _fitting(title: str, face: Face) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the title fits into its lines, and the lines, none much shorter than the others."""
    for size, most in TITLES:
        made = lines(title, face, size, LABEL, most)
        if not made[-1].endswith("…"):
            narrower = (lines(title, face, size, room, len(made)) for room in range(LABEL // 2, LABEL, 24))
            return size, next((each for each in narrower if not any(line.endswith("…") for line in each)), made)
    return TITLES[-1][0], made


def letter_problems(share: Share, studio: Studio) -> tuple[Problem, ...]:
    """The letters that no font of the picture has; they are left out of it."""
    lost = missing(share.title, studio.display) + missing(f"{share.text} {share.kind} {share.site}", studio.text)
    if not lost:
        return ()
    letters = " ".join(f"{each} (U+{ord(each):04X})" for each in dict.fromkeys(lost))
    return (problem(codes.MISSING_LETTERS, Place(share.source), letters=letters),)
