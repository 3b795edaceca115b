"""A hue, a motif and eight numbers become the pixels of the cover that `components/cover.html` draws as SVG."""

import cmath
import io
import math
import re
from functools import lru_cache

import resvg_py
from PIL import Image, ImageChops, ImageDraw

from showcase.rendering.colours import Colour, srgb

SIZE = WIDTH, HEIGHT = 400, 300  # in the cover's own units
MASK = 1760
VIEW = re.compile(r'viewBox="[^"]*"')
REACH = 440  # of the longest motifs from their middle, in their own units
LEAF = srgb(0.86, 0.075, 85)
LACQUER = srgb(0.38, 0.135, 28), srgb(0.44, 0.14, 28), srgb(0.31, 0.115, 28)
LINE = 1.2
FINE = 2  # edges are drawn so much larger, and reduced
COARSE = 2  # what hangs behind is drawn so much smaller, and enlarged
# Where the rows of a banded motif begin, and how high they are, in its own units.
ROWS = {
    "boat": ((-168, 216), (40, 216)),
    "dots": ((-108, 126), (-234, 252), (18, 252)),
    "ladder": ((-369, 190), (-179, 214), (35, 190)),
    "meander": ((-193, 139), (-237, 227)),
    "wave": ((-131.5, 270), (-131.5, 135), (-266.5, 270)),
    "zigzag": ((-163, 135), (-211, 231), (-163, 305)),
}
AFLOAT = frozenset({"boat", "wave"})
TURNS = (0, 90, 32, -32, 0, 58)

Size = tuple[int, int]
Layers = tuple[Image.Image, Image.Image, Image.Image]  # tone on tone, shade, leaf


def mask(svg: bytes) -> bytes:
    """The motif, all of it, as a PNG whose lines are opaque."""
    whole = f'<svg color="#fff" viewBox="-{REACH} -{REACH} {2 * REACH} {2 * REACH}" '
    white = VIEW.sub("", svg.decode(), 1).replace("<svg ", whole, 1)
    return bytes(resvg_py.svg_to_bytes(svg_string=white, width=MASK, height=MASK, skip_system_fonts=True))


def cover(motif: str, png: bytes, hue: int | None, numbers: tuple[int, ...], size: Size) -> Image.Image:
    """The cover, filling the size from the middle; on lacquer where there is no hue."""
    ground, *colours = (
        LACQUER if hue is None else (srgb(0.45, 0.09, hue), srgb(0.52, 0.095, hue), srgb(0.37, 0.085, hue))
    )
    if not png:
        return Image.new("RGB", size, ground)
    sheet = Sheet(size, png)
    behind, *layers = _band(sheet, numbers, motif) if motif in ROWS else _disc(sheet, numbers)
    work = _washed(ground, colours[0], behind)
    for colour, layer in zip((*colours[1:], LEAF), layers, strict=True):
        if box := layer.getbbox():
            work.paste(colour, box, layer.crop(box))
    return work


def _washed(ground: Colour, colour: Colour, layer: Image.Image) -> Image.Image:
    """A ground with the colour pasted on it through the layer; on one colour that is a table of 256 mixtures."""
    mixtures = Image.new("RGB", (256, 1), ground)
    mixtures.paste(colour, (0, 0), Image.frombytes("L", (256, 1), bytes(range(256))))
    made = layer.copy()
    made.putpalette(mixtures.tobytes())
    return made.convert("RGB")


