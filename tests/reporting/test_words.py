"""The language of the messages."""

from pathlib import Path

import pytest

from showcase.commands.messages import TOOL_PATTERNS
from showcase.reporting.words import editor_language, say_in


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "en_GB.UTF-8@euro"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_MESSAGES": "vi_VN", "LANG": "en_US"}, "vi"),
        ({"LC_ALL": "en_US", "LC_MESSAGES": "vi_VN"}, "en"),
        ({"LC_ALL": "", "LANG": "vi_VN"}, "vi"),
        ({"LANGUAGE": "fr:vi", "LANG": "en_US"}, "vi"),
        ({"LANGUAGE": "vi"}, "vi"),
        ({"LANGUAGE": "vi", "LC_ALL": "C"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "vi"}, "en"),
        ({"LANG": "POSIX"}, "en"),
    ],
)
def test_the_language_is_that_of_the_environment(environ: dict[str, str], language: str) -> None:
    assert editor_language(environ) == language


def test_messages_are_said_in_the_language() -> None:
    assert say_in("en")("the file is empty") == "the file is empty"
    assert say_in("vi")("the file is empty") == "tệp trống"
    assert say_in("vi")("no such message") == "no such message"
    assert say_in("vi")("") == ""


@pytest.mark.parametrize("content", [None, 'msgid "a"\nmsgstr\n'])
def test_without_a_usable_catalogue_english_is_said(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "vi.po").write_text(content)

    assert say_in("vi", tmp_path)("the file is empty") == "the file is empty"


def test_the_words_of_reports_are_collected_for_translators() -> None:
    assert "showcase/reporting/**/*.py" in TOOL_PATTERNS
