"""What the server answers, and what it refuses to requests from elsewhere."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from showcase.serving.app import POLICY, Live, Room, application
from showcase.serving.edition import Edition, Hall

PAGE = b"<!doctype html>\n<html>\n<head>\n<title>Momo</title>\n</head>\n<body>\n</body>\n</html>\n"
FILES = {
    "vi/index.html": PAGE,
    "en/products/momo/index.html": PAGE,
    "vi/404.html": PAGE.replace(b"Momo", "Không có".encode()),
    "404.html": PAGE.replace(b"Momo", b"Nothing"),
    "assets/style.css": b"a{}",
}
LIVE = Live({"title": "Broken", "hide": "Hide"}, lambda _edition, path: PAGE if path == "vi/index.html" else None)
ORIGIN = "http://127.0.0.1:8000"


class Visitor:
    """Asks the application, each question on its own."""

    def __init__(self, files: Mapping[str, bytes], rooms: tuple[Room, ...]) -> None:
        self.app = application(Hall(Edition(files)), LIVE, rooms)

    def ask(self, method: str, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        # In a thread of its own: in that of a browser test an event loop may be running already.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, self._asked(method, path, headers or {})).result()

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self.ask("GET", path, headers)

    async def _asked(self, method: str, path: str, headers: Mapping[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=ORIGIN) as client:
            return await client.request(method, path, headers=dict(headers))


def visitor(files: Mapping[str, bytes] = FILES, rooms: tuple[Room, ...] = ()) -> Visitor:
    return Visitor(files, rooms)


def test_a_page_is_sent_with_the_script_and_otherwise_as_it_was_built() -> None:
    answer = visitor().get("/vi/")

    tag, _newline, rest = answer.text.partition("<head>\n")[2].partition("\n")
    assert tag.startswith('<script src="/_live/live.js" data-state="')
    assert tag.endswith('data-title="Broken" data-hide="Hide" defer></script>')
    assert f"<!doctype html>\n<html>\n<head>\n{rest}".encode() == PAGE


def test_every_answer_is_kept_by_nobody_and_under_the_policy_of_the_real_site() -> None:
    for path in ("/vi/", "/assets/style.css", "/nowhere", "/_live/live.js"):
        headers = visitor().get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(("path", "title"), [("/vi/nix/", "Không có"), ("/en/nix", "Nothing"), ("/nix", "Nothing")])
def test_what_does_not_exist_is_said_in_the_language_of_the_address(path: str, title: str) -> None:
    answer = visitor().get(path)
    assert answer.status_code == 404
    assert title in answer.text


def test_a_folder_without_its_slash_leads_to_its_page_and_nowhere_else() -> None:
    answer = visitor().get("/en/products/momo")
    assert (answer.status_code, answer.headers["location"]) == (307, "/en/products/momo/")
    assert visitor().get("//en/products/momo").status_code == 404


@pytest.mark.parametrize("path", ["/en/", "/en/products/", "/assets/", "/_live/", "/"])
def test_a_folder_without_a_page_is_not_listed(path: str) -> None:
    answer = visitor().get(path)
    assert answer.status_code == 404
    assert "momo" not in answer.text


def test_where_there_is_no_site_yet_an_empty_page_waits_for_it() -> None:
    answer = visitor({}).get("/vi/")
    assert answer.status_code == 503
    assert '<script src="/_live/live.js"' in answer.text


def test_only_reading_is_possible() -> None:
    assert visitor().ask("POST", "/vi/", {"Origin": ORIGIN}).status_code == 405
    assert visitor().ask("HEAD", "/vi/").status_code == 200


# A name of another site that leads to this machine: CVE-2025-24010 (Vite), GHSA-67mh-4wv8-2f99 (esbuild).
@pytest.mark.parametrize(
    "host",
    ["evil.test", "evil.test:8000", "127.0.0.1.evil.test", "localhost@evil.test", "", "[::1", "127.0.0.1:x", "\x7f"],
)
def test_a_strange_host_is_refused(host: str) -> None:
    assert visitor().get("/vi/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_machine_is_no_strange_host(host: str) -> None:
    assert visitor().get("/vi/", headers={"Host": host}).status_code == 200


# A page of another site that reads ours or listens to it: CVE-2025-30359 (webpack-dev-server), GHSA-67mh-4wv8-2f99.
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    ],
)
@pytest.mark.parametrize("path", ["/vi/", "/assets/style.css", "/_live/events?page=/vi/&state=", "/_live/live.js"])
def test_pages_of_other_sites_read_nothing(path: str, headers: dict[str, str]) -> None:
    assert visitor().get(path, headers=headers).status_code == 403


def test_a_link_from_another_site_may_be_followed() -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert visitor().get("/vi/", headers=headers).status_code == 200


def room() -> Room:
    async def written(_request: object) -> PlainTextResponse:
        return PlainTextResponse("written")

    return Room("/admin", [Route("/save", written, methods=["POST"])], "default-src 'self'")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": ORIGIN}, 200),
        ({"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://evil.test"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_write(headers: dict[str, str], status: int) -> None:
    assert visitor(rooms=(room(),)).ask("POST", "/admin/save", headers).status_code == status


def test_a_room_has_a_policy_of_its_own() -> None:
    answer = visitor(rooms=(room(),)).ask("POST", "/admin/save", {"Origin": ORIGIN})
    assert answer.headers.get_list("content-security-policy") == ["default-src 'self'"]
