"""The files of a project become sources and attachments; what is strange is told before anything is read."""

import os
from pathlib import Path

import pytest

from showcase.limits import LIMITS
from showcase.problems import Place
from showcase.reading.discover import Found, discover, files_below, source_of

LOCALES = ("vi", "en")


def put(root: Path, path: str, data: bytes = b"x") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def told(found: Found) -> list[tuple[str, str]]:
    return [(each.code, each.place.path) for each in found.problems]


def test_texts_and_pictures_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("products/b/index.vi.md", "products/a/index.vi.md", "products/a/index.en.md", "fields/z/index.vi.md"):
        put(tmp_path, f"content/{path}")
    put(tmp_path, "content/products/a/Desk.JPG", b"picture")
    found = discover(tmp_path, LOCALES)

    assert [(each.kind, each.id, each.locale) for each in found.sources] == [
        ("fields", "z", "vi"),
        ("products", "a", "en"),
        ("products", "a", "vi"),
        ("products", "b", "vi"),
    ]
    assert [(each.path, each.entry, each.name) for each in found.attachments] == [
        ("content/products/a/Desk.JPG", "products/a", "Desk.JPG")
    ]
    assert found.problems == ()


def test_equal_bytes_have_equal_digests(tmp_path: Path) -> None:
    put(tmp_path, "content/products/a/index.vi.md", b"same")
    put(tmp_path, "content/products/b/index.vi.md", b"same")
    put(tmp_path, "content/products/c/index.vi.md", b"other")
    one, same, other = discover(tmp_path, LOCALES).sources

    assert one.digest == same.digest != other.digest
    assert source_of(tmp_path, other).data == b"other"


def test_an_empty_project_has_nothing_to_build(tmp_path: Path) -> None:
    assert told(discover(tmp_path, LOCALES)) == [("no-content", "content")]
    (tmp_path / "content").mkdir()
    assert told(discover(tmp_path, LOCALES)) == [("no-content", "content")]


def test_hidden_files_and_menus_are_no_entries(tmp_path: Path) -> None:
    put(tmp_path, "content/menus.yaml")
    put(tmp_path, "content/.DS_Store")
    put(tmp_path, "content/products/.DS_Store")
    put(tmp_path, "content/products/a/.index.vi.md.swp")
    put(tmp_path, "content/products/a/index.vi.md")

    assert discover(tmp_path, LOCALES).problems == ()


def test_a_folder_of_no_kind_is_told_the_kind_that_was_meant(tmp_path: Path) -> None:
    put(tmp_path, "content/product/a/index.vi.md")
    found = discover(tmp_path, LOCALES)

    assert told(found) == [("unknown-folder", "content/product")]
    assert found.problems[0].fields["suggestion"] == "products"
    assert found.sources == ()


def test_a_folder_called_menus_is_no_menu(tmp_path: Path) -> None:
    (tmp_path / "content/menus.yaml").mkdir(parents=True)

    assert told(discover(tmp_path, LOCALES)) == [("unknown-folder", "content/menus.yaml")]


@pytest.mark.parametrize("name", ["Misa", "misa_amis", "misa--amis", "trà", "a" * 81])
def test_the_folder_of_an_entry_is_its_id(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"content/products/{name}/index.vi.md")

    assert told(discover(tmp_path, LOCALES)) == [("bad-id", f"content/products/{name}")]


def test_a_text_beside_the_folders_of_entries_is_strange(tmp_path: Path) -> None:
    put(tmp_path, "content/products/amis.vi.md")

    assert ("strange-file", "content/products/amis.vi.md") in told(discover(tmp_path, LOCALES))


@pytest.mark.parametrize("name", ["index.md", "index.vi.markdown", "notes.txt", "logo.svg", "Index.vi.md"])
def test_a_file_that_nothing_uses_is_strange(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"content/products/a/{name}")
    put(tmp_path, "content/products/a/index.vi.md")

    assert told(discover(tmp_path, LOCALES)) == [("strange-file", f"content/products/a/{name}")]


def test_a_text_in_a_language_of_no_page_is_told_the_languages(tmp_path: Path) -> None:
    put(tmp_path, "content/products/a/index.ja.md")
    (found,) = discover(tmp_path, LOCALES).problems

    assert (found.code, found.fields["known"]) == ("unknown-locale", "vi, en")


def test_an_entry_without_a_text_is_missed(tmp_path: Path) -> None:
    put(tmp_path, "content/products/a/desk.jpg")

    assert ("no-text", "content/products/a") in told(discover(tmp_path, LOCALES))


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.md")
    put(tmp_path, "content/products/a/index.vi.md")
    (tmp_path / "content/products/a/index.en.md").symlink_to(secret)
    (tmp_path / "content/products/b").symlink_to(tmp_path / "content/products/a")
    (tmp_path / "content/fields").symlink_to(tmp_path / "content/products")

    assert told(discover(tmp_path, LOCALES)) == [
        ("unknown-folder", "content/fields"),
        ("not-a-file", "content/products/a/index.en.md"),
        ("strange-file", "content/products/b"),
    ]


def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    put(tmp_path, "content/products/a/index.vi.md")
    os.mkfifo(tmp_path / "content/products/a/index.en.md")

    assert told(discover(tmp_path, LOCALES)) == [("not-a-file", "content/products/a/index.en.md")]


@pytest.mark.parametrize(("name", "limit"), [("index.vi.md", LIMITS.text), ("desk.jpg", LIMITS.picture)])
def test_a_huge_file_is_not_read(tmp_path: Path, name: str, limit: int) -> None:
    put(tmp_path, "content/products/a/index.en.md")
    with put(tmp_path, f"content/products/a/{name}").open("wb") as file:
        file.truncate(limit + 1)
    (found,) = discover(tmp_path, LOCALES).problems

    assert found.code == "file-too-large"
    assert found.fields == {"size": limit + 1, "limit": limit}
    assert found.place == Place(f"content/products/a/{name}")


def test_a_file_at_its_limit_is_read(tmp_path: Path) -> None:
    put(tmp_path, "content/products/a/index.vi.md", b"x" * LIMITS.text)

    assert discover(tmp_path, LOCALES).problems == ()


def test_the_files_below_a_folder_are_those_that_are_files(tmp_path: Path) -> None:
    put(tmp_path, "templates/product.html", b"p")
    put(tmp_path, "templates/assets/style.css", b"s")
    put(tmp_path, "templates/.hidden")
    (tmp_path / "templates/link.html").symlink_to(tmp_path / "templates/product.html")

    assert [(each.path, each.data) for each in files_below(tmp_path, "templates")] == [
        ("templates/assets/style.css", b"s"),
        ("templates/product.html", b"p"),
    ]
    assert files_below(tmp_path, "nowhere") == ()
