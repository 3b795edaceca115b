"""`translate`: stamps in translations, and how far the translations are."""

import json
from pathlib import Path

import pytest

from showcase.cli import main
from showcase.commands.stamps import stamped
from showcase.language.text import digest_of_text

SETTINGS = (Path(__file__).parents[2] / "site.yaml").read_bytes()
SOURCE = """---
title: Nông nghiệp
summary: Trồng trọt và chăn nuôi.
order: 1
hue: 120
motif: lotus
---
Bài viết.
"""
TRANSLATION = """---
title: Agriculture
summary: "Crops and livestock."
---
The text.
"""
STAMPS = {
    "body": digest_of_text("Bài viết."),
    "summary": digest_of_text("Trồng trọt và chăn nuôi."),
    "title": digest_of_text("Nông nghiệp"),
}
STAMPED = TRANSLATION.replace(
    '"Crops and livestock."\n',
    '"Crops and livestock."\ntranslated_from:\n' + "".join(f"  {key}: {value}\n" for key, value in STAMPS.items()),
)

Output = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "site.yaml").write_bytes(SETTINGS)
    write(tmp_path, "nong-nghiep", vi=SOURCE, en=TRANSLATION)
    write(tmp_path, "y-te", vi=SOURCE)
    return tmp_path


def write(root: Path, name: str, **texts: str) -> None:
    for locale, text in texts.items():
        path = root / f"content/fields/{name}/index.{locale}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def english(root: Path) -> str:
    return (root / "content/fields/nong-nghiep/index.en.md").read_bytes().decode()


def counts(root: Path, capsys: Output) -> dict[str, int]:
    capsys.readouterr()
    assert main(["translate", "status", "--format", "json"], root, {}) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row.pop("kind"), row.pop("locale")) == ("fields", "en")
    assert row.pop("percent") == 100 * row["current"] // row["entries"]
    return {name: count for name, count in row.items() if count}


def test_a_stamp_is_added_below_the_other_fields_and_only_once(project: Path, capsys: Output) -> None:
    assert main(["translate", "stamp"], project, {}) == 0
    assert english(project) == STAMPED
    assert capsys.readouterr().out == "stamped: content/fields/nong-nghiep/index.en.md\n"
    assert main(["translate", "stamp"], project, {}) == 0
    assert english(project) == STAMPED
    assert capsys.readouterr().out == "all translations were stamped already\n"


@pytest.mark.parametrize("name", ["fields/nong-nghiep", "nong-nghiep"])
def test_single_entries_can_be_stamped(name: str, project: Path, capsys: Output) -> None:
    write(project, "y-te", en=TRANSLATION)

    assert main(["translate", "stamp", name], project, {}) == 0
    assert capsys.readouterr().out == "stamped: content/fields/nong-nghiep/index.en.md\n"


def test_an_unknown_entry_is_refused(project: Path, capsys: Output) -> None:
    assert main(["translate", "stamp", "nong-nghep"], project, {}) == 2
    assert "did you mean “nong-nghiep”?" in capsys.readouterr().err
    assert main(["translate", "stamp", "tea"], project, {}) == 2
    assert "there is no entry “tea”; an entry is named as in products/misa-amis" in capsys.readouterr().err


def test_a_translation_gets_stamps_for_what_it_gives(project: Path) -> None:
    write(project, "nong-nghiep", en="---\ntitle: Agriculture\n---\n")

    assert main(["translate", "stamp"], project, {}) == 0
    assert english(project) == f"---\ntitle: Agriculture\ntranslated_from:\n  title: {STAMPS['title']}\n---\n"


def test_the_status_follows_source_and_translation(project: Path, capsys: Output) -> None:
    assert counts(project, capsys) == {"entries": 2, "missing": 1, "unstamped": 1}
    main(["translate", "stamp"], project, {})
    assert counts(project, capsys) == {"entries": 2, "missing": 1, "current": 1}
    write(project, "nong-nghiep", vi=SOURCE.replace("Bài viết.", "Bài  viết.").replace("hue: 120", "hue: 121"))
    assert counts(project, capsys) == {"entries": 2, "missing": 1, "current": 1}
    write(project, "nong-nghiep", vi=SOURCE.replace("Bài viết.", "Bài viết mới."))
    assert counts(project, capsys) == {"entries": 2, "missing": 1, "stale": 1}
    write(project, "nong-nghiep", en=english(project).replace("The text.", "The text!"))
    assert counts(project, capsys) == {"entries": 2, "missing": 1, "stale": 1}


def test_the_status_is_a_table_in_the_editors_language(project: Path, capsys: Output) -> None:
    assert main(["translate", "status"], project, {}) == 0
    assert capsys.readouterr().out == (
        "kind    language  entries  missing  stale  machine draft  not stamped  current\n"
        "fields  en              2        1      0              0            1      0 %\n"
    )
    assert main(["translate", "status"], project, {"LANG": "vi_VN"}) == 0
    assert capsys.readouterr().out.startswith("loại mục  ngôn ngữ  số mục  ")


