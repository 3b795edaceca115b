"""No file of a contributor makes the build read, wait for or replace what is not the site's."""

import os
from datetime import date
from pathlib import Path

import pytest

from showcase import pipeline
from showcase.problems import ContentError
from showcase.reading.files import bytes_of, read_bounded
from showcase.reading.memory import memory_path, read_memory
from tests.sites.projects import build, project, put, tree

ENTRY = "content/products/ban-go"
PO = "locales/vi/LC_MESSAGES/messages.po"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def codes(root: Path) -> set[tuple[str, str]]:
    """What is wrong with a project."""
    request = pipeline.Request(root, date(2026, 11, 20), root / "site", None, jobs=1)
    return {(each.code, each.place.path) for each in pipeline.check(request).problems}


@pytest.mark.parametrize(
    ("linked", "named"),
    [
        ("content", "content"),
        ("content/products", "content/products"),
        (ENTRY, ENTRY),
        (f"{ENTRY}/index.vi.md", f"{ENTRY}/index.vi.md"),
        ("locales", "locales"),
        ("locales/vi", "locales/vi"),
        ("locales/vi/LC_MESSAGES", "locales/vi/LC_MESSAGES"),
        (PO, PO),
    ],
)
def test_a_link_out_of_the_project_is_not_followed_wherever_it_stands(root: Path, linked: str, named: str) -> None:
    outside = root.parent / "outside"
    (root / linked).rename(outside)
    (root / linked).symlink_to(outside)

    assert {code for code, path in codes(root) if path == named} & {"not-a-file", "unknown-folder", "strange-file"}


@pytest.mark.parametrize("sort", ["link", "linked folder", "pipe", "huge"])
def test_what_a_translation_was_made_from_is_read_from_regular_files_alone(tmp_path: Path, sort: str) -> None:
    own = '{"title": {"text": ["Bí mật"]}}'
    path = memory_path("products/amis", "en")
    outside = put(tmp_path, "outside/amis.json", own)
    file = tmp_path / "root" / path
    file.parent.parent.mkdir(parents=True)
    if sort == "linked folder":
        file.parent.symlink_to(outside.parent)
    else:
        file.parent.mkdir()
    if sort == "link":
        file.symlink_to(outside)
    elif sort == "pipe":
        os.mkfifo(file)
    elif sort == "huge":
        put(tmp_path / "root", path, own)
        os.truncate(file, 17 << 20)

    assert read_memory(tmp_path / "root", "products/amis", "en") == {}


@pytest.mark.parametrize("sort", ["link", "pipe", "longer"])
def test_a_file_that_is_replaced_after_it_was_looked_at_is_refused_too(
    tmp_path: Path, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, seen = put(tmp_path, "a.md", "a"), os.open

    def replaced(path: Path, flags: int) -> int:
        file.unlink()
        if sort == "link":
            file.symlink_to("/etc/passwd")
        elif sort == "pipe":
            os.mkfifo(file)
        else:
            file.write_text("a" * 11)
        return seen(path, flags)

    monkeypatch.setattr("showcase.reading.files.os.open", replaced)
    found = bytes_of(file, "a.md", 10)

    assert not isinstance(found, bytes)
    assert found.code == ("file-too-large" if sort == "longer" else "not-a-file")


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    put(tmp_path, "a.md", "a")
    monkeypatch.setattr("showcase.reading.files.os.open", refused)
    with pytest.raises(ContentError) as caught:
        read_bounded(tmp_path, "a.md")

    assert [each.code for each in caught.value.problems] == ["unreadable"]


def test_an_output_that_is_a_link_out_of_the_project_is_the_operators_wish_and_its_neighbours_stay(root: Path) -> None:
    put(root.parent, "public/other/letter.txt", "dear")
    (root / "site").symlink_to(root.parent / "public/site")
    assert build(root, "--no-cache")[0] == 0

    assert (root / "site").is_symlink()
    assert tree(root.parent / "public/other") == {"letter.txt": b"dear"}
