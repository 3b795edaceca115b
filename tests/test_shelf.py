"""The files of an entry are fetched from wherever they are, and are always the same."""

from pathlib import Path
from typing import Any

import pytest

from showcase.library.checks.content import content_checks
from showcase.library.values import IndexRow
from showcase.problems import ContentError
from showcase.reading.discover import discover
from showcase.reading.house_rules import HouseRules
from showcase.shelf import EntryFiles, Reader, Shelf, by_entry
from showcase.work import NoStore, PackStore, Store
from tests.makers import settings
from tests.sites.projects import change, put

TEXT = "content/products/amis/index.vi.md"
SOURCE = "---\ntitle: AMIS\nsummary: Phần mềm.\nmaker: misa\nfield: y-te\n---\nThân bài.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, TEXT, SOURCE)
    put(tmp_path, "content/products/amis/index.en.md", "---\ntitle: AMIS\nsummary: Software.\n---\nA body.\n")
    put(tmp_path, "content/products/broken/index.vi.md", "---\ntitle: [\n---\n")
    return tmp_path


def shelf_of(root: Path, store: Store) -> Shelf:
    reader = Reader(root, settings(), {}, content_checks(HouseRules()))
    return Shelf(reader, store)


def files_of(root: Path) -> tuple[EntryFiles, ...]:
    return by_entry(discover(root, ("vi", "en")).sources, "stamp")


def texts(row: IndexRow) -> dict[str, tuple[Any, str]]:
    assert row.files is not None
    found = {locale: row.files.text(locale) for locale in row.versions}
    return {locale: (text.entry.summary, text.body.text) for locale, text in found.items()}


EXPECTED = {"vi": ("Phần mềm.", "Thân bài."), "en": ("Software.", "A body.")}


def test_a_row_leads_to_its_texts_in_another_process_too(root: Path) -> None:
    amis, _broken = files_of(root)
    made = shelf_of(root, PackStore(root / "cache"))(amis)
    later = shelf_of(root, PackStore(root / "cache"))

    assert made.files is None
    assert later.holds(amis, made)
    assert texts(later.shelved(amis, made)) == EXPECTED
    group = later.shelved(amis, made).files.group()  # type: ignore[union-attr]
    assert (group.source.path, *group.translations) == (TEXT, "en")


def test_what_the_store_has_lost_is_read_again(root: Path) -> None:
    amis, _broken = files_of(root)
    shelf = shelf_of(root, NoStore())
    made = shelf(amis)

    assert not shelf.holds(amis, made)
    assert texts(shelf.shelved(amis, made)) == EXPECTED


def test_a_text_that_changed_since_it_was_found_is_a_problem(root: Path) -> None:
    amis, _broken = files_of(root)
    shelf = shelf_of(root, NoStore())
    row = shelf.shelved(amis, shelf(amis))
    change(root, TEXT, "Thân bài.", "Thân bài mới.")

    with pytest.raises(ContentError) as caught:
        texts(row)
    assert [(each.code, each.place.path) for each in caught.value.problems] == [("changed-meanwhile", TEXT)]


def test_a_text_that_vanished_since_it_was_found_is_the_same_problem(root: Path) -> None:
    amis, _broken = files_of(root)
    (root / TEXT).unlink()

    with pytest.raises(ContentError) as caught:
        shelf_of(root, NoStore())(amis)
    assert [(each.code, each.place.path) for each in caught.value.problems] == [("changed-meanwhile", TEXT)]


def test_a_broken_entry_has_a_row_with_its_problems_and_nothing_more(root: Path) -> None:
    _amis, broken = files_of(root)
    shelf = shelf_of(root, PackStore(root / "cache"))
    made = shelf(broken)

    assert (made.is_sound, made.versions, shelf.shelved(broken, made).files) == (False, {}, None)
    assert shelf.holds(broken, made)
    assert [each.severity for each in made.problems] == ["error"]
