"""One drawing gives every icon, and each language has a manifest that names them."""

import io
import json
from pathlib import Path

from PIL import Image

from showcase.pages.manifest import manifest_job
from showcase.rendering.icons import SOURCE, icons
from tests.makers import site

ROOT = Path(__file__).parents[2]


def test_the_icon_is_made_in_the_sizes_that_devices_ask_for() -> None:
    made = icons((ROOT / SOURCE).read_bytes())
    sizes = {}
    for each in made:
        with Image.open(io.BytesIO(each.data)) as image:
            sizes[each.output] = image.size

    assert sizes == {f"icons/{size}.png": (size, size) for size in (180, 192, 512)}


def test_the_manifest_of_a_language_is_in_it_and_names_icons_that_exist() -> None:
    made = {each.output for each in icons((ROOT / SOURCE).read_bytes())}
    for locale, title in (("vi", "Trưng bày"), ("en", "Showcase")):
        job = manifest_job(site(locale=locale))
        assert job.make is not None
        read = json.loads(job.make(job.view))
        assert job.output == f"{locale}/site.webmanifest"
        assert (read["lang"], read["name"], read["start_url"]) == (locale, title, f"/{locale}/")
        assert {each["src"].lstrip("/") for each in read["icons"]} <= made
