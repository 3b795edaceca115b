"""The files of synonyms."""

from pathlib import Path

import pytest

from showcase.reading.synonyms import read_synonyms


def written(root: Path, text: str) -> Path:
    path = root / "locales/vi/synonyms.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_each_language_has_its_own_groups_and_one_without_a_file_has_none(tmp_path: Path) -> None:
    root = written(tmp_path, "groups:\n  - [cà phê, cafe]\n  - [ti vi, truyền hình, TV]\n")

    assert read_synonyms(root, ("vi", "en")) == (
        {"vi": (("cà phê", "cafe"), ("ti vi", "truyền hình", "TV")), "en": ()},
        (),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("groups:\n  - [cà phê]\n", 2),
        ("groups:\n  - [cà phê, '']\n", 2),
        ("groups: cafe\n", 1),
        ("group:\n  - [a, b]\n", 1),
        ("groups: [a\n", 1),
    ],
)
def test_a_mistake_is_reported_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    groups, problems = read_synonyms(written(tmp_path, text), ("vi",))

    assert groups == {"vi": ()}
    assert {each.place.path for each in problems} == {"locales/vi/synonyms.yaml"}
    assert min(each.place.line for each in problems) == line
