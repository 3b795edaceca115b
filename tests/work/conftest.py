"""A cluster and an object store for all tests that need one: they take seconds to begin."""

import http.client
from collections.abc import Iterator
from typing import Any

import pytest

from showcase.work.buckets import posted


@pytest.fixture(scope="session")
def cluster() -> Iterator[Any]:
    """A Dask scheduler with two workers, each a process of its own. Whoever needs it stands in one xdist group."""
    import distributed  # noqa: PLC0415 - it takes a second to load, and only these tests need it

    make: Any = distributed.LocalCluster
    with make(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as made:
        yield made


USER = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1"}


@pytest.fixture(scope="session")
def server() -> Iterator[tuple[str, int]]:
    """An S3-compatible server."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415 - it takes a second to load, too

    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    yield moto.get_host_and_port()
    moto.stop()


@pytest.fixture
def bucket(server: tuple[str, int], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a new bucket, which the environment says how to reach."""
    for name, value in (USER | {"AWS_ENDPOINT": "http://{}:{}".format(*server), "AWS_ALLOW_HTTP": "true"}).items():
        monkeypatch.setenv(name, value)
    name = f"b{abs(hash(request.node.nodeid))}"
    line = http.client.HTTPConnection(*server, timeout=20)
    who = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request"
    line.request("PUT", f"/{name}", headers={"Authorization": who})
    assert line.getresponse().status == 200
    line.close()
    posted.cache_clear()
    return f"s3://{name}/cache"
