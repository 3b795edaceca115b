"""The reference pages are written from the program, and checked to be current."""

from pathlib import Path

import pytest

from showcase.cli import main
from showcase.codes import CODES
from showcase.commands.docs import pages
from showcase.commands.kinds_page import kinds_page
from showcase.kinds import KINDS

Output = pytest.CaptureFixture[str]


def test_the_pages_are_written_and_then_current(tmp_path: Path, capsys: Output) -> None:
    paths = list(pages(tmp_path))
    assert {"docs/kinds.md", "docs/problems.md", "schemas/vi/product.json", ".vscode/showcase.code-snippets"} < {*paths}
    assert main(["docs", "--check"], tmp_path, {}) == 1
    said = "".join(f"{path} is not up to date; run: python build.py docs\n" for path in paths)
    assert capsys.readouterr().out == said
    assert not (tmp_path / "docs").exists()
    assert main(["docs"], tmp_path, {}) == 0
    assert capsys.readouterr().out == "".join(f"written: {path}\n" for path in paths)
    assert main(["docs", "--check"], tmp_path, {}) == 0
    assert capsys.readouterr().out == "the reference pages are up to date\n"


def test_the_pages_do_not_depend_on_the_editors_language(tmp_path: Path) -> None:
    assert main(["docs"], tmp_path, {"LANG": "vi_VN"}) == 0
    assert {path: (tmp_path / path).read_text() for path in pages(tmp_path)} == pages(tmp_path)


def test_every_code_has_its_section() -> None:
    page = pages(Path())["docs/problems.md"]

    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == sorted(CODES)
    assert (
        "## yaml-tab\n\n- Error: a tab stands at the beginning of this line\n"
        "- What to do: indent with spaces, two for each level\n- Why: YAML does not know how wide a tab is.\n"
    ) in page
    assert "\\<{tag}\\> is not allowed" in page


def test_every_field_of_every_kind_has_its_row() -> None:
    page = kinds_page(tuple(KINDS.values()))

    for kind in KINDS.values():
        assert f"content/{kind.folder}/" in page
        assert all(f"| `{name}` | " in page for name in kind.model.model_fields)


@pytest.mark.parametrize(
    "row",
    [
        "| `maker` | Maker | id, in enterprises, **required** | The enterprise that makes it. | `misa` |",
        "| `hue` | Hue | whole number, **required**, unit: degree, from 0, to 359 | Its hue in OKLCH. | `28` |",
        "| `launched` | Launched | day, month or year | When it was first offered. | `2020-12-30` or `2012-12` |",
        "| `trust` | Trust | one of `verified`, `declared`, `unchecked`, **required** | ",
        "| `who` | Party | kind and id, in organisations, enterprises, **required** | ",
        "| `sources` | Sources | list: id of one of the entry's own sources, **required** | ",
        "| `evidence` | Evidence | by name: [Evidence](#evidence) | ",
        "| `title` | Title | text of up to 300 characters, **required**, *translated* | ",
        "| `email` | E-mail | text | An e-mail address. | `export@example.com` |",
    ],
)
def test_a_row_says_what_the_value_is(row: str) -> None:
    assert row in kinds_page(tuple(KINDS.values()))


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    page = kinds_page(tuple(KINDS.values()))
    headings = [line.lstrip("# ").lower().replace(" ", "-") for line in page.splitlines() if line.startswith("#")]
    targets = {piece.split(")")[0] for piece in page.split("](#")[1:]}

    assert targets <= set(headings)
    assert len(headings) == len(set(headings))
