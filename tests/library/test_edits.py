"""Two versions of a text become the words that went and the words that came."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.library.edits import Edit, brief, edits, marked, nearby

TEXTS = st.lists(st.sampled_from(["chè", "tea", "và", "and", "sen"])).map(" ".join)


def test_words_go_come_and_stay() -> None:
    assert edits("Ghi sổ hằng ngày.", "Ghi sổ mỗi ngày, trực tuyến.") == (
        Edit("", "Ghi sổ"),
        Edit("-", "hằng ngày."),
        Edit("+", "mỗi ngày, trực tuyến."),
    )
    assert edits("Ghi sổ", "Ghi sổ  nhanh") == (Edit("", "Ghi sổ"), Edit("+", "nhanh"))
    assert edits("", "") == ()


@given(TEXTS, TEXTS)
def test_the_edits_hold_both_versions(before: str, after: str) -> None:
    found = edits(before, after)

    assert " ".join(each.text for each in found if each.sign != "+") == before
    assert " ".join(each.text for each in found if each.sign != "-") == after


def test_a_message_names_the_changed_words_alone() -> None:
    assert brief(edits("Online accounting for shops.", "Online ledgers for shops.")) == "-accounting +ledgers"
    assert brief(()) == ""


def test_a_message_stays_short() -> None:
    words = brief(edits("", " ".join(["word"] * 50)))

    assert len(words) <= 80
    assert words.startswith("+word word")
    assert words.endswith("…")


def test_only_the_words_near_a_change_are_shown() -> None:
    before = "one two three four five six A seven eight nine ten B eleven twelve 13 14 15 16 17 18 19 C 1 2 3 4 5 6"
    after = before.replace("A", "a").replace("B", "b").replace("C", "c")

    assert marked(edits(before, after)) == (
        "… three four five six [-A-] {+a+} seven eight nine ten [-B-] {+b+} eleven twelve 13 14 … 16 17 18 19 "
        "[-C-] {+c+} 1 2 3 4 …"
    )
    assert nearby(edits("same words", "same words")) == (Edit("", "…"),)
