"""Which file an address asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.serving.addresses import file_at


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/vi/", "vi/index.html"),
        ("/en/products/momo/", "en/products/momo/index.html"),
        ("/assets/style.0123.css", "assets/style.0123.css"),
        ("/vi/tài-liệu.txt", "vi/tài-liệu.txt"),
        ("/vi/..%2f", "vi/..%2f"),
    ],
)
def test_an_address_asks_for_a_file_of_the_site(path: str, file: str) -> None:
    assert file_at(path) == file


@pytest.mark.parametrize(
    "path",
    [
        "",
        "*",
        "vi/",
        "//evil.test/",
        "/vi//",
        "/../site.yaml",
        "/vi/../../site.yaml",
        "/..",
        "/vi/.",
        "/vi/..\\..\\site.yaml",
        "/a\x00.html",
        "/a\r\nSet-Cookie: a=b",
    ],
)
def test_an_address_that_could_lead_out_of_the_site_asks_for_nothing(path: str) -> None:
    assert file_at(path) is None


@given(st.text())
def test_no_address_names_a_file_outside(path: str) -> None:
    found = file_at(path)
    assert found is None or not ({"", ".", ".."} & set(found.split("/")) or "\\" in found or "\x00" in found)
