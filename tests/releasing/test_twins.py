"""Compressed twins give the same bytes back, whoever unpacks them, and are the same each time."""

import gzip
import sys
from pathlib import Path

import brotli
import pytest
import zstandard

from showcase.pages.views import Artifact
from showcase.releasing.twins import NoZstandardError, is_compressible, needed, twins

TEXT = ("Sản phẩm Việt Nam, người làm ra chúng. " * 40).encode()
ALL = ("br", "gz", "zst")


@pytest.mark.parametrize("path", ["vi/index.html", "assets/style.0123456789.css"])
def test_every_twin_holds_the_same_bytes(path: str) -> None:
    made = {each.output: each.data for each in twins(Artifact(path, TEXT), ALL)}

    assert list(made) == [f"{path}.br", f"{path}.gz", f"{path}.zst"]
    assert brotli.decompress(made[f"{path}.br"]) == TEXT
    assert gzip.decompress(made[f"{path}.gz"]) == TEXT
    assert zstandard.decompress(made[f"{path}.zst"]) == TEXT
    assert made[f"{path}.gz"][4:8] == bytes(4)  # no time of day


def test_what_browsers_keep_for_ever_is_compressed_harder() -> None:
    text = (Path(__file__).parents[2] / "templates/assets/style.css").read_bytes()
    page = twins(Artifact("vi/index.html", text), ("br",))[0].data
    asset = twins(Artifact("assets/site.0123456789.js", text), ("br",))[0].data

    assert len(asset) < len(page)


def test_pictures_and_short_texts_have_no_twins() -> None:
    assert not is_compressible(Artifact("media/a.avif", TEXT))
    assert not is_compressible(Artifact("robots.txt", b"User-agent: *"))
    assert is_compressible(Artifact("vi/calendar.ics", TEXT))


def test_a_twin_that_saves_nothing_is_left_out() -> None:
    noise = zstandard.compress(TEXT, 19) + brotli.compress(TEXT)

    assert twins(Artifact("data/noise.json", noise), ALL) == ()


def test_without_zstandard_its_twins_are_refused_and_the_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)

    needed(("br", "gz"))
    with pytest.raises(NoZstandardError):
        needed(ALL)
