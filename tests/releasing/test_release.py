"""A release is the site with compressed twins, digests, and a record of what it was made of."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from showcase.releasing.record import RECORD, SUMS, read_sums, sums_text
from tests.sites.preparations import picture
from tests.sites.projects import build, project, put, tree

SECRET = "ke-hoach-kin"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project(tmp_path_factory.mktemp("release") / "project")
    put(made, "content/products/ban-go/ban.jpg", picture())
    page = made / "content/products/ban-go/index.vi.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n![Bàn](ban.jpg)\n", encoding="utf-8")
    draft = page.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1)
    put(made, f"content/products/{SECRET}/index.vi.md", draft.replace("![Bàn](ban.jpg)", ""))
    assert build(made, "--release")[0] == 0
    return made


@pytest.fixture(scope="module")
def site(root: Path) -> dict[str, bytes]:
    return tree(root / "site")


def test_sha256sum_finds_every_file_as_it_was_published(root: Path, site: dict[str, bytes]) -> None:
    command = ["sha256sum", "--check", "--strict", SUMS]
    done = subprocess.run(command, cwd=root / "site", capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    assert set(read_sums(site[SUMS])) == set(site) - {SUMS}


def test_the_record_names_every_file_with_size_type_and_digest(site: dict[str, bytes]) -> None:
    record = json.loads(site[RECORD])

    assert set(record["outputs"]) == set(site) - {SUMS, RECORD}
    assert record["outputs"]["vi/index.html"] == {
        "sha256": sha256(site["vi/index.html"]).hexdigest(),
        "size": len(site["vi/index.html"]),
        "type": "text/html; charset=utf-8",
    }
    assert record["base_url"] == "https://example.org"
    assert record["day"] == "2026-11-20"
    assert record["packages"]["jinja2"]
    assert record["python"] == ".".join(map(str, sys.version_info[:3]))


def test_the_record_names_every_input_of_the_published_pages(root: Path, site: dict[str, bytes]) -> None:
    inputs = json.loads(site[RECORD])["inputs"]

    for path in (
        "site.yaml",
        "content/products/ban-go/index.vi.md",
        "content/products/ban-go/ban.jpg",
        "templates/base.html",
        "locales/vi/LC_MESSAGES/messages.po",
    ):
        assert inputs[path] == sha256((root / path).read_bytes()).hexdigest()


def test_no_file_tells_of_a_draft_not_even_the_record(site: dict[str, bytes]) -> None:
    assert not [path for path, data in site.items() if SECRET in path or SECRET.encode() in data]


def test_texts_have_twins_and_a_usual_build_has_neither_twins_nor_records(
    site: dict[str, bytes], tmp_path: Path
) -> None:
    assert {"vi/index.html.br", "vi/index.html.gz"} <= set(site)
    plain = project(tmp_path / "project")
    assert build(plain)[0] == 0

    assert not [path for path in tree(plain / "site") if path.endswith((".br", ".gz")) or path in (SUMS, RECORD)]


def test_the_settings_choose_the_twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "project")
    put(root, "site.yaml", (root / "site.yaml").read_text(encoding="utf-8") + "hosting:\n  compressed: [zst]\n")

    assert build(root, "--release")[0] == 0
    endings = {path.rpartition(".")[2] for path in tree(root / "site")}
    assert "zst" in endings
    assert not endings & {"br", "gz"}

    monkeypatch.setitem(sys.modules, "zstandard", None)
    code, said = build(root, "--release", "--no-cache")
    assert code == 2
    assert "need the package zstandard; install it: make extras" in said


def test_digests_are_read_as_they_are_written() -> None:
    sums = {"b  c.html": "11", "a.html": "00"}

    assert read_sums(sums_text(sums).encode()) == sums
