"""A preview is the site at another address, which search engines are asked to leave out."""

import re
from pathlib import Path

from tests.sites.projects import build, check, project, put, tree

ELSEWHERE = "https://preview-7.pages.test"


def test_no_page_of_a_preview_is_to_be_found_and_none_names_the_real_address(tmp_path: Path) -> None:
    root = project(tmp_path / "project")

    assert build(root, "--preview", ELSEWHERE)[0] == 0

    made = {path: data.decode() for path, data in tree(root / "site").items() if path.endswith((".html", ".xml"))}
    pages = [text for path, text in made.items() if path.endswith(".html")]
    assert len(pages) > 20
    assert all(re.search('<meta name="robots" content="noindex', page) for page in pages)
    assert not any("https://showcase.example" in text for text in made.values())
    assert any(f'href="{ELSEWHERE}/vi/' in page for page in pages)
    assert "X-Robots-Tag: noindex" in (root / "site/_headers").read_text(encoding="utf-8")


def test_the_files_that_claim_a_host_are_left_out_of_a_preview(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    settings = (root / "site.yaml").read_text(encoding="utf-8")
    put(root, "site.yaml", f"{settings}hosting:\n  cname: showcase.example\n")

    assert build(root)[0] == 0
    assert (root / "site/CNAME").read_bytes() == b"showcase.example\n"
    assert build(root, "--preview", ELSEWHERE)[0] == 0
    assert not (root / "site/CNAME").exists()


def test_an_address_with_a_path_is_no_place_for_a_preview(tmp_path: Path) -> None:
    code, said = build(project(tmp_path / "project"), "--preview", f"{ELSEWHERE}/branch/")

    assert code == 2
    assert "write the address of a host without a path" in said


def test_contacts_without_a_day_until_which_they_hold_are_refused(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    settings = (root / "site.yaml").read_text(encoding="utf-8")
    put(root, "site.yaml", f"{settings}hosting:\n  security_contacts: ['mailto:security@showcase.example']\n")

    code, said = build(root)

    assert code == 1
    assert "hosting.security_expires” is missing" in said


def test_contacts_whose_day_has_passed_are_a_warning_at_their_line(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    settings = (root / "site.yaml").read_text(encoding="utf-8")
    contacts = "hosting:\n  security_contacts: ['mailto:security@showcase.example']\n  security_expires: 2026-11-20\n"
    put(root, "site.yaml", f"{settings}{contacts}")
    line = f"{settings}{contacts}".splitlines().index("  security_expires: 2026-11-20") + 1

    code, said = check(root)

    assert code == 0
    assert f"site.yaml:{line}:" in said
    assert "the contacts in security.txt are no longer to be trusted since 2026-11-20" in said
