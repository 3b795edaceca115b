"""How titles become addresses: rules 19 and 20."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.slugs import is_slug, slug

locales = st.sampled_from(["vi", "en", "ja", "vi-VN"])


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Điện thoại thông minh", "vi", "dien-thoai-thong-minh"),
        ("Điện thoại thông minh", "en", "dien-thoai-thong-minh"),
        ("Cà phê & Trà", "vi", "ca-phe-va-tra"),
        ("Coffee & Tea", "en", "coffee-and-tea"),
        ("Coffee & Tea", "fr", "coffee-tea"),
        ("C++ cho người mới", "vi", "c-plus-plus-cho-nguoi-moi"),
        ("C++", "ja", "c-plus-plus"),
        ("Giảm 50%", "vi", "giam-50-phan-tram"),
        ("Save 50%", "en", "save-50-percent"),
        ("lienhe@vn", "vi", "lienhe-a-cong-vn"),
        ("sales@vn", "en", "sales-at-vn"),
        ("Giá 1.990.000 ₫", "vi", "gia-1-990-000"),
        ("Ðà Nẵng", "vi", "da-nang"),
        ("L’Oréal", "vi", "loreal"),
        ("L'Oréal", "en", "loreal"),
        ("Straße Łódź Æon œuvre Ørsted", "en", "strasse-lodz-aeon-oeuvre-orsted"),
        ("Bkav™ １２ ٣ ﬁn x²", "en", "bkav-12-3-fin-x2"),
        ("İstanbul", "en", "istanbul"),
        ("Bò\u200bKho", "vi", "bokho"),
        ("iPhone_15", "vi", "iphone-15"),
        ("---", "vi", ""),
        ("日本", "vi", ""),
        ("日本 phở", "ja", "pho"),
    ],
)
def test_slugs(text: str, locale: str, expected: str) -> None:
    assert slug(text, locale) == expected
    assert slug(unicodedata.normalize("NFD", text), locale) == expected


def test_long_slugs_are_cut_at_a_hyphen() -> None:
    assert slug("nghiêng " * 20, "vi") == "-".join(["nghieng"] * 10)
    assert slug("a" * 79 + " b", "vi") == "a" * 79
    assert slug("a" * 80 + " b", "vi") == "a" * 80
    assert slug("a" * 200, "vi") == "a" * 80


@given(st.text(), locales)
def test_slugs_settle(text: str, locale: str) -> None:
    found = slug(text, locale)
    assert found == "" or is_slug(found)
    assert slug(found, locale) == found


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "M", "N", "P"])), locales)
def test_nfc_and_nfd_give_the_same_slug(text: str, locale: str) -> None:
    assert slug(unicodedata.normalize("NFD", text), locale) == slug(unicodedata.normalize("NFC", text), locale)


@pytest.mark.parametrize("text", ["a", "misa-amis", "2024", "a" * 80])
def test_what_a_slug_is(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "đ", "a b", "a_b", "a\n", "a" * 81, "a/b", "٣"])
def test_what_a_slug_is_not(text: str) -> None:
    assert not is_slug(text)
