"""`new` writes files that the reader understands and that name what is still to be filled in."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from showcase.cli import main
from showcase.commands.new import FILL_IN, LOOK, WRITE, next_step
from showcase.editing.skeleton import source_text, translation_text
from showcase.editing.writer import Languages
from showcase.editing.yaml_text import yaml_lines, yaml_text
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.language.text import normalised
from showcase.problems import Problem
from showcase.reading.discover import Source
from showcase.reading.front_matter import read_front_matter
from showcase.reading.parse import Document, parse

VI, EN = Languages("vi", "vi", "vi"), Languages("en", "vi", "vi")
SETTINGS = (Path(__file__).parents[2] / "site.yaml").read_bytes()

Output = pytest.CaptureFixture[str]
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "site.yaml").write_bytes(SETTINGS)
    return tmp_path


def read(kind: Kind, locale: str, text: str) -> Document:
    return parse(
        Source(f"content/{kind.folder}/x/index.{locale}.md", kind.folder, "x", locale, text.encode(), ""), "vi"
    )


def summary(problems: tuple[Problem, ...]) -> list[tuple[str, object]]:
    return [(problem.code, problem.fields.get("field")) for problem in problems]


def in_use(text: str) -> str:
    """The text with every commented field taken into use."""
    return re.sub(r"^#(?! )|^#(?=  )", "", text, flags=re.MULTILINE)


@every_kind
def test_what_is_left_to_fill_in_is_named_at_its_line(kind: Kind) -> None:
    text = source_text(kind, {"title": "Bếp: than & củi"}, VI, str)
    document = read(kind, "vi", text)
    required = {name for name, info in kind.model.model_fields.items() if info.is_required()} - {"title"}

    assert sorted(summary(document.problems)) == sorted(("unfilled-field", name) for name in required)
    for problem in document.problems:
        assert text.splitlines()[problem.place.line - 1] == f"{problem.fields['field']}:"


@every_kind
def test_every_field_that_is_taken_into_use_can_be_read(kind: Kind) -> None:
    text = in_use(source_text(kind, {"title": "Bếp"}, VI, str))
    document = read(kind, "vi", text)
    fields = {name for name in kind.model.model_fields if re.search(rf"^{name}:", text, re.MULTILINE)}

    assert fields == set(kind.model.model_fields) - {"source_locale"}
    assert {problem.code for problem in document.problems} <= {"unfilled-field", "unknown-source"}
    assert all("." not in str(problem.fields.get("field")) for problem in document.problems)


@every_kind
def test_a_new_translation_is_read_without_a_problem(kind: Kind) -> None:
    text = translation_text(kind, {}, {}, EN, str)

    assert read(kind, "en", text).problems == ()
    assert read(kind, "en", in_use(text)).problems == ()
    assert "\ntitle:\n" in text
    assert "\nsummary:\n" in text


def test_a_new_entry_has_a_file_for_each_language(project: Path, capsys: Output) -> None:
    assert main(["new", "product", "Bếp than"], project, {}) == 0
    folder = project / "content/products/bep-than"

    assert sorted(path.name for path in folder.iterdir()) == ["index.en.md", "index.vi.md"]
    assert (folder / "index.vi.md").read_text().startswith("---\n# Fill in the fields that stand here.")
    assert "\ntitle: Bếp than\n" in (folder / "index.vi.md").read_text()
    assert capsys.readouterr().out == (
        "written: content/products/bep-than/index.vi.md\n"
        "written: content/products/bep-than/index.en.md\n"
        "Fill in the fields, write the text below them, then run: python build.py check\n"
    )


@pytest.mark.parametrize(
    ("texts", "step"),
    [
        (("---\ntitle: Bếp\n---\nThan.\n", "---\n# Translate.\ntitle:\n---\n"), FILL_IN),
        (("---\ntitle: Bếp\n---\nThan.\n", "---\ntitle: Stove\n---\n"), WRITE),
        (("---\ntitle: Bếp\n---\nThan.\n", "---\ntitle: Stove\n---\n# Coal\n"), LOOK),
    ],
)
def test_only_what_is_still_to_do_is_asked_for(texts: tuple[str, ...], step: str) -> None:
    assert next_step(texts) == step


def test_the_explanations_are_in_the_editors_language(project: Path) -> None:
    assert main(["new", "need", "Cần phần mềm", "--id", "can-phan-mem"], project, {"LANG": "vi_VN"}) == 0
    text = (project / "content/needs/can-phan-mem/index.vi.md").read_text()

    assert "\n# Tên của mục.\n" in text
    assert "Example" not in text
    assert {problem.code for problem in read(KINDS["needs"], "vi", text).problems} == {"unfilled-field"}


def test_an_entry_can_be_written_in_english_first(project: Path) -> None:
    assert main(["new", "markets", "Japan", "--locale", "en"], project, {}) == 0
    folder = project / "content/markets/japan"

    assert "\nsource_locale: en\n" in (folder / "index.en.md").read_text()
    assert "\nterritory:\n" in (folder / "index.en.md").read_text()
    assert "\nsource_locale: en\n" in (folder / "index.vi.md").read_text()
    assert "territory" not in (folder / "index.vi.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["prodct", "A"], "there is no kind “prodct”; did you mean “product”?"),
        (["tea", "A"], "there is no kind “tea”; the kinds are: product, enterprise, "),
        (["product", "日本"], "no id can be made from “日本”; give one with --id"),
        (["product", "A", "--id", "../x"], "“../x” cannot be an id: "),
        (["product", "A", "--id", "a" * 81], f"“{'a' * 81}” cannot be an id: "),
        (["product", "A", "--locale", "fr"], "the site has no language “fr”; its languages are: vi, en"),
    ],
)
def test_what_cannot_be_written_is_refused(arguments: list[str], message: str, project: Path, capsys: Output) -> None:
    assert main(["new", *arguments], project, {}) == 2
    assert capsys.readouterr().err.startswith(f"error: {message}")
    assert not (project / "content").exists()


def test_what_is_there_is_not_overwritten(project: Path, capsys: Output) -> None:
    (project / "content/products/tea").mkdir(parents=True)

    assert main(["new", "product", "Tea"], project, {}) == 2
    assert capsys.readouterr().err == "error: content/products/tea is there already; nothing was changed\n"


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1).map(normalised).filter(bool)
)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    front = read_front_matter(
        "".join(f"{line}\n" for line in yaml_lines({"a": {"b": [text, text]}, "c": text})), "a.md", 2
    )

    assert front.values == {"a": {"b": [text, text]}, "c": text}
    assert front.problems == ()


def test_plain_words_need_no_quotation_marks() -> None:
    for text in ("Bếp than", "2025-03-05", "https://example.com/a_b", "28/CT-TTg", "09:00"):
        assert yaml_text(text) == text
    for text in ("a: b", "null", "-", "“a”", "a #b", "", " a", "a ", "a, b", "yes:"):
        assert yaml_text(text).startswith('"')


def folder_of(project: Path, *names: str) -> None:
    for name in names:
        (project / "content" / name).mkdir(parents=True)


COMPLETE = (
    *("new", "product", "Sổ Bếp", "--set", "summary=Sổ ghi món ăn.", "--set", "maker=misa", "--set", "field=quan-tri"),
    *("--set", "platforms=web, ios", "--set", "body=Một đoạn."),
)


def test_with_every_field_given_the_files_are_complete(project: Path) -> None:
    folder_of(project, "enterprises/misa", "fields/quan-tri")
    english = ("--title-en", "Kitchen book", "--summary-en=A book of dishes.", "--set", "body@en=One paragraph.")

    assert main([*COMPLETE, *english], project, {}) == 0
    folder = project / "content/products/so-bep"
    assert (folder / "index.vi.md").read_text() == (
        "---\ntitle: Sổ Bếp\nsummary: Sổ ghi món ăn.\nmaker: misa\nfield: quan-tri\nplatforms: [web, ios]\n---\n"
        "Một đoạn.\n"
    )
    assert (folder / "index.en.md").read_text() == (
        "---\ntitle: Kitchen book\nsummary: A book of dishes.\n---\nOne paragraph.\n"
    )


def test_what_is_to_be_translated_stands_above_its_field(project: Path) -> None:
    folder_of(project, "enterprises/misa", "fields/quan-tri")

    assert main([*COMPLETE, "--title-en", "Kitchen book", "--set", "claims.gia.text=Rẻ: 5đ."], project, {}) == 1
    assert main([*COMPLETE, "--title-en", "Kitchen book", "--set", "genuine.dau.text=Rẻ: 5đ."], project, {}) == 0
    text = (project / "content/products/so-bep/index.en.md").read_text()

    assert "\ntitle: Kitchen book\n" in text
    assert "\n# vi: Sổ ghi món ăn.\nsummary:\n" in text
    assert "\ngenuine:\n  - id: dau\n    # vi: Rẻ: 5đ.\n    text:\n" in text
    assert text.endswith("In index.vi.md it says:\n# Một đoạn.\n---\n")
    assert read(KINDS["products"], "en", text).problems == ()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("domestic_share=60%", "--set domestic_share: error[not-a-number]: “domestic_share” must be a number"),
        ("maker=mesa", "--set maker: error[unknown-reference]: there is no “mesa” in content/enterprises\n  hint: did"),
        ("sumary=x", "--set sumary: error[unknown-field]: there is no field “sumary” here\n  hint: did you mean"),
        ("form=produkt", "--set form: error[not-a-choice]: “form” cannot be “produkt”\n  hint: did you mean “product”"),
        ("launched=5/3/2020", "--set launched: error[bad-date]: “launched” is not a date"),
        ("website=www.misa.vn", "--set website: error[unsafe-address]: the address “www.misa.vn” is not allowed"),
        ("price=[", "--set price:2:1: error[bad-yaml]"),
        ("maker@en=misa", "--set maker@en: error[fact-in-translation]: “maker” is the same in every language"),
    ],
)
def test_a_bad_value_is_explained_and_nothing_is_written(
    given: str, message: str, project: Path, capsys: Output
) -> None:
    folder_of(project, "enterprises/misa", "fields/quan-tri")

    assert main(["new", "product", "Sổ Bếp", "--set", given], project, {}) == 1
    assert capsys.readouterr().out.startswith(message)
    assert not (project / "content/products").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--set", "maker"], "“maker” gives no field a value; write --set field=value"),
        (["--title-fr", "Livre"], "the site has no language “fr”; its languages are: vi, en"),
        (["--alt-en", "A book"], "“alt@en” describes a picture; name the picture first, with --picture FILE"),
        (["--title-en"], "there is no option “--title-en”"),
    ],
)
def test_an_option_that_says_nothing_is_refused(
    arguments: list[str], message: str, project: Path, capsys: Output
) -> None:
    assert main(["new", "product", "Sổ Bếp", *arguments], project, {}) == 2
    assert capsys.readouterr().err.startswith(f"error: {message}")
    assert not (project / "content").exists()


def test_pictures_are_copied_upright_and_without_hidden_data(project: Path, tmp_path: Path) -> None:
    picture, exif = Image.new("RGB", (400, 300), "red"), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    picture.save(tmp_path / "IMG_2041.JPG", exif=exif)
    Image.new("RGB", (3000, 10), "blue").save(tmp_path / "Quầy thu ngân.png")
    described = ("--alt-vi", "Bàn bếp", "--alt-en", "A kitchen table", "--alt-vi", "Quầy")
    files = ("--picture", str(tmp_path / "IMG_2041.JPG"), "--picture", str(tmp_path / "Quầy thu ngân.png"))
    folder_of(project, "enterprises/misa", "fields/quan-tri")

    assert main([*COMPLETE, *files, *described], project, {}) == 0
    folder = project / "content/products/so-bep"
    with Image.open(folder / "so-bep.jpg") as first, Image.open(folder / "quay-thu-ngan.png") as second:
        assert (first.size, dict(first.getexif()), second.size) == ((300, 400), {}, (2400, 8))
    assert "\n  - id: so-bep\n    file: so-bep.jpg\n    alt: Bàn bếp\n" in (folder / "index.vi.md").read_text()
    english = (folder / "index.en.md").read_text()
    assert "\n  - id: so-bep\n    alt: A kitchen table\n  - id: quay-thu-ngan\n    # vi: Quầy\n    alt:\n" in english


def test_a_file_that_is_no_picture_stops_everything(project: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "note.jpg").write_text("no picture")

    assert main(["new", "product", "Bếp", "--picture", str(tmp_path / "note.jpg")], project, {}) == 1
    assert capsys.readouterr().out.startswith("note.jpg: error[bad-picture]: ")
    assert not (project / "content").exists()
