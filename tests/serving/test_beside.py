"""A page in all of its languages: how each text stands, and where it is written."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from showcase.pipeline import Grounds, Request
from showcase.problems import Place, Problem
from showcase.serving.beside import Beside, beside
from showcase.serving.beside_room import Studio
from showcase.serving.edition import Edition, Notice
from showcase.serving.notices import editor_link
from showcase.serving.text_places import body_line, text_places
from showcase.serving.workshop import NOTHING, Workshop
from tests.sites.projects import change, project, put

VI = "content/products/ban-go/index.vi.md"
EN = "content/products/ban-go/index.en.md"
PAGE = "vi/san-pham/ban-go/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project that is in order."""
    return project(tmp_path / "project")


def edition(root: Path) -> Edition:
    def noticed(problems: Iterable[Problem]) -> tuple[Notice, ...]:
        return tuple(Notice(each.code) for each in problems)

    return Workshop(lambda: Request(root, date(2026, 11, 20), root / "site", None, 1), noticed).whole(NOTHING).edition


def shown(root: Path, output: str = PAGE) -> Beside:
    grounds = edition(root).grounds
    assert isinstance(grounds, Grounds)
    made = beside(grounds, output, partial(text_places, root=root), str)
    assert made is not None
    return made


def cells(made: Beside) -> dict[str, list[tuple[str, int]]]:
    """The state and the line of each text in Vietnamese and English."""
    return {key: [(each.state, each.line) for each in own] for key, own in made.rows}


def test_every_text_has_its_state_and_the_place_where_it_is_written_in_both_languages(root: Path) -> None:
    made = shown(root)
    lines = (root / EN).read_text(encoding="utf-8").split("\n")
    body = lines.index("---", 1) + 2

    assert [(each.locale, each.state, each.path) for each in made.columns] == [
        ("vi", "source", VI),
        ("en", "unstamped", EN),
    ]
    assert cells(made) == {
        "title": [("source", 2), ("unstamped", 2)],
        "summary": [("source", 3), ("unstamped", 3)],
        "body": [("source", 7), ("unstamped", body)],
    }
    assert made.rows[0][1][1].url == f"{EN}:2:8"
    assert made.behind == 3


def test_a_text_that_is_missing_leads_nowhere(root: Path) -> None:
    text = (root / EN).read_text(encoding="utf-8")
    put(root, EN, "\n".join(line for line in text.split("\n") if not line.startswith("summary:")))
    made = shown(root)

    assert cells(made)["summary"] == [("source", 3), ("missing", 0)]
    assert dict(made.rows)["summary"][1].url == ""


def test_an_entry_without_a_translation_has_a_column_that_says_so(root: Path) -> None:
    (root / EN).unlink()
    made = shown(root)

    assert (made.columns[1].state, made.columns[1].path) == ("missing", "")
    assert {own[1] for own in cells(made).values()} == {("missing", 0)}


def test_a_machines_draft_is_called_one(root: Path) -> None:
    change(root, EN, "title:", "machine_draft: true\ntitle:")
    assert {own[1][0] for own in cells(shown(root)).values()} == {"machine"}


def test_a_list_stands_beside_the_other_list_without_texts_of_its_own(root: Path) -> None:
    made = shown(root, "vi/san-pham/index.html")

    assert [each.permalink for each in made.columns] == ["/vi/san-pham/", "/en/products/"]
    assert (made.rows, made.columns[0].state) == ((), "")


def test_what_is_no_page_has_no_view(root: Path) -> None:
    now = edition(root)
    studio = Studio(root, "en", str, str)

    assert studio.page(now, "sitemap.xml") is None
    assert studio.page(now, "nowhere/index.html") is None
    assert studio.page(NOTHING, PAGE) is None


def test_the_view_is_in_the_editors_language_and_in_the_look_of_the_site(root: Path) -> None:
    put(root, "templates/assets/letters.woff2", b"wOF2")
    now = edition(root)
    written = Studio(root, "vi", lambda word: {"Side by side": "Song song"}.get(word, word), str).page(now, PAGE)

    assert written is not None
    assert '<html lang="vi">' in written.decode()
    assert "<title>Song song: Bàn gỗ" in written.decode()
    style = next(name for name in now.files if name.startswith("assets/style."))
    letters = next(name for name in now.files if name.startswith("assets/letters."))
    assert f'<link rel="stylesheet" href="/{style}">' in written.decode()
    assert f'<link rel="preload" href="/{letters}" as="font" type="font/woff2" crossorigin>' in written.decode()
    assert written.decode().count("<iframe ") == 2


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("content/a.md", "edit://{root}/content/a.md:4:8"),
        ("content/một hai.md", "edit://{root}/content/m%E1%BB%99t%20hai.md:4:8"),
        ("../outside.md", ""),
        ("content/link.md", ""),
        ("content", ""),
        ("content/nothing.md", ""),
        ("content/\x00", ""),
    ],
)
def test_only_files_of_the_project_are_opened_in_the_editor_program(path: str, link: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("content/a.md", "content/một hai.md", "../outside.md"):
        put(root, name, "")
    (root / "content/link.md").symlink_to(tmp_path / "outside.md")

    made = editor_link(Place(path, 4, 8), root, "edit://{path}:{line}:{column}")
    assert made == link.replace("{root}", str(root.resolve()).lstrip("/"))


def test_a_file_without_a_line_is_opened_at_its_beginning(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "")
    assert editor_link(Place("a.md"), tmp_path, "x:{line}:{column}") == "x:1:1"


@pytest.mark.parametrize(
    ("text", "line"),
    [("---\ntitle: A\n---\n\n\nB\n", 6), ("---\ntitle: A\n---\nB\n", 4), ("no front matter", 1)],
)
def test_a_body_begins_on_its_first_written_line(text: str, line: int, tmp_path: Path) -> None:
    assert body_line(put(tmp_path, "a.md", text)) == line
    assert body_line(tmp_path / "gone.md") == 1
