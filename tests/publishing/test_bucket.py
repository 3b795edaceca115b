"""An S3-compatible server is published to, over a line that can be cut at any request."""

import http.client
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import obstore
import pytest
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from showcase.hosting.headers import ASKED_ANEW, KEPT, rules
from showcase.publishing.bucket import Bucket, NoObstoreError
from showcase.publishing.hosts import HostError
from showcase.publishing.publish import read_state, restore
from tests.makers import settings
from tests.publishing.releases import FIRST, LESS, LITTLE, SECOND, broken, published, quiet, site_of

CHANGES = frozenset({"PUT", "POST", "DELETE"})
FOR_EVER = 1_000_000


class Line(BaseHTTPRequestHandler):
    """Passes requests on to the server behind it: as many changes as it may, and some refused before that."""

    protocol_version = "HTTP/1.1"
    behind = 0
    left = FOR_EVER
    refusals = 0

    def passed_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.command in CHANGES:
            if Line.refusals > 0:
                Line.refusals -= 1
                self.answer(503, {}, b"")
                return
            Line.left -= 1
            if Line.left < 0:
                self.answer(403, {}, b"<Error><Code>AccessDenied</Code></Error>")
                return
        line = http.client.HTTPConnection("127.0.0.1", Line.behind, timeout=20)
        line.request(self.command, self.path, body, dict(self.headers))
        found = line.getresponse()
        self.answer(found.status, dict(found.getheaders()), found.read())
        line.close()

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("connection", "content-length", "date", "server", "transfer-encoding"):
                self.send_header(name, value)
        length = headers.get("Content-Length", "0") if self.command == "HEAD" else str(len(body))
        self.send_header("Content-Length", length)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that it has there
        """Say nothing."""


for method in ("GET", "HEAD", *CHANGES):
    setattr(Line, f"do_{method}", Line.passed_on)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a line to an S3-compatible server."""
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    Line.behind = moto.get_host_and_port()[1]
    line = ThreadingHTTPServer(("127.0.0.1", 0), Line)
    threading.Thread(target=line.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{line.server_address[1]}"
    line.shutdown()
    line.server_close()
    moto.stop()


def options(address: str) -> dict[str, object]:
    config = {"endpoint": address, "region": "us-east-1", "access_key_id": "test", "secret_access_key": "test"}
    return {"config": config, "client_options": {"allow_http": True}}


@pytest.fixture
def place(address: str, request: pytest.FixtureRequest) -> str:
    """A new bucket for the test."""
    Line.left, Line.refusals = FOR_EVER, 0
    name = f"b{abs(hash(request.node.nodeid))}"
    new_bucket(name)
    return f"s3://{name}/site"


def new_bucket(name: str) -> None:
    line = http.client.HTTPConnection("127.0.0.1", Line.behind, timeout=20)
    who = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request"
    line.request("PUT", f"/{name}", headers={"Authorization": who})
    assert line.getresponse().status == 200
    line.close()


def bucket(address: str, place: str) -> Bucket:
    return Bucket(place, rules(settings()).of, options(address), timedelta(seconds=30))


def objects(address: str, place: str) -> dict[str, bytes]:
    store = S3Store.from_url(place, **options(address))  # type: ignore[arg-type]
    return {each["path"]: bytes(obstore.get(store, each["path"]).bytes()) for each in obstore.list(store).collect()}


def test_objects_carry_their_types_and_how_long_they_may_be_kept(address: str, place: str, tmp_path: Path) -> None:
    published(bucket(address, place), FIRST, tmp_path)

    store = S3Store.from_url(place, **options(address))  # type: ignore[arg-type]
    found = {path: dict(obstore.get(store, path).attributes) for path in (*FIRST, ".publish/state.json")}
    assert found["vi/index.html"] == {"Content-Type": "text/html; charset=utf-8", "Cache-Control": ASKED_ANEW}
    assert found["assets/style.11.css"] == {"Content-Type": "text/css; charset=utf-8", "Cache-Control": KEPT}
    assert found["sitemap.xml"]["Content-Type"] == "application/xml"
    assert found[".publish/state.json"]["Cache-Control"] == "no-store"


def test_only_what_changed_goes_up_and_a_rollback_brings_it_back(address: str, place: str, tmp_path: Path) -> None:
    host = bucket(address, place)
    published(host, FIRST, tmp_path)

    assert "assets/kept.77.svg" not in published(host, SECOND, tmp_path)
    assert published(host, SECOND, tmp_path) == []
    assert site_of(objects(address, place)) == {**SECOND, "assets/style.11.css": "p {}"}
    restore(host, read_state(host), quiet)
    public = site_of(objects(address, place))
    assert {path: public[path] for path in FIRST} == FIRST
    assert "vi/moi/index.html" not in public


def test_wherever_the_server_refuses_the_site_is_whole_and_the_same_command_finishes(
    address: str, place: str, tmp_path: Path
) -> None:
    published(bucket(address, place), LITTLE, tmp_path)
    Line.left = FOR_EVER
    published(bucket(address, place), LESS, tmp_path)
    requests = FOR_EVER - Line.left
    assert requests > 10

    for allowed in range(requests):
        here = f"{place}-{allowed}"
        published(bucket(address, here), LITTLE, tmp_path)
        Line.left = allowed
        with pytest.raises(HostError):
            published(bucket(address, here), LESS, tmp_path)
        Line.left = FOR_EVER
        assert broken(objects(address, here), LITTLE) == [], allowed

        published(bucket(address, here), LESS, tmp_path)

        assert site_of(objects(address, here)) == {**LESS, "assets/style.11.css": "p {}"}, allowed


def test_what_passes_is_tried_again(address: str, place: str, tmp_path: Path) -> None:
    Line.refusals = 2

    published(bucket(address, place), FIRST, tmp_path)

    assert Line.refusals == 0
    assert site_of(objects(address, place)) == FIRST


def test_without_obstore_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(NoObstoreError):
        Bucket("s3://bucket", rules(settings()).of, {})
