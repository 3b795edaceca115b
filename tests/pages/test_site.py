"""What the pages of one language have in common: addresses, words, menus."""

from showcase.library.menus import Menus
from showcase.pages.site import Site, day_of, frame
from showcase.pages.views import Feed
from showcase.problems import Place
from showcase.settings import LocaleSettings
from tests.makers import document, field, product, settings, site

PLACES = {(name, index): Place("content/menus.yaml") for name in ("main", "footer") for index in range(5)}
MENUS = Menus({"main": ("products", "fields", "pages/about"), "footer": ("pages/later",)}, PLACES)


def here(locale: str = "vi") -> Site:
    about = document("pages/about", title="Giới thiệu")
    later = document("pages/later", draft="true")
    return site(field(), about, later, locale=locale, menus=MENUS)


def test_a_kind_has_its_words_and_its_section() -> None:
    made = here("en").kind("fields")

    assert (made.word, made.one, made.many, made.permalink) == ("field", "Field", "Fields", "/en/fields/")
    assert here("vi").kind("fields").permalink == "/vi/linh-vuc/"


def test_menus_show_kinds_that_have_entries_and_pages_that_are_published() -> None:
    made = frame(here(), {}, ())

    assert [(item.title, item.permalink, item.section) for item in made.main] == [
        ("Fields", "/vi/linh-vuc/", "fields"),
        ("Giới thiệu", "/vi/gioi-thieu/", "pages/about"),
    ]
    assert made.footer == ()


def test_the_frame_holds_what_all_pages_share() -> None:
    feed = Feed("News", "/vi/feed.xml", "application/atom+xml")
    made = frame(here(), {"style.css": "/assets/style.1.css"}, (feed,))

    assert (made.locale, made.home, made.index, made.og_locale) == ("vi", "/vi/", "/vi/a-z/", "vi_VN")
    assert made.assets == {"style.css": "/assets/style.1.css"}
    assert made.feeds == (feed,)
    assert made.title == "Trưng bày"


def test_a_language_without_a_country_is_its_code() -> None:
    locales = [LocaleSettings(code="vi", name="Tiếng Việt", title="A"), LocaleSettings(code="en", name="E", title="B")]
    made = site(field(), site_settings=settings(locales=tuple(locales)))

    assert frame(made, {}, ()).og_locale == "vi"


def test_dates_sort_as_text() -> None:
    made = site(product(launched="2020-05", updated="2026-01-02"))
    page = made.pages["products/amis"]

    assert (day_of(page, "launched"), day_of(page, "updated")) == ("2020-05-01", "2026-01-02")
    assert day_of(page, "publish_on") == ""


def test_entries_with_an_order_stand_first_in_their_list() -> None:
    named = (
        product(id_, title=id_, **fields) for id_, fields in {"a": {}, "b": {"order": "2"}, "c": {"order": "1"}}.items()
    )
    made = site(field(), *named)

    assert [page.id for page in made.sections["products"]] == ["c", "b", "a"]
