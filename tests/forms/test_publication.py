"""The forms of the published site are built only where site.yaml names a repository, and write into that."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from showcase.forms.publication import backend
from showcase.git_host import GitHost
from showcase.pipeline import Request, make
from tests.sites.projects import check, project

HOST = {"backend": "github", "repo": "example/showcase"}


def with_admin(root: Path, *lines: str) -> Path:
    """A small project whose settings name a repository."""
    made = project(root)
    with (made / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in ("admin:", *(f"  {line}" for line in lines))))
    return made


def built(root: Path) -> dict[str, bytes]:
    made = make(Request(root, date(2026, 11, 20), root / "site", None, 1))
    return {each.output: each.data for each in made.artifacts}


def test_a_site_without_a_repository_has_no_forms(tmp_path: Path) -> None:
    assert not [output for output in built(project(tmp_path / "site")) if output.startswith("admin/")]


def test_the_forms_write_into_the_repository_and_the_sitemap_knows_nothing_of_them(tmp_path: Path) -> None:
    files = built(with_admin(tmp_path / "site", "backend: github", "repo: example/showcase", "branch: noi-dung"))
    config: dict[str, Any] = json.loads(files["admin/vi.json"])["config"]

    assert config["backend"] == {
        "name": "github",
        "repo": "example/showcase",
        "branch": "noi-dung",
        "auth_methods": ["token"],
    }
    assert {"admin/index.html", "admin/en.json", "admin/admin.js", "admin/sveltia-cms.js"} <= set(files)
    assert "admin/folder.js" not in files
    assert b"noindex" in files["admin/index.html"]
    assert b"data-folder" not in files["admin/index.html"]
    assert not [name for name, data in files.items() if "sitemap" in name and b"/admin" in data]
    assert "enterprises/xuong-go" in files["admin/vi.json"].decode()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"base_url": "https://sign-in.example.org/"}, {"base_url": "https://sign-in.example.org"}),
        ({"backend": "gitlab", "app_id": "a1"}, {"app_id": "a1", "auth_type": "pkce"}),
        ({"backend": "gitea", "api_root": "https://git.example.org/api/v1", "app_id": "a1"}, {"app_id": "a1"}),
    ],
)
def test_editors_sign_in_where_the_host_can_ask_them(given: dict[str, str], told: dict[str, str]) -> None:
    made = backend(GitHost.model_validate(HOST | given))["backend"]

    assert told.items() <= made.items()
    assert "auth_methods" not in made


def test_what_editors_save_may_wait_for_a_reader() -> None:
    assert backend(GitHost.model_validate(HOST | {"review": "true"}))["publish_mode"] == "editorial_workflow"
    assert "publish_mode" not in backend(GitHost.model_validate(HOST))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("backend: svn", "repo: a/b"), "“admin.backend” cannot be “svn”"),
        (("backend: github", "repo: b"), "“admin.repo” does not have the form it must have: “b”"),
        (("backend: github", "repo: a/b", "base_url: http://a.example"), "it must begin with https://"),
        (("backend: gitea", "repo: a/b", "review: true"), "“admin.backend” cannot be “gitea”"),
        (("backend: github", "repo: a/b", "token: x"), "there is no field “admin.token” here"),
    ],
)
def test_a_slip_in_the_settings_is_named(tmp_path: Path, lines: tuple[str, ...], said: str) -> None:
    code, output = check(with_admin(tmp_path / "site", *lines))

    assert code == 1
    assert said in output
