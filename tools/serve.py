"""Turns the finished site into pages on 127.0.0.1, for looking at on this machine."""

import argparse
import errno
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from showcase.hosting.media_types import media_type

ADDRESS = "127.0.0.1"
FIRST_PORT = 8000
TRIES = 20
HOSTS = frozenset({ADDRESS, "localhost"})


class Handler(SimpleHTTPRequestHandler):
    """Answers with files of one folder, to this machine only; a folder without an index page is not found."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file to send; a page from elsewhere that points its own host name at us gets nothing."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in HOSTS:
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        if not self.is_inside():
            self.not_found()
            return None
        return super().send_head()

    def is_inside(self) -> bool:
        """Whether the path asked for is, links followed, in the folder; a name with a NUL is nowhere."""
        root = Path(self.directory).resolve()
        try:
            return Path(self.translate_path(self.path)).resolve().is_relative_to(root)
        except ValueError:
            return False

    def list_directory(self, path: object) -> None:
        """Nothing: what is in a folder is not shown."""
        del path
        self.not_found()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found, the plain answer of the library otherwise."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def not_found(self) -> None:
        """Nothing, after the answer that there is nothing."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """The last headers. A page edited twice in one second must not come from the browser's store."""
        own = host_headers(Path(self.directory, "_headers"), urlsplit(self.path).path)
        for name, value in (own | {"Cache-Control": "no-store"}).items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: object) -> str:
        """The type that hosts are told as well."""
        return media_type(str(path))


def host_headers(file: Path, path: str) -> dict[str, str]:
    """What the site's own `_headers` says of a path, so that a page that breaks its rules is seen here first."""
    found: dict[str, str] = {}
    applies = False
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            applies = path.startswith(line[:-1]) if line.endswith("*") else path == line
        elif applies and ":" in line:
            name, _colon, value = line.partition(":")
            found[name.strip()] = value.strip()
    return found


class Server(ThreadingHTTPServer):
    """A server that ends when asked, whatever is still open."""

    daemon_threads = True
    # Python's default shares a port that another server has already taken.
    allow_reuse_address = sys.platform != "win32"


def server(folder: Path, port: int) -> Server:
    """A server of the folder on the port, or on the next free one."""
    handler = partial(Handler, directory=str(folder))
    for candidate in range(port, port + TRIES):
        try:
            return Server((ADDRESS, candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise SystemExit(f"No free port between {port} and {port + TRIES - 1}.")


def main() -> None:
    """Serves until it is interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--port", type=int, default=FIRST_PORT)
    options = parser.parse_args()
    if not (options.folder / "index.html").is_file():
        raise SystemExit(f"There is no site in {options.folder}: run `make site` first.")
    with server(options.folder, options.port) as running:
        print(f"http://{ADDRESS}:{running.server_address[1]}/  (Ctrl-C ends it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
