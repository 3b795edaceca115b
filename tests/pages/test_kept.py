"""Views of entries are remembered without their cards, and read back as they were."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from showcase.kinds.localised import Passage
from showcase.library.values import Library
from showcase.pages.kept import KeptViews, is_kept, view_bytes, view_of
from showcase.pages.plan import plan
from showcase.pages.views import EntryView, Job
from tests.makers import document, enterprise, field, library, product, settings

DOCUMENTS = (
    field(),
    enterprise(),
    product(),
    product("products/so-bep", title="Sổ Bếp", maker="misa"),
    document("products/so-bep", "en", title="Kitchen Book", summary="A book."),
)


class Remembering:
    """Remembers, and counts what it was asked to make, by the first word of the key."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        self.made: list[str] = []
        self.kept: set[str] = set()

    def __call__(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self.known:
            self.made.append(key.partition(" ")[0])
            self.known[key] = make()
        return self.known[key]

    def keep(self, key: str) -> bool:
        self.kept.add(key)
        return key in self.known


def entry_jobs(made: Library, memo: Any) -> list[Job]:
    return [
        job for job in plan(made, {}, memo=memo).jobs if job.digest and job.template in ("product.html", "field.html")
    ]


def test_a_view_is_made_once_and_comes_back_equal() -> None:
    memo, made = Remembering(), library(*DOCUMENTS)
    first = [job.view for job in entry_jobs(made, memo)]
    count = memo.made.count("view")
    again = [job.view for job in entry_jobs(made, memo)]

    assert count == len(first) > 4
    assert memo.made.count("view") == count
    assert again == first
    assert {view.page.locale for view in again} == {"vi", "en"}


def test_views_and_cards_stay_remembered_though_nobody_reads_them() -> None:
    memo, made = Remembering(), library(*DOCUMENTS)
    for job in entry_jobs(made, memo):
        job.view  # noqa: B018 - so that it is remembered
    memo.kept.clear()
    entry_jobs(made, memo)

    assert {key for key in memo.known if key.startswith(("view ", "card "))} <= memo.kept


def test_a_text_in_another_language_still_says_so() -> None:
    memo, made = Remembering(), library(*DOCUMENTS)
    for _ in range(2):
        stub = next(job.view for job in entry_jobs(made, memo) if job.output == "en/products/amis/index.html")
    assert isinstance(stub.entry.summary, Passage)
    assert stub.entry.summary.lang == "vi"


def test_another_text_settings_or_word_is_another_view() -> None:
    memo = Remembering()
    made = library(*DOCUMENTS)
    others = [
        library(*DOCUMENTS[:3], product("products/so-bep", title="Sổ Bếp 2", maker="misa")),
        library(*DOCUMENTS, site_settings=settings(base_url="https://other.test")),
        replace(made, catalogs={name: replace(each, digest="other") for name, each in made.catalogs.items()}),
    ]
    for each in (made, *others):
        memo.made.clear()
        assert [job.view for job in entry_jobs(each, memo)] == [job.view for job in entry_jobs(each, Remembering())]
        assert "view" in memo.made


def test_cards_are_written_as_keys_where_the_language_has_the_same() -> None:
    planned = plan(library(*DOCUMENTS), {})
    view: EntryView = next(job.view for job in planned.jobs if job.output == "vi/san-pham/amis/index.html")
    vi, en = (planned.sites[locale].cards for locale in ("vi", "en"))

    short, whole = view_bytes(view, vi), view_bytes(view, en)
    assert len(short) < len(whole)
    assert view_of(short, vi) == view_of(whole, en) == view
    assert view_of(short, vi).card is vi[view.card.key]


def test_what_speaks_of_the_whole_site_or_has_no_key_is_not_kept() -> None:
    assert is_kept("products", "digest")
    assert not is_kept("products", "")
    assert not is_kept("pages", "digest")


def test_without_a_memory_views_are_made_each_time() -> None:
    planned = plan(library(*DOCUMENTS), {})
    view: EntryView = next(job.view for job in planned.jobs if job.output == "vi/san-pham/amis/index.html")
    made: list[EntryView] = []

    def make() -> EntryView:
        made.append(view)
        return view

    kept = KeptViews()
    assert [kept("key", planned.sites["vi"].cards, make) for _ in range(2)] == made == [view, view]
