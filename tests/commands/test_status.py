"""`translate status`: details, annotations and thresholds."""

import json
from pathlib import Path

import pytest

from showcase.cli import main
from tests.sites.projects import build, change, check, project, run, tree

ROOT = Path(__file__).parents[2]
DESK = "content/products/ban-go"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with one stale text and one missing translation."""
    made = project(tmp_path / "project")
    run(made, "translate", "stamp")
    change(made, f"{DESK}/index.vi.md", "summary: ", "summary: Nay ")
    (made / "content/enterprises/xuong-go/index.en.md").unlink()
    return made


def test_the_worst_kind_comes_first(root: Path) -> None:
    kinds = [line.split()[0] for line in run(root, "translate", "status")[1].splitlines()[1:]]

    assert set(kinds[:2]) == {"products", "enterprises"}
    assert len(kinds) == 5


def test_the_details_say_what_changed(root: Path) -> None:
    said = run(root, "translate", "status", "--diff")[1]

    assert f"\n{DESK}/index.en.md: stale\n  summary: stale\n    {{+Nay+}} " in said
    assert "\ncontent/enterprises/xuong-go/index.en.md: missing\n" in said
    assert "  summary: cũ đi" not in said


def test_machines_get_the_edits(root: Path) -> None:
    found = json.loads(run(root, "translate", "status", "--format", "json")[1])
    stale = next(each for each in found["entries"] if each["state"] == "stale")

    assert (stale["key"], stale["locale"], stale["path"]) == ("products/ban-go", "en", f"{DESK}/index.en.md")
    (text,) = stale["texts"]
    assert (text["key"], text["state"], text["edits"][0]) == ("summary", "stale", {"sign": "+", "text": "Nay"})
    missing = next(each for each in found["entries"] if each["state"] == "missing")
    assert all("edits" not in each for each in missing["texts"])


def test_a_pull_request_gets_annotations_and_the_table(root: Path) -> None:
    with (root / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("translated: {products: {en: 100%}}\n")
    code, said = run(root, "translate", "status", "--format", "github")

    assert code == 0
    lines = said.splitlines()
    assert any(line.startswith(f"::warning file={DESK}/index.en.md,line=1") and "(+Nay" in line for line in lines)
    assert any(line.startswith("::warning file=content/enterprises/xuong-go/index.vi.md") for line in lines)
    assert any(line.startswith("::error file=site.yaml") for line in lines)
    assert lines[-6].startswith("kind ")


def test_a_kind_below_its_threshold_fails_the_check(root: Path) -> None:
    text = (root / "site.yaml").read_text(encoding="utf-8")
    line = text.count("\n") + 2
    (root / "site.yaml").write_text(f"{text}translated:\n  products: {{en: 100%}}\n", encoding="utf-8")

    code, said = check(root)
    assert code == 1
    assert (
        f"site.yaml:{line}:18: error[translation-below-threshold]: products: of the translations into en, 0 %" in said
    )
    assert build(root)[0] == 1
    run(root, "translate", "stamp")
    assert check(root)[0] == 0


def test_the_editors_page_is_made_when_it_is_asked_for(root: Path) -> None:
    (root / "templates/status.html").write_bytes((ROOT / "templates/status.html").read_bytes())
    assert build(root)[0] == 0
    plain = tree(root / "site")
    assert build(root, "--status")[0] == 0
    made = tree(root / "site")

    assert set(made) - set(plain) == {"_status/index.html"}
    assert all(made[path] == data for path, data in plain.items())
    assert not any(b"_status" in data for path, data in plain.items())
    page = made["_status/index.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    assert "<ins>Nay</ins>" in page


def test_the_real_content_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "status", "--format", "json"], ROOT, {}) == 0
    found = json.loads(capsys.readouterr().out)

    assert found["entries"] == []
    assert {row["percent"] for row in found["rows"]} == {100}
