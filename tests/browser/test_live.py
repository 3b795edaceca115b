"""An editor saves files while the site is open in a browser: the page follows, and what they were at stays."""

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.sites.projects import DAY, change, project, put

pytestmark = pytest.mark.browser

PROGRAM = Path(__file__).parents[2] / "build.py"
TEXT = "content/products/ban-go/index.vi.md"
# No test changes this one, so that only what comes after every change speaks of it.
MARK = "content/products/ban-go/index.en.md"
PICTURE = "content/products/ban-go/ban.png"
# What an open page shows in the middle of its picture: the picture that has come, not the address that was written.
COLOUR = """() => {
  const [picture, canvas] = [document.querySelector("main img"), document.createElement("canvas")];
  if (!picture?.complete || !picture.naturalWidth) return "";
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const [red, , blue] = context.getImageData(canvas.width / 4, canvas.height / 4, 1, 1).data;
  return red > blue ? "red" : "blue";
}"""
ADDRESS = re.compile(r"http://localhost:\d+")


class Served:
    """A running `serve`: where it answers, and the lines that it writes."""

    def __init__(self, root: Path, process: "subprocess.Popen[str]") -> None:
        self.root = root
        self.process = process
        self.address = ADDRESS.search(self.line_with("http://"))[0]  # type: ignore[index]

    def line_with(self, text: str) -> str:
        """The next line that the command writes with the text in it."""
        assert self.process.stdout is not None
        return next(line for line in self.process.stdout if text in line)

    def files(self) -> dict[Path, bytes]:
        """The files of the content and the theme."""
        paths = [path for name in ("content", "templates") for path in (self.root / name).rglob("*")]
        return {path: path.read_bytes() for path in paths if path.is_file()}

    def take_back(self, before: dict[Path, bytes]) -> None:
        """Write the files as they were, and wait until all that was saved until now has been made."""
        for path, data in self.files().items():
            if path not in before:
                path.unlink()
            elif data != before[path]:
                path.write_bytes(before[path])
        (self.root / MARK).write_bytes(before[self.root / MARK])
        self.line_with(MARK)


