"""The bytes of a file become text, or a message that says which line to look at."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.problems import ContentError, Place
from showcase.reading.text_file import Parts, decode, place_finder, split_front_matter

PATH = "content/products/tra/index.vi.md"


def refusal(error: ContentError) -> tuple[str, str]:
    """The code and the place of the only problem of an error."""
    (found,) = error.problems
    return found.code, str(found.place).removeprefix(PATH)


def split_error(text: str) -> tuple[str, str]:
    with pytest.raises(ContentError) as caught:
        split_front_matter(text, PATH)
    return refusal(caught.value)


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_plain_text_comes_through_unchanged(locale: str) -> None:
    assert decode("Cà phê & tea\n".encode(), PATH, locale) == ("Cà phê & tea\n", ())


def test_a_byte_order_mark_is_accepted() -> None:
    assert decode("\ufeffTrà\n".encode(), PATH, "vi") == ("Trà\n", ())


def test_line_ends_of_windows_and_old_macs_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n", PATH, "vi")[0] == "a\nb\nc\n"


def test_decomposed_text_is_composed() -> None:
    text = "Điện thoại thông minh"
    assert decode(unicodedata.normalize("NFD", text).encode(), PATH, "vi") == (text, ())


@pytest.mark.parametrize(
    ("data", "place", "detail"),
    [
        ("Trà\n".encode("utf-16"), ":1", "UTF-16"),
        ("Trà\n".encode("utf-32"), ":1", "UTF-32"),
        ("\ufeffTrà".encode("utf-16-be"), ":1", "UTF-16"),
        ("a\nb".encode("utf-16-le"), ":1", "NUL"),
        (b"a\nb\n\0", ":3", "NUL"),
        (b"a\nTr\xe0\n", ":2", "0xE0"),
    ],
)
def test_other_encodings_are_refused_with_their_line(data: bytes, place: str, detail: str) -> None:
    with pytest.raises(ContentError) as caught:
        decode(data, PATH, "vi")

    assert refusal(caught.value) == ("not-utf8", place)
    assert caught.value.problems[0].fields["detail"] == detail


def test_a_control_character_is_reported_at_its_place_and_goes_no_further() -> None:
    text, problems = decode(b"ab\ncd\x1b[31m\n", PATH, "en")

    assert text == "ab\ncd [31m\n"
    assert [(found.code, found.place) for found in problems] == [("control-character", Place(PATH, 2, 3))]


def test_a_separator_of_lines_that_no_editor_shows_is_reported_and_keeps_lines_in_step() -> None:
    text, problems = decode("a\u2028b\nc\x85d".encode(), PATH, "en")

    assert text == "a b\nc d"
    assert [str(found.place) for found in problems] == [f"{PATH}:1:2", f"{PATH}:2:2"]


def test_a_direction_isolate_and_a_stray_mark_are_reported() -> None:
    problems = decode("ok\n  x\u2066y e\u0302\u0302".encode(), PATH, "vi")[1]
    assert [(found.code, found.place.line) for found in problems] == [("control-character", 2), ("stray-mark", 2)]


def test_invisible_characters_disappear_in_silence() -> None:
    assert decode("Bò\u200bKho".encode(), PATH, "vi") == ("BòKho", ())


def test_old_encodings_are_recognised() -> None:
    problems = decode("C«ng nghÖ th«ng tin\n".encode(), PATH, "vi")[1]
    assert [found.code for found in problems] == ["legacy-encoding"]


def test_front_matter_and_body_know_their_first_lines() -> None:
    assert split_front_matter("---\na: b\n---\n\nText\n", PATH) == Parts("a: b\n", 2, "\nText\n", 4)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---  \na: b\n---\t \nx", Parts("a: b\n", 2, "x", 4)),
        ("---\na: b\n...\nx", Parts("a: b\n", 2, "x", 4)),
        ("\n \n---\na: b\n---", Parts("a: b\n", 4, "", 6)),
        ("---\n---\n", Parts("", 2, "", 3)),
        ("---\na: |\n  ---\n---\nx", Parts("a: |\n  ---\n", 2, "x", 5)),
        ("---\na: b\n---\nx\n\n----\ny", Parts("a: b\n", 2, "x\n\n----\ny", 4)),
    ],
)
def test_fences_may_have_blanks_behind_them_and_end_as_yaml_does(text: str, parts: Parts) -> None:
    assert split_front_matter(text, PATH) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty-file", "")),
        (" \n\n\t", ("empty-file", "")),
        ("Text\n", ("no-front-matter", ":1:1")),
        ("\n\nText\n---\n", ("no-front-matter", ":3:1")),
        ("--- a: b\n---\n", ("no-front-matter", ":1:1")),
        ("---\na: b\n", ("unclosed-front-matter", ":1:1")),
        ("\n---\na: b\n ---\n", ("unclosed-front-matter", ":2:1")),
        ("----\na: b\n---\n", ("bad-fence", ":1:1")),
        ("--\na: b\n---\n", ("bad-fence", ":1:1")),
        ("—\na: b\n---\n", ("bad-fence", ":1:1")),
        ("---\na: b\n----\nText\n\n---\n", ("bad-fence", ":3:1")),
        ("---\na: b\n–––\n", ("bad-fence", ":3:1")),
        ("---\na: b\n- - -\n", ("bad-fence", ":3:1")),
        ("---\na: b\n…\n", ("bad-fence", ":3:1")),
    ],
)
def test_what_is_nearly_front_matter_says_what_is_missing(text: str, expected: tuple[str, str]) -> None:
    assert split_error(text) == expected


def test_a_bad_fence_is_shown_as_it_stands() -> None:
    with pytest.raises(ContentError) as caught:
        split_front_matter("---\na: b\n-–- \nText", PATH)

    assert caught.value.problems[0].fields["line"] == "-–-"


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_problem(data: bytes) -> None:
    try:
        text, _ = decode(data, PATH, "vi")
        split_front_matter(text, PATH)
    except ContentError as error:
        places = {found.place.path for found in error.problems}
    else:
        places = {PATH}
    assert places == {PATH}


@given(st.text(max_size=200))
def test_lines_stay_in_step_with_the_disk(text: str) -> None:
    on_disk = text.replace("\r\n", "\n").replace("\r", "\n")
    data = text.encode()
    if b"\0" not in data and not data.startswith((b"\xff", b"\xfe")):
        assert decode(data, PATH, "vi")[0].count("\n") == on_disk.count("\n")


@given(st.text(alphabet="ab\n", max_size=30))
def test_places_count_from_one(text: str) -> None:
    place_of = place_finder(text, PATH)
    for offset in range(len(text) + 1):
        before = text[:offset]
        assert place_of(offset) == Place(PATH, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
