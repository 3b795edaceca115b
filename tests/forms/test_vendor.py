"""The editor of /admin/ is the package that we know, and asks no other host for any part of itself."""

from pathlib import Path

from showcase.forms.page import VENDOR, own_files, page
from tools.vendor_cms import sums


def test_every_file_is_the_one_that_was_vendored() -> None:
    assert (VENDOR / "SHA256SUMS").read_text() == sums(VENDOR)


def test_no_part_of_the_editor_comes_from_elsewhere() -> None:
    script = own_files()["sveltia-cms.js"].decode()

    assert "unpkg.com" not in script
    assert "jsdelivr.net" not in script
    assert "npm/@sveltia/cms/package.json" in own_files()


def test_its_licence_and_those_of_its_faces_stand_beside_it() -> None:
    names = {Path(name).name for name in own_files()}

    assert {"sveltia-cms-LICENSE.txt", "source-sans-3-LICENSE.txt", "material-symbols-outlined-LICENSE.txt"} <= names


def test_the_page_is_for_no_search_engine_and_its_words_are_safe() -> None:
    made = page('Trang "<b>"', ("vi", "en"), "Cần <script>", "/admin/folder").decode()

    assert '<meta name="robots" content="noindex, nofollow">' in made
    assert "<title>Trang &quot;&lt;b&gt;&quot;</title>" in made
    assert "<b>" not in made
    assert 'data-languages="vi en" data-folder="/admin/folder"' in made
    assert "data-folder" not in page("", ("vi",), "").decode()
