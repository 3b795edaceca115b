"""`new` in a terminal asks for what is not given, says why an answer is wrong, and leaves nothing when stopped."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path

import pytest
from PIL import Image
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.validation import ValidationError

from showcase.cli import main
from showcase.commands.asking import asking
from showcase.commands.tool import Tool
from showcase.editing.interview import Checked, Offered, expanded, meant
from showcase.editing.names import Option, entry_options
from showcase.editing.questions import question
from showcase.kinds import KINDS
from showcase.reading.configuration import read_settings
from showcase.reporting.words import say_in
from tests.sites.projects import project as project_of
from tests.sites.projects import put, tree

CONTROL_C, CONTROL_D, CLEAR = "\x03", "\x04", "\x15"
VIETNAMESE = {"LANG": "vi_VN.UTF-8"}


class Terminal:
    """Keys that were pressed beforehand."""

    def __init__(self, keys: PipeInput) -> None:
        self.keys = keys

    def press(self, *answers: str) -> None:
        # A question too many is stopped instead of waiting for ever.
        self.keys.send_text("".join((*answers, CONTROL_C)))


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with create_pipe_input() as keys:
        made = Terminal(keys)
        with create_app_session(input=keys, output=DummyOutput()):
            yield made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(tmp_path / "project")


def asked(arguments: list[str], root: Path, environ: Mapping[str, str]) -> int:
    """The exit code of the command, in a thread of its own: a browser of other tests has an event loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(copy_context().run, main, arguments, root, environ).result()


def lines(*answers: str) -> str:
    return "".join(f"{answer}\r" for answer in answers)


# Tagline, summary, maker, field, form, launched, status, website, platforms, languages, audiences, made in, share.
FACTS = ("", "Sổ ghi món ăn.", "xuong-go", "do-dung", "", "2020", "", "", "web, ios", "", "", "", "")


def test_answers_become_the_files_of_an_entry(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / "Bàn bếp.png")
    terminal.press(
        lines("product", "Sổ Bếp", "", *FACTS, "Một đoạn."),
        lines("https://misa.vn/so-bep", "MISA", "company"),
        lines(f"'{tmp_path / 'Bàn bếp.png'}'", "Một bàn bếp.", "A kitchen table.", ""),
        lines("Kitchen book", "A book of dishes.", "One paragraph."),
    )

    assert asked(["new", "--ask"], project, {}) == 0
    folder = project / "content/products/so-bep"
    assert (folder / "index.vi.md").read_text() == (
        "---\ntitle: Sổ Bếp\nsummary: Sổ ghi món ăn.\nmaker: xuong-go\nfield: do-dung\nlaunched: 2020\n"
        "platforms: [web, ios]\nsources:\n  - id: misa\n    name: MISA\n    kind: company\n"
        "    url: https://misa.vn/so-bep\npictures:\n  - id: ban-bep\n    file: ban-bep.png\n    alt: Một bàn bếp.\n"
        "---\nMột đoạn.\n"
    )
    assert (folder / "index.en.md").read_text() == (
        "---\ntitle: Kitchen book\nsummary: A book of dishes.\npictures:\n  - id: ban-bep\n    alt: A kitchen table.\n"
        "---\nOne paragraph.\n"
    )
    assert (folder / "ban-bep.png").exists()


def test_a_wrong_answer_is_not_taken(terminal: Terminal, project: Path) -> None:
    first = lines("", "", "Sổ ghi món ăn.", "xuong-ga"), CLEAR, lines("xuong-go", "do-dung", "", "năm 2020")
    terminal.press(*first, CLEAR, lines("2020-05", *("" for _ in range(12))))

    assert asked(["new", "product", "Sổ Bếp", "--ask"], project, {}) == 0
    text = (project / "content/products/so-bep/index.vi.md").read_text()
    assert (
        text == "---\ntitle: Sổ Bếp\nsummary: Sổ ghi món ăn.\nmaker: xuong-go\nfield: do-dung\nlaunched: 2020-05\n---\n"
    )


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("maker", "xuong-ga", "không có “xuong-ga” trong content/enterprises – có phải ý bạn là “xuong-go”?"),
        ("launched", "5/3/2020", "“launched” không phải là ngày: “5/3/2020” – viết theo thứ tự năm-tháng-ngày"),
        ("platforms", "web, iphone", "“platforms” không thể là “iphone” – "),
        ("tagline", "x" * 91, "“tagline” có 91 ký tự"),
        ("website", "misa.vn", "địa chỉ “misa.vn” không được phép dùng – có phải ý bạn là “https://misa.vn”?"),
        ("platforms", "[web", "giá trị ở đây không được bắt đầu bằng “[”"),
        ("maker", "xuong-go", ""),
    ],
)
def test_why_an_answer_is_wrong_is_told_in_the_editors_language(
    field: str, typed: str, message: str, project: Path
) -> None:
    tool = Tool(project, VIETNAMESE, "vi", say_in("vi"))
    said = asking(tool, read_settings(project), "vi").complaint(KINDS["products"], field, "vi")(typed)

    assert said.startswith(message) if message else said == ""


