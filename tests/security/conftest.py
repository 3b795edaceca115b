"""The hostile site, built once."""

from pathlib import Path

import pytest

from tests.security.hostile import hostile_project
from tests.sites.projects import build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that hostile entries of every kind were made into."""
    root = hostile_project(tmp_path_factory.mktemp("hostile") / "project")
    code, output = build(root, "--no-cache", "--jobs", "1")
    assert code == 0, output
    return root / "site"
