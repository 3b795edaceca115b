"""Words are compared whatever their capitals and wherever the tone mark stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.search_keys import exact_key as key
from showcase.library.checks.syllables import OLD_TONE, index, matches, new_tone_style, old_tones


@pytest.mark.parametrize(("one", "other"), [("HOÁ", "hóa"), ("Thuỷ", "thủy"), ("SỐ", "số"), ("Café", "café")])
def test_one_word_in_two_spellings_has_one_key(one: str, other: str) -> None:
    assert key(one) == key(unicodedata.normalize("NFD", other)) == key(other)


@pytest.mark.parametrize(("one", "other"), [("số", "sô"), ("số", "sổ"), ("ma", "mã"), ("bò", "bo")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_the_longest_phrase_wins() -> None:
    phrases = index(["chuyển đổi", "chuyển đổi số", "chuyển đổi số liệu"])

    found = [match.phrase for match in matches("Chuyển đổi số liệu, chuyển đổi số và chuyển đổi.", phrases)]

    assert found == ["chuyển đổi số liệu", "chuyển đổi số", "chuyển đổi"]


def test_a_match_is_given_as_it_is_written() -> None:
    (match,) = matches("Xem HOÁ ĐƠN\nĐIỆN TỬ.", index(["hóa đơn điện tử"]))

    assert (match.written, match.start) == ("HOÁ ĐƠN\nĐIỆN TỬ", 4)


@pytest.mark.parametrize("text", ["nền tảng, số", "nền tảng. Số", "nền tảng số hóa"[:9], "cái nền tảngsố"])
def test_punctuation_and_parts_of_words_are_no_match(text: str) -> None:
    assert not list(matches(text, index(["nền tảng số"])))


def test_a_hyphen_parts_words_like_a_blank() -> None:
    assert [match.written for match in matches("a Cutting-Edge tool", index(["cutting edge", "…"]))] == ["Cutting-Edge"]


@pytest.mark.parametrize(
    ("old", "new"), [("hoá", "hóa"), ("thoả", "thỏa"), ("Khoẻ", "Khỏe"), ("thuỷ", "thủy"), ("HOÀ", "HÒA")]
)
def test_old_tone_marks_move_to_the_first_vowel(old: str, new: str) -> None:
    assert OLD_TONE.fullmatch(old)
    assert new_tone_style(old) == new


@pytest.mark.parametrize("word", ["hóa", "quý", "Quỳ", "hoàn", "thuế", "tuyến", "loại", "quá", "ngoái"])
def test_words_with_their_tone_mark_in_the_right_place_stay(word: str) -> None:
    assert not OLD_TONE.search(word)


@given(st.text("hoauyqnáàỏạéýỳHOUÁÝQ .-", max_size=30))
def test_no_old_tone_mark_is_passed_over(text: str) -> None:
    assert list(old_tones(text)) == list(dict.fromkeys(found[0] for found in OLD_TONE.finditer(text)))
