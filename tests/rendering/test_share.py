"""A page becomes the picture that stands for it where its address is shared."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

from PIL import Image

from showcase.codes import MISSING_LETTERS
from showcase.pages.heads import Subject, outline
from showcase.pages.plan import plan
from showcase.pages.shares import share_of
from showcase.pages.views import Share
from showcase.reading.discover import files_below
from showcase.rendering.colours import srgb
from showcase.rendering.covers import mask
from showcase.rendering.lettering import lines, missing, width
from showcase.rendering.share import LABEL, Studio, faces, letter_problems, motifs, share_picture
from tests.makers import enterprise, field, library, product, site

ROOT = Path(__file__).parents[2]
SHARE = Share(
    *("Nền tảng số ngữ nghĩa", "Một dòng về nó.", "Sản phẩm", "Trưng bày", 28, "sun", tuple(range(8))),
    source="content/products/a/index.vi.md",
    path="/share/vi/a.jpg",
)


@cache
def studio() -> Studio:
    files = files_below(ROOT, "templates")
    letters = faces(files)
    assert letters is not None
    return Studio(*letters, {"sun": mask(motifs(files)["sun"])})


def test_the_picture_has_the_size_that_networks_ask_for_and_is_always_the_same() -> None:
    data = share_picture(SHARE, studio())
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size, image.mode) == ("JPEG", (1200, 630), "RGB")
    assert data == share_picture(SHARE, studio())
    assert data != share_picture(replace(SHARE, seed=(9, *SHARE.seed[1:])), studio())


def test_the_work_has_the_hue_of_its_field_or_else_that_of_lacquer() -> None:
    for share, ground in ((replace(SHARE, hue=150), srgb(0.45, 0.09, 150)), (SHARE, srgb(0.45, 0.09, 28))):
        with Image.open(io.BytesIO(share_picture(replace(share, motif="none", seed=(0,) * 8), studio()))) as image:
            pixel = image.getpixel((1150, 580))
        assert isinstance(pixel, tuple)
        assert all(abs(one - other) < 12 for one, other in zip(pixel, ground, strict=True))
    assert share_picture(replace(SHARE, hue=None), studio()) != share_picture(SHARE, studio())


def test_colours_are_those_of_the_style_sheet() -> None:
    assert srgb(1, 0, 0) == (255, 255, 255)
    assert srgb(0, 0, 0) == (0, 0, 0)
    assert srgb(0.6279553606145516, 0.25768330773615683, 29.2338851923426) == (255, 0, 0)


def test_a_text_fits_into_its_lines_whatever_its_length() -> None:
    face = studio().text
    for text in ("", "Ngắn", "Một tên rất dài " * 20, "Khôngcókhoảngtrắng" * 9, "Dàivôcùng" * 12 + " nữa"):
        made = lines(text, face, 28, LABEL, 3)
        assert 1 <= len(made) <= 3
        assert all(width(each, face, 28) <= LABEL for each in made)
    assert lines("Một tên rất dài " * 20, face, 28, LABEL, 2)[-1].endswith("…")


def test_a_name_of_ninety_letters_is_drawn_whole_or_ends_in_an_ellipsis() -> None:
    long = replace(SHARE, title="Hệ thống quản lý nguồn lực và chuỗi cung ứng dành cho doanh nghiệp nhỏ và vừa " * 2)

    assert share_picture(long, studio()) != share_picture(SHARE, studio())


def test_decomposed_vietnamese_is_set_like_composed() -> None:
    assert lines("Việt ộ", studio().display, 40, LABEL, 1) == ("Việt ộ",)
    assert missing("Việt ộ Ặ ỗ ₫ – … “”", studio().display) == ""


def test_letters_that_no_font_has_are_told_and_left_out() -> None:
    strange = replace(SHARE, title="Nền tảng 漢 số")
    (told,) = letter_problems(strange, studio())

    assert (told.code, told.place.path) == (MISSING_LETTERS.name, SHARE.source)
    assert "漢 (U+6F22)" in str(told.fields["letters"])
    assert letter_problems(SHARE, studio()) == ()
    assert share_picture(strange, studio())


def test_a_theme_without_the_fonts_makes_no_pictures() -> None:
    assert faces(()) is None
    assert motifs(()) == {}


def test_pages_name_their_pictures_and_the_page_of_what_is_not_found_has_none() -> None:
    made = plan(library(field(), enterprise(), product()), {})
    found = {each.title: each for job in made.jobs if (each := share_of(job.view))}

    assert (found["AMIS"].hue, found["AMIS"].motif, found["AMIS"].kind) == (28, "lotus", "Product")
    assert found["AMIS"].path.startswith("/share/")
    assert outline(site(), Subject("", "", "/vi/404.html", {})).head.share is None
    assert not any(frame.shares for frame in made.frames.values())


def test_other_words_give_another_address() -> None:
    here = site(field(), enterprise(), product())
    one, other = (outline(here, Subject("A", text, "/vi/a/", {})).head.share for text in ("Một.", "Hai."))

    assert one is not None
    assert other is not None
    assert one.path != other.path
