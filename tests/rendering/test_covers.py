"""The cover of a picture for sharing is the cover of the page."""

import io
import re
from functools import cache
from pathlib import Path

import pytest
import resvg_py
from jinja2 import Environment
from PIL import Image, ImageChops, ImageStat

from showcase.rendering.colours import srgb
from showcase.rendering.covers import cover, mask
from showcase.rendering.filters import seed

TEMPLATES = Path(__file__).parents[2] / "templates"
MOTIFS = {path.stem: path.read_bytes() for path in (TEMPLATES / "assets/motifs").glob("*.svg")}
OKLCH = re.compile(r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)")
SIZE = (486, 550)


@cache
def macro() -> Environment:
    made = Environment(trim_blocks=True, autoescape=True)
    made.filters["seed"] = seed
    made.globals["site"] = {"assets": {f"motifs/{name}.svg": "" for name in MOTIFS}}
    return made


def drawn(motif: str, hue: int, key: str) -> Image.Image:
    """The cover as the template draws it."""
    module = macro().from_string((TEMPLATES / "components/cover.html").read_text()).module
    svg = str(module.cover({"key": key, "field": {"motif": motif, "hue": hue}}))  # type: ignore[attr-defined]
    svg = OKLCH.sub(lambda each: f"rgb{srgb(float(each[1]) / 100, float(each[2]), float(each[3]))}", svg)
    shape = re.sub(r"</?svg[^>]*>", "", MOTIFS[motif].decode())
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE[0]}" height="{SIZE[1]}" '
    whole = svg.strip().replace("<svg ", head, 1).removesuffix("</svg>") + f"<defs>{shape}</defs></svg>"
    png = bytes(resvg_py.svg_to_bytes(svg_string=whole, skip_system_fonts=True))
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_it_is_composed_as_the_template_composes_it(motif: str) -> None:
    png = mask(MOTIFS[motif])
    wanted = drawn(motif, 150, "products/zalo")
    same, other = (
        max(ImageStat.Stat(ImageChops.difference(wanted, cover(motif, png, 150, seed(key), SIZE))).mean)
        for key in ("products/zalo", "products/momo")
    )

    assert same < 8
    assert other > 2 * same


def test_without_a_motif_the_ground_is_left() -> None:
    assert cover("none", b"", 150, seed("a"), SIZE).getcolors() == [(SIZE[0] * SIZE[1], srgb(0.45, 0.09, 150))]
    assert cover("none", b"", None, seed("a"), SIZE).getcolors() == [(SIZE[0] * SIZE[1], srgb(0.38, 0.135, 28))]
