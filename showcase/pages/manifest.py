"""The site of a language becomes its web manifest: how it stands among the applications of a device."""

from showcase.library.addresses import manifest_permalink
from showcase.pages.plain import json_bytes
from showcase.pages.site import Site
from showcase.pages.views import Job

ICONS = (192, 512)
PAPER = "#f9f5ec"


def icon_path(size: int) -> str:
    """Where the icon of that size stands."""
    return f"/icons/{size}.png"


def manifest_job(here: Site) -> Job:
    """The web manifest of a language."""
    icons = [
        {"src": icon_path(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any"} for size in ICONS
    ]
    value = {
        "name": here.settings.title,
        "description": here.settings.description,
        "lang": here.locale,
        "dir": "ltr",
        "id": f"/{here.locale}/",
        "start_url": f"/{here.locale}/",
        "scope": "/",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return Job(manifest_permalink(here.locale).lstrip("/"), value, make=json_bytes)
