"""`clean` removes what builds have made, and nothing else."""

from pathlib import Path

import pytest

from showcase.cli import main

Output = pytest.CaptureFixture[str]


def test_the_site_and_the_cache_go(tmp_path: Path, capsys: Output) -> None:
    for path in ("site/vi/index.html", ".cache/build/ab/c", ".site.new/x", "content/products/a/index.vi.md"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()
    (tmp_path / ".site.lock").touch()

    assert main(["clean"], tmp_path, {}) == 0
    assert capsys.readouterr().out == "removed: site\nremoved: .site.new\nremoved: .site.lock\nremoved: .cache\n"
    assert [path.name for path in tmp_path.iterdir()] == ["content"]
    assert main(["clean"], tmp_path, {"LANG": "vi_VN"}) == 0
    assert capsys.readouterr().out == "không có gì để xóa\n"


def test_what_a_link_leads_to_stays(tmp_path: Path) -> None:
    root, other = tmp_path / "project", tmp_path / "other"
    (other / "inside").mkdir(parents=True)
    (root / ".cache").mkdir(parents=True)
    (root / "site").symlink_to(other)
    (root / ".cache/link").symlink_to(other)

    assert main(["clean"], root, {}) == 0
    assert list(root.iterdir()) == []
    assert (other / "inside").is_dir()