@pytest.mark.parametrize("stop", [CONTROL_C, CONTROL_D])
@pytest.mark.parametrize("answered", [0, 3, len(FACTS) + 1, len(FACTS) + 4])
def test_stopping_anywhere_writes_nothing(stop: str, answered: int, terminal: Terminal, project: Path) -> None:
    before = tree(project)
    terminal.press(lines(*("", *FACTS, "", "", "", "")[:answered]), stop)

    assert asked(["new", "product", "Sổ Bếp", "--ask"], project, {}) == 130
    assert tree(project) == before


def test_what_is_left_blank_is_written_as_a_field_to_fill_in(terminal: Terminal, project: Path) -> None:
    terminal.press(lines("", *("" for _ in FACTS), "", "", "", ""))

    assert asked(["new", "product", "Sổ Bếp", "--ask"], project, {}) == 0
    text = (project / "content/products/so-bep/index.vi.md").read_text()
    assert "\nmaker:\n" in text
    assert "\n# The enterprise that makes it.\n" in text


def test_what_the_command_line_gives_is_not_asked_for_again(terminal: Terminal, project: Path) -> None:
    given = ("--set", "maker=xuong-go", "--set", "field=do-dung", "--id", "so", "--title-en", "Kitchen book")
    terminal.press(lines(*("" for _ in range(len(FACTS) - 2)), "", "", ""))

    assert asked(["new", "product", "Sổ Bếp", "--ask", *given], project, {}) == 0
    assert "\nmaker: xuong-go\n" in (project / "content/products/so/index.vi.md").read_text()


def test_an_id_that_is_taken_or_no_id_is_refused_while_it_is_typed(terminal: Terminal, project: Path) -> None:
    put(project, "content/products/so-bep/index.vi.md", "---\ntitle: Sổ Bếp\n---\n")
    terminal.press("\r", CLEAR, lines("Sổ"), CLEAR, lines("so-bep-2", *("" for _ in range(20))))

    assert asked(["new", "product", "Sổ Bếp", "--ask"], project, {}) == 0
    assert (project / "content/products/so-bep-2").is_dir()


@pytest.mark.usefixtures("terminal")
def test_the_words_of_the_questions_are_those_of_the_site(project: Path) -> None:
    put(project, "locales/vi/LC_MESSAGES/messages.po", 'msgctxt "field"\nmsgid "Maker"\nmsgstr "Nhà sản xuất"\n')
    tool = Tool(project, VIETNAMESE, "vi", say_in("vi"))
    asked = question(KINDS["products"].model, "maker", asking(tool, read_settings(project), "vi").asker)

    assert (asked.word, asked.is_required, asked.is_many, asked.example) == ("Nhà sản xuất", True, False, "misa")
    assert ("xuong-go", "Xưởng Gỗ") in [(each.value, each.meaning) for each in asked.options]


def test_without_a_terminal_nothing_is_asked(project: Path) -> None:
    assert asked(["new", "product"], project, {}) == 2
    assert asked(["new", "product", "Sổ Bếp"], project, {}) == 0


def offered(completer: Offered, typed: str) -> list[str]:
    return [each.text for each in completer.get_completions(Document(typed), CompleteEvent())]


def test_completion_knows_ids_and_titles_with_or_without_marks(project: Path) -> None:
    options = (*entry_options(project, "fields", ("vi", "en")), Option("giao-duc", "Giáo dục"))

    assert offered(Offered(options, is_many=False), "giao d") == ["giao-duc"]
    assert offered(Offered(options, is_many=False), "Đồ dùng") == ["do-dung"]
    assert offered(Offered(options, is_many=True), "do-dung, gi") == ["giao-duc"]
    assert offered(Offered(options, is_many=False), "thuê") == []


def test_a_title_stands_for_its_id() -> None:
    options = (Option("y-te", "Y tế"), Option("do-dung", "Đồ dùng"))

    assert meant("Đồ dùng", options, is_many=False) == "do-dung"
    assert meant("y te, do-dung, khác", options, is_many=True) == "y-te, do-dung, khác"


def test_the_title_in_another_language_stands_for_an_id_too(project: Path) -> None:
    english = entry_options(project, "fields", ("en", "vi"))

    assert [each.meaning for each in english] == ["Household things"]
    assert offered(Offered(english, is_many=False), "do dung") == ["do-dung"]
    assert meant("Đồ dùng", english, is_many=False) == "do-dung"


def test_an_entry_that_cannot_be_read_is_offered_by_its_id(project: Path) -> None:
    put(project, "content/fields/hong/index.vi.md", "no front matter")

    assert Option("hong", "") in entry_options(project, "fields", ("vi",))


def test_a_blank_answer_is_never_wrong() -> None:
    Checked(lambda _text: "wrong").validate(Document("  "))
    with pytest.raises(ValidationError, match="wrong"):
        Checked(lambda _text: "wrong").validate(Document("x"))


def test_a_file_may_be_dragged_into_the_terminal() -> None:
    assert expanded("'/tmp/a b.jpg' ") == Path("/tmp/a b.jpg") == expanded("/tmp/a\\ b.jpg")
