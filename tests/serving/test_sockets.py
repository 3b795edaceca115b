"""Requests as no browser writes them, over a real socket: the answer is a refusal, never a file or a crash."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tools.still import still

SECRET = b"the project's own file"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Where a site is served whose folder has a secret beside it."""
    root = tmp_path_factory.mktemp("project")
    (root / "secret.txt").write_bytes(SECRET)
    (root / "site/vi").mkdir(parents=True)
    (root / "site/vi/index.html").write_text("<!doctype html>\n<head>\n</head>")
    with still(root / "site") as shown:
        yield "127.0.0.1", urlsplit(shown).port or 0


def answer(address: tuple[str, int], request: bytes) -> bytes:
    """All that comes back for the bytes of a request."""
    with socket.create_connection(address, timeout=10) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


# Files of the project by a path: CVE-2021-40978 (mkdocs), CVE-2025-30208 (Vite).
@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/vi/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/vi/%00/../../secret.txt",
        "/@fs/secret.txt?raw??",
        "/secret.txt?import&raw",
        "//secret.txt",
        "/./secret.txt",
        "/%ff%fe",
        "http://127.0.0.1/../secret.txt",
        "file:///etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_site(address: tuple[str, int], path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    status, _, body = answer(address, request.encode()).partition(b"\r\n")
    assert status.split()[1] in (b"404", b"400")
    assert SECRET not in body
    assert b"root:" not in body


@pytest.mark.parametrize(
    "head",
    [
        b"GET /vi/ HTTP/1.1\r\n\r\n",
        b"GET /vi/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n",
        b"GET /vi/ HTTP/1.1\r\nHost: \xff\xfe\r\nConnection: close\r\n\r\n",
        b"GET /vi/ HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n",
        b"GET /vi/ HTTP/1.0\r\n\r\n",
        b"GET http://evil.test/vi/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ],
)
def test_a_strange_request_gets_a_refusal_and_the_next_one_its_page(address: tuple[str, int], head: bytes) -> None:
    assert answer(address, head).split(maxsplit=2)[1] in (b"400", b"403")
    ours = answer(address, b"GET /vi/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    assert ours.startswith(b"HTTP/1.1 200 ")
