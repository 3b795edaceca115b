"""A form reads and writes files of entries alone, and what it saves has the one form."""

import io
from pathlib import Path

import pytest
from PIL import Image

from showcase.editing.folder import Folder, NoEntryFileError, entry_file
from showcase.problems import ContentError
from tests.makers import settings

SETTINGS = settings()
PATH = "content/products/ghe/index.vi.md"
SOURCE = "---\ntitle: Ghế\nclaims:\n  - id: a\n    kind: figure\n    text: Bốn chân.\n---\n"
TRANSLATION = "---\ntitle: Chair\ntranslated_from:\n  claims.a.text: 0a1b2c3d4e5f\n---\n"


def folder(root: Path, **files: str) -> Folder:
    """A project with one entry: its texts by language."""
    for locale, text in files.items():
        path = root / f"content/products/ghe/index.{locale}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Folder(root, SETTINGS)


@pytest.mark.parametrize(
    "path",
    [
        "site.yaml",
        "content/menus.yaml",
        "content/products/ghe",
        "content/products/../../site.yaml",
        "content/products/Ghe/index.vi.md",
        "content/chairs/ghe/index.vi.md",
        "content/products/ghe/index.fr.md",
        "content/products/ghe/script.js",
        "content/products/ghe/.hidden.png",
        "content/products/ghe/a\0.png",
        "content\\products\\ghe\\a.png",
        "/content/products/ghe/index.vi.md",
    ],
)
def test_nothing_but_texts_and_pictures_of_entries_can_be_named(path: str) -> None:
    with pytest.raises(NoEntryFileError):
        entry_file(path, SETTINGS)


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "content/products").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content/products/ghe").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(NoEntryFileError):
        folder(tmp_path).save(entry_file(PATH, SETTINGS), b"---\ntitle: A\n---\n")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_text_is_saved_in_the_order_and_the_quotes_of_new(tmp_path: Path) -> None:
    fields = ("summary: 'Một: hai.'", "tagline: null", 'title: "Ghế"', "draft: false", "launched: 2024", "claims: []")
    sent = "\n".join(["---", *fields, "---", "", "Chân.", ""])

    saved = folder(tmp_path).save(entry_file(PATH, SETTINGS), sent.encode())

    assert saved.decode() == '---\ntitle: Ghế\nsummary: "Một: hai."\nlaunched: 2024\n---\nChân.\n'
    assert (tmp_path / PATH).read_bytes() == saved
    assert [path.name for path in (tmp_path / PATH).parent.iterdir()] == ["index.vi.md"]


def test_a_translation_keeps_its_stamps_and_takes_no_facts(tmp_path: Path) -> None:
    there = folder(tmp_path, vi=SOURCE, en=TRANSLATION)
    claim = "  - id: a\n    kind: figure\n    text: Four legs.\n"
    sent = f"---\ntitle: Chair\nmaker: misa\nclaims:\n{claim}translated_from:\n  claims: {{}}\n---\n"

    saved = there.save(entry_file(PATH.replace(".vi.", ".en."), SETTINGS), sent.encode()).decode()

    assert saved == TRANSLATION.replace("Chair\n", "Chair\nclaims:\n  - id: a\n    text: Four legs.\n")


def test_a_translation_that_says_nothing_is_no_file(tmp_path: Path) -> None:
    there = folder(tmp_path, vi=SOURCE)
    file = entry_file(PATH.replace(".vi.", ".en."), SETTINGS)

    assert there.save(file, b"---\ntitle: ''\nclaims:\n  - id: a\n---\n") == b""
    assert not (tmp_path / file.path).exists()


def test_a_form_is_shown_every_item_of_the_source_in_its_place(tmp_path: Path) -> None:
    there = folder(tmp_path, vi=SOURCE, en=TRANSLATION)

    shown = there.shown(entry_file(PATH.replace(".vi.", ".en."), SETTINGS)).decode()

    assert 'claims:\n  - id: a\n    note: ""\n    text: ""\n' in shown
    assert there.save(entry_file(PATH.replace(".vi.", ".en."), SETTINGS), shown.encode()).decode() == TRANSLATION


def test_a_picture_is_turned_upright_and_loses_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=exif)

    saved = folder(tmp_path).save(entry_file("content/products/ghe/a.jpg", SETTINGS), out.getvalue())

    with Image.open(io.BytesIO(saved)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((20, 40), {})


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        folder(tmp_path).save(entry_file("content/products/ghe/a.png", SETTINGS), b"<script>")
    assert not (tmp_path / "content").exists()


def test_a_folder_goes_with_its_last_file(tmp_path: Path) -> None:
    there = folder(tmp_path, vi=SOURCE, en=TRANSLATION)

    there.remove(entry_file(PATH, SETTINGS))
    assert (tmp_path / "content/products/ghe").is_dir()
    there.remove(entry_file(PATH.replace(".vi.", ".en."), SETTINGS))
    assert not (tmp_path / "content/products/ghe").exists()
