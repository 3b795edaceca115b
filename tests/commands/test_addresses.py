"""`addresses`: what is noted, and that an old address works from then on."""

import json
from pathlib import Path

import pytest

from showcase.reading.history import HISTORY
from tests.sites.projects import build, change, check, project, put, run

PAGE = "content/products/ban-go/index.vi.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def lines(root: Path) -> list[str]:
    return [line for line in (root / HISTORY).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_the_present_addresses_are_noted_once(root: Path) -> None:
    assert run(root, "addresses", "update") == (0, "content/history.yaml: 8 new\n")
    first = (root / HISTORY).read_bytes()

    assert lines(root) == [
        "/en/campaigns/test-week/: campaigns/tuan-le",
        "/en/enterprises/wood-workshop/: enterprises/xuong-go",
        "/en/fields/household-things/: fields/do-dung",
        "/en/products/wooden-table/: products/ban-go",
        "/vi/chuong-trinh/tuan-le-thu/: campaigns/tuan-le",
        "/vi/doanh-nghiep/xuong-go/: enterprises/xuong-go",
        "/vi/linh-vuc/do-dung/: fields/do-dung",
        "/vi/san-pham/ban-go/: products/ban-go",
    ]
    assert run(root, "addresses", "update") == (0, "all addresses were recorded already\n")
    assert (root / HISTORY).read_bytes() == first
    assert check(root, "--strict")[0] == 0


def test_after_a_new_title_the_old_address_leads_on(root: Path) -> None:
    run(root, "addresses", "update")
    change(root, PAGE, "title: Bàn gỗ", "title: Bàn ăn")

    assert (
        "warning[history-outdated]: addresses that are not recorded: 1, such as /vi/san-pham/ban-an/" in check(root)[1]
    )
    assert run(root, "addresses", "update") == (0, "content/history.yaml: 1 new\n")
    assert build(root)[0] == 0
    assert 'url=/vi/san-pham/ban-an/"' in (root / "site/vi/san-pham/ban-go/index.html").read_text(encoding="utf-8")
    lost = "/vi/* /vi/404.html 404\n/en/* /en/404.html 404\n"
    assert (root / "site/_redirects").read_text() == f"/vi/san-pham/ban-go/ /vi/san-pham/ban-an/ 301\n{lost}"


def test_a_renamed_entry_takes_its_addresses_along(root: Path) -> None:
    run(root, "addresses", "update")
    (root / "content/campaigns/tuan-le").rename(root / "content/campaigns/tuan")
    change(root, "content/pages/trang-dau/index.vi.md", "campaign: tuan-le", "campaign: tuan")

    assert "error[address-reused]" in check(root)[1]
    assert run(root, "addresses", "move", "campaigns/tuan-le", "campaigns/tuan") == (
        0,
        "2 addresses of campaigns/tuan-le now lead to campaigns/tuan\n",
    )
    assert check(root, "--strict")[0] == 0


def test_drafts_are_not_noted_but_later_entries_are(root: Path) -> None:
    text = (root / PAGE).read_text(encoding="utf-8")
    put(root, "content/products/nhap/index.vi.md", text.replace("title: Bàn gỗ", "title: Nháp\ndraft: true"))
    put(root, "content/products/sau/index.vi.md", text.replace("title: Bàn gỗ", "title: Sau\npublish_on: 2999-01-01"))
    run(root, "addresses", "update")

    assert "/vi/san-pham/sau/: products/sau" in lines(root)
    assert not [line for line in lines(root) if "nhap" in line]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("products/ban-goo", "products/x"),
            "no address is recorded for “products/ban-goo”; did you mean “products/ban-go”?",
        ),
        (("x", "y"), "no address is recorded for “x”; an entry is named as in products/misa-amis"),
        (("products/ban-go", "products/x"), "there is no entry “products/x”; rename its folder first"),
        (("products/ban-go", "products"), "there is no entry “products”; rename its folder first"),
    ],
)
def test_a_slip_in_a_name_is_told(root: Path, arguments: tuple[str, str], message: str) -> None:
    run(root, "addresses", "update")
    before = (root / HISTORY).read_bytes()
    code, said = run(root, "addresses", "move", *arguments)

    assert (code, message in said) == (2, True)
    assert (root / HISTORY).read_bytes() == before


def test_a_broken_file_is_never_written_over(root: Path) -> None:
    put(root, HISTORY, "/vi/a/: pages/a\n=======\n")
    code, said = run(root, "addresses", "update")

    assert (code, "content/history.yaml:2:1: error[bad-pattern]" in said) == (1, True)
    assert (root / HISTORY).read_bytes() == b"/vi/a/: pages/a\n=======\n"


def test_errors_in_the_content_keep_addresses_from_being_noted(root: Path) -> None:
    change(root, PAGE, "maker: xuong-go", "maker: khong-co")
    code, said = run(root, "addresses", "update")

    assert (code, "unknown-reference" in said, (root / HISTORY).exists()) == (1, True, False)


def test_the_problems_are_reported_for_machines_too(root: Path) -> None:
    put(root, HISTORY, "/vi/cu/: pages/cu\n")
    found = json.loads(check(root, "--format", "json")[1])["problems"]

    assert {each["code"] for each in found} >= {"address-gone", "history-outdated"}
