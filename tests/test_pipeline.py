"""The whole line: the same bytes wherever and however often it is walked, and nothing done twice."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from showcase import pipeline
from showcase.digests import digest
from showcase.hosting import limits
from showcase.progress import READING
from showcase.work import Alone, NoStore
from showcase.writing.staging import locked
from tests.sites.preparations import picture
from tests.sites.projects import DAY, build, change, check, project, put, run, tree

HERE = Path(__file__).parent.parent
MANY = 210  # entries, in two languages: enough for the work to go to processes


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project that is in order."""
    return project(tmp_path / "project")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with so many texts that several processes share the work."""
    root = project(tmp_path_factory.mktemp("large") / "project")
    change(root, "site.yaml", "page_size: 2", "page_size: 100")
    for number in range(MANY):
        folder = f"content/products/san-pham-{number}"
        facts = f"maker: xuong-go\nfield: do-dung\nworks_with: [san-pham-{(number * 7 + 1) % MANY}]\n"
        put(root, f"{folder}/index.vi.md", f"---\ntitle: Sản phẩm {number}\nsummary: Để thử.\n{facts}---\nĐoạn văn.\n")
        put(root, f"{folder}/index.en.md", f"---\ntitle: Product {number}\nsummary: For tests.\n---\nA text.\n")
    put(root, "content/products/san-pham-0/anh.jpg", picture())
    change(root, "content/products/san-pham-0/index.vi.md", "Đoạn văn.", "![Ảnh](anh.jpg)")
    change(root, "content/products/san-pham-0/index.en.md", "A text.", "![Picture](anh.jpg)")
    return root


def command(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python build.py build` in a process of its own."""
    return subprocess.run(
        [sys.executable, str(HERE / "build.py"), "build", "--root", str(root), *arguments],
        env={**os.environ, "LANGUAGE": "en", **environment},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def test_neither_folder_nor_zone_nor_locale_nor_hash_seed_nor_workers_nor_cache_changes_a_byte(
    large: Path, tmp_path: Path
) -> None:
    shutil.copytree(large, tmp_path / "Một nơi khác/dự án")
    runs: list[tuple[Path, tuple[str, ...], Mapping[str, str]]] = [
        (large, ("--jobs", "1", "--no-cache"), {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        (
            tmp_path / "Một nơi khác/dự án",
            ("--jobs", "2"),
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "vi_VN.UTF-8", "PYTHONHASHSEED": "2"},
        ),
        (tmp_path / "Một nơi khác/dự án", ("--jobs", "2"), {"TZ": "America/Adak", "PYTHONHASHSEED": "3"}),
    ]
    sites = []
    for root, arguments, environment in runs:
        done = command(root, "--date", DAY, "--strict", *arguments, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(tree(root / "site"))

    assert len(sites[0]) > 2 * MANY
    assert sites[0] == sites[1] == sites[2]


def test_the_day_comes_from_the_option_or_from_the_epoch(root: Path) -> None:
    change(root, "content/products/ban-go/index.vi.md", "field:", "publish_on: 2026-11-20\nfield:")
    page = root / "site/vi/san-pham/ban-go/index.html"
    a_second_before = 1795107599  # 19 November 2026, 23:59:59 in Viet Nam

    command(root, "--date", "2026-11-19")
    assert not page.exists()
    command(root, SOURCE_DATE_EPOCH=str(a_second_before + 1))
    assert page.exists()
    command(root, SOURCE_DATE_EPOCH=str(a_second_before))
    assert not page.exists()


def test_a_second_build_takes_everything_from_the_store(root: Path) -> None:
    put(root, "content/products/ban-go/anh.jpg", picture())
    change(root, "content/products/ban-go/index.vi.md", "Mặt bàn phẳng.", "![Bàn](anh.jpg)")
    build(root)
    cache = root / ".cache/build"
    before = {path: path.stat().st_mtime_ns for path in cache.glob("*.pack")}
    first = tree(root / "site")
    build(root)

    assert tree(root / "site") == first
    assert {path: path.stat().st_mtime_ns for path in cache.glob("*.pack")} == before


def test_a_change_is_seen_whatever_the_store_remembers(root: Path) -> None:
    build(root)
    change(root, "content/enterprises/xuong-go/index.vi.md", "title: Xưởng Gỗ", "title: Xưởng Mới")
    change(root, "templates/404.html", "<h1>", '<h1 class="lost">')
    change(root, "locales/vi/LC_MESSAGES/messages.po", 'msgstr "Tiếp"', 'msgstr "Trang sau"')
    build(root)
    warm = tree(root / "site")
    build(root, "--no-cache")

    assert warm == tree(root / "site")
    assert "Xưởng Mới".encode() in warm["vi/san-pham/ban-go/index.html"]


@pytest.mark.parametrize("damage", ["cut", "garbage", "empty", "folder"])
def test_a_damaged_store_changes_nothing(root: Path, damage: str) -> None:
    build(root)
    first = tree(root / "site")
    for path in [path for path in (root / ".cache/build").rglob("*") if path.is_file()]:
        if damage == "folder":
            path.unlink()
            path.mkdir()
        else:
            path.write_bytes({"cut": path.read_bytes()[:-1], "garbage": b"\x80" * 99, "empty": b""}[damage])
    code, output = build(root)

    assert code == 0, output
    assert tree(root / "site") == first


def test_a_store_that_cannot_be_written_changes_nothing(root: Path) -> None:
    build(root, "--no-cache")
    first = tree(root / "site")
    put(root, ".cache", "a file, not a folder")

    assert build(root)[0] == 0
    assert tree(root / "site") == first


def test_a_build_in_the_midst_of_another_says_so(root: Path) -> None:
    with locked(root / "site"):
        code, output = build(root)

    assert code == 1
    assert "another build is writing to site" in output
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("output", "reason"),
    [("taken", "the folder holds other files"), ("taken/site", "taken"), ("content", "the project's own files")],
)
def test_an_output_that_cannot_be_one_is_refused_in_words(root: Path, output: str, reason: str) -> None:
    put(root, "taken", "a file")
    code, said = run(root, "build", "--date", DAY, "--output", str(root / output))

    assert code in (1, 2)
    assert reason in said
    assert "Traceback" not in said
    assert (root / "taken").read_text(encoding="utf-8") == "a file"
    assert (root / "content/products").is_dir()


def test_parquet_without_its_library_is_refused_before_anything_is_made(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.pipeline.can_write", lambda: False)
    put(root, "site.yaml", f"{(root / 'site.yaml').read_text(encoding='utf-8')}\noutputs: [data, parquet]\n")
    code, said = build(root)

    assert code == 1
    assert "pyarrow is not installed" in said
    assert "make extras" in said
    assert not (root / "site").exists()


def test_a_build_says_what_the_host_would_refuse(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pipeline.HOSTS", {"cloudflare-pages": limits.Limits("A host", files=10)})
    place = "publish:\n  pages: {to: ../public, limits: cloudflare-pages}\n"
    put(root, "site.yaml", f"{(root / 'site.yaml').read_text(encoding='utf-8')}\n{place}")
    code, said = build(root)

    assert code == 0
    assert "A host takes 10 files at the most" in said
    assert "site.yaml" in said


def test_check_writes_nothing(root: Path) -> None:
    before = tree(root)

    assert check(root)[0] == 0
    assert tree(root) == before


def test_drafts_are_shown_to_those_who_ask(root: Path) -> None:
    change(root, "content/products/ban-go/index.vi.md", "field:", "draft: true\nfield:")
    build(root)
    assert "vi/san-pham/ban-go/index.html" not in tree(root / "site")

    build(root, "--drafts")
    assert "vi/san-pham/ban-go/index.html" in tree(root / "site")


def test_an_outcome_counts_the_pages_and_knows_the_next_day(root: Path) -> None:
    change(root, "content/products/ban-go/index.vi.md", "field:", "expires_on: 2026-12-24\nfield:")
    outcome = pipeline.build(pipeline.Request(root, date(2026, 11, 20), root / "site", None, jobs=1))

    assert outcome.written
    assert outcome.problems == ()
    assert outcome.next_due == date(2026, 12, 24)
    assert outcome.artifacts == len(tree(root / "site"))
    assert outcome.pages == tuple(
        (locale, kind, 1)
        for locale in ("en", "vi")
        for kind in ("campaigns", "enterprises", "fields", "pages", "products")
    )


def test_a_site_that_is_not_made_has_an_outcome_too(root: Path) -> None:
    change(root, "site.yaml", "base_url", "baseurl")
    outcome = pipeline.build(pipeline.Request(root, date(2026, 11, 20), root / "site", None, jobs=1))

    assert not outcome.written
    assert {each.place.path for each in outcome.problems} == {"site.yaml"}


def doubled(number: int) -> int:
    return number * 2


def test_another_engine_takes_nothing_from_the_store_of_this_one() -> None:
    class Noting(NoStore):
        def __init__(self) -> None:
            self.asked: list[str] = []

        def get(self, key: str) -> None:
            self.asked.append(key)

    store = Noting()
    for engine in ("one", "other", "one"):
        tools = pipeline.Tools(Path(), store, Alone(), engine)
        assert tools.map(doubled, [1, 2], digest, READING) == (2, 4)

    assert store.asked[:2] == store.asked[4:]
    assert not set(store.asked[:2]) & set(store.asked[2:4])
