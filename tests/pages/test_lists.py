"""Sections in pages, and the index from A to Z."""

import pytest

from showcase.pages.heads import Subject
from showcase.pages.lists import plain_view
from showcase.pages.site import Site
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, list_views, product, settings, site


def titled(*titles: str) -> tuple[Document, ...]:
    return tuple(product(f"p{number}", title=title, slug=f"p{number}") for number, title in enumerate(titles))


def names(here: Site, folder: str = "products") -> list[str]:
    return [card.title for view in list_views(here, folder) for card in view.cards]


def small(*documents: Document, locale: str = "vi", size: int = 2) -> Site:
    return site(*documents, locale=locale, site_settings=settings(page_size=size))


def test_a_list_runs_by_name_in_the_order_of_the_language() -> None:
    documents = titled("Đèn", "Dù", "Ăng-ten", "An", "Ấm", "Ảnh")

    assert names(site(*documents)) == ["An", "Ảnh", "Ăng-ten", "Ấm", "Dù", "Đèn"]
    assert names(site(*documents, locale="en")) == ["Ấm", "An", "Ăng-ten", "Ảnh", "Đèn", "Dù"]


def test_fields_run_by_their_order_and_news_by_its_date() -> None:
    fields = [field(name, title=name.upper(), order=str(order)) for name, order in (("a", 2), ("b", 1))]
    news = [
        document(f"updates/{name}", title=name.upper(), date=day, about=["fields/a"])
        for name, day in (("a", "2024-01-01"), ("b", "2025-01-01"), ("c", "2025-01-01"))
    ]

    assert names(site(*fields), "fields") == ["B", "A"]
    assert names(site(*news), "updates") == ["B", "C", "A"]


def test_entries_without_a_date_come_last() -> None:
    policies = [
        document(f"policies/{name}", title=name.upper(), form="law", **({"issued": day} if day else {}))
        for name, day in (("a", ""), ("b", "2024"), ("c", "2024-05"))
    ]

    assert names(site(*policies), "policies") == ["C", "B", "A"]


def test_a_long_list_has_pages() -> None:
    first, second, third = list_views(small(*titled("A", "B", "C", "D", "E")), "products")

    assert [len(each.cards) for each in (first, second, third)] == [2, 2, 1]
    assert {each.total for each in (first, second, third)} == {5}
    assert (first.pager.previous, first.pager.next) == ("", "/vi/san-pham/trang/2/")
    assert (second.pager.previous, second.pager.next) == ("/vi/san-pham/", "/vi/san-pham/trang/3/")
    assert (third.pager.number, third.pager.count, third.pager.next) == (3, 3, "")
    assert first.pager.pages == ((1, "/vi/san-pham/"), (2, "/vi/san-pham/trang/2/"), (3, "/vi/san-pham/trang/3/"))


def test_a_list_that_fills_its_page_has_no_other() -> None:
    (only,) = list_views(small(*titled("A", "B")), "products")

    assert only.pager.pages == ((1, "/vi/san-pham/"),)


def test_a_page_of_a_long_list_leads_to_its_neighbours_and_to_both_ends() -> None:
    views = list(list_views(small(*titled(*"ABCDEFGHIJKLMNOPQRST"), size=1), "products"))

    assert [number for number, _ in views[9].pager.pages] == [1, 7, 8, 9, 10, 11, 12, 13, 20]
    assert [number for number, _ in views[0].pager.pages] == [1, 2, 3, 4, 20]
    assert (views[19].pager.previous, views[19].pager.next) == ("/vi/san-pham/trang/19/", "")


def test_a_kind_without_entries_has_no_list() -> None:
    assert list(list_views(site(field()), "products")) == []


@pytest.mark.parametrize(
    ("locale", "first", "second"),
    [("vi", "/vi/san-pham/", "/vi/san-pham/trang/2/"), ("en", "/en/products/", "/en/products/page/2/")],
)
def test_pages_of_a_list_have_words_of_their_language_in_their_addresses(locale: str, first: str, second: str) -> None:
    one, two = list_views(small(*titled("A", "B", "C"), locale=locale), "products")

    assert one.page.head.canonical == f"https://showcase.test{first}"
    assert two.page.head.canonical == f"https://showcase.test{second}"
    assert dict(two.page.head.hreflang) == {
        "vi": "https://showcase.test/vi/san-pham/trang/2/",
        "en": "https://showcase.test/en/products/page/2/",
        "x-default": "https://showcase.test/en/products/page/2/",
    }


def test_pages_of_a_list_have_titles_of_their_own() -> None:
    one, two = list_views(small(*titled("A", "B", "C"), locale="en"), "products")

    assert (one.page.head.title, two.page.head.title) == ("Products – Showcase", "Products (2) – Showcase")
    assert [crumb.title for crumb in two.page.crumbs] == ["Showcase", "Products"]


def test_products_are_counted_by_field() -> None:
    (made,) = list_views(site(product(), field(), field("khac", title="Khác", order="2"), enterprise()), "products")

    assert [(card.title, count) for card, count in made.fields] == [("Y tế", 1), ("Khác", 0)]
    (others,) = list_views(site(enterprise()), "enterprises")
    assert others.fields == ()


def test_a_plain_page_leads_to_the_sections_that_have_entries() -> None:
    here = site(field(), document("pages/about"), locale="en")
    made = plain_view(here, Subject("Lost", "No page.", "/404.html", {"vi": "/vi/", "en": "/en/"}), robots="noindex")

    assert [kind.many for kind in made.lists] == ["Fields"]
    assert (made.page.head.robots, made.page.head.hreflang) == ("noindex", ())
    assert [each.permalink for each in made.page.languages] == ["/vi/", "/en/"]


def test_a_kind_may_have_its_list_on_one_page() -> None:
    here = site(*titled("A", "B", "C"), field(), site_settings=settings(page_size=2, unpaged=("products",)))

    (only,) = list_views(here, "products")
    assert (len(only.cards), only.pager.count, only.pager.next) == (3, 1, "")
    assert list(list_views(here, "enterprises")) == []
