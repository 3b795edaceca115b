"""A change touches nothing else on disk."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from showcase.translating.spans import Span, replaced, text_file

FRONT = "---\ntitle: Giá\n---\n"


def test_the_parts_of_a_file_are_found() -> None:
    file = text_file("\n\ufeff---\r\ntitle: Giá\r\n---\r\nBài\r\nviết")

    assert file.fields == "title: Giá\n"
    assert file.lines == ["Bài", "viết"]
    assert text_file("---\ntitle: x\n---").lines == [""]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    raw = "---\ntitle: Giá\n---\nmột\n\nhai\n".replace("\n", end)
    file = text_file(raw)
    start = file.read.index("hai")

    assert replaced(file, Span(start, start + 3), "ba\nbốn").raw == raw.replace("hai", f"ba{end}bốn")


def test_what_reading_leaves_out_stays_on_disk() -> None:
    decomposed = unicodedata.normalize("NFD", "Giá đó")
    raw = f"---\ntitle: {decomposed}\u200b # x\u00ad\n---\n{decomposed} một\u200b hai {decomposed}\n"
    file = text_file(raw)
    start = file.read.index("hai")

    assert replaced(file, Span(start, start + 3), "ba").raw == raw.replace("hai", "ba")


@settings(deadline=None)
@given(st.text("aá\u0301\u200b\u00ad \n", max_size=20), st.text("aá\u0301\u200b\r\n ", max_size=20))
def test_a_word_is_replaced_wherever_it_stands(before: str, after: str) -> None:
    assume(not after.startswith(("\u0301", "\u200b")))
    raw = f"{FRONT}{before} hai {after}"
    file = text_file(raw)
    start = file.read.index("hai")
    new = replaced(file, Span(start, start + 3), "ba")

    assert new.raw == raw.replace("hai", "ba")
    assert new.read == file.read.replace("hai", "ba")
