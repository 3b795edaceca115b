"""A cluster for all tests that need one: it takes seconds to begin."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def cluster() -> Iterator[Any]:
    """A Dask scheduler with two workers, each a process of its own. Whoever needs it stands in one xdist group."""
    import distributed  # noqa: PLC0415 - it takes a second to load, and only these tests need it

    make: Any = distributed.LocalCluster
    with make(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as made:
        yield made
