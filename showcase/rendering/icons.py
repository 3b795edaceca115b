"""The one drawing of the icon becomes the sizes that devices ask for."""

import resvg_py

from showcase.pages.manifest import ICONS, icon_path
from showcase.pages.views import Artifact

SOURCE = "templates/assets/icon.svg"
TOUCH = 180  # Apple's home screen


def icons(svg: bytes) -> tuple[Artifact, ...]:
    """The icon as PNG in every size."""
    return tuple(Artifact(icon_path(size).lstrip("/"), _png(svg.decode(), size)) for size in (TOUCH, *ICONS))


def _png(svg: str, size: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))
