"""`import` makes entries of tables and of other generators' folders, all or none, and tells what it lost."""

import io
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image

from showcase.commands import importing
from tests.sites.projects import project as project_of
from tests.sites.projects import put, run, tree

GOOD = (
    "Tên sản phẩm;title (en);Mô tả;summary_en;Nhà sản xuất;Lĩnh vực;Launched;Platforms;Giá;Nguồn;Màu\n"
    "Tủ Gỗ;Wooden cupboard;Tủ bằng gỗ.;A cupboard.;Xưởng Gỗ;Đồ dùng;20/3/2020;Web, ios;1.250.000đ;https://a.vn/tu;đỏ\n"
    "Kệ Gỗ;Shelf;Kệ.;A shelf.;xuong-go;do-dung;2021;;;;\n"
)
CUPBOARD = (
    "---\ntitle: Tủ Gỗ\nsummary: Tủ bằng gỗ.\nmaker: xuong-go\nfield: do-dung\nlaunched: 2020-03-20\n"
    "platforms: [web, ios]\nsources:\n  - id: a-vn\n    name: a.vn\n    kind: company\n    url: https://a.vn/tu\n"
    "price:\n  amount: 1250000\n  currency: VND\n  sources: [a-vn]\n  trust: declared\n---\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(tmp_path / "project")


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def bring(project: Path, *arguments: str | Path, language: str = "en") -> tuple[int, str]:
    return run(project, "import", *map(str, arguments), language=language)


def text(project: Path, path: str) -> str:
    return (project / "content" / path).read_text(encoding="utf-8")


def test_a_table_becomes_entries_in_both_languages_and_what_was_lost_is_told(project: Path, tmp_path: Path) -> None:
    code, shown = bring(project, put(tmp_path, "products.csv", GOOD))

    assert code == 0
    assert text(project, "products/tu-go/index.vi.md") == CUPBOARD
    assert text(project, "products/tu-go/index.en.md") == "---\ntitle: Wooden cupboard\nsummary: A cupboard.\n---\n"
    assert shown.splitlines()[4:] == [
        "products.csv:1:11: lost: the column “Màu” is no field of this kind; its 1 cells are left out",
        "products.csv:2:7: guessed: “20/3/2020” was read as 2020-03-20",
        "products.csv:2:9: guessed: “1.250.000đ” was read as 1250000",
        "products.csv:2:10: guessed: the source “a.vn” was named after its address, and taken for the enterprise's own",
        "products.csv:2:9: guessed: the price was taken as the maker's own word (declared)",
        "4 written, 0 updated, 0 as they were; lost: 1, guessed: 4, left alone: 0",
        "Look at what was guessed, fill in what is empty, then run: python build.py check",
    ]


def test_importing_again_changes_only_what_changed_in_the_table(project: Path, tmp_path: Path) -> None:
    table = put(tmp_path, "products.csv", GOOD)
    bring(project, table)
    before = tree(project / "content")

    assert bring(project, table)[1].splitlines()[-1].startswith("0 written, 0 updated, 4 as they were;")
    assert tree(project / "content") == before
    put(tmp_path, "products.csv", GOOD.replace("A shelf.", "A shelf of wood."))
    assert bring(project, table)[1].splitlines()[0] == "updated: content/products/ke-go/index.en.md"
    changed = {path for path, data in tree(project / "content").items() if data != before[path]}
    assert changed == {"products/ke-go/index.en.md", "imports.yaml"}


def test_what_somebody_edited_since_is_left_alone(project: Path, tmp_path: Path) -> None:
    table = put(tmp_path, "products.csv", GOOD)
    bring(project, table)
    edited = text(project, "products/ke-go/index.vi.md").replace("Kệ.", "Kệ sách.")
    put(project, "content/products/ke-go/index.vi.md", edited)

    assert "left alone: 0" in bring(project, table)[1]
    put(tmp_path, "products.csv", GOOD.replace(";Kệ.;", ";Kệ gỗ.;").replace("A shelf.", "A wooden shelf."))
    shown = bring(project, table)[1]
    assert "content/products/ke-go/index.vi.md: left alone: it was edited since it was imported" in shown
    assert text(project, "products/ke-go/index.vi.md") == edited
    assert "A wooden shelf." in text(project, "products/ke-go/index.en.md")


def test_stamping_a_translation_is_no_editing(project: Path, tmp_path: Path) -> None:
    table = put(tmp_path, "products.csv", GOOD)
    bring(project, table)
    assert run(project, "translate", "stamp", "products/ke-go")[0] == 0
    put(tmp_path, "products.csv", GOOD.replace("A shelf.", "A wooden shelf."))

    assert "updated: content/products/ke-go/index.en.md" in bring(project, table)[1]


def test_an_entry_that_was_not_imported_stays_as_it_is(project: Path, tmp_path: Path) -> None:
    before = text(project, "products/ban-go/index.vi.md")
    code, shown = bring(project, put(tmp_path, "products.csv", "id,title,summary\nban-go,Bàn,Bàn khác.\n"))

    assert code == 0
    assert "content/products/ban-go/index.vi.md: left alone: it is there already and was not imported" in shown
    assert text(project, "products/ban-go/index.vi.md") == before


def test_every_broken_cell_is_named_and_nothing_is_written(project: Path, tmp_path: Path) -> None:
    before = tree(project)
    rows = [
        ["title", "summary", "maker", "launched", "price", "domestic_share", "website", "title"],
        ["Tủ", "x" * 201, "Xưởng Gụ", "3/4/2020", "1.990 USD", "sáu mươi", "xuong-go.vn", ""],
        ["Tủ", "=A1&B1", "xuong-go", "#REF!", "", "", "", ""],
        ["日本", "", "", "", "", "", "", ""],
    ]
    code, shown = bring(project, workbook(tmp_path / "a.xlsx", Products=rows))
    lines = [line for line in shown.splitlines() if line.startswith("a.xlsx[Products]")]

    assert code == 1
    assert [line.partition(": error")[0].rpartition("]")[2] for line in lines] == [
        ":1:8", ":2:2", ":2:3", ":2:4", ":2:5", ":2:6", ":2:7", ":3", ":3:2", ":3:4", ":4"
    ]  # fmt: skip
    assert "error[unknown-reference]: there is no “Xưởng Gụ” in content/enterprises" in shown
    assert "did you mean “xuong-go”?" in shown
    assert "error[table-date]: “3/4/2020” may be two days: 2020-04-03 or 2020-03-04" in shown
    assert "error[table-number]: “1.990 USD” may be two numbers: 1990 or 1.990" in shown
    assert "error[table-formula]: the cell holds a formula whose result is not in the file: =A1&B1" in shown
    assert "error[table-cell-error]: the cell holds an error of the spreadsheet: #REF!" in shown
    assert "error[table-row-twice]: this row makes the entry “tu”, as row 2 does" in shown
    assert "error[table-column-twice]: two columns hold “title”; the first is column 1" in shown
    assert "did you mean “https://xuong-go.vn”?" in shown
    assert tree(project) == before


def test_numbers_days_and_shares_of_a_workbook_are_exact(project: Path, tmp_path: Path) -> None:
    header = ["title", "maker", "field", "launched", "price", "domestic share", "source", "summary", "draft"]
    day = datetime.combine(date(2020, 3, 4), time())
    row = ["Tủ", "xuong-go", "do-dung", day, 1250000.0, 0.645, "Xưởng", 2026, True]
    book_path = workbook(tmp_path / "a.xlsx", Products=[header, row])
    book = load_workbook(book_path)
    book["Products"]["F2"].number_format = "0.0%"
    book.save(book_path)
    assert bring(project, book_path)[0] == 0
    made = text(project, "products/tu/index.vi.md")

    assert "\nlaunched: 2020-03-04\n" in made
    assert "\n  amount: 1250000\n" in made
    assert "\ndomestic_share: 64.5\n" in made
    assert "\nsummary: 2026\n" in made
    assert "\ndraft: true\n" in made


def test_a_product_may_name_an_enterprise_of_another_sheet(project: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        **{
            "Sản phẩm": [["title", "maker", "field", "summary"], ["Tủ", "Công ty Mộc", "do-dung", "Tủ."]],
            "Doanh nghiệp": [["title", "official name", "summary"], ["Công ty Mộc", "Công ty Mộc", "Làm tủ."]],
        },
    )

    assert bring(project, path)[0] == 0
    assert "\nmaker: cong-ty-moc\n" in text(project, "products/tu/index.vi.md")
    assert "\nofficial_name: Công ty Mộc\n" in text(project, "enterprises/cong-ty-moc/index.vi.md")


def test_a_trial_writes_nothing(project: Path, tmp_path: Path) -> None:
    before = tree(project)
    code, shown = bring(project, put(tmp_path, "products.csv", GOOD), "--dry-run", language="vi")

    assert (code, tree(project)) == (0, before)
    assert shown.endswith("Chưa ghi gì: đây chỉ là chạy thử.\n")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("tables.csv", b"title\nA\n", "error: say what “tables.csv” holds, such as --kind product"),
        ("products.pdf", b"%PDF", "products.pdf is no table and no folder"),
        ("products.xlsx", b"PK no", "products.xlsx: error[table-unreadable]: the table cannot be read"),
        ("products.csv", b"", "products.csv: error[table-unreadable]: the table cannot be read: it is empty"),
        ("products.csv", b'title\n"A', "products.csv:2: error[table-unreadable]: the table cannot be read: unexpected"),
        ("products.csv", "title\nT\u1ee7".encode("utf-16"), "products.csv:1: error[not-utf8]"),
        ("products.csv", b"summary\nA\n", "products.csv:1:1: error[table-no-title]: no column holds the title"),
        ("products.csv", b"title,id\nA,B C\n", "products.csv:2:2: error[bad-id]"),
        ("products.csv", b"title," + b"a," * 300, "products.csv:1: error[table-unreadable]: the table cannot"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(name: str, data: bytes, message: str, project: Path, tmp_path: Path) -> None:
    before = tree(project)
    code, shown = bring(project, put(tmp_path, name, data))

    assert code in (1, 2)
    assert message in shown
    assert tree(project) == before


def test_a_workbook_without_the_part_that_reads_it_is_explained(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "find_spec", lambda _name: None)
    code, shown = bring(project, workbook(tmp_path / "products.xlsx", A=[["title"]]))

    assert code == 2
    assert "can only be read with openpyxl: run make extras, or save the table as CSV in UTF-8" in shown


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "PNG")
    return out.getvalue()


def test_a_folder_of_hugo_becomes_entries(project: Path, tmp_path: Path) -> None:
    put(
        tmp_path,
        "posts/tu-go/index.vi.md",
        '+++\ntitle = "Tủ Gỗ"\ndate = 2024-03-05T10:00:00+07:00\ndraft = true\n'
        'tags = ["gỗ"]\nlastmod = 2025-01-02\n+++\n'
        'Tủ làm bằng gỗ xoan. Câu hai.\n\n![Tủ](tu.png)\n\n{{< figure src="tu.png" alt="Tủ" title="Cái tủ" >}}\n\n'
        "{{< youtube abc >}}\n[kệ](../ke.md) ![x](mat.png)\n",
    )
    put(
        tmp_path,
        "posts/tu-go/index.en.md",
        "---\ntitle: Cupboard\ndescription: A cupboard.\ndraft: true\n---\nMade of wood.\n",
    )
    put(tmp_path, "posts/tu-go/tu.png", picture())
    code, shown = bring(project, tmp_path / "posts", "--kind", "page")

    assert code == 0
    assert text(project, "pages/tu-go/index.vi.md") == (
        "---\ntitle: Tủ Gỗ\nsummary: Tủ làm bằng gỗ xoan.\ndraft: true\nupdated: 2025-01-02\n---\n"
        "Tủ làm bằng gỗ xoan. Câu hai.\n\n![Tủ](tu.png)\n\n![Tủ](tu.png \"Cái tủ\")\n\n"
        "{{< youtube abc >}}\n[kệ](../ke.md) ![x](mat.png)\n"
    )  # fmt: skip
    assert (
        text(project, "pages/tu-go/index.en.md") == "---\ntitle: Cupboard\nsummary: A cupboard.\n---\nMade of wood.\n"
    )
    assert (project / "content/pages/tu-go/tu.png").is_file()
    for line in (
        "posts/tu-go/index.vi.md:1: lost: the field “date” has no counterpart and is left out: 2024-03-05",
        "posts/tu-go/index.vi.md:1: lost: the field “tags” has no counterpart and is left out: ['gỗ']",
        "posts/tu-go/index.vi.md:1: guessed: “lastmod” became “updated”",
        "posts/tu-go/index.vi.md:14: lost: the shortcode {{< youtube abc >}} stands in the text as it is",
        "posts/tu-go/index.vi.md:15: lost: the link ../ke.md leads to a page of the old site",
        "posts/tu-go/index.vi.md:8: guessed: the summary was taken from the beginning of the text",
        "posts/tu-go/index.vi.md: lost: the picture mat.png was not found",
    ):
        assert line in shown


def test_a_folder_of_pelican_becomes_entries(project: Path, tmp_path: Path) -> None:
    put(
        tmp_path,
        "old/content/vi/ban.md",
        "Title: Bàn\nSummary: Bàn gỗ.\nCategory: nhà\n\n![Bàn]({static}/images/ban.png)\n",
    )
    put(tmp_path, "old/content/en/ban.md", "Title: Table\nSummary: A table.\n\nOf wood.\n")
    put(tmp_path, "old/content/images/ban.png", picture())
    put(tmp_path, "old/content/only.md", "Title: Only\nLang: en\nSlug: only\nSummary: In English.\n\nText.\n")
    code, shown = bring(project, tmp_path / "old/content", "--kind", "page")

    assert code == 0
    assert text(project, "pages/ban/index.vi.md") == "---\ntitle: Bàn\nsummary: Bàn gỗ.\n---\n![Bàn](ban.png)\n"
    assert text(project, "pages/ban/index.en.md") == "---\ntitle: Table\nsummary: A table.\n---\nOf wood.\n"
    assert text(project, "pages/only/index.en.md").startswith("---\nsource_locale: en\ntitle: Only\n")
    assert "lost: the field “category” has no counterpart and is left out: nhà" in shown


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("no front matter\n", "content/a.md:1: error[no-front-matter]"),
        ("---\ntitle: A\n", "content/a.md:1: error[unclosed-front-matter]"),
        ("+++\ntitle = A\n+++\n", "content/a.md:2: error[bad-yaml]"),
        ("---\ntitle: &a A\n---\n", "content/a.md:2:8: error[yaml-feature]"),
    ],
)
def test_a_page_that_cannot_be_read_stops_the_import(data: str, message: str, project: Path, tmp_path: Path) -> None:
    put(tmp_path, "content/a.md", data)
    put(tmp_path, "content/b.md", "Title: B\n\nText.\n")
    before = tree(project)
    code, shown = bring(project, tmp_path / "content", "--kind", "page")

    assert (code, tree(project)) == (1, before)
    assert message in shown
