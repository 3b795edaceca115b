"""A folder is published to, and whatever stops it, visitors meet a whole site and the next try finishes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from showcase.publishing.folder import Folder
from showcase.publishing.hosts import Upload
from showcase.publishing.publish import NothingToRestoreError, read_state, restore
from tests.publishing.releases import FIRST, SECOND, THIRD, PowerCutError, broken, published, quiet, site_of
from tests.sites.projects import tree

OLD_ASSETS = {"assets/style.11.css": "p {}"}


class Fragile(Folder):
    """A folder that does so many acts and then no more."""

    def __init__(self, root: Path, acts: int) -> None:
        super().__init__(root)
        self.acts = acts

    def spend(self) -> None:
        self.acts -= 1
        if self.acts < 0:
            raise PowerCutError

    def upload(self, uploads: Sequence[Upload], keep: str) -> None:
        for each in uploads:
            self.spend()
            super().upload([each], keep)

    def remove(self, paths: Sequence[str], keep: str) -> None:
        for each in paths:
            self.spend()
            super().remove([each], keep)

    def clear(self, folder: str) -> None:
        self.spend()
        super().clear(folder)


def put(root: Path, files: Mapping[str, str], tmp: Path, host: Folder | None = None) -> list[str]:
    """Publish the files to the folder; what was uploaded comes back."""
    return published(host or Folder(root), files, tmp)


def test_only_what_changed_goes_up_and_old_pages_keep_their_files_for_one_round(tmp_path: Path) -> None:
    root = tmp_path / "public"

    assert set(put(root, FIRST, tmp_path)) >= set(FIRST)
    assert site_of(tree(root)) == FIRST
    assert "assets/kept.77.svg" not in put(root, SECOND, tmp_path)
    assert site_of(tree(root)) == {**SECOND, **OLD_ASSETS}
    assert put(root, SECOND, tmp_path) == []
    assert site_of(tree(root)) == {**SECOND, **OLD_ASSETS}
    assert put(root, THIRD, tmp_path) == ["vi/moi/index.html", "SHA256SUMS", "sitemap.xml"]
    assert site_of(tree(root)) == THIRD


def test_files_that_somebody_else_put_there_stay(tmp_path: Path) -> None:
    root = tmp_path / "public"
    put(root, FIRST, tmp_path)
    (root / "google-verification.html").write_text("theirs", encoding="utf-8")

    put(root, SECOND, tmp_path)

    assert (root / "google-verification.html").read_text(encoding="utf-8") == "theirs"


def steps(tmp_path: Path, *before: Mapping[str, str], last: Mapping[str, str]) -> int:
    """How many acts the last publication takes."""
    root = tmp_path / "counted"
    for files in before:
        put(root, files, tmp_path)
    counting = Fragile(root, 1000)
    put(root, last, tmp_path, counting)
    return 1000 - counting.acts


def test_wherever_it_stops_the_public_site_is_whole_and_the_same_command_finishes(tmp_path: Path) -> None:
    count = steps(tmp_path, FIRST, last=SECOND)
    assert count > 12
    for acts in range(count):
        root = tmp_path / f"public-{acts}"
        put(root, FIRST, tmp_path)
        with pytest.raises(PowerCutError):
            put(root, SECOND, tmp_path, Fragile(root, acts))
        assert broken(tree(root)) == [], acts

        put(root, SECOND, tmp_path)

        assert site_of(tree(root)) == {**SECOND, **OLD_ASSETS}, acts
        assert put(root, SECOND, tmp_path) == []


def test_wherever_it_stops_the_release_before_can_be_brought_back(tmp_path: Path) -> None:
    for acts in range(steps(tmp_path, FIRST, last=SECOND)):
        root = tmp_path / f"public-{acts}"
        put(root, FIRST, tmp_path)
        with pytest.raises(PowerCutError):
            put(root, SECOND, tmp_path, Fragile(root, acts))
        host = Folder(root)

        if acts:  # else nothing had begun
            restore(host, read_state(host), quiet)

        public = site_of(tree(root))
        assert {path: public[path] for path in FIRST} == FIRST, acts
        assert broken(tree(root)) == [], acts


def test_a_third_release_after_two_that_stopped_leaves_nothing_of_them(tmp_path: Path) -> None:
    for acts in range(3, steps(tmp_path, FIRST, last=SECOND) - 3):
        root = tmp_path / f"public-{acts}"
        put(root, FIRST, tmp_path)
        for files, limit in ((SECOND, acts), (THIRD, 5)):
            with pytest.raises(PowerCutError):
                put(root, files, tmp_path, Fragile(root, limit))
        put(root, THIRD, tmp_path)

        public = site_of(tree(root))
        assert {path: public[path] for path in THIRD} == THIRD
        assert set(public) - set(THIRD) <= set(OLD_ASSETS)


def test_a_rollback_is_a_publication_and_can_itself_be_taken_back(tmp_path: Path) -> None:
    root = tmp_path / "public"
    host = Folder(root)
    with pytest.raises(NothingToRestoreError):
        restore(host, read_state(host), quiet)
    put(root, FIRST, tmp_path)
    put(root, SECOND, tmp_path)

    restore(host, read_state(host), quiet)
    first = site_of(tree(root))
    restore(host, read_state(host), quiet)

    assert {path: first[path] for path in FIRST} == FIRST
    assert set(first) - set(FIRST) == {"assets/style.22.css"}
    assert {path: site_of(tree(root))[path] for path in SECOND} == SECOND


def test_only_what_the_last_two_releases_need_is_kept(tmp_path: Path) -> None:
    root = tmp_path / "public"
    for files in (FIRST, SECOND, THIRD, SECOND, THIRD):
        put(root, files, tmp_path)

    kept = [path.name for path in (root / ".publish").iterdir() if path.name.isdecimal()]
    assert len(kept) == 1
