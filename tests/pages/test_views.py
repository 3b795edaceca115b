"""Artifacts travel between processes, whatever way they go."""

import pickle

import pytest

from showcase.pages.views import Artifact


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_an_artifact_arrives_as_it_left(protocol: int) -> None:
    artifact = Artifact("vi/index.html", b"<p>")
    mapped = Artifact("vi/index.html", memoryview(b"<p>"))  # type: ignore[arg-type] # as a store gives it

    assert pickle.loads(pickle.dumps(mapped, protocol)) == artifact
    assert pickle.loads(pickle.dumps(artifact, protocol)) == artifact
