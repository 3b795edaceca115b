"""The hall becomes a web application: the site's files, the live part, and rooms beside them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp

from showcase.hosting.media_types import HTML, media_type
from showcase.serving.addresses import file_at
from showcase.serving.edition import Edition, Found, Hall, found
from showcase.serving.events import events
from showcase.serving.guard import Guard, WithHeaders
from showcase.serving.injection import with_script

# What no edition says otherwise: as strict as the real site.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",  # a page edited twice in one second must not come from the browser's store
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
FRAMES = {"Content-Security-Policy": f"{POLICY}; frame-src 'self'"}
OWN_FILES = {path.name: path.read_bytes() for path in Path(__file__).with_name("assets").iterdir()}
LIVE = "/_live"
BESIDE = f"{LIVE}/beside"
# Stands where there has been no site yet; the script shows in it what is wrong.
EMPTY = b"<!doctype html>\n<html>\n<head>\n<title>showcase</title>\n</head>\n<body>\n</body>\n</html>\n"

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the server beside the site: its routes below a path of its own, under a content security policy."""

    path: str
    routes: Sequence[BaseRoute]
    policy: str = POLICY


@dataclass(frozen=True, slots=True)
class Live:
    """What keeps pages new: the words of the script by the names of its data attributes, and the view side by side.

    `beside` makes the page that shows an output in every language; nothing where it is no page.
    """

    words: Mapping[str, str]
    beside: Callable[[Edition, str], bytes | None]


def application(hall: Hall, live: Live | None, rooms: Sequence[Room] = ()) -> ASGIApp:
    """Everything that the server answers; what lies in no room belongs to the site. Without `live` pages stay still."""
    mounts = [
        Mount(room.path, WithHeaders(Router(room.routes), {"Content-Security-Policy": room.policy}))
        for room in (*([live_room(hall, live)] if live else ()), *rooms)
    ]
    site = Route("/{path:path}", site_page(hall, live), methods=["GET"])
    return Guard(WithHeaders(Starlette(routes=[*mounts, site]), HEADERS))


def live_room(hall: Hall, live: Live) -> Room:
    """The script, its style, the stream of events to which it listens, and the view side by side."""

    async def own_file(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in OWN_FILES:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        return Response(OWN_FILES[name], media_type=media_type(name))

    async def stream(request: Request) -> Response:
        asked = request.query_params
        page, state = asked.get("page", ""), asked.get("state", "")

        async def told() -> AsyncIterator[str]:
            with hall.seeing(page):
                async for each in events(hall, lambda edition: found_at(edition, page, live), state):
                    yield each

        return StreamingResponse(told(), media_type="text/event-stream")

    async def beside(request: Request) -> Response:
        return response(found_at(hall.edition, request.scope["path"], live), live, FRAMES)

    routes = [
        Route("/events", stream, methods=["GET"]),
        Route("/beside/{path:path}", beside, methods=["GET"]),
        Route("/{name}", own_file, methods=["GET"]),
    ]
    return Room(LIVE, routes)


def site_page(hall: Hall, live: Live | None) -> Endpoint:
    """Answers with what the present edition has at the address."""

    async def answer(request: Request) -> Response:
        edition, path = hall.edition, file_at(request.scope["path"])
        if path is not None and path not in edition.files and f"{path}/index.html" in edition.files:
            return RedirectResponse(f"/{path}/", HTTPStatus.TEMPORARY_REDIRECT)
        return response(found(edition, path), live, edition.headers)

    return answer


def found_at(edition: Edition, address: str, live: Live) -> Found:
    """What the edition has at the path of an address, be it of the site or of the view side by side."""
    if not address.startswith(BESIDE):
        return found(edition, file_at(address))
    path = file_at(address.removeprefix(BESIDE))
    view = live.beside(edition, path) if path else None
    return found(edition, path) if view is None else Found(HTTPStatus.OK, "beside.html", view)


def response(page: Found, live: Live | None, headers: Mapping[str, str]) -> Response:
    """The file, with the script in it if it is a page."""
    data, status, kind = page.data, page.status, media_type(page.path)
    if kind == HTML and live is not None:
        data = with_script(data or EMPTY, {"state": page.state, **live.words})
        status = status if page.data else HTTPStatus.SERVICE_UNAVAILABLE
    return Response(data, status, headers, media_type=kind)
