"""Every file of the site has a type, and text says that it is UTF-8."""

import pytest

from showcase.hosting.media_types import BY_ENDING, is_twin, media_type


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("vi/index.html", "text/html; charset=utf-8"),
        ("vi/feed.xml", "application/atom+xml"),
        ("vi/feed.json", "application/feed+json"),
        ("sitemap.xml", "application/xml"),
        ("media/0123-640.AVIF", "image/avif"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_name(path: str, type_: str) -> None:
    assert media_type(path) == type_


def test_all_text_says_how_it_is_written() -> None:
    assert all("charset=utf-8" in type_ for type_ in BY_ENDING.values() if type_.startswith("text/"))


def test_a_compressed_twin_is_known_by_its_ending() -> None:
    assert [is_twin(name) for name in ("a.html.br", "a.html.gz", "a.css.zst", "a.html")] == [True, True, True, False]
