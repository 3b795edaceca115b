"""Sources become editions: what a proof shows is what the whole site will show, and the whole is what a build makes."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from showcase import pipeline
from showcase.pipeline import Request
from showcase.problems import Problem
from showcase.progress import READING
from showcase.serving.edition import Edition, Notice
from showcase.serving.workshop import NOTHING, Workshop
from tests.sites.projects import change, project, put

VI = "content/products/ban-go/index.vi.md"
EN = "content/products/ban-go/index.en.md"
PAGE = "vi/san-pham/ban-go/index.html"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Workshop, Edition]:
    """A small project that is in order, its workshop, and the edition that was made first."""
    root = project(tmp_path_factory.mktemp("workshop") / "project")
    work = workshop(root)
    return root, work, work.whole(NOTHING).edition


@pytest.fixture
def root(shop: tuple[Path, Workshop, Edition]) -> Iterator[Path]:
    """The project, which is in order again after each test."""
    yield shop[0]
    shutil.rmtree(shop[0])
    project(shop[0])


@pytest.fixture
def work(shop: tuple[Path, Workshop, Edition]) -> Workshop:
    """The workshop of the project."""
    return shop[1]


@pytest.fixture
def first(shop: tuple[Path, Workshop, Edition]) -> Edition:
    """The edition of the project as no test has changed it."""
    return shop[2]


def request(root: Path) -> Request:
    return Request(root, date(2026, 11, 20), root / "site", None, 1)


def workshop(root: Path) -> Workshop:
    def noticed(problems: Iterable[Problem]) -> tuple[Notice, ...]:
        return tuple(Notice(each.code, path=each.place.path) for each in problems)

    return Workshop(lambda: request(root), noticed)


def built(root: Path) -> dict[str, bytes]:
    """The files that a build would write."""
    return {each.output: each.data for each in pipeline.make(request(root)).artifacts}


def proofed(work: Workshop, edition: Edition, *changed: str) -> Edition:
    made = work.proofed(edition, frozenset(changed))
    assert made is not None
    return made


def test_after_any_run_of_changes_the_edition_is_what_a_build_writes(
    root: Path, work: Workshop, first: Edition
) -> None:
    for path, old, new in (
        (VI, "phẳng", "nhẵn"),
        (VI, "title: Bàn gỗ", "title: Bàn gỗ lim"),
        ("templates/product.html", "{% block more %}", "{% block more %}<p>Mới</p>"),
        ("templates/assets/style.css", "body {", "body { color: red;"),
        (VI, "bốn người", "sáu người"),
    ):
        change(root, path, old, new)
        first = work.whole(work.proofed(first, frozenset({path})) or first).edition

        assert first.files == built(root)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (VI, "Mặt bàn phẳng.", "Mặt bàn nhẵn, xem [xưởng](content:/enterprises/xuong-go)."),
        (VI, "summary: Một chiếc bàn", "summary: Cái bàn"),
        (VI, "maker: xuong-go", "maker: xuong-go\nlaunched: 2024-05"),
        (EN, "summary:", "tagline: A table.\nsummary:"),
    ],
)
def test_a_proof_shows_the_pages_of_an_entry_as_the_whole_site_will(
    root: Path, work: Workshop, first: Edition, path: str, old: str, new: str
) -> None:
    change(root, path, old, new)
    before, after = first.files, proofed(work, first, path).files

    changed = {name for name in after if after[name] != before[name]}

    assert changed
    assert changed <= {PAGE, "en/products/wooden-table/index.html"}
    assert {name: after[name] for name in changed} == {name: built(root)[name] for name in changed}


def test_a_second_proof_stands_on_the_first(root: Path, work: Workshop, first: Edition) -> None:
    change(root, VI, "phẳng", "nhẵn")
    second = proofed(work, first, VI)
    change(root, EN, "summary:", "tagline: A table.\nsummary:")

    assert "nhẵn".encode() in proofed(work, second, EN).files[PAGE]


def test_an_error_in_a_text_is_told_at_once_and_taken_back_at_once(root: Path, work: Workshop, first: Edition) -> None:
    change(root, VI, "summary:", "sumary:")
    broken = proofed(work, first, VI)
    change(root, VI, "sumary:", "summary:")
    mended = proofed(work, broken, VI)

    assert [each.text for each in broken.notices] == ["missing-field", "unknown-field"]
    assert broken.files == first.files
    assert mended == first


def test_a_mended_text_takes_back_its_own_problems_alone(root: Path, work: Workshop, first: Edition) -> None:
    other = Notice("elsewhere", path="content/pages/trang-dau/index.vi.md")
    told = replace(first, notices=(Notice("here", path=VI), other))

    assert proofed(work, told, VI).notices == (other,)


def test_a_report_goes_with_its_last_error_though_warnings_stay(root: Path, work: Workshop, first: Edition) -> None:
    warning = Notice("weak", path="content/pages/trang-dau/index.vi.md", severity="warning")

    assert proofed(work, replace(first, notices=(Notice("here", path=VI), warning)), VI).notices == ()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (VI, "title: Bàn gỗ", "title: Bàn gỗ lim"),  # another address
        (VI, "maker: xuong-go", "maker: xuong-g"),  # an entry that is not there
        (VI, "Mặt bàn phẳng.", "[Xưởng](content:/enterprises/xuong)"),
        (VI, "Mặt bàn phẳng.", "![Bàn](ban.jpg)"),
        (VI, "maker: xuong-go", "maker: xuong-go\ndraft: true"),
        ("site.yaml", "page_size: 2", "page_size: 3"),
        ("templates/product.html", "{% endblock %}", "{% endblok %}"),
        ("templates/product.html", "{% block more %}", "{% block more %}{{ nothing }}"),
    ],
)
def test_what_changes_more_than_its_page_waits_for_the_whole_site(
    root: Path, work: Workshop, first: Edition, path: str, old: str, new: str
) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(text.replace(old, new), encoding="utf-8")

    assert work.proofed(first, frozenset({path}), frozenset({"/vi/san-pham/ban-go/"})) is None


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("templates/assets/style.css", "body {", "body { color: red;"),
        ("templates/product.html", "{% block more %}", "{% block more %}<p>Mới</p>"),
    ],
)
def test_a_new_look_comes_first_to_the_pages_that_somebody_sees(
    root: Path, work: Workshop, first: Edition, path: str, old: str, new: str
) -> None:
    change(root, path, old, new)
    seen = work.proofed(first, frozenset({path}), frozenset({"/vi/san-pham/ban-go/", "/nowhere"}))
    assert seen is not None
    changed = {name for name, data in seen.files.items() if first.files.get(name) != data}

    assert PAGE in changed
    assert {name for name in changed if name.endswith(".html")} == {PAGE}
    assert {name: seen.files[name] for name in changed} == {name: built(root)[name] for name in changed}


def test_a_new_asset_waits_for_the_whole_site(root: Path, work: Workshop, first: Edition) -> None:
    put(root, "templates/assets/more.css", "a {}")

    assert work.proofed(first, frozenset({"templates/assets/more.css"})) is None


def test_new_and_vanished_texts_and_several_entries_wait_too(root: Path, work: Workshop, first: Edition) -> None:
    new = "content/products/ghe-go/index.vi.md"
    put(root, new, "---\ntitle: Ghế gỗ\nsummary: Để thử.\nmaker: xuong-go\nfield: do-dung\n---\n")

    assert work.proofed(first, frozenset({new})) is None
    assert work.proofed(first, frozenset({VI, "content/enterprises/xuong-go/index.vi.md"})) is None
    (root / VI).unlink()
    assert work.proofed(first, frozenset({VI})) is None
    assert work.proofed(first, frozenset()) is None
    assert work.proofed(NOTHING, frozenset({EN})) is None


def test_the_last_good_site_stays_under_what_is_wrong(root: Path, work: Workshop, first: Edition) -> None:
    change(root, "site.yaml", "page_size: 2", "page_sise: 2")
    broken = work.whole(first).edition

    assert broken.files == first.files
    assert [each.text for each in broken.notices] == ["unknown-field"]
    assert broken.grounds is first.grounds


def test_a_file_that_changes_while_it_is_read_leaves_the_last_site_and_the_next_one_shows_it(
    root: Path, work: Workshop, first: Edition
) -> None:
    change(root, VI, "phẳng", "láng")

    def saved_again(stage: str, done: int, total: int) -> None:
        if stage == READING and "láng" in (root / VI).read_text(encoding="utf-8"):
            change(root, VI, "láng", "bóng")

    disturbed, after = work.whole(first, saved_again), work.whole(first)

    assert (disturbed.is_disturbed, after.is_disturbed) == (True, False)
    assert disturbed.edition.files == first.files
    assert [(each.text, each.path) for each in disturbed.edition.notices] == [("changed-meanwhile", VI)]
    assert "bóng".encode() in after.edition.files[PAGE]
