"""The published site itself tells whether it is to be built again."""

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.sites.projects import put
from tools.due import is_due, record_of

NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("record", "due"),
    [
        ({"next_due": "2027-01-02"}, False),
        ({"next_due": "2027-01-01"}, True),
        ({"next_due": "2026-12-24"}, True),
        ({"next_due": None}, False),
        ({"next_due": "soon"}, True),
        ({"next_due": 7}, True),
        ({}, True),
        (None, True),
    ],
)
def test_a_site_is_due_from_its_next_date_on_and_where_that_cannot_be_known(record: object, due: bool) -> None:
    assert is_due(record, NEW_YEAR) is due


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_the_record_is_that_of_the_published_site(address: str, tmp_path: Path) -> None:
    assert record_of(address) is None
    put(tmp_path, "build.json", "no record")
    assert record_of(address) is None
    put(tmp_path, "build.json", '{"next_due": "2027-01-01"}')

    assert record_of(address) == {"next_due": "2027-01-01"}


def test_a_site_that_cannot_be_reached_has_no_record() -> None:
    assert record_of("http://127.0.0.1:1") is None
