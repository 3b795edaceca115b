"""A finished site becomes an address on this machine; the script that keeps pages new stays away."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from showcase.serving.app import application
from showcase.serving.edition import Edition, Hall
from showcase.serving.server import ADDRESS, listening

PORT = 8200


@contextmanager
def still(folder: Path) -> Iterator[str]:
    """The address at which the files of a folder, as they are now, are shown meanwhile."""
    files = (path for path in folder.rglob("*") if path.is_file())
    known = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    edition = Edition(known, host_headers(known.get("_headers", b"").decode()))
    with running(application(Hall(edition), None)) as address:
        yield address


def host_headers(text: str) -> dict[str, str]:
    """What the site's own `_headers` says of every path, so that a page that breaks its rules is seen here first."""
    rule = text.removeprefix("/*\n").partition("\n\n")[0]
    pairs = (line.partition(":") for line in rule.splitlines())
    return {name.strip(): value.strip() for name, _colon, value in pairs if value}


@contextmanager
def running(app: ASGIApp, port: int = PORT) -> Iterator[str]:
    """The address at which an application answers meanwhile: the port, or the next that is free; 0 for any."""
    door = listening(port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield f"http://{ADDRESS}:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
