"""A file that is written anew keeps its old lines wherever it says the same."""

import pytest

from showcase.editing.keeping import kept

OLD = """---
# Written by hand.
title: Ghế gỗ
summary: 'Một chiếc ghế.'
maker:   xuong-go
sources:
  # The first one.
  - {id: a, name: Xưởng}
  - id: b
    name: "Báo"
evidence:
  maker: {sources: [a], trust: declared}
  # To be looked at again.
  launched:
    sources: [b]
    trust: verified
---
Bốn chân.


Một lưng tựa.
"""


def changed(old: str, new: str, text: str = OLD) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


NEW = """---
title: Ghế gỗ
summary: Một chiếc ghế.
maker: xuong-go
sources:
  - id: a
    name: Xưởng
  - id: b
    name: Báo
evidence:
  maker:
    sources: [a]
    trust: declared
  launched:
    sources: [b]
    trust: verified
---
Bốn chân.


Một lưng tựa.
"""


def test_what_says_the_same_stays_byte_for_byte() -> None:
    assert kept(OLD, NEW) == OLD


@pytest.mark.parametrize(
    ("in_new", "to", "in_old", "becomes"),
    [
        ("summary: Một chiếc ghế.", "summary: Ghế.", "summary: 'Một chiếc ghế.'", "summary: Ghế."),
        ("name: Báo", "name: Tạp chí", 'name: "Báo"', "name: Tạp chí"),
        ("trust: verified", "trust: unchecked", "trust: verified", "trust: unchecked"),
        ("maker: xuong-go\n", "", "maker:   xuong-go\n", ""),
        ("maker: xuong-go\n", "maker: xuong-go\nfield: do-dung\n", "xuong-go\n", "xuong-go\nfield: do-dung\n"),
        (
            "title: Ghế gỗ\n",
            "title: Ghế gỗ\ntagline: Để ngồi\n",
            "title: Ghế gỗ\n",
            "title: Ghế gỗ\ntagline: Để ngồi\n",
        ),
        ("Một lưng tựa.", "Hai tay vịn.", "Một lưng tựa.", "Hai tay vịn."),
    ],
)
def test_a_change_changes_its_own_lines_alone(in_new: str, to: str, in_old: str, becomes: str) -> None:
    assert kept(OLD, changed(in_new, to, NEW)) == changed(in_old, becomes)


def test_items_follow_their_new_order() -> None:
    swapped = changed("  - id: b\n    name: Báo\n", "", NEW).replace(
        "sources:\n  - id: a", "sources:\n  - id: b\n    name: Báo\n  - id: a", 1
    )

    assert '  - id: b\n    name: "Báo"\n  # The first one.\n  - {id: a, name: Xưởng}\n' in kept(OLD, swapped)


def test_an_old_file_that_cannot_be_read_is_no_help() -> None:
    assert kept("---\ntitle: [\n---\n", NEW) == NEW
