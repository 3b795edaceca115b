"""`translate export` and `translate import`: from the files to translators and back."""

import shutil
from pathlib import Path

import pytest

from showcase.cli import main
from showcase.language.text import digest_of_text

ROOT = Path(__file__).parents[2]
SOURCE = """---
title: Nông nghiệp
summary: Trồng trọt và chăn nuôi.
order: 1
hue: 120
motif: lotus
---
Bài viết.
"""
TRANSLATION = '---\ntitle: Agriculture\nsummary: "Crops and livestock."\n---\nThe text.\n'
PATH = "content/fields/nong-nghiep/index.en.md"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "site.yaml", tmp_path)
    write(tmp_path, "nong-nghiep", vi=SOURCE, en=TRANSLATION)
    write(tmp_path, "y-te", vi=SOURCE.replace("Nông nghiệp", "Y tế"))
    return tmp_path


def write(root: Path, name: str, **texts: str) -> None:
    for locale, text in texts.items():
        path = root / f"content/fields/{name}/index.{locale}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(root: Path) -> dict[str, bytes]:
    found = sorted((root / "content").rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize(("form", "ending"), [("po", "po"), ("xliff", "xlf")])
def test_every_real_entry_goes_and_comes_back_byte_for_byte(
    form: str, ending: str, tmp_path: Path, capsys: Output
) -> None:
    for name in ("content", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    before = contents(tmp_path)
    gone = [path for path in before if path.endswith(".en.md")][:50]

    assert main(["translate", "export", "--to", "en", "--format", form], tmp_path, {}) == 0
    assert main(["translate", "import", str(tmp_path / f"texts.en.{ending}")], tmp_path, {}) == 0
    assert capsys.readouterr().out.endswith("nothing in it is new\n")
    assert contents(tmp_path) == before

    assert len(gone) == 50
    for path in gone:
        (tmp_path / path).unlink()
    assert main(["translate", "import", str(tmp_path / f"texts.en.{ending}")], tmp_path, {}) == 0
    after = contents(tmp_path)
    assert after.keys() == before.keys()
    assert {path for path in before if after[path] != before[path]} <= set(gone)
    assert [path for path in gone if body(after[path]) != body(before[path])] == []


def body(data: bytes) -> bytes:
    return data.split(b"\n---\n", 1)[1]


def test_a_translation_is_written_and_stamped(project: Path, capsys: Output) -> None:
    assert main(["translate", "export", "y-te", "--to", "en"], project, {}) == 0
    assert capsys.readouterr().out == "written: texts.en.po (3 texts of 1 entries)\n"
    edited(project / "texts.en.po", 'msgid "Y tế"\nmsgstr ""', 'msgid "Y tế"\nmsgstr "Health"')

    assert main(["translate", "import", str(project / "texts.en.po")], project, {}) == 0
    assert capsys.readouterr().out == "imported: content/fields/y-te/index.en.md (1 new texts)\n"
    assert (project / "content/fields/y-te/index.en.md").read_text(encoding="utf-8") == (
        f"---\ntitle: Health\ntranslated_from:\n  title: {digest_of_text('Y tế')}\n---\n"
    )
    assert (project / "locales/en/memory/fields/y-te.json").exists()


def test_fuzzy_texts_are_written_unstamped_when_they_are_asked_for(project: Path, capsys: Output) -> None:
    main(["translate", "export", "nong-nghiep", "--to", "en"], project, {})
    file = project / "texts.en.po"
    edited(file, "msgctxt", "#, fuzzy\nmsgctxt")
    edited(file, '"Agriculture"', '"Farming"')

    assert main(["translate", "import", str(file)], project, {}) == 0
    assert (project / PATH).read_bytes().decode() == TRANSLATION
    assert main(["translate", "import", str(file), "--fuzzy"], project, {}) == 0
    assert (project / PATH).read_bytes().decode() == TRANSLATION.replace("Agriculture", "Farming")


def test_nothing_is_written_where_something_is_wrong(project: Path, capsys: Output) -> None:
    main(["translate", "export", "--to", "en"], project, {})
    file = project / "texts.en.po"
    edited(file, '"Agriculture"', '"Farming"')
    edited(file, 'msgid "Y tế"\nmsgstr ""', f'msgid "Y tế"\nmsgstr "{"x" * 301}"')
    capsys.readouterr()

    assert main(["translate", "import", str(file)], project, {}) == 1
    out = capsys.readouterr().out
    assert out.startswith("texts.en.po:")
    assert "error[too-long]" in out
    assert (project / PATH).read_bytes().decode() == TRANSLATION


def test_a_warning_does_not_hinder(project: Path, capsys: Output) -> None:
    main(["translate", "export", "--to", "en"], project, {})
    file = project / "texts.en.po"
    edited(file, '"Agriculture"', '"Farming"')
    edited(file, '"Crops and livestock."', '"Crops."')
    write(project, "nong-nghiep", vi=SOURCE.replace("Trồng trọt và", "Trồng trọt,"))
    capsys.readouterr()

    assert main(["translate", "import", str(file)], project, {}) == 0
    out = capsys.readouterr().out
    assert "warning[import-outdated]: the source of “fields/nong-nghiep summary” is another one now" in out
    assert out.endswith(f"imported: {PATH} (1 new texts)\n")


def test_texts_of_the_same_language_are_not_exported_or_imported(project: Path, capsys: Output) -> None:
    assert main(["translate", "export", "--to", "vi"], project, {}) == 1
    assert "there is nothing to translate into vi" in capsys.readouterr().err
    main(["translate", "export", "--to", "en"], project, {})
    edited(project / "texts.en.po", "Language: en", "Language: vi")
    assert main(["translate", "import", str(project / "texts.en.po")], project, {}) == 1
    assert "error[import-unknown]" in capsys.readouterr().out


def test_slips_on_the_command_line_are_told(project: Path, capsys: Output) -> None:
    assert main(["translate", "export"], project, {}) == 2
    assert main(["translate", "export", "--help"], project, {}) == 0
    assert "required" not in capsys.readouterr().out
    assert main(["translate", "export", "--to", "fr"], project, {}) == 2
    assert "the site has no language “fr”; its languages are: vi, en" in capsys.readouterr().err
    assert main(["translate", "export", "--to", "en"], project, {}) == 0
    assert main(["translate", "export", "--to", "en"], project, {}) == 2
    assert "texts.en.po is there already; nothing was changed" in capsys.readouterr().err
    assert main(["translate", "export", "--to", "en", "--output", str(project / "texts.en.po")], project, {}) == 0
    assert main(["translate", "import"], project, {}) == 2
    assert main(["translate", "import", "none.po"], project, {}) == 2


def test_translators_are_told_about_texts_in_the_language_of_the_tool(project: Path) -> None:
    shutil.copytree(ROOT / "locales/vi", project / "locales/vi")
    main(["translate", "export", "nong-nghiep", "--to", "en"], project, {"LANG": "vi_VN"})
    text = (project / "texts.en.po").read_text(encoding="utf-8")

    assert "#. Tiêu đề: " in text
    assert "#. Tối đa 300 ký tự.\n" in text
    write(project, "nong-nghiep", en=f"{TRANSLATION}\nMore.\n")
    main(["translate", "export", "nong-nghiep", "--to", "en", "--output", str(project / "b.po")], project, {})
    assert "#. The whole body, in Markdown" in (project / "b.po").read_text(encoding="utf-8")
