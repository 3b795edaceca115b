"""Forms at /admin/ write what `new` writes, and change in a file nothing but what was changed in the form."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Locator, Page, Request, expect
from starlette.requests import Request as Asked
from starlette.responses import Response
from starlette.routing import Route

from showcase.cli import main
from showcase.hosting.admin_policy import admin_policy
from showcase.hosting.media_types import media_type
from showcase.pipeline import Request as Wanted
from showcase.pipeline import make
from showcase.reading.configuration import read_settings
from showcase.serving.app import Room, application
from showcase.serving.edition import Edition, Hall
from tests.sites.projects import DAY, project, put
from tools.still import running

ROOT = Path(__file__).parents[2]
PRODUCT = """---
# The first line says what this is.
title: Ghế gỗ
summary: 'Một chiếc ghế: chỉ có trong bài thử.'
maker: xuong-go
field: do-dung
sources:
  - {id: trang, name: Trang của xưởng, kind: company}
evidence:
  maker: {sources: [trang], trust: declared}
---
Bốn chân.


Một lưng tựa.
"""
TRANSLATION = """---
title: Wooden chair
summary: A chair that only stands in a test.
translated_from:
  summary: 0a1b2c3d4e5f
  title: 00112233445e
---
Four legs.
"""
pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Forms:
    """A project, the address of its forms, and the page that shows them."""

    root: Path
    address: str
    page: Page

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}#/collections/{path}")

    def field(self, path: str, locale: str = "vi") -> Locator:
        return self.page.locator(f'[data-locale={locale}] section[data-key-path="{path}"]')

    def write(self, path: str, text: str, locale: str = "vi") -> None:
        self.field(path, locale).locator("input, textarea").first.fill(text)

    def choose(self, path: str, name: str) -> None:
        self.field(path).get_by_role("combobox").click()
        self.page.get_by_role("option", name=name).click()

    def save(self) -> None:
        """Save; once more where the editor says that a field is wrong: it reads texts a moment after they come."""
        button, said = self.page.get_by_role("button", name="Lưu", exact=True), self.page.get_by_text("Đã lưu bài viết")
        refused = self.page.get_by_text("trường bị lỗi")
        button.click()
        expect(said.or_(refused)).to_be_visible(timeout=20_000)
        if refused.is_visible():
            button.click()
        expect(said).to_be_visible(timeout=20_000)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A small project with two products, and where `serve --admin` shows its forms."""
    root = project(tmp_path_factory.mktemp("forms") / "site")
    put(root, "content/products/ghe-go/index.vi.md", PRODUCT)
    put(root, "content/products/ghe-go/index.en.md", TRANSLATION)
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--admin", "--date", DAY, "--root", str(root)]
    environment = os.environ | {"LANG": "C.UTF-8", "LANGUAGE": "", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout
        address = next(word for line in running.stdout if "http://" in line for word in line.split() if "://" in word)
        yield root, address
        running.terminate()


@pytest.fixture
def visitor(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """An editor who reads Vietnamese, on a tall screen, for fields are drawn when they come into view."""
    made = browser.new_context(locale=getattr(request, "param", "vi-VN"), viewport={"width": 1440, "height": 3000})
    yield made
    made.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A page that must say nothing of mistakes and ask no other host for anything."""
    made, strange = visitor.new_page(), list[str]()

    def dialog(shown: Dialog) -> None:
        strange.append(shown.message)
        shown.dismiss()

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            strange.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://localhost:", "http://127.0.0.1:", "blob:", "data:")):
            strange.append(request.url)

    made.on("request", asked)
    made.on("dialog", dialog)
    made.on("console", said)
    yield made
    assert strange == []


@pytest.fixture
def forms(served: tuple[Path, str], page: Page) -> Forms:
    """The forms over the folder of this machine."""
    return Forms(*served, page)


def test_a_product_in_both_languages_is_what_new_writes(forms: Forms, tmp_path: Path) -> None:
    picture = tmp_path / "Đèn bàn.png"
    Image.new("RGB", (320, 200), (200, 120, 40)).save(picture)

    forms.open("products/new")
    forms.write("title", "Đèn bàn")
    forms.write("title", "Desk lamp", "en")
    forms.write("summary", "Một chiếc đèn: chỉ có trong bài thử.")
    forms.write("summary", "A lamp that only shines in a test.", "en")
    forms.choose("maker", "Xưởng Gỗ")
    forms.choose("field", "Đồ dùng")
    forms.field("form").get_by_role("radio").nth(2).click()
    forms.write("launched", "2024-05")
    forms.write("page_text", "Sáng và ấm.")
    forms.write("page_text", "Bright and warm.", "en")
    forms.field("pictures").get_by_role("button", name="Thêm").click()
    forms.write("pictures.0.id", "den-ban")
    forms.field("pictures.0.file").get_by_role("button", name="Duyệt").click()
    forms.page.locator("input[type=file]").last.set_input_files(picture)
    forms.page.get_by_role("dialog").get_by_role("button", name="Chèn").click()
    forms.write("pictures.0.alt", "Chiếc đèn trên bàn gỗ.")
    forms.write("pictures.0.alt", "The lamp on a wooden desk.", "en")
    forms.save()

    other = project(tmp_path / "site")
    texts = {
        "--summary-vi": "Một chiếc đèn: chỉ có trong bài thử.",
        "--title-en": "Desk lamp",
        "--summary-en": "A lamp that only shines in a test.",
        "--body-vi": "Sáng và ấm.",
        "--body-en": "Bright and warm.",
    }
    facts = ["maker=xuong-go", "field=do-dung", "form=solution", "launched=2024-05"]
    shown = ["--picture", str(picture), "--alt-vi", "Chiếc đèn trên bàn gỗ.", "--alt-en", "The lamp on a wooden desk."]
    given = [word for option in texts.items() for word in option] + [word for fact in facts for word in ("--set", fact)]
    assert main(["new", "product", "Đèn bàn", *given, *shown], other, {}) == 0
    assert files(forms.root / "content/products/den-ban") == files(other / "content/products/den-ban")


def test_one_language_is_edited_and_nothing_else_changes(forms: Forms) -> None:
    folder = forms.root / "content/products/ghe-go"
    before = files(folder)

    forms.open("products")
    forms.page.get_by_text("Ghế gỗ", exact=True).click()
    forms.write("summary", "A chair that stands in a test alone.", "en")
    forms.save()

    changed = TRANSLATION.replace("that only stands in a test.", "that stands in a test alone.")
    assert files(folder) == before | {"index.en.md": changed.encode()}


@pytest.mark.parametrize("visitor", ["en-GB"], indirect=True)
def test_the_published_forms_ask_to_sign_in_under_a_policy_of_their_own(page: Page, tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    with (root / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("admin: {backend: github, repo: example/showcase}\n")
    built = {
        each.output: each.data for each in make(Wanted(root, date.fromisoformat(DAY), root / "out", None, 1)).artifacts
    }

    async def answer(request: Asked) -> Response:
        path = request.path_params["path"]
        return Response(built[f"admin/{path or 'index.html'}"], media_type=media_type(path or "index.html"))

    room = Room("/admin", [Route("/{path:path}", answer)], admin_policy(read_settings(root).admin))
    with running(application(Hall(Edition(built)), None, [room])) as address:
        page.goto(f"{address}/admin/")
        expect(page.get_by_role("button", name="Access Token")).to_be_visible(timeout=20_000)
        expect(page.get_by_role("heading", name="Test room")).to_be_visible()


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
