"""What editors do with git, and what the translations are said to be afterwards: states lie in the files alone."""

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from showcase.cli import main
from showcase.commands.content import read_content
from showcase.commands.status import unfinished
from showcase.library.edits import brief
from showcase.reading.configuration import read_settings

SETTINGS = """base_url: https://showcase.test
locales:
  - {code: vi, name: Tiếng Việt, title: Hàng Việt}
  - {code: en, name: English, title: Vietnamese goods}
"""
SOURCE = """---
title: Bàn gỗ
tagline: Bàn làm việc bằng gỗ
summary: Bàn gỗ cho người làm việc ở nhà.
maker: xuong-moc
field: do-go
price: {amount: 1250000, currency: VND, sources: [xuong], trust: declared}
sources:
  - {id: xuong, name: Xưởng mộc, kind: company}
---
Mặt bàn bằng gỗ sồi.

Chân bàn bằng thép.
"""
TRANSLATION = """---
title: Wooden desk
tagline: A desk of wood
summary: A wooden desk for those who work at home.
---
The top is of oak.

The legs are of steel.
"""
OTHERS = {
    "enterprises/xuong-moc": (
        "title: Xưởng mộc\nsummary: Xưởng.\nofficial_name: Xưởng mộc",
        "title: Workshop\nsummary: A workshop.\nofficial_name: Workshop",
    ),
    "fields/do-go": ("title: Đồ gỗ\nsummary: Gỗ.\norder: 1\nhue: 28\nmotif: lotus", "title: Wood\nsummary: Wood."),
}
DESK = "content/products/ban-go"
DAY = "2026-11-23T08:00:00+07:00"