class Sheet:
    """What a layer of a cover covers, drawn in the cover's units: a mask as large as the picture."""

    def __init__(self, size: Size, png: bytes) -> None:
        self.size, self.png = size, png
        self.scale = max(size[0] / WIDTH, size[1] / HEIGHT)
        self.corner = complex(*size) / 2 - self.scale * complex(WIDTH, HEIGHT) / 2

    def motif(self, turn: complex, shift: complex, coarse: int = 1) -> Image.Image:
        """The motif, turned and scaled, then moved; made so many times smaller first."""
        turn, shift = turn * self.scale / coarse, (shift * self.scale + self.corner) / coarse
        level = max(0, int(math.log2(MASK / (2 * REACH * abs(turn)))))
        stencil = _stencil(self.png, level)
        back = stencil.width / (2 * REACH) / turn
        away = complex(stencil.width, stencil.height) / 2 - back * shift
        affine = (back.real, -back.imag, away.real, back.imag, back.real, away.imag)
        small = (-(-self.size[0] // coarse), -(-self.size[1] // coarse))
        made = stencil.transform(small, Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
        return made if coarse == 1 else made.resize(self.size, Image.Resampling.BILINEAR)

    def circle(self, middle: complex, radius: float, line: float = 0) -> Image.Image:
        """A disc, or its edge."""
        made = self._fine_mask()
        (left, top), (right, bottom) = (self._fine(middle + way * complex(radius, radius)) for way in (-1, 1))
        canvas, box = ImageDraw.Draw(made), (left, top, right, bottom)
        if line:
            canvas.ellipse(box, outline=255, width=round(line * self.scale * FINE))
        else:
            canvas.ellipse(box, fill=255)
        return made.reduce(FINE)

    def bars(self, *bars: tuple[complex, ...]) -> Image.Image:
        """Bars with these corners."""
        made = self._fine_mask()
        for corners in bars:
            ImageDraw.Draw(made).polygon([self._fine(each) for each in corners], fill=255)
        return made.reduce(FINE)

    def _fine_mask(self) -> Image.Image:
        return Image.new("L", (self.size[0] * FINE, self.size[1] * FINE))

    def _fine(self, point: complex) -> tuple[float, float]:
        shown = (point * self.scale + self.corner) * FINE
        return shown.real, shown.imag


def _disc(sheet: Sheet, n: tuple[int, ...]) -> Layers:
    """The motif large behind, a disc, and the motif once more on it."""
    large = n[6] % 3 == 0
    radius = 200 + n[2] % 60 if large else 104 + n[2] % 36
    x = 60 + n[0] * 280 // 255 if large else 130 + n[0] * 140 // 255
    y = 30 + n[1] * 240 // 255 if large else 138 + n[1] % 24
    middle = complex(x, y)
    behind = sheet.motif(_turned(n[4]) * (130 + n[5] % 90) / 100, complex(WIDTH, HEIGHT) - middle, COARSE)
    before = sheet.motif(_turned(n[3] * 360 // 256) * radius / 306, middle)
    edge = sheet.circle(middle, radius + 7 + LINE / 2, LINE)
    return behind, sheet.circle(middle, radius), ImageChops.lighter(before, edge)


def _band(sheet: Sheet, n: tuple[int, ...], name: str) -> Layers:
    """The motif large behind, a band, and one of the motif's rows along it."""
    afloat = name in AFLOAT
    turn = _turned(n[3] % 5 - 2 if afloat else TURNS[n[3] % 6])
    across = _turned(90 if name == "ladder" else 0)
    start, height = ROWS[name][n[2] % len(ROWS[name])]
    scale = min((70 + n[0] % 30) / 100, 206 / height)
    high = height * scale
    middle = HEIGHT - 12 - high / 2 - n[1] % 30 if afloat else 122 + n[1] % 56
    centre = complex(WIDTH, HEIGHT) / 2

    def bar(at: float, half: float) -> tuple[complex, ...]:
        corners = (complex(x, at + y) for x, y in ((-80, -half), (480, -half), (480, half), (-80, half)))
        return tuple(centre + turn * (corner - centre) for corner in corners)

    top = complex(WIDTH / 2, middle - high / 2 - start * scale)
    row = sheet.motif(turn * across * scale, centre + turn * (top - centre))
    before = ImageChops.multiply(row, sheet.bars(bar(middle, high / 2)))
    edges = sheet.bars(*(bar(middle + way * (high / 2 + 10), LINE / 2) for way in (-1, 1)))
    leaf = ImageChops.lighter(before, edges)
    if afloat:  # a moon, which the band covers where it sets
        moon = sheet.circle(complex(80 + n[4] * 240 // 255, 46 + n[6] % 26), 22 + n[7] % 14)
        leaf = ImageChops.lighter(leaf, ImageChops.subtract(moon, sheet.bars(bar(middle, high / 2 + 5))))
    behind = sheet.motif(turn * across * (110 + n[5] % 70) / 100, centre, COARSE)
    return behind, sheet.bars(bar(middle, high / 2 + 5)), leaf


def _turned(degrees: float) -> complex:
    return cmath.rect(1, math.radians(degrees))


@lru_cache(maxsize=48)
def _stencil(png: bytes, level: int) -> Image.Image:
    """The motif, halved so many times that it is never drawn at less than half its size."""
    with Image.open(io.BytesIO(png)) as image:
        return image.getchannel("A").reduce(2**level)
