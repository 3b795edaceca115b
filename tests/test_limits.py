"""What is read of strangers' files is bounded, and site.yaml moves the bounds."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from showcase import pipeline
from showcase.limits import LIMITS, Limits
from tests.sites.preparations import picture
from tests.sites.projects import change, project, put

ENTRY = "content/products/ban-go"
VI = f"{ENTRY}/index.vi.md"
PO = "locales/vi/LC_MESSAGES/messages.po"
BODY = "Mặt bàn phẳng."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def found(root: Path) -> list[tuple[str, str]]:
    """What is wrong with a project, warnings aside."""
    request = pipeline.Request(root, date(2026, 11, 20), root / "site", None, jobs=1)
    problems = pipeline.check(request).problems
    return [(each.code, str(each.place)) for each in problems if each.severity == "error"]


@pytest.mark.parametrize(
    ("given", "kept"), [("64 KiB", 65_536), ("2MiB", 2 << 20), ("1 GiB", 1 << 30), ("4096", 4096), (5000, 5000)]
)
def test_sizes_are_written_as_people_say_them(given: object, kept: int) -> None:
    assert Limits.model_validate({"catalogue": given}).catalogue == kept


@pytest.mark.parametrize("given", ["much", "1 KB", "-1", "1.5 MiB", "٦٤ KiB", "", "0", "5 GiB"])
def test_no_bound_can_be_taken_away(given: str) -> None:
    with pytest.raises(ValidationError):
        Limits.model_validate({"catalogue": given})


def test_without_a_word_in_the_settings_the_usual_bounds_hold() -> None:
    assert Limits() == LIMITS


@pytest.mark.parametrize(
    ("bound", "path", "content", "problem"),
    [
        ("text: 1 KiB", VI, "thân " * 300, ("file-too-large", VI)),
        ("catalogue: 1 KiB", PO, "#" * 2_000, ("file-too-large", PO)),
        ("history: 1 KiB", "content/history.yaml", "#" * 2_000, ("file-too-large", "content/history.yaml")),
        ("picture: 1 KiB", f"{ENTRY}/a.jpg", "a" * 2_000, ("file-too-large", f"{ENTRY}/a.jpg")),
        ("pixels: 40", f"{ENTRY}/a.png", picture("PNG"), ("bad-picture", f"{ENTRY}/a.png")),
        ("files: 3", f"{ENTRY}/a.png", picture("PNG"), ("too-many-files", ENTRY)),
        ("front_matter: 1 KiB", VI, f"---\n# {'a' * 1_100}\n---\n", ("yaml-too-big", f"{VI}:2")),
        ("values: 10", VI, f"---\na: [{'b, ' * 10}]\n---\n", ("yaml-too-many", f"{VI}:2:26")),
        ("depth: 5", VI, "---\na: [[[[[[[]]]]]]]\n---\n", ("yaml-too-deep", f"{VI}:2:8")),
        ("line: 100", VI, f"---\n---\n{'a' * 101}\n", ("line-too-long", f"{VI}:3")),
        ("nesting: 2", VI, "---\n---\n> > > a\n", ("markdown-too-deep", f"{VI}:3")),
        (
            "cells: 100",
            VI,
            "---\n---\n|a|b|\n|-|-|\n" + "|c|d|\n" * 60,
            ("markdown-too-complex", f"{VI}:3"),
        ),
    ],
)
def test_a_site_may_set_its_own_bounds(
    root: Path, bound: str, path: str, content: str | bytes, problem: tuple[str, str]
) -> None:
    if path.endswith(".md") and isinstance(content, str) and not content.startswith("---"):
        change(root, path, BODY, content)
    elif bound.startswith("files"):
        put(root, f"{ENTRY}/b.png", content)
        put(root, path, content)
    else:
        put(root, path, content)
    assert problem not in found(root)

    put(root, "site.yaml", f"{(root / 'site.yaml').read_text(encoding='utf-8')}\nlimits: {{{bound}}}\n")

    assert problem in found(root)


def test_a_bound_that_is_none_is_refused_where_it_stands(root: Path) -> None:
    settings = (root / "site.yaml").read_text(encoding="utf-8").rstrip()
    put(root, "site.yaml", f"{settings}\nlimits:\n  text: much\n  txt: 1 MiB\n")
    line = settings.count("\n") + 3

    assert found(root) == [("bad-pattern", f"site.yaml:{line}:9"), ("unknown-field", f"site.yaml:{line + 1}:3")]


def test_what_was_read_under_other_bounds_is_read_anew(root: Path) -> None:
    request = pipeline.Request(root, date(2026, 11, 20), root / "site", root / "cache", jobs=1)
    change(root, VI, BODY, "a" * 200)
    assert pipeline.build(request).written

    put(root, "site.yaml", f"{(root / 'site.yaml').read_text(encoding='utf-8')}\nlimits: {{line: 100}}\n")

    assert [each.code for each in pipeline.build(request).problems] == ["line-too-long"]
