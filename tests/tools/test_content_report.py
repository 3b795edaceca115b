"""The report counts what entries rest on and names the rules they break."""

from pathlib import Path
from typing import Any

import pytest

from showcase.library.entries import groups
from showcase.reading.house_rules import Style
from showcase.reading.parse import Document
from tests.makers import document
from tools.content_report import Report, main, report, text_faults

WEAK = {"id": "blog", "name": "Blog", "kind": "reference", "url": "https://blog.test/", "publish_link": "false"}
NEWS = {"id": "bao", "name": "Báo", "kind": "news", "url": "https://bao.test/"}
FIGURE = {"id": "khach", "kind": "figure", "text": "Có 10 khách.", "sources": ["bao"], "trust": "declared"}


def reported(*documents: Document, **styles: Style) -> Report:
    return report(groups(documents, ("vi", "en"))[0], styles)


def page(**fields: Any) -> Document:
    return document("pages/gia", sources=[NEWS, WEAK], **fields)


def test_a_row_counts_words_claims_sources_and_marks() -> None:
    english = document("pages/gia", "en", title="Price", body="two words")

    (row,) = reported(page(body="ba từ đây", claims=[FIGURE | {"as_of": "2024"}]), english).rows

    assert row.split() == ["pages/gia", "vi", "3", "en", "2", "1", "2", "declared", "1", "1"]


def test_an_entry_without_claims_has_dashes() -> None:
    assert reported(page()).rows[0].split() == ["pages/gia", "vi", "0", "0", "2", "–", "–"]


@pytest.mark.parametrize(
    "more", [{"as_of": "2024"}, {"text": "Có 10 khách năm 2024."}, {"note": "Không rõ ngày."}, {"kind": "history"}]
)
def test_a_figure_that_says_when_is_sound(more: dict[str, str]) -> None:
    assert not reported(page(claims=[FIGURE | more])).faults


def test_a_figure_with_a_dated_source_is_sound() -> None:
    dated = document("pages/gia", sources=[NEWS | {"date": "2024-05"}], claims=[FIGURE])

    assert not reported(dated).faults


def test_a_figure_of_an_edition_has_the_editions_year() -> None:
    figure = {"id": "ho-so", "text": "10 hồ sơ", "sources": ["bao"], "trust": "verified"}
    edition = {"id": "2024", "year": "2024", "sources": ["bao"], "trust": "verified", "figures": [figure]}

    assert not reported(document("awards/giai", sources=[NEWS], editions=[edition])).faults


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({}, "the figure “khach” has no date, and no note that says why"),
        ({"sources": ["khac"]}, "the figure “khach” has no source"),
        (
            {"sources": ["blog"], "trust": "verified", "as_of": "2024"},
            "“khach” is marked verified, but no page that it rests on may be linked",
        ),
    ],
)
def test_weak_evidence_is_a_fault(more: dict[str, Any], message: str) -> None:
    assert reported(page(claims=[FIGURE | more])).faults == (f"content/pages/gia/index.vi.md: {message}",)


def test_a_link_to_a_page_that_may_not_be_linked_is_a_fault() -> None:
    body = "[A](https://blog.test/) và [B](https://bao.test/)"

    assert reported(page(body=body)).faults == (
        "content/pages/gia/index.vi.md:15:5: links to https://blog.test/, whose source says publish_link: false",
    )


def test_a_body_of_another_length_is_a_fault() -> None:
    style = Style(body_words={"pages": (5, 9)}, least_marked=90)

    assert reported(page(body="one two " * 6), vi=style).faults == (
        "content/pages/gia/index.vi.md: the text has 12 words; 5 to 9 are asked for",
    )


def test_a_text_that_is_too_long_for_a_card_is_a_fault() -> None:
    long = Document("content/pages/gia/index.vi.md", "pages", "gia", "vi", "vi", texts={"summary": "a" * 201})

    assert list(text_faults(long, Style())) == [
        "content/pages/gia/index.vi.md: summary has 201 characters; 200 is the most"
    ]


def project(root: Path, claim: str) -> Path:
    folder = root / "content/pages/gia"
    folder.mkdir(parents=True)
    (root / "site.yaml").write_text(
        "base_url: https://a.test\nlocales: [{code: vi, name: V, title: T}]\nx_default: vi\n"
    )
    (folder / "index.vi.md").write_text(f"---\ntitle: T\nsummary: S\n{claim}---\nMột hai.\n", "utf-8")
    return root


def test_a_sound_project_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(project(tmp_path, "")) == 0
    assert capsys.readouterr().out.endswith("1 entries, 0 broken rules\n")


def test_a_broken_rule_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(
        tmp_path,
        "sources: [{id: bao, name: B, kind: news}]\nclaims: [{id: a, kind: figure, text: 'Có 5', "
        "sources: [bao], trust: declared}]\n",
    )

    assert main(root) == 1
    assert "the figure “a” has no date" in capsys.readouterr().out


def test_content_that_cannot_be_read_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(project(tmp_path, "colour: red\n")) == 1
    assert capsys.readouterr().out == "content/pages/gia/index.vi.md:4:1: unknown-field\n"
