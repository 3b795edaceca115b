"""A colour in OKLCH, as the style sheet names it, becomes the sRGB that picture formats hold."""

import math

# Björn Ottosson's matrices: from OKLab to cone responses, and from these to linear sRGB.
CONES = ((1.0, 0.3963377774, 0.2158037573), (1.0, -0.1055613458, -0.0638541728), (1.0, -0.0894841775, -1.2914855480))
LINEAR = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)

Colour = tuple[int, int, int]


def srgb(lightness: float, chroma: float, hue: float) -> Colour:
    """Red, green and blue from 0 to 255; what a screen cannot show is cut to what it can. Lightness is from 0 to 1."""
    lab = (lightness, chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue)))
    cones = tuple(_dot(row, lab) ** 3 for row in CONES)
    red, green, blue = (_channel(_dot(row, cones)) for row in LINEAR)
    return red, green, blue


def _dot(row: tuple[float, ...], vector: tuple[float, ...]) -> float:
    return sum(one * other for one, other in zip(row, vector, strict=True))


def _channel(linear: float) -> int:
    bounded = min(1.0, max(0.0, linear))
    curved = 12.92 * bounded if bounded <= 0.0031308 else 1.055 * bounded ** (1 / 2.4) - 0.055
    return round(255 * curved)
