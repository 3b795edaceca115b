"""The file of addresses is read by its lines and written as it is read."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.problems import Place
from showcase.reading.history import HISTORY, has_history, history_text, read_history

ADDRESSES = st.from_regex(r"/(vi|en|zh-Hant)/([a-z0-9]+(-[a-z0-9]+)?/){1,3}", fullmatch=True)
OWNERS = st.just("gone") | st.from_regex(r"(products|pages)/[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)


def written(root: Path, content: str | bytes) -> Path:
    (root / "content").mkdir(exist_ok=True)
    (root / HISTORY).write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def test_a_project_may_do_without_the_file(tmp_path: Path) -> None:
    assert read_history(tmp_path) == ({}, {}, ())
    assert not has_history(tmp_path)


def test_each_line_holds_an_address_and_its_entry(tmp_path: Path) -> None:
    root = written(tmp_path, "# Lời ghi\n\n/vi/a/: pages/a\n/en/products/b/: gone  \n")

    assert read_history(root) == (
        {"/vi/a/": "pages/a", "/en/products/b/": "gone"},
        {"/vi/a/": 3, "/en/products/b/": 4},
        (),
    )
    assert has_history(root)


@pytest.mark.parametrize(
    "line", ["/vi/a/ pages/a", "/vi/../a/: pages/a", "/vi/a: pages/a", "/vi/: pages/a", "<<<<<<< ours", "/vi/a/: a"]
)
def test_a_line_of_another_form_is_an_error_at_its_place(tmp_path: Path, line: str) -> None:
    owners, _, problems = read_history(written(tmp_path, f"/vi/b/: pages/b\n{line}\n"))

    assert owners == {"/vi/b/": "pages/b"}
    assert [(each.code, each.place, each.fields["value"]) for each in problems] == [
        ("bad-pattern", Place(HISTORY, 2, 1), line)
    ]


def test_an_address_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    owners, _, problems = read_history(written(tmp_path, "/vi/b/: pages/b\n/vi/b/: pages/c\n"))

    assert owners == {"/vi/b/": "pages/b"}
    assert [(each.code, each.place, each.fields["first"]) for each in problems] == [
        ("duplicate-key", Place(HISTORY, 2, 1), 1)
    ]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert [each.code for each in read_history(written(tmp_path, b"\xff\xfe\x00"))[2]] == ["not-utf8"]
    (tmp_path / HISTORY).unlink()
    (tmp_path / HISTORY).mkdir()

    assert [each.code for each in read_history(tmp_path)[2]] == ["not-a-file"]


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(ADDRESSES, OWNERS))
def test_what_is_written_is_read_again_and_is_yaml(
    tmp_path_factory: pytest.TempPathFactory, owners: dict[str, str]
) -> None:
    text = history_text(owners)
    root = written(tmp_path_factory.mktemp("history"), text)

    assert read_history(root)[0] == owners
    assert (yaml.safe_load(text) or {}) == owners
    assert text.splitlines()[2:] == sorted(text.splitlines()[2:])
