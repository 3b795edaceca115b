"""Addresses that could harm a visitor are told from those that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.reading.addresses import file_name, is_external, is_safe, scheme_of


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a?b=c#d",
        "HTTP://example.com",
        "mailto:a@example.com?subject=Xin%20ch%C3%A0o",
        "tel:+84 24 1234",
        "content:/products/misa-amis#gia",
        "#gia",
        "",
        "brochure.pdf",
        "/vi/a:b/",
        "?a=b:c",
    ],
)
def test_ordinary_addresses_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "blob:x",
        "file:///etc/passwd",
        "ftp://example.com",
        ":x",
        "//example.com",
        " //example.com",
        "/\\example.com",
        "\\\\example.com",
        "https:alert(1)",
        "https://",
        "http:///x",
        "mailto:a@b.vn?subject=a%0Abcc:c@d.vn",
        "mailto:a@b.vn?subject=a%0d",
        "mailto:a@b.vn?subject=a\nb",
    ],
)
def test_addresses_that_run_or_mislead_are_not(address: str) -> None:
    assert not is_safe(address)


def test_schemes_are_read_as_browsers_do() -> None:
    assert scheme_of(" HTTPS://x") == "https"
    assert scheme_of("a/b:c") == ""
    assert is_external("Http://x")
    assert not is_external("content:/x")


@pytest.mark.parametrize(
    ("src", "name"),
    [
        ("anh.jpg", "anh.jpg"),
        ("%E1%BA%A3nh%20b%C3%ACa.jpg", "ảnh bìa.jpg"),
        ("a\u0309nh.jpg", "ảnh.jpg"),
        ("../a.jpg", ""),
        ("%2e%2e%2fa.jpg", ""),
        ("a/b.jpg", ""),
        ("a\\b.jpg", ""),
        ("..", ""),
        (".hidden", ""),
        ("https://x/a.jpg", ""),
        ("data:image/png;base64,x", ""),
        ("a.jpg?x", ""),
        ("a%00.jpg", ""),
        ("", ""),
    ],
)
def test_a_picture_is_a_plain_file_beside_the_text(src: str, name: str) -> None:
    assert file_name(src) == name


@given(st.text(max_size=40))
def test_any_text_is_judged(text: str) -> None:
    assert is_safe(text) in {True, False}
    assert "/" not in file_name(text)
