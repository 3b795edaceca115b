"""The room of the forms answers this machine's own pages alone, and only about entries."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from showcase.serving.admin import admin_room, closed_room
from showcase.serving.app import Room, application
from showcase.serving.edition import Edition, Hall
from tests.sites.projects import project

HOST = "http://localhost:8000"
OWN = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
FILE = "/admin/folder/content/products/ban-go/index.vi.md"


class Editor:
    """Asks the server of a project."""

    def __init__(self, root: Path, room: Room) -> None:
        self.root = root
        self.app = application(Hall(Edition({})), None, [room])

    def ask(self, method: str, path: str, data: bytes = b"", headers: dict[str, str] | None = None) -> httpx.Response:
        # In a thread of its own: in that of a browser test an event loop may be running already.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(
                asyncio.run, self._asked(method, path, data, OWN if headers is None else headers)
            ).result()

    async def _asked(self, method: str, path: str, data: bytes, headers: dict[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=HOST) as client:
            return await client.request(method, path, content=data, headers=headers)


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    root = project(tmp_path / "site")
    return Editor(root, admin_room(root, str))


def test_the_page_may_run_its_own_script_and_its_own_styles(editor: Editor) -> None:
    answer = editor.ask("GET", "/admin/")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "style-src 'self' 'unsafe-inline';" in policy
    assert "connect-src 'self' blob: data:;" in policy
    assert editor.ask("GET", "/admin/sveltia-cms.js").headers["content-type"].startswith("text/javascript")
    assert editor.ask("GET", "/admin/nothing.js").status_code == 404


def test_without_the_forms_their_page_says_how_they_are_opened(tmp_path: Path) -> None:
    answer = Editor(tmp_path, closed_room("en", str)).ask("GET", "/admin/")

    assert answer.status_code == 404
    assert "<pre>python build.py serve --admin --open</pre>" in answer.text


def test_the_configuration_names_the_entries_of_this_moment(editor: Editor) -> None:
    assert "Bàn gỗ — " in editor.ask("GET", "/admin/vi.json").text
    text = editor.ask("GET", FILE).text.replace("title: Bàn gỗ", "title: Bàn tre")
    assert editor.ask("PUT", FILE, text.encode()).status_code == 200
    assert "Bàn tre — " in editor.ask("GET", "/admin/vi.json").text
    assert editor.ask("GET", "/admin/fr.json").status_code == 404


def test_the_folder_lists_texts_with_what_they_say(editor: Editor) -> None:
    files = editor.ask("GET", "/admin/folder/").json()

    assert files["content/products/ban-go/index.vi.md"]["text"].startswith("---\ntitle: Bàn gỗ\n")
    assert not [path for path in files if path.count("/") != 3]


def test_a_text_is_read_written_and_removed(editor: Editor) -> None:
    text = editor.ask("GET", FILE).text.replace("title: Bàn gỗ", "title: Bàn tre")

    assert editor.ask("PUT", FILE, text.encode()).text == text
    assert (editor.root / "content/products/ban-go/index.vi.md").read_text(encoding="utf-8") == text
    assert editor.ask("DELETE", FILE).status_code == 204
    assert editor.ask("GET", FILE).status_code == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "path",
    ["site.yaml", "content/menus.yaml", "content/products/ban-go/%2e%2e/x/index.vi.md", "content/products/a/run.js"],
)
def test_nothing_else_is_read_or_written(editor: Editor, method: str, path: str) -> None:
    assert editor.ask(method, f"/admin/folder/{path}", b"x").status_code == 403
    assert (editor.root / "site.yaml").read_bytes() != b"x"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
        {"Origin": HOST, "Sec-Fetch-Site": "same-site"},
        OWN | {"Host": "evil.example"},
    ],
)
def test_pages_from_elsewhere_write_nothing(editor: Editor, headers: dict[str, str]) -> None:
    assert editor.ask("PUT", FILE, b"---\ntitle: Evil\n---\n", headers).status_code == 403
    assert "Evil" not in (editor.root / "content/products/ban-go/index.vi.md").read_text(encoding="utf-8")


def test_pages_from_elsewhere_read_nothing_either(editor: Editor) -> None:
    answer = editor.ask(
        "GET", "/admin/folder/", headers={"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"---\ntitle: [\n---\n", 422, ":"),
        (b"---\ntitle: \xff\n---\n", 422, "can't decode"),
        (b"x" * (1 << 20) + b"x", 413, "the file is too large: 1048576 bytes are the most"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_its_reason(editor: Editor, data: bytes, status: int, said: str) -> None:
    before = (editor.root / "content/products/ban-go/index.vi.md").read_bytes()

    answer = editor.ask("PUT", FILE, data)

    assert answer.status_code == status
    assert said in answer.text
    assert (editor.root / "content/products/ban-go/index.vi.md").read_bytes() == before
