"""`publish` brings a real release to its host, says what it does, and refuses what would go wrong."""

import shutil
import subprocess
from pathlib import Path

import pytest

from showcase.destinations import Target
from showcase.hosting import limits
from showcase.publishing.addresses import branch_of, host_of, sends_twins
from showcase.publishing.bucket import Bucket
from showcase.publishing.folder import Folder
from showcase.publishing.rsync import Rsync
from showcase.releasing.record import SUMS
from tests.sites.projects import build, change, project, put, run, tree


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its release."""
    root = project(tmp_path_factory.mktemp("publish") / "project")
    assert build(root, "--release")[0] == 0
    return root


@pytest.fixture
def root(released: Path, tmp_path: Path) -> Path:
    """A copy of it, to do with what one likes."""
    shutil.copytree(released, tmp_path / "project")
    return tmp_path / "project"


def public(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if not path.startswith(".publish/")}


def test_a_release_reaches_a_folder_and_only_changes_follow(root: Path, tmp_path: Path) -> None:
    place = tmp_path / "public"

    code, said = run(root, "publish", str(place))
    assert (code, public(place)) == (0, tree(root / "site"))
    assert f"{len(tree(root / 'site'))} files uploaded, 0 removed, 0 unchanged" in said
    assert "holds this release already" in run(root, "publish", str(place))[1]

    old = public(place)
    change(root, "content/products/ban-go/index.en.md", "title: Wooden table", "title: Oak table")
    build(root, "--release")
    foretold = run(root, "publish", str(place), "--dry-run")[1]
    assert public(place) == old
    assert "+ en/products/oak-table/index.html\n" in foretold
    assert "- en/products/wooden-table/index.html\n" in foretold
    assert foretold.index("+ en/products/oak-table/") < foretold.index("+ en/index.html") < foretold.index("+ sitemap")

    run(root, "publish", str(place))
    assert tree(root / "site").items() <= public(place).items()

    code, said = run(root, "publish", str(place), "--rollback")
    assert (code, said.startswith("uploaded: ")) == (0, True)
    assert old.items() <= public(place).items()


def test_a_place_has_a_name_in_the_settings(root: Path) -> None:
    assert "name a place to publish to" in run(root, "publish")[1]
    put(root, "site.yaml", (root / "site.yaml").read_text(encoding="utf-8") + "publish:\n  www: {to: ../public}\n")

    assert run(root, "publish")[0] == 0
    assert (root.parent / "public/index.html").is_file()
    assert "holds this release already" in run(root, "publish", "www")[1]
    assert "names no place “wwww” under publish; it names: www" in run(root, "publish", "wwww")[1]


def test_no_password_stands_in_the_settings(root: Path) -> None:
    place = "publish:\n  www: {to: 'rsync://me:secret@host.example/site'}\n"
    put(root, "site.yaml", (root / "site.yaml").read_text(encoding="utf-8") + place)

    code, said = run(root, "publish", "www")

    assert code == 1
    assert "an address must hold no password" in said


def test_what_is_no_release_or_no_longer_the_one_that_was_built_is_refused(root: Path, tmp_path: Path) -> None:
    put(root, "site/vi/index.html", "changed by somebody")
    code, said = run(root, "publish", str(tmp_path / "public"))
    assert code == 1
    assert "vi/index.html in the release is no longer what the build made" in said

    (root / "site" / SUMS).unlink()
    code, said = run(root, "publish", str(tmp_path / "public"))
    assert code == 1
    assert "there is no release in site; make one first: python build.py build --release" in said
    assert not (tmp_path / "public").exists()


def test_nothing_is_brought_back_where_nothing_was(root: Path, tmp_path: Path) -> None:
    code, said = run(root, "publish", str(tmp_path / "public"), "--rollback")

    assert code == 1
    assert "there is no earlier release to bring back" in said


def test_a_state_that_names_files_outside_the_site_is_refused(root: Path, tmp_path: Path) -> None:
    run(root, "publish", str(tmp_path / "public"))
    state = tmp_path / "public/.publish/state.json"
    state.write_text(state.read_text(encoding="utf-8").replace('"404.html"', '"../404.html"'), encoding="utf-8")

    code, said = run(root, "publish", str(tmp_path / "public"))

    assert code == 1
    assert "what the host remembers in .publish/state.json cannot be read" in said


@pytest.mark.parametrize(
    ("most", "words"),
    [
        (limits.Limits("A host", files=10), "A host takes 10 files at the most; the site has"),
        (limits.Limits("A host", together=limits.MIB // 100), "A host takes 0 MiB at the most; the site has"),
        (limits.Limits("A host", each=100), "A host takes files of 0 MiB at the most; "),
    ],
)
def test_a_site_too_great_for_its_host_is_known_before_the_first_upload(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: limits.Limits, words: str
) -> None:
    monkeypatch.setattr("showcase.commands.publish.HOSTS", {"cloudflare-pages": most})
    place = "publish:\n  pages: {to: ../public, limits: cloudflare-pages}\n"
    put(root, "site.yaml", (root / "site.yaml").read_text(encoding="utf-8") + place)

    code, said = run(root, "publish", "pages")

    assert code == 1
    assert words in said
    assert not (root.parent / "public").exists()


def test_a_release_reaches_a_branch_without_its_twins(root: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages.git"
    subprocess.run(["git", "init", "-q", "--bare", str(pages)], check=True)

    foretold = run(root, "publish", f"git:{pages}#gh-pages", "--dry-run")[1]
    code, said = run(root, "publish", f"git:{pages}#gh-pages")

    assert "+ vi/index.html\n" in foretold
    assert (code, "files uploaded" in said) == (0, True)
    command = ["git", "-C", str(pages), "ls-tree", "-r", "--name-only", "gh-pages"]
    listed = subprocess.run(command, capture_output=True, check=True)
    names = listed.stdout.decode().splitlines()
    assert {".nojekyll", "index.html", "vi/index.html", SUMS} <= set(names)
    assert not [name for name in names if name.endswith((".br", ".gz"))]
    assert "there is no earlier release" in run(root, "publish", f"git:{pages}#gh-pages", "--rollback")[1]


def test_a_host_that_cannot_be_reached_is_named(root: Path) -> None:
    code, said = run(root, "publish", f"git:{root}/nowhere#gh-pages")

    assert code == 1
    assert "the host did not go on: fatal: " in said


def test_an_address_says_what_kind_of_place_it_is(tmp_path: Path) -> None:
    def kind(to: str) -> type:
        return type(host_of(Target(to=to, region="us-east-1"), tmp_path, lambda _path: {}))

    assert [kind(to) for to in ("s3://bucket/site", "rsync://host/site", "me@host.example:/srv/www")] == [
        Bucket,
        Rsync,
        Rsync,
    ]
    assert [kind(to) for to in ("/srv/www", "../public", "file:///srv/www")] == [Folder] * 3
    assert branch_of("git:origin#gh-pages") == ("origin", "gh-pages")
    assert branch_of("/srv/www") is None
    assert [sends_twins(Target(to=to)) for to in ("/srv/www", "s3://bucket", "git:origin#a")] == [True, False, False]