@contextmanager
def served(root: Path, *options: str) -> Iterator[Served]:
    """The project, served by the command as an editor would run it."""
    command = [sys.executable, str(PROGRAM), "serve", "--root", str(root), "--port", "8300", "--date", DAY, *options]
    environment = {**os.environ, "LANG": "en_GB.UTF-8", "EDITOR_URL": "edit://{path}:{line}:{column}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield Served(root, process)
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait() == 0


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small project that is served."""
    with served(project(tmp_path_factory.mktemp("live") / "project")) as server:
        yield server


@pytest.fixture
def live(running: Served) -> Iterator[Served]:
    """The project as no test has changed it, with nothing that is still being made."""
    before = running.files()
    yield running
    running.take_back(before)


@pytest.fixture
def product(live: Served, page: Page) -> Page:
    """The page of the product, high enough to be scrolled, with a mark that only a reload would take away."""
    page.goto(f"{live.address}/vi/san-pham/ban-go/")
    page.evaluate("document.body.style.setProperty('min-height', '5000px')")
    page.evaluate("globalThis.unloaded = 'not'; scrollTo(0, 400)")
    return page


def painted(name: str) -> bytes:
    """A picture of one colour, as large as a canvas of the browser."""
    file = io.BytesIO()
    Image.new("RGB", (300, 150), name).save(file, "PNG")
    return file.getvalue()


def was_not_reloaded(page: Page) -> bool:
    return bool(page.evaluate("globalThis.unloaded === 'not' && scrollY === 400"))


def test_a_saved_text_stands_in_the_open_page_at_the_same_place(live: Served, product: Page) -> None:
    change(live.root, TEXT, "phẳng", "nhẵn")

    expect(product.get_by_text("Mặt bàn nhẵn.")).to_be_visible()
    assert was_not_reloaded(product)


def test_a_new_paragraph_comes_and_goes_and_the_focus_stays(live: Served, product: Page) -> None:
    before = (live.root / TEXT).read_text(encoding="utf-8")
    link = product.get_by_role("link").first
    link.evaluate("each => each.focus({preventScroll: true})")
    put(live.root, TEXT, before + "\nLàm ở Đồng Kỵ.\n")
    expect(product.get_by_text("Làm ở Đồng Kỵ.")).to_be_visible()
    put(live.root, TEXT, before)
    expect(product.get_by_text("Làm ở Đồng Kỵ.")).to_have_count(0)

    expect(link).to_be_focused()
    assert was_not_reloaded(product)


def test_what_a_script_has_added_to_the_page_stays(live: Served, product: Page) -> None:
    product.evaluate("document.querySelector('main').append(Object.assign(document.createElement('b'), {id: 'mine'}))")
    change(live.root, TEXT, "chỉ có trong bài thử", "chỉ có ở đây")

    expect(product.locator("meta[name=description]")).to_have_attribute("content", re.compile("chỉ có ở đây"))
    expect(product.locator("#mine")).to_have_count(1)


def test_a_changed_style_is_put_on_without_a_reload(live: Served, product: Page) -> None:
    style = live.root / "templates/assets/style.css"
    style.write_text(style.read_text() + "\nbody { color: rgb(1, 2, 3); }\n")

    expect(product.locator("body")).to_have_css("color", "rgb(1, 2, 3)")
    assert was_not_reloaded(product)


def test_a_picture_saved_under_the_same_name_and_its_new_description_come_without_a_reload(
    live: Served, product: Page
) -> None:
    put(live.root, PICTURE, painted("red"))
    change(live.root, TEXT, "Mặt bàn phẳng.", "![Bàn đỏ](ban.png)")
    product.wait_for_function(f"() => ({COLOUR})() === 'red'")
    put(live.root, PICTURE, painted("blue"))
    change(live.root, TEXT, "Bàn đỏ", "Bàn xanh")

    expect(product.get_by_alt_text("Bàn xanh")).to_be_visible()
    product.wait_for_function(f"() => ({COLOUR})() === 'blue'")
    assert was_not_reloaded(product)


def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_mended(live: Served, product: Page) -> None:
    change(live.root, TEXT, "maker: xuong-go", "maker: xuong-g")
    report = product.get_by_role("alert")

    expect(report).to_contain_text(
        f"{TEXT}:4:8: error[unknown-reference]: there is no “xuong-g” in content/enterprises"
    )
    expect(report).to_contain_text("4 | maker: xuong-g\n      |        ^\n  hint: did you mean “xuong-go”?")
    expect(report.get_by_role("link")).to_have_attribute("href", f"edit://{str(live.root / TEXT).lstrip('/')}:4:8")
    expect(product.get_by_role("heading", level=1)).to_have_text("Bàn gỗ")
    product.reload()
    expect(report).to_be_visible()
    product.goto(f"{live.address}/en/")
    expect(report).to_be_visible()
    change(live.root, TEXT, "maker: xuong-g\n", "maker: xuong-go\n")
    expect(report).to_be_hidden()


def test_the_terminal_says_the_same(live: Served, product: Page) -> None:
    change(live.root, TEXT, "maker: xuong-go", "maker: xuong-g")
    first = live.line_with("error[unknown-reference]")
    shown = product.get_by_role("alert").locator("pre").first

    expect(shown).to_contain_text(first.strip())


def test_a_page_that_was_saved_over_while_it_loaded_is_brought_up_to_date(live: Served, page: Page) -> None:
    page.goto(f"{live.address}/en/products/ban-go/")
    stale = page.evaluate("document.querySelector('script[data-state]').dataset.state")
    path = f"/_live/events?page=/en/products/ban-go/&state={stale[:-1]}-"
    heard = page.evaluate(
        """(path) => new Promise((heard) => {
          const source = new EventSource(path);
          source.addEventListener("page", (event) => { source.close(); heard(event.data); });
        })""",
        path,
    )
    assert heard == f'"{stale}"'


def test_a_page_that_does_not_exist_yet_appears_when_it_is_written(live: Served, page: Page) -> None:
    page.goto(f"{live.address}/vi/san-pham/ghe-go/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Ghế gỗ")
    facts = "maker: xuong-go\nfield: do-dung\n"
    put(live.root, "content/products/ghe-go/index.vi.md", f"---\ntitle: Ghế gỗ\nsummary: Để thử.\n{facts}---\nTựa.\n")

    expect(page.get_by_role("heading", level=1)).to_have_text("Ghế gỗ")


def test_side_by_side_both_languages_follow_what_is_saved_and_where_they_lead(live: Served, page: Page) -> None:
    page.goto(f"{live.address}/vi/san-pham/ban-go/")
    page.get_by_role("link", name="Side by side").click()
    vietnamese, english = page.frame_locator("iframe").first, page.frame_locator("iframe").last
    expect(english.get_by_role("heading", level=1)).to_have_text("Wooden table")
    expect(page.get_by_role("row", name="body").get_by_role("link").first).to_have_attribute(
        "href", f"edit://{str(live.root / TEXT).lstrip('/')}:7:1"
    )
    change(live.root, TEXT, "---\nMặt bàn", "---\n\nMặt bàn gỗ")

    expect(vietnamese.get_by_text("Mặt bàn gỗ")).to_be_visible()
    expect(page.get_by_role("row", name="body")).to_contain_text(":8")
    english.get_by_role("navigation").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/_live/beside/en/"))


def test_a_project_that_is_broken_from_the_start_says_so_and_shows_its_site_once_mended(
    tmp_path: Path, page: Page
) -> None:
    root = project(tmp_path / "project")
    change(root, "site.yaml", "page_size: 2", "page_sise: 2")
    with served(root) as broken:
        page.goto(f"{broken.address}/vi/")
        expect(page.get_by_role("alert")).to_contain_text("site.yaml:5:1: error[unknown-field]")
        change(root, "site.yaml", "page_sise: 2", "page_size: 2")
        expect(page).to_have_title(re.compile("Phòng thử"))
        expect(page.get_by_role("alert")).to_be_hidden()


def test_a_second_server_ends_with_ctrl_c_while_a_page_is_open_and_made_and_leaves_nothing_behind(
    running: Served, tmp_path: Path, page: Page
) -> None:
    root = project(tmp_path / "project")
    with served(root, "--drafts") as other:
        assert other.address != running.address
        page.goto(f"{other.address}/vi/")
        change(root, TEXT, "Mặt bàn", "Một mặt bàn")

    assert other.process.returncode == 0
    left = {path.name for path in root.iterdir()} - {"content", "locales", "templates", "site.yaml"}
    assert left == {".cache"}
