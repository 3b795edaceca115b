"""Documents become the library: every published entry in every language."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.kinds.localised import Passage
from showcase.library.values import Library
from tests.makers import document, enterprise, field, library, product


def test_an_entry_has_a_page_in_every_language() -> None:
    made = library(field(), document("fields/y-te", "en", title="Health", summary="Health."))
    vi, en = (made.pages[locale]["fields/y-te"] for locale in ("vi", "en"))

    assert (vi.locale, vi.content_locale, vi.entry.title) == ("vi", "vi", "Y tế")
    assert (en.locale, en.content_locale, en.entry.title) == ("en", "en", "Health")
    assert (vi.is_translated, en.is_translated) == (True, True)
    assert (vi.path, en.path) == ("content/fields/y-te/index.vi.md", "content/fields/y-te/index.en.md")


def test_an_entry_without_translation_falls_back() -> None:
    page = library(field(body="Thân.\n")).pages["en"]["fields/y-te"]

    assert (page.locale, page.content_locale, page.body_locale) == ("en", "vi", "vi")
    assert page.entry.title == Passage("Y tế", "vi")
    assert not page.is_translated
    assert page.missing == ("title", "summary", "body")
    assert "Thân" in page.body.html


def test_a_translation_without_a_title_falls_back_too() -> None:
    page = library(field(), document("fields/y-te", "en", summary="Health.")).pages["en"]["fields/y-te"]

    assert (page.content_locale, page.entry.summary) == ("vi", "Health.")


def test_a_translation_without_a_body_shows_that_of_the_source() -> None:
    source, translation = field(body="Thân.\n"), document("fields/y-te", "en", title="Health", summary="H.")
    page = library(source, translation).pages["en"]["fields/y-te"]

    assert (page.content_locale, page.body_locale, page.missing) == ("en", "vi", ("body",))


def test_a_body_that_neither_language_has_is_not_missing() -> None:
    page = library(field(), document("fields/y-te", "en", title="Health", summary="H.")).pages["en"]["fields/y-te"]

    assert (page.body_locale, page.missing) == ("en", ())


def test_the_source_is_never_stale_or_partial() -> None:
    page = library(field(), document("fields/y-te", "en", title="Health")).pages["vi"]["fields/y-te"]

    assert (page.missing, page.stale) == ((), ())


def test_a_draft_of_a_machine_is_not_shown() -> None:
    draft = document("fields/y-te", "en", title="Health", summary="H.", machine_draft="true")
    made = library(field(), draft)

    assert made.pages["en"]["fields/y-te"].content_locale == "vi"
    assert [each.code for each in made.problems] == ["machine-draft"]


def test_a_stale_translation_says_which_texts() -> None:
    translation = document("fields/y-te", "en", title="Health", translated_from={"title": "000000000000"})

    assert library(field(), translation).pages["en"]["fields/y-te"].stale == ("title",)


def test_an_english_source_falls_back_in_vietnamese() -> None:
    source = document(
        "fields/health", "en", title="Health", source_locale="en", summary="H.", order="1", hue="1", motif="sun"
    )
    made = library(source)

    assert made.pages["vi"]["fields/health"].content_locale == "en"
    assert made.pages["en"]["fields/health"].is_translated


def test_pages_of_a_kind_come_in_the_order_of_their_keys() -> None:
    made = library(product("b", title="B"), field(), product("a", title="A"))

    assert [page.id for page in made.of_kind("products", "vi")] == ["a", "b"]


def test_problems_of_files_and_of_the_whole_come_together_in_one_order() -> None:
    made = library(product("b", maker="nobody"), product("a", launched="soon"), enterprise(), field())
    errors = [each for each in made.problems if each.severity == "error"]

    assert [(each.code, each.place.path) for each in errors] == [
        ("bad-date", "content/products/a/index.vi.md"),
        ("unknown-reference", "content/products/b/index.vi.md"),
    ]


DOCUMENTS = (
    enterprise(),
    field(),
    product("a", title="A", related=["products/b"], maker="misa"),
    product("b", title="B", works_with=["a"], maker="nobody"),
    document("products/a", "en", title="A in English"),
    document("products/c", "en", title="No source"),
)


@settings(deadline=None, max_examples=10)
@given(st.randoms())
def test_the_order_of_the_files_does_not_matter(random: Random) -> None:
    shuffled = list(DOCUMENTS)
    random.shuffle(shuffled)

    assert facts(library(*shuffled)) == facts(library(*DOCUMENTS))


def facts(made: Library) -> tuple[object, ...]:
    pages = {locale: tuple(pages.items()) for locale, pages in made.pages.items()}
    return pages, made.reverse, made.problems, made.next_due
