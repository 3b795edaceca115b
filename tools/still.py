"""A finished site becomes an address on this machine; the script that keeps pages new stays away."""

import threading
from collections.abc import Iterator, Mapping
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
    """The address at which the files of a folder, as they are now, are shown meanwhile, in the letters of the site."""
    with running(served(patient(files(folder)))) as address:
        yield address


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def patient(known: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, whose pages wait for their fonts: what is looked at must not depend on how busy the machine is."""
    own, waiting = b"font-display:optional", b"font-display:block"
    return {path: data.replace(own, waiting) if path.endswith(".css") else data for path, data in known.items()}


def served(known: Mapping[str, bytes]) -> ASGIApp:
    """What answers with the files, under the headers that the site itself asks for."""
    edition = Edition(known, host_headers(known.get("_headers", b"").decode()))
    return application(Hall(edition), None)


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
