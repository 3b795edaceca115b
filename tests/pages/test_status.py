"""The editors' page: every entry in every language, with its state and its files."""

from showcase.library.edits import Edit, History
from showcase.library.entries import groups
from showcase.pages.status import FileLink, Share, StatusView, TextState, file_link, status_view
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, settings, site

FIELD = document("fields/y-te", "en", title="Health", summary="H.", translated_from=dict(field().digests))
ENGLISH = document(
    "enterprises/misa", "en", source_locale="en", title="MISA", summary="A maker.", official_name="MISA JSC"
)


def view(*documents: Document, histories: dict[str, History] | None = None, **options: str) -> StatusView:
    here = site(*documents, site_settings=settings(**options))
    return status_view(here, groups(documents, ("vi", "en"))[0], histories or {})


def test_kinds_stand_worst_first_with_their_share_in_each_language() -> None:
    made = view(field(), FIELD, product(), ENGLISH)

    assert [(kind.folder, kind.shares) for kind in made.kinds] == [
        ("products", (Share("vi", 0, 0, 0), Share("en", 0, 1, 0))),
        ("enterprises", (Share("vi", 0, 1, 0), Share("en", 0, 0, 0))),
        ("fields", (Share("vi", 0, 0, 0), Share("en", 1, 1, 100))),
    ]
    assert made.locales == (("vi", "Tiếng Việt"), ("en", "English"))


def test_an_entry_stands_with_all_its_languages() -> None:
    (kind,) = view(ENGLISH).kinds
    (entry,) = kind.entries

    assert (entry.key, entry.title, entry.lang) == ("enterprises/misa", "MISA", "en")
    assert [(each.locale, each.state, each.file.path) for each in entry.versions] == [
        ("vi", "missing", "content/enterprises/misa/index.vi.md"),
        ("en", "source", "content/enterprises/misa/index.en.md"),
    ]


def test_entries_with_something_to_do_come_first() -> None:
    one, two = product("a"), product("b")
    done = document("products/a", "en", title="A", summary="A.", translated_from=dict(one.digests))
    (kind,) = (each for each in view(one, done, two, enterprise()).kinds if each.folder == "products")

    assert [each.key for each in kind.entries] == ["products/b", "products/a"]


def test_a_stale_text_shows_what_changed() -> None:
    source = product()
    stamps = dict(source.digests) | {"summary": "0"}
    translation = document("products/amis", "en", title="AMIS", summary="A.", translated_from=stamps)
    edits = (Edit("", "one two three four five six"), Edit("+", "new"))
    histories = {translation.path: History({"summary": edits}, ("title",))}
    (kind,) = view(source, translation, histories=histories).kinds
    version = kind.entries[0].versions[1]

    assert version.state == "stale"
    assert version.texts == (
        TextState("title", "typo", ()),
        TextState("summary", "stale", (Edit("", "… three four five six"), Edit("+", "new"))),
    )


def test_files_are_links_where_the_sources_can_be_read() -> None:
    (kind,) = view(product(), repository="https://showcase.test/git/").kinds
    vietnamese, english = kind.entries[0].versions

    assert vietnamese.file.url == "https://showcase.test/git/blob/HEAD/content/products/amis/index.vi.md"
    assert english.file.url == ""  # nothing is there yet
    assert file_link("a.md", "") == FileLink("a.md", "")


def test_the_page_is_kept_from_search_engines_and_names_no_other_language() -> None:
    head = view(product()).page.head

    assert (head.robots, head.hreflang, head.canonical) == ("noindex", (), "https://showcase.test/_status/")
