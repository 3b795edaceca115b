"""Whatever is edited in whatever order, a build with a cache makes what one without it would make."""

import random
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st

from bench.random_edits import EDITS, Edit, compared, copied
from showcase import pipeline
from showcase.pages.views import Artifact
from showcase.pipeline import Made, Request
from tests.sites.projects import SITES, build, project, tree

TODAY = date(2026, 11, 20)


@settings_of(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(min_value=0, max_value=10_000))
def test_random_edits_come_out_the_same_with_a_cache_and_without(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for said, _is_made, outputs in compared(SITES / "base", Path(folder), 4, random.Random(seed), TODAY):
            assert not outputs, said


@pytest.mark.parametrize("edit", dict.fromkeys(EDITS))
def test_each_sort_of_edit_changes_the_project(tmp_path: Path, edit: Edit) -> None:
    copied(SITES / "base", tmp_path)
    before = tree(tmp_path)
    for seed in range(5):
        edit(tmp_path, random.Random(seed))

    assert tree(tmp_path) != before


def test_a_build_that_is_asked_to_verify_itself_says_that_all_is_well(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    build(root)
    code, said = build(root, "--verify-incremental")

    assert (code, "errors: 0" in said) == (0, True)


def test_what_a_cold_build_makes_otherwise_is_named_and_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project")
    build(root)
    before = tree(root / "site")
    make = pipeline.make

    def forgetful(request: Request, *rest: object, **named: object) -> Made:
        made = make(request)
        if request.cache:
            return made
        artifacts = tuple(
            each if each.output != "404.html" else Artifact("404.html", b"other") for each in made.artifacts
        )
        return Made(artifacts, made.pages, made.next_due, made.problems)

    monkeypatch.setattr(pipeline, "make", forgetful)
    code, said = build(root, "--verify-incremental")

    assert code == 1
    assert "404.html" in said
    assert tree(root / "site") == before
