"""The line that a message shows, with its caret."""

from pathlib import Path

import pytest

from showcase.problems import Place
from showcase.reporting.source_lines import line_finder, printable, snippet, width


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("title: A: B", 9, ("    3 | title: A: B", "      |         ^")),
        ("tên: Bếp: Than", 9, ("    3 | tên: Bếp: Than", "      |         ^")),
        ("\tsummary: x", 2, ("    3 |     summary: x", "      |     ^")),
        ("名前: x", 5, ("    3 | 名前: x", "      |       ^")),
        ("a\x1b[31mb", 3, ("    3 | a\\x1b[31mb", "      |      ^")),
        ("title", 0, ("    3 | title",)),
        ("", 1, ("    3 |", "      | ^")),
    ],
)
def test_the_caret_stands_below_the_column(line: str, column: int, shown: tuple[str, ...]) -> None:
    assert snippet(line, Place("a.md", 3, column)) == shown


def test_of_a_long_line_only_the_part_around_the_column_is_shown() -> None:
    numbered, caret = snippet("a" * 200 + "X" + "b" * 200, Place("a.md", 3, 201))

    assert numbered == "    3 | …" + "a" * 60 + "X" + "b" * 39 + "…"
    assert numbered[caret.index("^")] == "X"


def test_a_letter_written_in_two_parts_takes_one_column() -> None:
    assert (width("ế"), width("e\u0302\u0301"), width("日本"), width("")) == (1, 1, 4, 0)


def test_what_a_terminal_would_obey_is_spelt_out() -> None:
    assert printable("a\x07\u202eb\tc") == "a\\x07\\u202eb    c"


def test_lines_are_read_from_the_project_only(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.md").write_bytes("một\r\nhai\r\n".encode())
    (tmp_path / "secret").write_text("secret")
    (root / "link.md").symlink_to(tmp_path / "secret")
    (root / "big.md").write_bytes(b"x" * ((1 << 20) + 1))
    line_of = line_finder(root)

    assert line_of(Place("a.md", 2)) == "hai"
    assert line_of(Place("a.md", 9)) is None
    assert line_of(Place("a.md")) is None
    for path in ("link.md", "../secret", "big.md", "missing.md", "\0"):
        assert line_of(Place(path, 1)) is None