MEMORY = "locales/en/memory/fields/nong-nghiep.json"


def test_what_a_translation_was_made_from_is_remembered(project: Path) -> None:
    main(["translate", "stamp"], project, {})
    texts = json.loads((project / MEMORY).read_text(encoding="utf-8"))

    assert {key: each["text"] for key, each in texts.items()} == {
        "body": ["Bài viết.", ""],
        "summary": ["Trồng trọt và chăn nuôi."],
        "title": ["Nông nghiệp"],
    }


def test_a_new_blank_leaves_the_memory_as_it_was(project: Path) -> None:
    main(["translate", "stamp"], project, {})
    before = (project / MEMORY).read_bytes()
    write(project, "nong-nghiep", vi=SOURCE.replace("Bài viết.", "Bài  viết."))

    main(["translate", "stamp"], project, {})
    assert (project / MEMORY).read_bytes() == before


def test_a_lost_memory_is_made_anew(project: Path, capsys: Output) -> None:
    main(["translate", "stamp"], project, {})
    before = (project / MEMORY).read_bytes()
    (project / MEMORY).write_text("<<<<<<< ours")
    capsys.readouterr()

    assert main(["translate", "stamp"], project, {}) == 0
    assert capsys.readouterr().out == "stamped: content/fields/nong-nghiep/index.en.md\n"
    assert (project / MEMORY).read_bytes() == before


def test_what_is_gone_is_forgotten(project: Path, capsys: Output) -> None:
    write(project, "y-te", en=TRANSLATION)
    main(["translate", "stamp"], project, {})
    (project / "content/fields/y-te/index.en.md").unlink()
    capsys.readouterr()

    assert main(["translate", "stamp", "nong-nghiep"], project, {}) == 0
    assert capsys.readouterr().out == "all translations were stamped already\n"
    assert main(["translate", "stamp"], project, {}) == 0
    assert capsys.readouterr().out == "no longer remembered: locales/en/memory/fields/y-te.json\n"


def test_a_translation_without_texts_has_nothing_to_remember(project: Path) -> None:
    main(["translate", "stamp"], project, {})
    write(project, "nong-nghiep", en="---\nslug: agriculture\n---\n")

    main(["translate", "stamp"], project, {})
    assert english(project) == "---\nslug: agriculture\n---\n"
    assert not (project / MEMORY).exists()


def test_without_another_language_there_is_nothing_to_count(project: Path, capsys: Output) -> None:
    lines = [line for line in SETTINGS.decode().splitlines() if "code: en" not in line]
    (project / "site.yaml").write_text("\n".join(lines).replace("x_default: en", "x_default: vi"))
    (project / "content/fields/nong-nghiep/index.en.md").unlink()

    assert main(["translate", "status"], project, {}) == 0
    assert capsys.readouterr().out == "there is nothing to translate\n"


def test_content_with_errors_is_not_stamped(project: Path, capsys: Output) -> None:
    write(project, "y-te", vi=SOURCE.replace("hue: 120", "hue: 400"))

    assert main(["translate", "stamp"], project, {}) == 1
    assert "content/fields/y-te/index.vi.md:5:6: error[out-of-range]" in capsys.readouterr().out
    assert english(project) == TRANSLATION


@pytest.mark.parametrize(
    "text",
    [
        TRANSLATION.replace("---\ntitle", "---\ntranslated_from: {body: 0, title: 1}\ntitle"),
        TRANSLATION.replace("---\ntitle", "---\ntranslated_from:\n  body: 0\n\n  # note\n  title: 1\ntitle"),
        STAMPED.replace(STAMPS["body"], "0"),
    ],
)
def test_old_stamps_are_replaced_wherever_they_stand(text: str) -> None:
    assert stamped(text, STAMPS) == STAMPED


def test_what_is_read_is_no_machines_draft_any_more() -> None:
    draft = TRANSLATION.replace("title:", "machine_draft: true\ntitle:")

    assert stamped(draft, STAMPS, is_read=True) == STAMPED
    assert "machine_draft: true" in stamped(draft, STAMPS)


def test_without_texts_the_stamps_go() -> None:
    assert stamped(STAMPED, {}) == TRANSLATION


def test_nothing_else_in_the_file_is_touched() -> None:
    text = "\ufeff\r\n--- \r\ntitle:  'A' # note\r\n...\r\n\r\n---\r\ntranslated_from: kept\r\nlast"

    assert stamped(text, {"title": "1"}) == text.replace("# note\r\n", "# note\r\ntranslated_from:\r\n  title: 1\r\n")
