"""site.yaml becomes settings and content/menus.yaml menus, with every mistake at its place."""

from pathlib import Path

import pytest

from showcase.problems import ContentError, Place
from showcase.reading.configuration import read_menus, read_settings, settings_places, settings_problems

GOOD = """\
base_url: https://showcase.example
locales:
  - {code: vi, name: Tiếng Việt, title: Hàng Việt}
  - {code: en, name: English, title: Vietnamese goods}
"""


def project(root: Path, site: str | bytes = GOOD, menus: str | None = None) -> Path:
    (root / "site.yaml").write_bytes(site if isinstance(site, bytes) else site.encode())
    if menus is not None:
        (root / "content").mkdir()
        (root / "content/menus.yaml").write_text(menus, encoding="utf-8")
    return root


def refused(root: Path) -> list[tuple[str, int]]:
    with pytest.raises(ContentError) as caught:
        read_settings(root)
    return [(each.code, each.place.line) for each in caught.value.problems]


def test_settings_are_read_in_the_order_of_the_languages(tmp_path: Path) -> None:
    made = read_settings(project(tmp_path))

    assert made.codes == ("vi", "en")
    assert (made.base_url, made.page_size) == ("https://showcase.example", 24)
    assert settings_problems(tmp_path) == ()


def test_all_mistakes_of_the_settings_are_told_at_once(tmp_path: Path) -> None:
    site = GOOD.replace("https://", "") + "page_size: many\ntime_zone: Hà Nội\nbaseurl: x\n"

    assert refused(project(tmp_path, site)) == [
        ("bad-settings", 1),
        ("bad-pattern", 6),
        ("not-a-number", 5),
        ("unknown-field", 7),
    ]


def test_a_project_without_settings_says_so(tmp_path: Path) -> None:
    assert refused(tmp_path) == [("unreadable", 0)]


def test_settings_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    assert refused(project(tmp_path, GOOD.encode("utf-16")))[0][0] == "not-utf8"


def test_broken_yaml_is_refused(tmp_path: Path) -> None:
    assert refused(project(tmp_path, GOOD + "title: [\n"))


def test_a_field_that_stands_twice_is_refused(tmp_path: Path) -> None:
    assert refused(project(tmp_path, GOOD + "publisher: A\npublisher: B\n")) == [("duplicate-key", 6)]


def test_a_warning_does_not_keep_settings_from_being_used(tmp_path: Path) -> None:
    root = project(tmp_path, GOOD + "publisher: Top #1\n")

    assert read_settings(root).publisher == "Top"
    assert [(each.code, each.place.line) for each in settings_problems(root)] == [("yaml-comment", 5)]


def test_a_setting_is_found_where_it_stands(tmp_path: Path) -> None:
    place_of = settings_places(project(tmp_path))

    assert place_of(("locales", 1, "name")) == Place("site.yaml", 4, 22)
    assert place_of(("translated", "products")) == Place("site.yaml", 1, 1)


def test_menus_are_lists_with_a_place_for_each_item(tmp_path: Path) -> None:
    menus, places, problems = read_menus(project(tmp_path, menus="main:\n  - products\n  - pages/about\nfooter: []\n"))

    assert menus == {"main": ("products", "pages/about"), "footer": ()}
    assert places == {
        ("main", 0): Place("content/menus.yaml", 2, 5),
        ("main", 1): Place("content/menus.yaml", 3, 5),
    }
    assert problems == ()


def test_a_project_may_have_no_menus(tmp_path: Path) -> None:
    assert read_menus(project(tmp_path)) == ({}, {}, ())


@pytest.mark.parametrize("menu", ["products", "{a: b}", "[[products]]", "[~]", ""])
def test_a_menu_is_a_list_of_names(tmp_path: Path, menu: str) -> None:
    menus, _, (found,) = read_menus(project(tmp_path, menus=f"footer: [products]\nmain: {menu}\n"))

    assert menus == {"footer": ("products",)}
    assert (found.code, found.place.path, found.fields["field"]) == ("wrong-type", "content/menus.yaml", "main")


def test_menus_that_cannot_be_read_are_told_and_left_out(tmp_path: Path) -> None:
    menus, places, problems = read_menus(project(tmp_path, menus="main: [\n"))

    assert (menus, places) == ({}, {})
    assert problems
