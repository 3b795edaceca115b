"""A heading does not tear names and compounds."""

import pytest

from showcase.language.whole_words import whole_words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Trưng bày sản phẩm số Việt Nam", "Trưng bày sản\u00a0phẩm số Việt\u00a0Nam"),
        ("Sản phẩm của DOANH NGHIỆP", "Sản\u00a0phẩm của DOANH\u00a0NGHIỆP"),
        ("Make in Viet Nam", "Make in Viet\u00a0Nam"),
        ("Ho Chi Minh City", "Ho\u00a0Chi\u00a0Minh City"),
    ],
)
def test_a_compound_stays_on_its_line(text: str, kept: str) -> None:
    assert whole_words(text) == kept


@pytest.mark.parametrize("text", ["", "MISA AMIS", "bản phẩm", "tái sản phẩmx"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert whole_words(text) == text
