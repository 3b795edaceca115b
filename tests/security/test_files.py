"""Hostile files are refused with a problem at their place: they reach out of nothing, exhaust nothing, hide nothing."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showcase import pipeline
from showcase.codes import CODES
from showcase.language.slugs import is_reserved
from showcase.language.text import CONTROL
from showcase.pages.outputs import output_problems
from showcase.reading.addresses import is_safe
from showcase.reading.discover import Source
from showcase.reading.guards import MarkdownLimits
from showcase.reading.markdown import render_markdown
from showcase.reading.memory import read_memory
from showcase.reading.parse import parse
from tests.sites.preparations import picture
from tests.sites.projects import change, project, put

ROOT = Path(__file__).parents[2]
ENTRY = "content/products/ban-go"
VI = f"{ENTRY}/index.vi.md"
FRONT = "---\ntitle: Bàn\nsummary: Bàn.\nmaker: xuong-go\nfield: do-dung\n---\n"
SECONDS, MEMORY = 60, 2 << 30


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def codes(root: Path) -> set[tuple[str, str]]:
    """What is wrong with a project."""
    request = pipeline.Request(root, date(2026, 11, 20), root / "site", None, jobs=1)
    return {(each.code, each.place.path) for each in pipeline.check(request).problems}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x()",
        "JaVaScRiPt:x()",
        " javascript:x()",
        "java\tscript:x()",
        "java\nscript:x()",
        "\x01javascript:x()",
        "javascript\x00:x()",
        "vbscript:x",
        "data:text/html,<script>x()</script>",
        "data:image/svg+xml,<svg/onload=x()>",
        "view-source:https://example.com",
        "blob:https://example.com/a",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "https:evil",
        "https:///evil",
        "mailto:a@example.com?subject=x%0d%0aBcc:b@example.com",
        "tel:1%0A2",
        "https://showcase.example@evil.example/",
        "http://showcase.example:x@evil.example",
    ],
)
def test_an_address_that_could_run_code_or_mislead_is_refused(address: str) -> None:
    assert not is_safe(address)


@pytest.mark.parametrize(
    "written",
    [
        "javascript:x()",
        "JAVASCRIPT&colon;x()",
        "&#106;avascript:x()",
        "&#x6A;avascript&#x3A;x()",
        "java&Tab;script:x()",
        "java&NewLine;script:x()",
        "&#1;javascript:x()",
        "vbscript:x()",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml;base64,PHN2Zz4=",
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", "<{}>", '<a href="{}">a</a>', "[a][b]\n\n[b]: {}", "![a]({})"])
def test_however_it_is_written_no_such_address_reaches_a_page(written: str, form: str) -> None:
    html = render_markdown(form.format(written), "vi", VI, 1, kinds={}).html

    assert not any(f'{name}="' in html for name in ("href", "src"))


@pytest.mark.parametrize(
    "name", ["../xuong-go/a.jpg", "/etc/passwd", "..%2f..%2fa.jpg", "file:a.jpg", ".git", "a/b.jpg"]
)
def test_pictures_come_only_from_the_folder_of_the_entry(root: Path, name: str) -> None:
    put(root, "content/enterprises/xuong-go/a.jpg", picture())
    change(root, VI, "Mặt bàn phẳng.", f"![a]({name})")

    assert {code for code, path in codes(root) if path == VI} & {"missing-picture", "unsafe-address"}


@pytest.mark.parametrize("path", [VI, f"{ENTRY}/a.jpg", "content/menus.yaml", "content/history.yaml", "site.yaml"])
@pytest.mark.parametrize("sort", ["link", "pipe", "folder"])
def test_what_is_no_regular_file_is_refused_and_never_opened(root: Path, path: str, sort: str) -> None:
    file = root / path
    file.unlink(missing_ok=True)
    if sort == "link":
        file.symlink_to("/etc/passwd")
    elif sort == "pipe":
        os.mkfifo(file)
    else:
        file.mkdir()
    found = {code for code, place in codes(root) if place == path}

    assert found & {"not-a-file", "unknown-folder"}


@pytest.mark.parametrize(("path", "size"), [(VI, 100 << 20), (f"{ENTRY}/a.jpg", 100 << 20), ("site.yaml", 100 << 20)])
def test_a_file_that_is_too_large_is_never_read(root: Path, path: str, size: int) -> None:
    put(root, path, "")
    os.truncate(root / path, size)

    assert ("file-too-large", path) in codes(root)


def test_files_whose_names_only_some_systems_tell_apart_are_refused(root: Path) -> None:
    put(root, f"{ENTRY}/anh.jpg", picture())
    put(root, f"{ENTRY}/Anh.JPG", picture())

    assert ("names-collide", f"{ENTRY}/anh.jpg") in codes(root)


def test_names_of_devices_are_refused(root: Path) -> None:
    change(root, VI, "title: Bàn gỗ", "title: Bàn gỗ\nslug: com1")
    (root / "content/products/nul").mkdir()
    put(root, f"{ENTRY}/aux.jpg", picture())

    assert {("reserved-name", path) for path in (VI, "content/products/nul", f"{ENTRY}/aux.jpg")} <= codes(root)
    assert not is_reserved("console")


def test_no_output_takes_the_place_of_another() -> None:
    outputs = ["vi/a/index.html", "vi/A/index.html", "data", "data/a.json", "assets/b.css", "404.html"]

    assert [each.place.path for each in output_problems(outputs)] == ["data", "vi/A/index.html"]
    assert not list(output_problems(["a/b", "a/c", "ab"]))


def test_an_alias_of_the_front_page_cannot_take_the_place_of_a_list(root: Path) -> None:
    page = "content/pages/trang-dau/index.vi.md"
    change(root, page, "front:", "aliases: [san-pham]\nfront:")

    assert ("address-collision", page) in codes(root)


def test_a_memory_nested_without_end_counts_as_none(tmp_path: Path) -> None:
    put(tmp_path, "locales/en/memory/products/a.json", "[" * 200_000)

    assert read_memory(tmp_path, "products/a", "en") == {}


BOMBS = {
    "aliases": ("---\na: &a [x]\nb: [*a, *a]\n---\n", "yaml-feature"),
    "merge": ("---\na: &a {b: c}\n<<: *a\n---\n", "yaml-feature"),
    "brackets": ("---\na: " + "[" * 60_000 + "\n---\n", "yaml-too-deep"),
    "values": ("---\na: [" + "x," * 20_000 + "]\n---\n", "yaml-too-many"),
    "long-line": (FRONT + "a" * 1_000_000, "line-too-long"),
    "quotations": (FRONT + "> " * 9_000 + "a", "markdown-too-deep"),
    "lists": (FRONT + "- " * 9_000 + "a", "markdown-too-deep"),
    "square-brackets": (FRONT + "[" * 16_000, "markdown-too-complex"),
    "pictures": (FRONT + "![" * 9_000, "markdown-too-complex"),
    "columns": (FRONT + "|" + "a|" * 9_000 + "\n|" + "-|" * 9_000 + "\n" + "|\n" * 400_000, "markdown-too-complex"),
    "open elements": (FRONT + "<div>\n\n" * 100_000, "unclosed-html"),
    "elements opened again": (
        FRONT + "".join(f"<b id=a{number}>" for number in range(900)) + "\n\n" + "a\n\n" * 100_000,
        "unclosed-html",
    ),
    "rows": (FRONT + "|a|b|\n|-|-|\n" + "|a\n" * 300_000, "markdown-too-complex"),
}
CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from showcase.reading.discover import Source
from showcase.reading.parse import parse
source = Source("{path}", "products", "ban-go", "vi", sys.stdin.buffer.read(), "")
print(*(each.code for each in parse(source, "vi").problems))
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_problem_within_bounded_time_and_memory(name: str) -> None:
    text, code = BOMBS[name]
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(seconds=SECONDS, memory=MEMORY, path=VI)],
        input=text.encode(),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-500:]
    assert code in done.stdout.decode().split()


def test_a_text_that_takes_too_long_is_a_problem_and_the_next_one_is_read_well() -> None:
    slow = render_markdown("~~~~a\n\n" * 20_000, "vi", VI, 10, kinds={}, limits=MarkdownLimits(seconds=0.05))

    assert [(each.code, each.place.line) for each in slow.problems] == [("markdown-too-slow", 10)]
    assert render_markdown("- a", "vi", VI, 10, kinds={}).html == "<ul>\n<li>a</li>\n</ul>"


def test_a_file_full_of_mistakes_tells_as_many_as_anybody_reads_and_the_errors_first() -> None:
    document = parse(source(FRONT.encode() + b"<iframe></iframe>\n\n" * 3_000 + b"\x01"), "vi")

    assert len(document.problems) == 1_000
    assert document.problems[0].code == "control-character"


def test_a_picture_that_unpacks_without_end_is_refused(root: Path) -> None:
    put(root, f"{ENTRY}/a.png", picture("PNG", (9_000, 9_000)))

    assert ("bad-picture", f"{ENTRY}/a.png") in codes(root)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (FRONT.encode("utf-16"), "not-utf8"),
        (FRONT.encode("utf-16-le"), "not-utf8"),
        (FRONT.encode("utf-16-be"), "not-utf8"),
        (FRONT.encode("utf-32"), "not-utf8"),
        (FRONT.encode("cp1258"), "not-utf8"),
        (FRONT.encode("latin-1"), "not-utf8"),
        (FRONT.encode() + b"\xe0\x80\xaf", "not-utf8"),
        (FRONT.encode() + b"\xed\xa0\xbd\xed\xb8\x80", "not-utf8"),
        (FRONT.encode() + "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode(), "legacy-encoding"),
        (FRONT.encode() + "Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode(), "legacy-encoding"),
        (FRONT.encode() + "Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam".encode(), "legacy-encoding"),
        (FRONT.encode() + b"a\0b", "not-utf8"),
        (FRONT.encode() + b"\xff", "not-utf8"),
        (FRONT.encode() + b"\xed\xa0\x80", "not-utf8"),
        (FRONT.encode() + b"\xc0\xaf", "not-utf8"),
        (FRONT.encode() + "a\u2066b".encode(), "control-character"),
        (FRONT.encode() + b"a\x1b[31mb", "control-character"),
    ],
)
def test_every_accident_of_encoding_is_a_problem(data: bytes, code: str) -> None:
    assert code in [each.code for each in parse(source(data), "vi").problems]


@pytest.mark.parametrize("spelt", ["\\0", "\\x1b[31m", "\\u2066", "\\u2028", "\\x85", "\\x7f"])
@pytest.mark.parametrize("where", ["title: Bàn", "summary: Bàn."])
def test_a_character_that_a_file_must_not_hold_is_refused_as_an_escape_too(spelt: str, where: str) -> None:
    name, _, value = where.partition(": ")
    document = parse(source(FRONT.replace(where, f'{name}: "{value}{spelt}"').encode()), "vi")

    assert [(each.code, each.place.line) for each in document.problems] == [
        ("control-character", 2 if name == "title" else 3)
    ]


def test_invisible_characters_and_line_ends_count_as_little_as_escapes_as_they_do_themselves() -> None:
    document = parse(source(FRONT.replace("Bàn.", '"Ba\u0300n\\u200b\\u202e\\r\\nghế"').encode()), "vi")

    assert document.problems == ()
    assert document.entry is not None
    assert document.entry.summary == "Bàn\nghế"


@pytest.mark.parametrize("spelt", ["&#x2066;", "&#8294;", "&#27;", "&#x1B;", "&#x0000085;", "&#127;"])
@pytest.mark.parametrize("form", ["a{}b", "**a** {}", '<a href="#x" title="{}">a</a>', "![a](b.jpg '{}')", "- {}"])
def test_an_entity_brings_no_such_character_into_a_page(spelt: str, form: str) -> None:
    rendered = render_markdown(f"x\n\n{form.format(spelt)}", "vi", VI, 10, kinds={})

    assert [(each.place.line) for each in rendered.problems if each.code == "control-character"] == [12]
    assert not CONTROL.search(rendered.html)


def test_code_may_show_an_entity_and_soft_hyphens_disappear() -> None:
    rendered = render_markdown("`&#x2066;` Việt&shy;&#x202e;Nam", "vi", VI, 10, kinds={})

    assert rendered.problems == ()
    assert rendered.html == "<p><code>&amp;#x2066;</code> ViệtNam</p>"


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + FRONT.encode(), FRONT.replace("\n", "\r\n").encode(), FRONT.replace("\n", "\r").encode()]
)
def test_marks_and_line_ends_of_other_systems_do_no_harm(data: bytes) -> None:
    assert parse(source(data), "vi").problems == ()


def source(data: bytes) -> Source:
    return Source(VI, "products", "ban-go", "vi", data, "")


PIECES = st.sampled_from(
    [
        "---\n",
        "title: ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "|",
        ">",
        "#",
        "*",
        "_",
        "`",
        "&",
        "<",
        "!",
        ":",
        "~",
        "sources",
        "claims: [{id: a}]",
        "<a href=",
        "javascript:",
        "[[product:a]]",
        "[^1]",
        "[^1]: ",
        "\x00",
        "\u202e",
        "\ud7ff",
        "ế",
        "<svg>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "{: #a }",
        "!!! note",
        "    ",
        "\t",
        "|-|-|\n",
        "content:/",
        "translated_from: ",
    ]
)
FILES = st.one_of(
    st.binary(max_size=200),
    st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode()),
    st.lists(PIECES, max_size=40).map(lambda pieces: (FRONT + "".join(pieces)).encode()),
    st.lists(PIECES, max_size=20).map(lambda pieces: FRONT.replace("Bàn.", "".join(pieces)).encode()),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(FILES)
def test_whatever_a_file_holds_only_problems_come_of_it(data: bytes) -> None:
    document = parse(source(data), "vi")

    assert all(each.code in CODES and each.place.path == VI for each in document.problems)
    assert "<script" not in document.body.html.lower()
