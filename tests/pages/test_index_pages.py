"""The index from A to Z: letters of the language, on one page or on many."""

import pytest

from showcase.pages.index_pages import index_jobs
from showcase.pages.site import Site
from showcase.pages.views import IndexView
from showcase.reading.parse import Document
from tests.makers import document, field, product, site


def titled(*titles: str) -> tuple[Document, ...]:
    return tuple(product(f"p{number}", title=title, slug=f"p{number}") for number, title in enumerate(titles))


def indexes(here: Site) -> list[IndexView]:
    return [job.view for job in index_jobs(here)]


def letters(here: Site) -> dict[str, list[str]]:
    (made,) = indexes(here)
    return {letter: [mention.title for mention, _ in entries] for letter, entries in made.groups}


def test_the_index_has_the_letters_of_the_language() -> None:
    documents = titled("Đèn", "Dù", "Ăng-ten", "An", "3D", "日本")

    assert letters(site(*documents)) == {
        "#": ["3D"],
        "A": ["An"],
        "Ă": ["Ăng-ten"],
        "D": ["Dù"],
        "Đ": ["Đèn"],
        "…": ["日本"],
    }
    assert letters(site(*documents, locale="en")) == {
        "#": ["3D"],
        "A": ["An", "Ăng-ten"],
        "D": ["Đèn", "Dù"],
        "…": ["日本"],
    }


def test_the_index_says_of_each_entry_what_it_is_and_leaves_out_the_front_page() -> None:
    front = document("pages/home", title="Home", front={"campaign": "hang-viet"})
    here = site(front, document("campaigns/hang-viet", title="Hàng Việt", form="campaign"), field(), locale="en")
    (made,) = indexes(here)

    assert [(mention.title, word) for _, entries in made.groups for mention, word in entries] == [
        ("Hàng Việt", "Campaign"),
        ("Y tế", "Field"),
    ]
    assert made.page.head.canonical == "https://showcase.test/en/a-z/"
    assert [crumb.title for crumb in made.page.crumbs] == ["Showcase", "A–Z"]


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Site:
    """More entries than one page of the index holds."""
    monkeypatch.setattr("showcase.pages.index_pages.ROOM", 4)
    monkeypatch.setattr("showcase.pages.index_pages.LETTER_ROOM", 2)
    return site(*titled("Đèn", "Đá", "Đu đủ", "Ổi", "3D", "Cam"))


def test_a_long_index_has_a_page_for_each_letter(many: Site) -> None:
    outputs = [job.output for job in index_jobs(many)]
    whole = indexes(many)[0]

    assert outputs == [
        "vi/a-z/index.html",
        "vi/a-z/0-9/index.html",
        "vi/a-z/c/index.html",
        "vi/a-z/dd/index.html",
        "vi/a-z/dd/trang/2/index.html",
        "vi/a-z/oo/index.html",
    ]
    assert [(each.name, each.count, each.permalink) for each in whole.letters] == [
        ("#", 1, "/vi/a-z/0-9/"),
        ("C", 1, "/vi/a-z/c/"),
        ("Đ", 3, "/vi/a-z/dd/"),
        ("Ô", 1, "/vi/a-z/oo/"),
    ]
    assert whole.groups == ()


def test_a_letter_with_many_entries_goes_on_over_pages(many: Site) -> None:
    first, second = [view for view in indexes(many) if view.letter == "Đ"]

    assert [mention.title for _, listed in first.groups for mention, _ in listed] == ["Đá", "Đèn"]
    assert [mention.title for _, listed in second.groups for mention, _ in listed] == ["Đu đủ"]
    assert second.pager is not None
    assert (second.pager.number, second.pager.previous) == (2, "/vi/a-z/dd/")


def test_a_letter_has_no_twin_in_another_language_whose_readers_get_the_whole_index(many: Site) -> None:
    first = next(view for view in indexes(many) if view.letter == "Đ")

    assert first.page.head.hreflang == ()
    assert [each.permalink for each in first.page.languages] == ["/vi/a-z/dd/", "/en/a-z/"]
    assert [each.is_translated for each in first.page.languages] == [True, False]
