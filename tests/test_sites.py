"""Whole small sites: what each is made into, and what the author of a broken one is told."""

from pathlib import Path

import pytest

from tests.sites.preparations import PREPARATIONS
from tests.sites.projects import SITES, build, change, check, project, put, tree
from tests.sites.update import NOT_KEPT, prepared


def sites(folder: str) -> list[Path]:
    return sorted(path for path in (SITES / folder).iterdir() if path.is_dir())


def name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("site", sites("broken"), ids=name)
def test_the_author_of_a_broken_site_is_told_what_is_wrong_where_and_what_to_do(site: Path, tmp_path: Path) -> None:
    root = prepared(tmp_path / "project", site)
    expected = (site / "expected.txt").read_text(encoding="utf-8")

    code, output = check(root, "--strict")

    assert output == expected
    assert code == 1


@pytest.mark.parametrize("site", [site for site in sites("broken") if (site / "expected.vi.txt").exists()], ids=name)
def test_the_author_is_told_in_vietnamese_too(site: Path, tmp_path: Path) -> None:
    root = prepared(tmp_path / "project", site)
    expected = (site / "expected.vi.txt").read_text(encoding="utf-8")

    assert check(root, language="vi")[1] == expected


@pytest.mark.parametrize("site", sites("good"), ids=name)
def test_a_good_site_becomes_exactly_the_files_that_are_expected(site: Path, tmp_path: Path) -> None:
    root = prepared(tmp_path / "project", site)

    assert check(root) == (0, (site / "expected.txt").read_text(encoding="utf-8"))
    assert build(root)[0] == 0
    made = tree(root / "site")

    assert list(made) == (site / "expected-files.txt").read_text(encoding="utf-8").splitlines()
    assert {path: data for path, data in made.items() if not path.startswith(NOT_KEPT)} == tree(site / "expected")


def test_every_preparation_belongs_to_a_site() -> None:
    assert set(PREPARATIONS) <= {site.name for folder in ("broken", "good") for site in sites(folder)}


def test_there_is_a_broken_site_for_each_way_in_which_an_editor_can_go_wrong() -> None:
    assert len(sites("broken")) >= 30


def test_a_broken_site_is_not_written_and_the_old_one_stands_untouched(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    build(root)
    marker = root / "site/vi/san-pham/ban-go/index.html"
    before = (tree(root / "site"), marker.stat().st_ino, marker.stat().st_mtime_ns)
    change(root, "content/products/ban-go/index.vi.md", "maker: xuong-go", "maker: xuong-goo")

    code, _ = build(root)

    assert code == 1
    assert (tree(root / "site"), marker.stat().st_ino, marker.stat().st_mtime_ns) == before
    assert not (root / ".site.new").exists()


def test_warnings_keep_a_strict_build_from_being_written_and_no_other(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(root, "content/products/ban-go/ghi-chu.txt", "Một ghi chú.")

    assert build(root, "--strict")[0] == 1
    assert not (root / "site").exists()
    assert build(root)[0] == 0
    assert (root / "site/index.html").exists()