class Project:
    """A showcase in a git repository, and what can be done with it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.root, env=environment(self.root), check=True, capture_output=True)

    def commit(self, message: str = "Edit") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def path(self, locale: str, entry: str = DESK) -> Path:
        return self.root / entry / f"index.{locale}.md"

    def edit(self, locale: str, old: str, new: str, entry: str = DESK) -> None:
        text = self.path(locale, entry).read_text(encoding="utf-8")
        assert old in text
        self.path(locale, entry).write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *arguments: str) -> None:
        assert main(["translate", *arguments], self.root, {}) == 0

    def states(self) -> dict[str, dict[str, str]]:
        """What is not current, by entry."""
        settings = read_settings(self.root)
        found = unfinished(read_content(self.root, settings), settings.codes)
        return {key: {each.key: each.state for each in fields} for key, _locale, _path, _state, fields in found}

    def changes(self) -> list[str]:
        settings = read_settings(self.root)
        found = unfinished(read_content(self.root, settings), settings.codes)
        return [brief(each.edits) for *_others, fields in found for each in fields]


def environment(home: Path) -> dict[str, str]:
    """Nothing of the machine's own settings: who, when and how are the same everywhere."""
    person = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in PERSON.items()}
    path = str(Path(shutil.which("git") or "git").parent)
    return {"PATH": path, "HOME": str(home), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"} | person


PERSON = {"NAME": "Editor", "EMAIL": "editor@showcase.test", "DATE": DAY}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two languages in step, committed on `main`."""
    made = Project(tmp_path / "project")
    made.root.mkdir()
    (made.root / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    texts = {DESK: (SOURCE, TRANSLATION)} | {
        f"content/{key}": (f"---\n{vi}\n---\n", f"---\n{en}\n---\n") for key, (vi, en) in OTHERS.items()
    }
    for entry, (vi, en) in texts.items():
        (made.root / entry).mkdir(parents=True)
        made.path("vi", entry).write_text(vi, encoding="utf-8")
        made.path("en", entry).write_text(en, encoding="utf-8")
    made.run("stamp")
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("Begin")
    assert made.states() == {}
    return made


BODY_STALE = {"products/ban-go": {"body": "stale"}}


def test_1_an_edit_makes_the_edited_text_stale_and_says_what_changed(project: Project) -> None:
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.commit()

    assert project.states() == BODY_STALE
    assert project.changes() == ["-sồi. +lim."]
    project.edit("en", "oak", "ironwood")
    project.run("stamp")
    assert project.states() == {}


def test_2_a_typo_leaves_the_translation_as_it_is_once_somebody_says_so(project: Project) -> None:
    project.edit("vi", "cho người làm", "dành cho người làm")
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.edit("en", "for those who", "for people who")  # a typo in the translation clears nothing
    before = project.path("en").read_text(encoding="utf-8").partition("translated_from")[0]
    assert project.states() == {"products/ban-go": {"summary": "stale", "body": "stale"}}

    project.run("accept", "--typo", "--key", "summary", "ban-go")
    project.commit()

    assert project.states() == {"products/ban-go": {"summary": "typo", "body": "stale"}}
    assert project.path("en").read_text(encoding="utf-8").partition("translated_from")[0] == before


def test_3_a_squashed_branch_is_as_current_as_its_last_commit(project: Project) -> None:
    project.git("switch", "--quiet", "--create", "oak")
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.commit("Change the source")
    project.edit("en", "oak", "ironwood")
    project.run("stamp", "ban-go")
    project.commit("Translate it")
    project.git("switch", "--quiet", "main")
    project.git("merge", "--quiet", "--squash", "oak")
    project.commit("Change the top")

    assert project.states() == {}


def test_4_a_translation_rebased_onto_a_newer_source_is_stale(project: Project) -> None:
    project.git("switch", "--quiet", "--create", "words")
    project.edit("en", "The legs are of steel.", "Its legs are of steel.")
    project.run("stamp", "ban-go")
    project.commit("Better words")
    project.git("switch", "--quiet", "main")
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.commit("Change the source")
    project.git("switch", "--quiet", "words")
    project.git("rebase", "--quiet", "main")

    assert project.states() == BODY_STALE


def test_5_a_shallow_clone_and_a_copy_without_git_know_as_much(project: Project, tmp_path: Path) -> None:
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.commit()
    clone = Project(tmp_path / "clone")
    project.git("clone", "--quiet", "--depth=1", project.root.as_uri(), str(clone.root))

    assert (clone.states(), clone.changes()) == (BODY_STALE, ["-sồi. +lim."])
    shutil.rmtree(clone.root / ".git")
    assert (clone.states(), clone.changes()) == (BODY_STALE, ["-sồi. +lim."])


def saved_again(change: Callable[[str], str], project: Project) -> None:
    path = project.path("vi")
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    project.commit()


def test_6_a_source_saved_again_in_nfd_changes_nothing(project: Project) -> None:
    saved_again(lambda text: unicodedata.normalize("NFD", text).replace(" bằng thép", "  bằng thép"), project)

    assert project.states() == {}


def test_7_reordered_keys_change_nothing(project: Project) -> None:
    lines = SOURCE.splitlines(keepends=True)
    saved_again(lambda text: text.replace("".join(lines[1:4]), "".join(reversed(lines[1:4]))), project)

    assert project.states() == {}


def test_8_a_renamed_entry_keeps_its_stamps(project: Project) -> None:
    renamed = DESK.replace("ban-go", "ban-lam-viec")
    project.git("mv", DESK, renamed)
    project.commit("Rename")

    assert project.states() == {}
    project.run("stamp")
    memories = sorted(path.name for path in (project.root / "locales/en/memory/products").iterdir())
    assert memories == ["ban-lam-viec.json"]
    project.edit("vi", "gỗ sồi", "gỗ lim", renamed)
    assert project.states() == {"products/ban-lam-viec": {"body": "stale"}}


def test_9_a_new_price_is_no_matter_of_translation(project: Project) -> None:
    project.edit("vi", "1250000", "1350000")
    project.commit()

    assert project.states() == {}


def test_10_a_reverted_edit_makes_the_translation_current_again(project: Project) -> None:
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.commit()
    assert project.states() == BODY_STALE
    project.git("revert", "--no-edit", "HEAD")

    assert project.states() == {}


def test_11_of_two_merged_branches_each_text_keeps_its_own_state(project: Project) -> None:
    project.git("switch", "--quiet", "--create", "body")
    project.edit("vi", "gỗ sồi", "gỗ lim")
    project.edit("en", "oak", "ironwood")
    project.run("stamp", "ban-go")
    project.commit("Another wood, in both languages")
    project.git("switch", "--quiet", "main")
    project.edit("vi", "title: Bàn gỗ", "title: Bàn gỗ nhỏ")
    project.commit("Another title, in one language")
    project.git("merge", "--quiet", "--no-edit", "body")

    assert project.states() == {"products/ban-go": {"title": "stale"}}
    assert project.changes() == ["+nhỏ"]


def test_12_a_copied_entry_is_as_current_as_the_first_and_goes_its_own_way(project: Project) -> None:
    copy = DESK.replace("ban-go", "ban-tron")
    shutil.copytree(project.root / DESK, project.root / copy)
    project.commit("Copy")
    assert project.states() == {}

    project.edit("vi", "gỗ sồi", "gỗ lim", copy)
    project.commit()
    assert project.states() == {"products/ban-tron": {"body": "stale"}}
