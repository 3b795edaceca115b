"""Requests from elsewhere are refused before anything looks at them: this server is for one person on one machine."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
READING = frozenset({"GET", "HEAD"})
# How a browser says that a request comes from the page itself or from its user (Fetch Metadata, W3C).
OWN = frozenset({"same-origin", "none"})


class Guard:
    """Passes on what comes from this machine's own pages; a strange host or origin gets 403."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the app answer."""
        if scope["type"] == "http" and not is_own(scope["method"], Headers(scope=scope)):
            await PlainTextResponse("Forbidden\n", HTTPStatus.FORBIDDEN)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_own(method: str, headers: Headers) -> bool:
    """Whether a request may be answered. What writes must say that it comes from one of our pages."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or _name(hosts[0]) not in HOSTS:
        return False
    origins = headers.getlist("origin")
    if any(origin != f"http://{hosts[0]}" for origin in origins):
        return False
    if method not in READING:
        return bool(origins) and headers.get("sec-fetch-site", "same-origin") == "same-origin"
    return headers.get("sec-fetch-site", "none") in OWN or _is_visit(headers)


def _is_visit(headers: Headers) -> bool:
    """Whether somebody follows a link from elsewhere: such a page cannot be read by the one that links to it."""
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _name(host: str) -> str:
    """The host without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isascii() and port.isdecimal() else host


class WithHeaders:
    """An app whose answers have these headers, where they do not set them themselves."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer, and add the headers."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sent)
