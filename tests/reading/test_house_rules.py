"""The files of rules are read with the places of their mistakes."""

from pathlib import Path

from showcase.reading.house_rules import HouseRules, Style, read_house_rules


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def test_rules_are_read(tmp_path: Path) -> None:
    write(tmp_path, "locales/glossary.yaml", "terms:\n  - {vi: kinh tế số, en: digital economy}\n")
    write(
        tmp_path,
        "locales/vi/style.yaml",
        "body_words: {products: [150, 400]}\nleast_marked: 30\nnew_tone_marks: true\n"
        "banned:\n  - {phrase: hàng đầu, instead: con số, reason: lời khen}\n",
    )

    rules, problems = read_house_rules(tmp_path, ("vi", "en"))

    assert not problems
    assert rules.glossary.terms[0].en == "digital economy"
    assert rules.styles["vi"].body_words == {"products": (150, 400)}
    assert rules.styles["vi"].banned[0].phrase == "hàng đầu"
    assert rules.styles["en"] == Style()


def test_a_project_without_rules_has_none(tmp_path: Path) -> None:
    assert read_house_rules(tmp_path, ()) == (HouseRules(), ())


def test_a_mistake_has_its_place(tmp_path: Path) -> None:
    write(tmp_path, "locales/glossary.yaml", "terms:\n  - {vi: kinh tế số}\n")
    write(tmp_path, "locales/vi/style.yaml", "least_marked: much\n")
    write(tmp_path, "locales/en/style.yaml", "banned: [\n")

    rules, problems = read_house_rules(tmp_path, ("vi", "en"))

    assert rules == HouseRules(styles={"vi": Style(), "en": Style()})
    assert [(each.code, each.place.path, each.place.line) for each in problems][:2] == [
        ("missing-field", "locales/glossary.yaml", 2),
        ("not-a-number", "locales/vi/style.yaml", 1),
    ]
    assert problems[2].place.path == "locales/en/style.yaml"
