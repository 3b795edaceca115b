"""Links outside are looked at politely, remembered, and named at their places when they are dead."""

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from showcase.commands import external
from showcase.commands.tool import RefusalError, Tool
from showcase.outside import asking
from showcase.outside.answers import ALIVE, DAY, DEAD, MOVED, UNREACHABLE, UNSURE, Answer, remember, remembered
from showcase.outside.asking import Manners
from showcase.outside.findings import link_findings
from showcase.outside.mentions import mentions
from showcase.problems import Place
from tests.makers import document, product
from tests.sites.projects import change, run
from tests.sites.projects import project as project_of

MANNERS = Manners("links-test/1 (+https://showcase.test)", timeout=0.4, hops=4, may_be_private=True)


class Handler(BaseHTTPRequestHandler):
    """Answers by the address: a status, a redirect, or nothing at all."""

    seen: ClassVar[list[tuple[str, str, str]]]
    gate: ClassVar[threading.Event]
    inside: ClassVar[int]
    most: ClassVar[int]
    lock = threading.Lock()

    def do_HEAD(self) -> None:
        cls = type(self)
        with cls.lock:
            cls.seen.append((self.command, self.path, self.headers["User-Agent"]))
            cls.inside += 1
            cls.most = max(cls.most, cls.inside)
        self.answer()
        with cls.lock:
            cls.inside -= 1

    def do_GET(self) -> None:
        self.do_HEAD()

    def answer(self) -> None:  # noqa: PLR0911 - a table of addresses
        name, _slash, rest = self.path.strip("/").partition("/")
        tries = sum(path == self.path for _method, path, _agent in self.seen)
        if name == "silent":
            self.gate.wait(5)
            return None
        if name == "head-405" and self.command == "HEAD":
            return self.reply(405)
        if name in ("301", "302"):
            return self.reply(int(name), f"/{rest}")
        if name == "loop":
            return self.reply(302, "/loop")
        if name == "mail":
            return self.reply(302, "mailto:a@b.vn")
        if name == "busy":
            return self.reply(503 if tries < 4 else 200, after="7")
        return self.reply(int(name) if name.isdecimal() else 200)

    def reply(self, status: int, location: str = "", after: str = "") -> None:
        self.send_response(status)
        for header, value in (("Location", location), ("Retry-After", after), ("Content-Length", "0")):
            if value:
                self.send_header(header, value)
        self.end_headers()

    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Handler.seen, Handler.gate, Handler.inside, Handler.most = [], threading.Event(), 0, 0
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    Handler.gate.set()
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that are made, without making them."""
    made: list[float] = []
    sleep = asyncio.sleep

    async def noted(seconds: float) -> None:
        made.append(seconds)
        await sleep(0)

    monkeypatch.setattr("showcase.outside.asking.sleep", noted)
    return made


def answers(*urls: str, manners: Manners = MANNERS) -> dict[str, tuple[str, str]]:
    made: dict[str, tuple[str, str]] = {}

    def told(url: str, answer: Answer) -> None:
        made[url] = (answer.state, answer.detail)

    asking.asked(urls, manners, told)
    return made


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/200", ALIVE, ""),
        ("/302/200", ALIVE, ""),
        ("/301/200", MOVED, "{server}/200"),
        ("/301/302/200", ALIVE, ""),
        ("/404", DEAD, f"{asking.STATUS}|404"),
        ("/410", DEAD, f"{asking.STATUS}|410"),
        ("/301/404", DEAD, f"{asking.STATUS}|404"),
        ("/head-405", ALIVE, ""),
        ("/403", UNSURE, f"{asking.STATUS}|403"),
        ("/loop", DEAD, asking.LOOPS),
        ("/mail", UNSURE, asking.STRANGE),
        ("/silent", UNSURE, f"{asking.TOO_LONG}|0.4"),
    ],
)
def test_every_answer_of_a_host_has_its_meaning(path: str, state: str, detail: str, server: str) -> None:
    assert answers(f"{server}{path}") == {f"{server}{path}": (state, detail.replace("{server}", server))}


def test_a_certificate_that_is_none_makes_a_link_dead(server: str) -> None:
    address = server.replace("http://", "https://")

    assert answers(address) == {address: (DEAD, asking.BAD_TLS)}


def test_a_busy_host_is_asked_again_after_the_time_it_names(server: str, pauses: list[float]) -> None:
    assert answers(f"{server}/busy") == {f"{server}/busy": (ALIVE, "")}
    assert pauses == [7.0]


def test_one_host_is_asked_one_thing_at_a_time_with_pauses_and_a_name(server: str, pauses: list[float]) -> None:
    urls = [f"{server}/page-{number}" for number in range(6)]

    assert set(answers(*urls).values()) == {(ALIVE, "")}
    assert Handler.most == 1
    assert pauses == [1.0] * 5
    assert {agent for _method, _path, agent in Handler.seen} == {"links-test/1 (+https://showcase.test)"}
    assert {method for method, _path, _agent in Handler.seen} == {"HEAD"}


def test_a_host_that_cannot_be_reached_is_asked_once(server: str) -> None:
    port = int(server.rpartition(":")[2])
    urls = tuple(f"http://127.0.0.1:{1 if port != 1 else 2}/{number}" for number in range(3))

    assert answers(*urls) == dict.fromkeys(urls, (UNREACHABLE, asking.NO_HOST))


def test_texts_cannot_make_the_program_knock_at_private_addresses(server: str) -> None:
    private = Manners("x", may_be_private=False)

    assert answers(f"{server}/200", manners=private) == {f"{server}/200": (DEAD, asking.PRIVATE)}
    assert Handler.seen == []


def test_addresses_are_found_in_fields_and_texts_with_their_places() -> None:
    source = {"id": "a", "name": "A", "kind": "company", "url": "https://a.vn/x#one"}
    text = product(website="https://b.vn/", sources=[source], body="[x](https://a.vn/x#two) [y](content:/products/z)")

    found = mentions([text, document("products/amis", "en", title="A", body="[x](https://b.vn/)")])
    assert {url: [place.path for place in places] for url, places in found.items()} == {
        "https://a.vn/x": ["content/products/amis/index.vi.md"] * 2,
        "https://b.vn/": ["content/products/amis/index.vi.md", "content/products/amis/index.en.md"],
    }
    assert all(place.line and place.column for places in found.values() for place in places)


def test_answers_are_remembered_for_as_long_as_they_hold(tmp_path: Path) -> None:
    path = tmp_path / "cache/links.json"
    remember(path, {"https://a.vn/": Answer(ALIVE, "", 1000.0)})

    assert remembered(path) == {"https://a.vn/": Answer(ALIVE, "", 1000.0)}
    assert Answer(ALIVE, at=0.0).holds(13 * DAY)
    assert not Answer(ALIVE, at=0.0).holds(15 * DAY)
    assert not Answer(DEAD, at=0.0).holds(2 * DAY)
    assert not Answer(UNREACHABLE, at=0.0).holds(1.0)
    path.write_text("{damaged")
    assert remembered(path) == remembered(tmp_path / "missing") == {}


def test_without_any_network_one_problem_says_so() -> None:
    places = {f"https://{number}.vn/": (Place("a.md", number),) for number in range(1, 9)}
    found = tuple(link_findings(places, {"https://1.vn/": Answer(UNREACHABLE, asking.NO_HOST)}, str))

    assert [(each.code, each.fields["count"]) for each in found] == [("no-network", 8)]


@pytest.fixture
def project(tmp_path: Path, server: str) -> Path:
    root = project_of(tmp_path / "project")
    body = f"[a]({server}/404) [b]({server}/301/200) [c]({server}/200) [d](http://127.0.0.1:1/x)"
    text = root / "content/products/ban-go/index.vi.md"
    text.write_text(f"{text.read_text().rstrip()}\n\n{body}\n")
    return root


def test_the_command_names_each_dead_link_at_its_line_and_column(
    project: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tool = Tool(project, {}, "en", str)
    line = len((project / "content/products/ban-go/index.vi.md").read_text().splitlines())

    assert external.external(tool, "text", strict=False, anew=False, may_be_private=True) == 1
    shown = capsys.readouterr().out
    here = f"content/products/ban-go/index.vi.md:{line}"
    assert f"{here}:5: error[dead-link]: {server}/404 cannot be reached: the host answers 404\n" in shown
    assert f"warning[moved-link]: {server}/301/200 has moved for good to {server}/200\n" in shown
    assert "error[dead-link]: http://127.0.0.1:1/x cannot be reached: there is no such host, or it does not" in shown
    assert shown.endswith("4 links outside: 4 asked now, 0 known from before; 2 dead, 1 to look at\n")

    asked_before = len(Handler.seen)
    change(project, "content/products/ban-go/index.vi.md", f"{server}/404", f"{server}/403")
    external.external(tool, "json", strict=False, anew=False, may_be_private=True)
    record = json.loads(capsys.readouterr().out)
    assert record["summary"] == {"count": 4, "asked": 2, "known": 2}
    assert {path for _method, path, _agent in Handler.seen[asked_before:]} == {"/403"}


@pytest.mark.parametrize(("form", "begins"), [("github", "::error file="), ("gitlab", "[\n"), ("sarif", "{\n")])
def test_dead_links_are_told_in_every_form(
    form: str, begins: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    external.external(Tool(project, {}, "en", str), form, strict=True, anew=True, may_be_private=True)

    assert capsys.readouterr().out.startswith(begins)


def test_a_machine_that_reaches_only_private_addresses_says_what_it_refused(project: Path) -> None:
    code, shown = run(project, "check", "--external")

    assert code == 1
    assert "it lies in a private network" in shown


def test_without_the_part_that_asks_it_is_explained(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external, "find_spec", lambda _name: None)

    with pytest.raises(RefusalError, match="needs httpx: run make extras"):
        external.external(Tool(project, {}, "en", str), "text", strict=False, anew=False)
