"""What one language says and the other does not is told with both texts."""

from tests.library.checks.makers import problems, told


def test_texts_that_agree_are_left_alone() -> None:
    vietnamese = "## Giá\n\nTừ tháng 4 năm 2020: 1.990.000 ₫, [MISA](content:/enterprises/misa#gia).\n\n![A](a.png)\n\n"
    english = "## Price\n\nVND 1,990,000 since April 2020, [MISA](content:/enterprises/misa#price).\n\n![B](a.png)\n\n"

    assert not problems(vietnamese + "[[product:amis]]", english + "[[product:amis]]")


def test_a_number_that_differs_is_told_from_both_texts() -> None:
    (line,) = told(problems("Có 10 nước.\n\nChiếm 6,52% thị trường.", "In 10 countries.\n\nHas 6.25% of it."))

    assert line == (
        "numbers-differ content/pages/gia/index.en.md:8:5 the numbers of “body” differ: only here 6.25%; "
        "only in content/pages/gia/index.vi.md:8:7: 6,52%"
    )


def test_a_number_that_is_left_out_is_told_at_the_text() -> None:
    (line,) = told(problems(summary=("Có 10 nước.", "In many countries.")))

    assert line == (
        "numbers-differ content/pages/gia/index.en.md:2:10 the numbers of “summary” differ: only here –; "
        "only in content/pages/gia/index.vi.md:2:10: 10"
    )


def test_placeholders_are_compared() -> None:
    (found,) = problems(summary=("Chào {name} và %(id)s", "Hello {nam} and %(id)s"))

    assert (found.code, found.fields["ours"], found.fields["theirs"]) == ("placeholders-differ", "{nam}", "{name}")


def test_headings_are_compared_by_their_levels() -> None:
    (found,) = problems("## Một\n\n### Hai\n\nMột", "## One\n\nOne")

    assert (found.code, found.fields["ours"], found.fields["theirs"]) == ("headings-differ", "2", "2, 3")


def test_links_pictures_and_cards_are_compared() -> None:
    found = problems(
        "[A](https://a.vn/) [B](#giua) ![A](a.png)\n\n[[product:amis]]",
        "[A](https://b.vn/) [B](#middle) ![A](a.png)\n\n[[product:base]]",
    )

    assert [(str(each.place), *(each.fields[name] for name in ("what", "ours", "theirs"))) for each in found] == [
        ("content/pages/gia/index.en.md:6:5", "links", "https://b.vn/", "https://a.vn/"),
        ("content/pages/gia/index.en.md:8:1", "product cards", "products/base", "products/amis"),
    ]


def test_a_picture_that_is_left_out_is_told_with_its_place_in_the_other_text() -> None:
    (found,) = problems("Xem ![A](a.png)", "See")

    assert (str(found.place), found.fields["other"]) == (
        "content/pages/gia/index.en.md",
        "content/pages/gia/index.vi.md:6:10",
    )


def test_a_body_that_is_not_translated_is_not_compared() -> None:
    assert not problems("## Giá\n\n10 nước")
